import { type Kysely, sql } from 'kysely';

/** The tables as they were then. */
interface Then {
  items: ItemThen & { id: number; bought_on: string | null; own_date: string | null };
  places: { id: number; kind: string };
  journal_entries: { id: number; subject: string; before: string | null; after: string | null };
}

interface ItemThen {
  place_id: number;
  best_before: string | null;
  printed_on: string | null;
  estimate_id: string | null;
  created_at: string;
}

/**
 * An item's dates are computed from facts; three of these are new: when it was bought, the household's guess, and
 * where it was before it was frozen.
 */
export async function up(db: Kysely<Then>): Promise<void> {
  await addFacts(db);
  await addOutcome(db);
  const atRoomTemperature = await findRoomTemperature(db);
  await fillItems(db, atRoomTemperature);
  await rewriteEntries(db, atRoomTemperature);
}

async function addFacts(db: Kysely<Then>): Promise<void> {
  const add = db.schema.alterTable('items');
  await add.addColumn('bought_on', 'text', (c) => c.check(sql`bought_on like '____-__-__'`)).execute();
  const isOwnDate = sql<boolean>`own_date = 'none' or own_date like '____-__-__'`;
  await add.addColumn('own_date', 'text', (c) => c.check(isOwnDate)).execute();
  await add.addColumn('frozen_from', 'text').execute();
}

async function addOutcome(db: Kysely<Then>): Promise<void> {
  const add = db.schema.alterTable('items');
  await add.addColumn('last_on', 'text', (c) => c.check(sql`last_on like '____-__-__'`)).execute();
  await add.addColumn('limit_on', 'text', (c) => c.check(sql`limit_on like '____-__-__'`)).execute();
  await add.addColumn('spoils', 'text').execute();
  await db.schema
    .createIndex('items_by_last_day')
    .on('items')
    .columns(['household_id', 'last_on', 'id'])
    .execute();
  // Told today, happened yesterday.
  await db.schema
    .alterTable('actions')
    .addColumn('happened_on', 'text', (c) => c.check(sql`happened_on like '____-__-__'`))
    .execute();
  // Another version computes all dates again.
  await db.schema
    .createTable('reckonings')
    .addColumn('what', 'text', (c) => c.primaryKey())
    .addColumn('version', 'text', (c) => c.notNull())
    .modifyEnd(sql`strict`)
    .execute();
}

/** Food at room temperature had no estimates until now. */
async function findRoomTemperature(db: Kysely<Then>): Promise<Set<number>> {
  const places = await db.selectFrom('places').select(['id', 'kind']).execute();
  const gone = await db
    .selectFrom('journal_entries')
    .select('before')
    .where('subject', '=', 'place')
    .where('before', 'is not', null)
    .execute();
  const kinds = new Map<number, string>();
  for (const { before } of gone) {
    const { id, kind }: { id: number; kind: string } = JSON.parse(before ?? '');
    kinds.set(id, kind);
  }
  for (const { id, kind } of places) kinds.set(id, kind);
  return new Set([...kinds].filter(([, kind]) => kind === 'other').map(([id]) => id));
}

async function fillItems(db: Kysely<Then>, atRoomTemperature: Set<number>): Promise<void> {
  const items = await db
    .selectFrom('items')
    .select(['id', 'place_id', 'best_before', 'printed_on', 'estimate_id', 'created_at'])
    .execute();
  for (const { id, ...item } of items) {
    await db.updateTable('items').set(factsOf(item, atRoomTemperature)).where('id', '=', id).execute();
  }
}

/** Old rows in the journal get the new columns, so that they can be put back. */
async function rewriteEntries(db: Kysely<Then>, atRoomTemperature: Set<number>): Promise<void> {
  const withFacts = (kept: string | null) => {
    if (kept === null) return null;
    const row: ItemThen = JSON.parse(kept);
    return JSON.stringify({ ...row, ...factsOf(row, atRoomTemperature), frozen_from: null });
  };
  const entries = await db
    .selectFrom('journal_entries')
    .select(['id', 'before', 'after'])
    .where('subject', '=', 'item')
    .execute();
  for (const { id, before, after } of entries) {
    await db
      .updateTable('journal_entries')
      .set({ before: withFacts(before), after: withFacts(after) })
      .where('id', '=', id)
      .execute();
  }
}

/** A date neither printed nor estimated was the household's own. */
function factsOf(item: ItemThen, atRoomTemperature: Set<number>) {
  const isOwn = item.printed_on === null && item.estimate_id === null;
  const none = atRoomTemperature.has(item.place_id) ? null : 'none';
  return { bought_on: item.created_at.slice(0, 10), own_date: isOwn ? (item.best_before ?? none) : null };
}
