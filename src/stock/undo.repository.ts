import {
  type Database,
  type DatabaseTransaction,
  isForeignKeyViolation,
  isUniqueViolation,
} from '../database/database.js';
import type { FoodRow, ItemRow, PlaceRow } from '../database/tables.js';
import type { Member } from '../people/person.js';
import { putLinesBack } from './food-lines.repository.js';
import { RECKONED, reckonAnew } from './item-dates.repository.js';
import { type ActionKind, type Change, changeIn, record, rowOf, TABLES } from './journal.repository.js';
import { saysTheSame } from './snapshot.js';

type Row = PlaceRow | FoodRow | ItemRow;

/** Why an action can't be undone now. */
export class CannotUndo extends Error {
  constructor(
    readonly reason:
      | 'already undone'
      | 'changed since'
      | 'still used'
      | 'food still used'
      | 'place gone'
      | 'food gone'
      | 'name taken'
      | 'food name taken',
  ) {
    super(`Can't undo: ${reason}`);
  }
}

export interface Undone {
  /** What was done in the first place: what was undone, or what that had undone, and so on. */
  kind: ActionKind;
  /** The action by which that was done. */
  firstId: number;
  /** True when an undo was undone, so that it is done again. */
  isDoneAgain: boolean;
  /** What was changed by what was undone. */
  changes: Change[];
  /** The undoing, which can be undone itself. */
  actionId: number;
}

/**
 * Puts back exactly what was there before an action, all of it or nothing. Only a row's revision goes on counting, so
 * that a form drawn before the undo can't overwrite it unasked.
 * @returns undefined when the household has no such action
 * @throws CannotUndo
 */
export async function undoAction(
  db: Database,
  member: Member,
  actionId: number,
  now: Date,
): Promise<Undone | undefined> {
  try {
    return await db.transaction().execute(async (trx) => {
      if (!(await isThere(trx, member, actionId))) return undefined;
      const changes = await listChanges(trx, actionId);
      const reversed: Change[] = [];
      // The last change goes first, so that a place is back before its items.
      for (const change of changes.toReversed()) reversed.push(await putBack(trx, member, change));
      const { kind, firstId, isUndone } = await markUndone(trx, actionId);
      const id = await record(trx, member, 'undone', reversed, now, { undoes: actionId });
      await putLinesBack(trx, member, actionId, id);
      return { kind, firstId, isDoneAgain: !isUndone, changes, actionId: id };
    });
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new CannotUndo(await whatIsGone(db, member, actionId));
    if (!isUniqueViolation(error)) throw error;
    const changes = await listChanges(db, actionId);
    throw new CannotUndo(
      changes.some(({ subject }) => subject === 'food') ? 'food name taken' : 'name taken',
    );
  }
}

/** What is no longer there that an item would have to go back to. */
async function whatIsGone(
  db: Database,
  { household }: Member,
  actionId: number,
): Promise<'place gone' | 'food gone'> {
  const changes = await listChanges(db, actionId);
  const places = changes.flatMap(({ before }) => (before && 'place_id' in before ? before.place_id : []));
  const wanted = [...new Set(places)];
  if (wanted.length === 0) return 'food gone';
  const there = await db
    .selectFrom('places')
    .select('id')
    .where('household_id', '=', household.id)
    .where('id', 'in', wanted)
    .execute();
  return there.length < wanted.length ? 'place gone' : 'food gone';
}

/** True when the household has such an action. @throws CannotUndo */
async function isThere(trx: DatabaseTransaction, { household }: Member, actionId: number): Promise<boolean> {
  const action = await trx
    .selectFrom('actions as a')
    .leftJoin('actions as undo', 'undo.undoes_action_id', 'a.id')
    .select('undo.id as undone_by')
    .where('a.id', '=', actionId)
    .where('a.household_id', '=', household.id)
    .executeTakeFirst();
  // Also when that undo was undone since: then the newer undo is the one to take back.
  if (action?.undone_by) throw new CannotUndo('already undone');
  return action !== undefined;
}

async function listChanges(db: Database, actionId: number): Promise<Change[]> {
  const entries = await db
    .selectFrom('journal_entries')
    .select(['subject', 'before', 'after'])
    .where('action_id', '=', actionId)
    .orderBy('id')
    .execute();
  return entries.map(changeIn);
}

/** @returns the change that was made by putting back, to be written down */
async function putBack(trx: DatabaseTransaction, { household }: Member, change: Change): Promise<Change> {
  const table = TABLES[change.subject];
  const { id } = rowOf<Row>(change);
  const own = { id, household_id: household.id };
  const found = await trx
    .selectFrom(table)
    .selectAll()
    .where((e) => e.and(own))
    .executeTakeFirst();
  const now: Row | null = found ?? null;
  if (!isStill(now, change.after)) throw new CannotUndo('changed since');
  const back = change.before && now ? renumbered(change.before, now) : change.before;
  if (!back) await takeOut(trx, table, own);
  else if (!now) await trx.insertInto(table).values(back).execute();
  else
    await trx
      .updateTable(table)
      .set(changeable(back))
      .where((e) => e.and(own))
      .execute();
  if (back) await reckonAnew(trx, household.id, { [`${change.subject}Ids`]: [id] });
  return { subject: change.subject, before: now, after: back } as Change;
}

/** True when a row is what an action left, however often it was changed and changed back since. */
export function isStill(now: Row | null, left: Row | null): boolean {
  return saysTheSame(now, left, [...RECKONED, 'revision']);
}

function renumbered(back: Row, now: Row): Row {
  return 'revision' in back && 'revision' in now ? { ...back, revision: now.revision + 1 } : back;
}

async function takeOut(
  trx: DatabaseTransaction,
  table: (typeof TABLES)[keyof typeof TABLES],
  own: { id: number; household_id: number },
): Promise<void> {
  try {
    await trx
      .deleteFrom(table)
      .where((e) => e.and(own))
      .execute();
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new CannotUndo(table === 'foods' ? 'food still used' : 'still used');
  }
}

function changeable(row: Row): object {
  const { id: _id, household_id: _household, created_at: _made, ...rest } = row;
  return rest;
}

/**
 * What was undone by an action that is undone now stands again, and so on down to the first.
 * @returns what that first one was, and whether it is undone now
 */
async function markUndone(
  trx: DatabaseTransaction,
  actionId: number,
): Promise<{ kind: ActionKind; firstId: number; isUndone: boolean }> {
  let id = actionId;
  for (let isUndone = 1; ; isUndone = 1 - isUndone) {
    const action: { kind: string; undoes_action_id: number | null } = await trx
      .updateTable('actions')
      .set({ is_undone: isUndone })
      .where('id', '=', id)
      .returning(['kind', 'undoes_action_id'])
      .executeTakeFirstOrThrow();
    if (action.undoes_action_id === null)
      return { kind: action.kind as ActionKind, firstId: id, isUndone: isUndone === 1 };
    id = action.undoes_action_id;
  }
}
