import type { IsoDate } from '../calendar/day.js';
import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { type ActionKind, type Change, changeIn, SUBJECTS, TABLES } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import { findFoodNames, findPlaceNames } from './names-in-history.repository.js';
import { isStill } from './put-back.repository.js';

/** Something that somebody did, as the history tells it. */
export interface PastAction {
  id: number;
  kind: ActionKind;
  who: string | null;
  at: Date;
  reason: string | null;
  /** When it is not the day on which it was told. */
  happenedOn: IsoDate | null;
  /** What an undo took back: what was done first. */
  undoes: ActionKind | null;
  /** What an undo of an undo did again. */
  redoes: ActionKind | null;
  isUndone: boolean;
  /** Nothing that it changed was changed again. */
  canUndo: boolean;
  changes: Change[];
}

export interface History {
  actions: PastAction[];
  foods: Map<number, string>;
  places: Map<number, string>;
  /** `before` for the next page; null at the end. */
  next: number | null;
}

interface Page {
  most: number;
  before?: number | undefined;
  itemId?: number | undefined;
  foodIds?: number[] | undefined;
}

/**
 * What happened in a household, the newest first.
 * @param page how many at most; only ids below `before`; only about one item, or some foods
 */
export async function listHistory(db: Database, member: Member, page: Page): Promise<History> {
  const found = await findActions(db, member, page);
  const shown = found.slice(0, page.most);
  const ids = shown.map(({ id }) => id);
  const entries = await findEntries(db, ids);
  const origins = await findOrigins(db, ids);
  const still = await findWhatStillIs(db, member, entries);
  const actions = shown.map((row) => {
    const own = entries.filter((entry) => entry.actionId === row.id);
    return toPastAction(row, {
      origin: origins.get(row.id),
      changes: own.map(({ change }) => change),
      canUndo: row.undone_by === null && own.length > 0 && own.every((entry) => still.has(entry)),
    });
  });
  const changes = entries.map(({ change }) => change);
  return {
    actions,
    foods: await findFoodNames(db, member, changes),
    places: await findPlaceNames(db, member, changes),
    next: found.length > page.most ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function findActions(db: Database, { household }: Member, { most, before, itemId, foodIds }: Page) {
  const onItem = itemId === undefined ? undefined : await findActionsOn(db, itemId, most, before);
  const ids = foodIds === undefined ? onItem : await findActionsOnFoods(db, foodIds, most, before);
  return db
    .selectFrom('actions as a')
    .leftJoin('users as u', 'u.id', 'a.user_id')
    .leftJoin('actions as undo', 'undo.undoes_action_id', 'a.id')
    .select(['a.id', 'a.kind', 'a.created_at', 'a.reason', 'a.happened_on', 'a.is_undone'])
    .select(['u.username', 'u.first_name', 'undo.id as undone_by'])
    .where('a.household_id', '=', household.id)
    .$if(before !== undefined, (query) => query.where('a.id', '<', before ?? 0))
    .$if(ids !== undefined, (query) => query.where('a.id', 'in', anyOf(ids ?? [])))
    .orderBy('a.id', 'desc')
    .limit(most + 1)
    .execute();
}

/** One query for both would read every action of the household. */
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

async function findActionsOnFoods(
  db: Database,
  foodIds: number[],
  most: number,
  before = Number.MAX_SAFE_INTEGER,
): Promise<number[]> {
  const rows = await db
    .selectFrom('journal_entries')
    .select('action_id')
    .where((e) =>
      e.or([
        e('food_id', 'in', anyOf(foodIds)),
        e.and([e('subject', '=', 'food'), e('subject_id', 'in', anyOf(foodIds))]),
      ]),
    )
    .where('action_id', '<', before)
    .groupBy('action_id')
    .orderBy('action_id', 'desc')
    .limit(most + 1)
    .execute();
  return rows.map(({ action_id }) => action_id);
}

interface Origin {
  kind: ActionKind;
  /** An undo of an undo: what was undone is done again. */
  isAgain: boolean;
}

async function findOrigins(db: Database, actionIds: number[]): Promise<Map<number, Origin>> {
  if (actionIds.length === 0) return new Map();
  const rows = await db
    .withRecursive('line(undo_id, action_id, steps)', (line) =>
      line
        .selectFrom('actions')
        .select((e) => ['id as undo_id', 'undoes_action_id as action_id', e.lit(1).as('steps')])
        .where('id', 'in', anyOf(actionIds))
        .unionAll((e) =>
          e
            .selectFrom('line')
            .innerJoin('actions as a', 'a.id', 'line.action_id')
            .select((step) => [
              'line.undo_id',
              'a.undoes_action_id as action_id',
              step('line.steps', '+', 1).as('steps'),
            ]),
        ),
    )
    .selectFrom('line')
    .innerJoin('actions as first', 'first.id', 'line.action_id')
    .select(['line.undo_id', 'line.steps', 'first.kind'])
    .where('first.undoes_action_id', 'is', null)
    .execute();
  return new Map(
    rows.map(({ undo_id, steps, kind }) => [
      undo_id,
      { kind: kind as ActionKind, isAgain: Number(steps) % 2 === 0 },
    ]),
  );
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
    .select(['action_id', 'subject', 'subject_id', 'before', 'after', 'how'])
    .where('action_id', 'in', anyOf(actionIds))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    actionId: row.action_id,
    subjectId: row.subject_id,
    change: changeIn(row),
  }));
}

/** The entries whose rows have not changed since. */
async function findWhatStillIs(db: Database, { household }: Member, entries: Entry[]): Promise<Set<Entry>> {
  const still = new Set<Entry>();
  for (const subject of SUBJECTS) {
    const about = entries.filter(({ change }) => change.subject === subject);
    if (about.length === 0) continue;
    const ids = [...new Set(about.map(({ subjectId }) => subjectId))];
    const rows = await db
      .selectFrom(TABLES[subject])
      .selectAll()
      .where('household_id', '=', household.id)
      .where('id', 'in', anyOf(ids))
      .execute();
    const now = new Map(rows.map((row) => [row.id, row]));
    for (const entry of about) {
      if (isStill(now.get(entry.subjectId) ?? null, entry.change.after)) still.add(entry);
    }
  }
  return still;
}

function toPastAction(
  row: Awaited<ReturnType<typeof findActions>>[number],
  { origin, ...rest }: Pick<PastAction, 'changes' | 'canUndo'> & { origin: Origin | undefined },
): PastAction {
  return {
    id: row.id,
    kind: row.kind as ActionKind,
    who: row.first_name || row.username,
    at: new Date(row.created_at),
    reason: row.reason,
    happenedOn: row.happened_on,
    undoes: origin && !origin.isAgain ? origin.kind : null,
    redoes: origin?.isAgain ? origin.kind : null,
    isUndone: row.is_undone === 1,
    ...rest,
  };
}
