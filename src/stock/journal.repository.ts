import { isDeepStrictEqual } from 'node:util';
import {
  type Database,
  type DatabaseTransaction,
  isForeignKeyViolation,
  isUniqueViolation,
} from '../database/database.js';
import type { FoodRow, ItemRow, PlaceRow } from '../database/tables.js';
import type { Member } from '../people/person.js';

/** What a person did, as the journal calls it. */
export type ActionKind =
  | 'place_added'
  | 'place_edited'
  | 'place_deleted'
  | 'places_arranged'
  | 'item_added'
  | 'item_edited'
  | 'item_moved'
  | 'item_deleted'
  | 'put_away'
  | 'undone';

/** One row before and after an action; null where it was not there. */
export type Change =
  | { subject: 'place'; before: PlaceRow | null; after: PlaceRow | null }
  | { subject: 'food'; before: FoodRow | null; after: FoodRow | null }
  | { subject: 'item'; before: ItemRow | null; after: ItemRow | null };

const TABLES = { place: 'places', food: 'foods', item: 'items' } as const;

/**
 * Writes down what an action changed, in the transaction that changes it.
 * @param changes in the order in which they were made
 * @returns the action's id, by which it can be undone
 */
export async function record(
  trx: DatabaseTransaction,
  member: Member,
  kind: ActionKind,
  changes: Change[],
  now: Date,
  links: { undoes?: number | undefined; onceKey?: string | undefined } = {},
): Promise<number> {
  const { id } = await trx
    .insertInto('actions')
    .values({
      household_id: member.household.id,
      user_id: member.user.id,
      kind,
      once_key: links.onceKey ?? null,
      undoes_action_id: links.undoes ?? null,
      created_at: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (changes.length > 0) {
    const entries = changes.map((change) => ({
      action_id: id,
      subject: change.subject,
      subject_id: rowOf(change).id,
      before: change.before && JSON.stringify(change.before),
      after: change.after && JSON.stringify(change.after),
    }));
    await trx.insertInto('journal_entries').values(entries).execute();
  }
  return id;
}

/** What a banner needs to offer the undoing of an action. */
export function undoLink(actionId: number): { action: string; label: string } {
  return { action: `/journal/${actionId}/undo`, label: 'Undo' };
}

/**
 * What was made by an action that came with this key: the same form sent a second time.
 * @returns the id of the first row that the action made
 */
export async function findMadeOnce(
  trx: DatabaseTransaction,
  { household }: Member,
  onceKey: string | undefined,
): Promise<{ id: number; actionId: number; undone: boolean } | undefined> {
  if (onceKey === undefined) return undefined;
  const made = await trx
    .selectFrom('actions as a')
    .innerJoin('journal_entries as e', 'e.action_id', 'a.id')
    .leftJoin('actions as undo', 'undo.undoes_action_id', 'a.id')
    .select(['e.subject_id as id', 'a.id as actionId', 'undo.id as undoneBy'])
    .where('a.once_key', '=', onceKey)
    .where('a.household_id', '=', household.id)
    .orderBy('e.id')
    .executeTakeFirst();
  return made && { id: made.id, actionId: made.actionId, undone: made.undoneBy !== null };
}

/** The action that deleted a row which is gone, or undefined when the household never had it. */
export async function findDeletion(
  db: Database,
  { household }: Member,
  subject: Change['subject'],
  id: number,
): Promise<{ actionId: number; before: unknown } | undefined> {
  const last = await db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select(['a.id as actionId', 'e.before', 'e.after'])
    .where('e.subject', '=', subject)
    .where('e.subject_id', '=', id)
    .where('a.household_id', '=', household.id)
    .orderBy('e.id', 'desc')
    .executeTakeFirst();
  if (!last?.before || last.after) return undefined;
  return { actionId: last.actionId, before: JSON.parse(last.before) };
}

/** Why an action can't be undone now. */
export class CannotUndo extends Error {
  constructor(
    readonly reason: 'already undone' | 'changed since' | 'still used' | 'place gone' | 'name taken',
  ) {
    super(`Can't undo: ${reason}`);
  }
}

export interface Undone {
  /** What was undone. */
  kind: ActionKind;
  changes: Change[];
}

/**
 * Puts back exactly what was there before an action, ids and revisions included; all of it or nothing.
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
      const action = await findAction(trx, member, actionId);
      if (!action) return undefined;
      const changes = await listChanges(trx, actionId);
      // The last change goes first, so that a place is back before its items.
      for (const change of changes.toReversed()) await putBack(trx, change);
      const reversed = changes.toReversed().map(turnedRound);
      await record(trx, member, 'undone', reversed, now, { undoes: actionId });
      return { kind: action.kind, changes };
    });
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new CannotUndo('place gone');
    if (isUniqueViolation(error)) throw new CannotUndo('name taken');
    throw error;
  }
}

async function findAction(
  trx: DatabaseTransaction,
  { household }: Member,
  actionId: number,
): Promise<{ kind: ActionKind } | undefined> {
  const action = await trx
    .selectFrom('actions as a')
    .leftJoin('actions as undo', 'undo.undoes_action_id', 'a.id')
    .select(['a.kind', 'undo.id as undone_by'])
    .where('a.id', '=', actionId)
    .where('a.household_id', '=', household.id)
    .executeTakeFirst();
  if (action?.undone_by) throw new CannotUndo('already undone');
  return action && { kind: action.kind as ActionKind };
}

async function listChanges(trx: DatabaseTransaction, actionId: number): Promise<Change[]> {
  const entries = await trx
    .selectFrom('journal_entries')
    .select(['subject', 'before', 'after'])
    .where('action_id', '=', actionId)
    .orderBy('id')
    .execute();
  return entries.map(
    ({ subject, before, after }) =>
      ({ subject, before: before && JSON.parse(before), after: after && JSON.parse(after) }) as Change,
  );
}

async function putBack(trx: DatabaseTransaction, change: Change): Promise<void> {
  const table = TABLES[change.subject];
  const { id } = rowOf(change);
  const now = await trx.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst();
  if (!isDeepStrictEqual(now ?? null, change.after)) throw new CannotUndo('changed since');
  if (!change.before) await takeOut(trx, table, id);
  else if (!change.after) await trx.insertInto(table).values(change.before).execute();
  else await trx.updateTable(table).set(changeable(change.before)).where('id', '=', id).execute();
}

async function takeOut(
  trx: DatabaseTransaction,
  table: 'places' | 'foods' | 'items',
  id: number,
): Promise<void> {
  try {
    await trx.deleteFrom(table).where('id', '=', id).execute();
  } catch (error) {
    throw isForeignKeyViolation(error) ? new CannotUndo('still used') : error;
  }
}

function changeable(row: PlaceRow | FoodRow | ItemRow): object {
  const { id: _id, household_id: _household, created_at: _made, ...rest } = row;
  return rest;
}

function turnedRound(change: Change): Change {
  return { ...change, before: change.after, after: change.before } as Change;
}

function rowOf(change: Change): { id: number } {
  const row = change.after ?? change.before;
  if (!row) throw new Error('A change has a row before it or after it');
  return row;
}
