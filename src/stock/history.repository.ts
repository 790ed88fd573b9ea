import type { Database } from '../database/database.js';
import type { Member } from '../people/person.js';
import type { ActionKind, Change } from './journal.repository.js';
import { isStill } from './undo.repository.js';

/** Something that somebody did, as the history tells it. */
export interface PastAction {
  id: number;
  kind: ActionKind;
  /** Who, by first name or username; null when that account is gone. */
  who: string | null;
  at: Date;
  /** Why something was thrown away. */
  reason: string | null;
  /** Of what this action undid, when it is an undo. */
  undoes: ActionKind | null;
  /** True while its undo stands. */
  isUndone: boolean;
  /** True when nothing that it changed has been changed again. */
  canUndo: boolean;
  changes: Change[];
}

export interface History {
  /** The newest first. */
  actions: PastAction[];
  /** Names by id, also of what is gone by now. */
  foods: Map<number, string>;
  places: Map<number, string>;
  /** What to ask for as `before` to go on; null at the end. */
  next: number | null;
}

/**
 * What happened in a household, the newest first.
 * @param page at most so many actions, only those with an id below `before`, only those about one item
 */
export async function listHistory(
  db: Database,
  member: Member,
  page: { most: number; before?: number | undefined; itemId?: number | undefined },
): Promise<History> {
  const found = await findActions(db, member, page);
  const shown = found.slice(0, page.most);
  const entries = await findEntries(
    db,
    shown.map(({ id }) => id),
  );
  const still = await findWhatStillIs(db, member, entries);
  const actions = shown.map((row) => {
    const own = entries.filter((entry) => entry.actionId === row.id);
    const isLatest = row.undone_by === null && own.length > 0 && own.every((entry) => still.has(entry));
    return toPastAction(
      row,
      own.map(({ change }) => change),
      isLatest,
    );
  });
  const changes = entries.map(({ change }) => change);
  return {
    actions,
    foods: await findFoodNames(db, member, changes),
    places: await findPlaceNames(db, member, changes),
    next: found.length > page.most ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function findActions(
  db: Database,
  { household }: Member,
  { most, before, itemId }: { most: number; before?: number | undefined; itemId?: number | undefined },
) {
  const ids = itemId === undefined ? undefined : await findActionsOn(db, itemId, most, before);
  return db
    .selectFrom('actions as a')
    .leftJoin('users as u', 'u.id', 'a.user_id')
    .leftJoin('actions as undone', 'undone.id', 'a.undoes_action_id')
    .leftJoin('actions as undo', 'undo.undoes_action_id', 'a.id')
    .select(['a.id', 'a.kind', 'a.created_at', 'a.reason', 'a.is_undone'])
    .select(['u.username', 'u.first_name', 'undone.kind as undoes', 'undo.id as undone_by'])
    .where('a.household_id', '=', household.id)
    .$if(before !== undefined, (query) => query.where('a.id', '<', before ?? 0))
    .$if(ids !== undefined, (query) => query.where('a.id', 'in', ids ?? []))
    .orderBy('a.id', 'desc')
    .limit(most + 1)
    .execute();
}

/** Looked up first: asked for together, every action of the household would be looked at. */
async function findActionsOn(
  db: Database,
  itemId: number,
  most: number,
  before = Number.MAX_SAFE_INTEGER,
): Promise<number[]> {
  const rows = await db
    .selectFrom('journal_entries')
    .select('action_id')
    .where('subject', '=', 'item')
    .where('subject_id', '=', itemId)
    .where('action_id', '<', before)
    .orderBy('id', 'desc')
    .limit(most + 1)
    .execute();
  return rows.map(({ action_id }) => action_id);
}

interface Entry {
  actionId: number;
  subjectId: number;
  change: Change;
}

async function findEntries(db: Database, actionIds: number[]): Promise<Entry[]> {
  if (actionIds.length === 0) return [];
  const rows = await db
    .selectFrom('journal_entries')
    .select(['action_id', 'subject', 'subject_id', 'before', 'after'])
    .where('action_id', 'in', actionIds)
    .orderBy('id')
    .execute();
  return rows.map(({ subject, before, after, ...row }) => ({
    actionId: row.action_id,
    subjectId: row.subject_id,
    change: { subject, before: before && JSON.parse(before), after: after && JSON.parse(after) } as Change,
  }));
}

/** The entries after which nothing has happened to what they are about. */
async function findWhatStillIs(db: Database, { household }: Member, entries: Entry[]): Promise<Set<Entry>> {
  const still = new Set<Entry>();
  for (const [subject, table] of [
    ['item', 'items'],
    ['place', 'places'],
    ['food', 'foods'],
  ] as const) {
    const about = entries.filter(({ change }) => change.subject === subject);
    if (about.length === 0) continue;
    const ids = [...new Set(about.map(({ subjectId }) => subjectId))];
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('household_id', '=', household.id)
      .where('id', 'in', ids)
      .execute();
    const now = new Map(rows.map((row) => [row.id, row]));
    for (const entry of about) {
      if (isStill(now.get(entry.subjectId) ?? null, entry.change.after)) still.add(entry);
    }
  }
  return still;
}

async function findFoodNames(db: Database, { household }: Member, changes: Change[]) {
  const ids = idsIn(changes, ({ before, after }) => [
    before && 'food_id' in before ? before.food_id : null,
    after && 'food_id' in after ? after.food_id : null,
  ]);
  if (ids.length === 0) return new Map<number, string>();
  const foods = await db
    .selectFrom('foods')
    .select(['id', 'name'])
    .where('household_id', '=', household.id)
    .where('id', 'in', ids)
    .execute();
  return new Map(foods.map(({ id, name }) => [id, name]));
}

/** A place that is gone is called what it was called last. */
async function findPlaceNames(db: Database, { household }: Member, changes: Change[]) {
  const ids = idsIn(changes, ({ before, after }) => [
    before && 'place_id' in before ? before.place_id : null,
    after && 'place_id' in after ? after.place_id : null,
  ]);
  const names = new Map<number, string>();
  if (ids.length === 0) return names;
  const gone = await db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select(['e.subject_id', 'e.before'])
    .where('a.household_id', '=', household.id)
    .where('e.subject', '=', 'place')
    .where('e.subject_id', 'in', ids)
    .where('e.after', 'is', null)
    .orderBy('e.id')
    .execute();
  for (const { subject_id, before } of gone) if (before) names.set(subject_id, JSON.parse(before).name);
  const places = await db
    .selectFrom('places')
    .select(['id', 'name'])
    .where('household_id', '=', household.id)
    .where('id', 'in', ids)
    .execute();
  for (const { id, name } of places) names.set(id, name);
  return names;
}

function idsIn(changes: Change[], idsOf: (change: Change) => (number | null)[]): number[] {
  return [...new Set(changes.flatMap(idsOf).filter((id) => id !== null))];
}

function toPastAction(
  row: Awaited<ReturnType<typeof findActions>>[number],
  changes: Change[],
  canUndo: boolean,
): PastAction {
  return {
    id: row.id,
    kind: row.kind as ActionKind,
    who: row.first_name || row.username,
    at: new Date(row.created_at),
    reason: row.reason,
    undoes: row.undoes as ActionKind | null,
    isUndone: row.is_undone === 1,
    canUndo,
    changes,
  };
}
