import { isDeepStrictEqual } from 'node:util';
import { minus } from '../amounts/fractions.js';
import type { IsoDate } from '../calendar/day.js';
import type { Database, DatabaseTransaction } from '../database/database.js';
import type { ItemRow } from '../database/tables.js';
import {
  type ActionKind,
  type Change,
  findLastAction,
  findMadeOnce,
  record,
} from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import { reckonedOf } from '../stock/item-dates.repository.js';
import { findRow, removeItem, writeItem } from './item-changes.repository.js';
import type { NewState } from './item-date.js';
import { requirePlace } from './item-entry.repository.js';

/** What happened to an item, or to some of it. */
export interface ItemAction {
  kind: Extract<
    ActionKind,
    'eaten' | 'thrown_away' | 'opened' | 'frozen' | 'thawed' | 'item_moved' | 'item_edited' | 'level_set'
  >;
  /** How much of it, in thousandths; all of it when left out, or when there is no more. */
  quantityMilli?: number | undefined;
  /** What that much of it is from now on; null: gone. */
  becomes: NewState | null;
  /** Why it was thrown away. */
  reason?: string | undefined;
  /** The day on which it happened, when that was not today. */
  happenedOn?: IsoDate | undefined;
}

/**
 * Does what happened to an item. When it happened to some of it, the rest stays as it is, and what is not gone
 * becomes an item of its own.
 * @param onceKey names this tap: a second one with the same key does nothing
 * @returns the action's id, by which it can be undone: null when it is so already, and not by a tap;
 * undefined when the household has no such item
 * @throws PlaceGone
 */
export async function actOnItem(
  db: Database,
  member: Member,
  id: number,
  action: ItemAction,
  now: Date,
  onceKey?: string,
): Promise<{ actionId: number | null } | undefined> {
  return db.transaction().execute(async (trx) => {
    const once = await findMadeOnce(trx, member, onceKey);
    if (once.made) return { actionId: once.made.actionId };
    const row = await findRow(trx, member, id);
    if (!row) return undefined;
    if (isSo(row, action)) return { actionId: await findWhatMadeItSo(trx, member, id, action) };
    if (action.becomes?.place_id !== undefined) await requirePlace(trx, member, action.becomes.place_id);
    const changes = await changed(trx, row, action);
    const links = { ...once, reason: action.reason, happenedOn: action.happenedOn };
    return { actionId: await record(trx, member, action.kind, changes, now, links) };
  });
}

/**
 * Throws several items away, whole, as one action. What is gone by now is left as it is.
 * @param ids of items; another household's are none
 * @param onceKey names this tap: a second one with the same key does nothing
 * @returns how many went and the action's id, by which it can be undone; undefined when none of them is there
 */
export async function throwAway(
  db: Database,
  member: Member,
  ids: number[],
  now: Date,
  onceKey?: string,
): Promise<{ count: number; actionId: number } | undefined> {
  return db.transaction().execute(async (trx) => {
    const once = await findMadeOnce(trx, member, onceKey);
    if (once.made) return { count: ids.length, actionId: once.made.actionId };
    const changes: Change[] = [];
    for (const id of ids) {
      const row = await findRow(trx, member, id);
      if (row) changes.push(await removeItem(trx, row));
    }
    if (changes.length === 0) return undefined;
    const actionId = await record(trx, member, 'thrown_away', changes, now, once);
    return { count: changes.length, actionId };
  });
}

/** What changes a row by one tap; an edit may have changed more than that. */
const TAPS: ReadonlySet<ActionKind> = new Set(['opened', 'frozen', 'thawed', 'item_moved', 'level_set']);

/** True when the action would change nothing: somebody, or another tap, was first. */
function isSo(row: ItemRow, { quantityMilli, becomes }: ItemAction): boolean {
  if (!becomes || !isAll(row, quantityMilli)) return false;
  return isDeepStrictEqual({ ...row, ...becomes }, row);
}

/** The tap that was first, when it was the last thing done to the item; null when that was something else. */
async function findWhatMadeItSo(
  trx: DatabaseTransaction,
  member: Member,
  id: number,
  action: ItemAction,
): Promise<number | null> {
  const last = await findLastAction(trx, member, 'item', id);
  const before = last?.change.before as ItemRow | null | undefined;
  if (!last || !before || !TAPS.has(last.kind)) return null;
  return isSo(before, action) ? null : last.actionId;
}

/** True when so much, in thousandths, is all that there is, or nobody said how much. */
function isAll(row: ItemRow, quantityMilli: number | undefined): boolean {
  return quantityMilli === undefined || row.level !== null || minus(row.quantity_milli, quantityMilli) <= 0;
}

async function changed(
  trx: DatabaseTransaction,
  row: ItemRow,
  { quantityMilli, becomes }: ItemAction,
): Promise<Change[]> {
  if (quantityMilli === undefined || isAll(row, quantityMilli)) {
    return [becomes ? await writeItem(trx, row, becomes) : await removeItem(trx, row)];
  }
  const rest = await writeItem(trx, row, { quantity_milli: minus(row.quantity_milli, quantityMilli) });
  return becomes ? [rest, await splitOff(trx, row, { ...becomes, quantity_milli: quantityMilli })] : [rest];
}

/** Some of an item becomes one of its own; it is as old as the rest. */
async function splitOff(
  trx: DatabaseTransaction,
  { id: _id, revision: _revision, ...row }: ItemRow,
  becomes: NewState & { quantity_milli: number },
): Promise<Change> {
  const split = { ...row, ...becomes };
  const after = await trx
    .insertInto('items')
    .values({ ...split, ...(await reckonedOf(trx, split)) })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { subject: 'item', before: null, after };
}
