import { type Kysely, sql } from 'kysely';

/** The tables as they were then. */
interface Then {
  items: { best_before: string | null; printed_on: string | null };
  actions: { id: number; undoes_action_id: number | null; is_undone: number };
  journal_entries: {
    id: number;
    subject: string;
    before: string | null;
    after: string | null;
    food_id: number | null;
    place_before: number | null;
    place_after: number | null;
  };
}

export async function up(db: Kysely<Then>): Promise<void> {
  await addItemStates(db);
  await addJournalColumns(db);
  await rewriteEntries(db);
  await markUndone(db);
}

async function addItemStates(db: Kysely<Then>): Promise<void> {
  const isDay = (column: string) => sql<boolean>`${sql.ref(column)} like '____-__-__'`;
  const add = db.schema.alterTable('items');
  // With a level, the quantity is the last count.
  await add.addColumn('level', 'text', (c) => c.check(sql`level in ('have', 'low', 'out')`)).execute();
  await add
    .addColumn('date_kind', 'text', (c) =>
      c.notNull().defaultTo('best_before').check(sql`date_kind in ('best_before', 'use_by')`),
    )
    .execute();
  await add.addColumn('printed_on', 'text', (c) => c.check(isDay('printed_on'))).execute();
  await add.addColumn('estimate_id', 'text', (c) => c.check(sql`length(estimate_id) <= 80`)).execute();
  for (const column of ['opened_on', 'frozen_on', 'thawed_on']) {
    await add.addColumn(column, 'text', (c) => c.check(isDay(column))).execute();
  }
  // Until now every date came from a pack.
  await db
    .updateTable('items')
    .set((e) => ({ printed_on: e.ref('best_before') }))
    .execute();
}

async function addJournalColumns(db: Kysely<Then>): Promise<void> {
  const actions = db.schema.alterTable('actions');
  await actions
    .addColumn('is_undone', 'integer', (c) => c.notNull().defaultTo(0).check(sql`is_undone in (0, 1)`))
    .execute();
  await actions.addColumn('reason', 'text', (c) => c.check(sql`length(reason) between 1 and 80`)).execute();

  const entries = db.schema.alterTable('journal_entries');
  for (const column of ['food_id', 'place_before', 'place_after']) {
    await entries.addColumn(column, 'integer').execute();
  }
  await entries.addColumn('how', 'text', (c) => c.check(sql`how in ('eaten', 'thrown_away')`)).execute();
  const indexes = [
    ['journal_of_food', 'food_id'],
    ['journal_out_of_place', 'place_before'],
    ['journal_into_place', 'place_after'],
  ] as const;
  for (const [name, column] of indexes) {
    await db.schema.createIndex(name).on('journal_entries').columns([column, 'id']).execute();
  }
}

/** Old rows in the journal get the new columns, so that they can be put back. */
async function rewriteEntries(db: Kysely<Then>): Promise<void> {
  const entries = await db
    .selectFrom('journal_entries')
    .select(['id', 'before', 'after'])
    .where('subject', '=', 'item')
    .execute();
  for (const { id, before, after } of entries) {
    const [was, is] = [withStates(before), withStates(after)];
    await db
      .updateTable('journal_entries')
      .set({
        before: was && JSON.stringify(was),
        after: is && JSON.stringify(is),
        food_id: is?.food_id ?? was?.food_id ?? null,
        place_before: was?.place_id ?? null,
        place_after: is?.place_id ?? null,
      })
      .where('id', '=', id)
      .execute();
  }
}

interface ItemThen {
  food_id: number;
  place_id: number;
  best_before: string | null;
}

function withStates(kept: string | null) {
  if (kept === null) return null;
  const row: ItemThen = JSON.parse(kept);
  const states = { opened_on: null, frozen_on: null, thawed_on: null };
  const date = { date_kind: 'best_before', printed_on: row.best_before, estimate_id: null };
  return { ...row, level: null, ...date, ...states };
}

/** An action is undone while its undo is not. */
async function markUndone(db: Kysely<Then>): Promise<void> {
  const undos = await db
    .selectFrom('actions')
    .select(['id', 'undoes_action_id'])
    .where('undoes_action_id', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  const undone = new Set<number>();
  // The newest first: an undo's own state is needed before what it undoes.
  for (const { id, undoes_action_id } of undos) {
    if (undoes_action_id !== null && !undone.has(id)) undone.add(undoes_action_id);
  }
  for (const id of undone) {
    await db.updateTable('actions').set({ is_undone: 1 }).where('id', '=', id).execute();
  }
}
