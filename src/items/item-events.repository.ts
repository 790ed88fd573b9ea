import { isDeepStrictEqual } from 'node:util';
import { minus } from '../amounts/fractions.js';
import type { IsoDate } from '../calendar/day.js';
import type { Database, DatabaseTransaction } from '../database/database.js';
import { inHousehold } from '../database/locks.js';
import type { ItemRow } from '../database/tables.js';
import {
  type ActionKind,
  type Change,
  findLastAction,
  findMadeOnce,
  listChanges,
  record,
  rowOf,
} from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import { reckonedOf } from '../stock/item-dates.repository.js';
import { findRow, removeItem, writeItem } from './item-changes.repository.js';
import type { NewState } from './item-date.js';
import { requirePlace } from './item-entry.repository.js';

export interface ItemAction {
  kind: Extract<
    ActionKind,
    'eaten' | 'thrown_away' | 'opened' | 'frozen' | 'thawed' | 'item_moved' | 'item_edited' | 'level_set'
  >;
  /** Thousandths; all of it when left out, or when there is no more. */
  quantityMilli?: number | undefined;
  /** New columns of that much; null: gone. */
  becomes: NewState | null;
  reason?: string | undefined;
  /** When it was not today. */
  happenedOn?: IsoDate | undefined;
  /** Of the item that `becomes` was made from; any, when left out. */
  revision?: number | undefined;
}

/** The item has another revision by now. */
export class ChangedMeanwhile extends Error {}

type ItemChange = Extract<Change, { subject: 'item' }>;

/** What was done, now or by an earlier tap. */
export interface Acted {
  /** Null when it was so already, and not by a tap. */
  actionId: number | null;
  /** What that action made of the item; undefined without an action. */
  change: ItemChange | undefined;
}

/**
 * Records what happened to an item. When it was only some of it, that part becomes an item of its own, unless it is
 * gone.
 * @param onceKey of this tap: a second one does nothing
 * @returns undefined when the household has no such item
 * @throws PlaceGone, ChangedMeanwhile
 */
export async function actOnItem(
  db: Database,
  member: Member,
  id: number,
  action: ItemAction,
  now: Date,
  onceKey?: string,
): Promise<Acted | undefined> {
  return inHousehold(db, member, async (trx) => {
    const once = await findMadeOnce(trx, member, onceKey);
    if (once.made) return acted(once.made.actionId, id, await listChanges(trx, once.made.actionId));
    const row = await findRow(trx, member, id);
    if (!row) return undefined;
    if (action.revision !== undefined && action.revision !== row.revision) throw new ChangedMeanwhile();
    if (isSo(row, action)) return findWhatMadeItSo(trx, member, id, action);
    if (action.becomes?.place_id !== undefined) await requirePlace(trx, member, action.becomes.place_id);
    const changes = await changed(trx, row, action);
    const links = { ...once, reason: action.reason, happenedOn: action.happenedOn };
    return acted(await record(trx, member, action.kind, changes, now, links), id, changes);
  });
}

function acted(actionId: number, id: number, changes: Change[]): Acted {
  const ofItems = changes.filter((change): change is ItemChange => change.subject === 'item');
  return { actionId, change: ofItems.find((change) => rowOf(change).id === id) };
}

/**
 * Throws several whole items away, as one action; those that are gone are skipped.
 * @param ids of items; another household's are skipped
 * @param onceKey of this tap: a second one does nothing
 * @returns how many went, and the action's id; undefined when none is there
 */
export async function throwAway(
  db: Database,
  member: Member,
  ids: number[],
  now: Date,
  onceKey?: string,
): Promise<{ count: number; actionId: number } | undefined> {
  return inHousehold(db, member, async (trx) => {
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

/** Actions that change only what a tap says. */
const TAPS: ReadonlySet<ActionKind> = new Set(['opened', 'frozen', 'thawed', 'item_moved', 'level_set']);

/** True when the action would change nothing: a tap was first. */
function isSo(row: ItemRow, { quantityMilli, becomes }: ItemAction): boolean {
  if (!becomes || !isAll(row, quantityMilli)) return false;
  return isDeepStrictEqual({ ...row, ...becomes }, row);
}

/** The tap that was first, if nothing was done to the item since. */
async function findWhatMadeItSo(
  trx: DatabaseTransaction,
  member: Member,
  id: number,
  action: ItemAction,
): Promise<Acted> {
  const last = await findLastAction(trx, member, 'item', id);
  const before = last?.change.before as ItemRow | null | undefined;
  const isByTap = last && before && TAPS.has(last.kind) && !isSo(before, action);
  return isByTap ? acted(last.actionId, id, [last.change]) : { actionId: null, change: undefined };
}

/** True when this quantity, in thousandths, is all there is, or none is named. */
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

/** Makes an item of its own of some of one. */
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
