import {
  type Database,
  type DatabaseTransaction,
  isForeignKeyViolation,
  isUniqueViolation,
} from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { inHousehold } from '../database/locks.js';
import { type ActionKind, type Change, listChanges, record } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import { putLinesBack } from '../shopping/food-lines.repository.js';
import { CannotUndo, putAllBack } from './put-back.repository.js';

export interface Undone {
  /** What was done first, before any undo. */
  kind: ActionKind;
  firstId: number;
  /** An undo was undone. */
  isDoneAgain: boolean;
  changes: Change[];
  /** The undo's own action. */
  actionId: number;
}

/**
 * Puts back what was there before an action, all or nothing. A row's revision still goes up, so that an older form
 * can't overwrite it.
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
    return await inHousehold(db, member, async (trx) => {
      if (!(await isThere(trx, member, actionId))) return undefined;
      const changes = await listChanges(trx, actionId);
      const reversed = await putAllBack(trx, member, changes);
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

/** Rows that an item would need and that are gone. */
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
    .where('id', 'in', anyOf(wanted))
    .execute();
  return there.length < wanted.length ? 'place gone' : 'food gone';
}

/** True when the household has such an action. @throws CannotUndo when it is undone already */
async function isThere(trx: DatabaseTransaction, { household }: Member, actionId: number): Promise<boolean> {
  const action = await trx
    .selectFrom('actions as a')
    .leftJoin('actions as undo', 'undo.undoes_action_id', 'a.id')
    .select('undo.id as undone_by')
    .where('a.id', '=', actionId)
    .where('a.household_id', '=', household.id)
    .executeTakeFirst();
  // Even when that undo was undone: then the newer undo is the one to take back.
  if (action?.undone_by) throw new CannotUndo('already undone');
  return action !== undefined;
}

/**
 * Marks an action as undone, or as done again, and so on down a chain of undos.
 * @returns the first action, and whether it is undone now
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
