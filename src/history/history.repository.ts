import type { IsoDate } from '../calendar/day.js';
import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { type ActionKind, type Change, changeIn, SUBJECTS, TABLES } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import { findFoodNames, findPlaceNames } from './names-in-history.repository.js';
import { isStill } from './put-back.repository.js';
import { findLatestUndos, type Latest } from './undo-chains.repository.js';

/** Something that somebody did, as the history tells it. */
export interface PastAction {
  id: number;
  kind: ActionKind;
  who: string | null;
  at: Date;
  reason: string | null;
  /** When it is not the day on which it was told. */
  happenedOn: IsoDate | null;
  isUndone: boolean;
  /** Who took it back, or did it again after that, last of all. */
  lastUndo: Latest | null;
  /** What an undo of it would take back: itself, or its latest undo. Null when that was changed again since. */
  undoId: number | null;
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
 * What happened in a household, the newest first; an undo is told by what it took back, not by itself.
 * @param page how many at most; only ids below `before`; only about one item, or some foods
 */
export async function listHistory(db: Database, member: Member, page: Page): Promise<History> {
  const found = await findActions(db, member, page);
  const shown = found.slice(0, page.most);
  const ids = shown.map(({ id }) => id);
  const undos = await findLatestUndos(db, ids);
  const entries = await findEntries(db, [...ids, ...[...undos.values()].map(({ id }) => id)]);
  const still = await findWhatStillIs(db, member, entries);
  const actions = shown.map((row): PastAction => {
    const lastUndo = undos.get(row.id) ?? null;
    const lastId = lastUndo?.id ?? row.id;
    const last = entries.filter(({ actionId }) => actionId === lastId);
    return {
      ...toPastAction(row),
      changes: entries.filter(({ actionId }) => actionId === row.id).map(({ change }) => change),
      lastUndo,
      undoId: last.length > 0 && last.every((entry) => still.has(entry)) ? lastId : null,
    };
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
    .select(['a.id', 'a.kind', 'a.created_at', 'a.reason', 'a.happened_on', 'a.is_undone'])
    .select(['u.username', 'u.first_name'])
    .where('a.household_id', '=', household.id)
    .where('a.undoes_action_id', 'is', null)
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
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select('e.action_id')
    .where('e.subject', '=', 'item')
    .where('e.subject_id', '=', itemId)
    .where('e.action_id', '<', before)
    .where('a.undoes_action_id', 'is', null)
    .orderBy('e.id', 'desc')
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
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select('e.action_id')
    .where((on) =>
      on.or([
        on('e.food_id', 'in', anyOf(foodIds)),
        on.and([on('e.subject', '=', 'food'), on('e.subject_id', 'in', anyOf(foodIds))]),
      ]),
    )
    .where('e.action_id', '<', before)
    .where('a.undoes_action_id', 'is', null)
    .groupBy('e.action_id')
    .orderBy('e.action_id', 'desc')
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
): Omit<PastAction, 'changes' | 'lastUndo' | 'undoId'> {
  return {
    id: row.id,
    kind: row.kind as ActionKind,
    who: row.first_name || row.username,
    at: new Date(row.created_at),
    reason: row.reason,
    happenedOn: row.happened_on,
    isUndone: row.is_undone === 1,
  };
}
