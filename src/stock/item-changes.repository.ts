import type { Database, DatabaseTransaction } from '../database/database.js';
import type { ItemRow, Level } from '../database/tables.js';
import type { Member } from '../people/person.js';
import { nameKey } from '../text.js';
import { findOrAddFood, respellFood } from './food.repository.js';
import { findItem } from './item.repository.js';
import { dateColumns, requirePlace } from './item-entry.repository.js';
import { type Change, record } from './journal.repository.js';
import type { Item, ItemContent } from './stock.js';

/** What the form of an item says. */
export interface EditedItem extends ItemContent {
  placeId: number;
  /** What else it becomes by going there: frozen, say, with another date. */
  becomes?: NewState | undefined;
}

/** `same`: there was nothing to change. An action's id, by which it can be undone. */
export type Edited = { actionId: number } | 'same' | 'gone' | 'changed meanwhile';

/** The columns that what happens to an item changes. Whoever read the item works out the dates. */
export interface NewState {
  place_id?: number;
  best_before?: string | null;
  estimate_id?: string | null;
  opened_on?: string | null;
  frozen_on?: string | null;
  thawed_on?: string | null;
  level?: Level | null;
}

/**
 * Changes an item, and moves it when its place is another.
 * @param revision that the form was drawn at; undefined overwrites whatever is there
 * @throws PlaceGone
 */
export async function editItem(
  db: Database,
  member: Member,
  id: number,
  change: EditedItem,
  revision: number | undefined,
  now: Date,
): Promise<Edited> {
  return db.transaction().execute(async (trx) => {
    const item = await findItem(trx, member, id);
    const before = await findRow(trx, member, id);
    if (!item || !before) return 'gone';
    if (saysTheSame(item, change)) return 'same';
    if (revision !== undefined && revision !== item.revision) return 'changed meanwhile';
    await requirePlace(trx, member, change.placeId);
    const food = await findOrAddFood(trx, member, change.name, now);
    // The singular or plural of another food only finds it: nobody who says what this is means to rename that.
    const isRespelled = food.id === item.foodId || nameKey(food.name) === nameKey(change.name);
    const respelled = isRespelled ? await respellFood(trx, member, food, change.name) : [];
    const edited = await writeItem(trx, before, {
      place_id: change.placeId,
      food_id: food.id,
      quantity_milli: change.quantityMilli,
      unit: change.unit,
      level: change.level ?? null,
      ...newDate(item, change),
      ...change.becomes,
    });
    const kind = item.placeId === change.placeId ? 'item_edited' : 'item_moved';
    return { actionId: await record(trx, member, kind, [...respelled, edited], now) };
  });
}

/** @returns the action's id, by which it can be undone; undefined when the household has no such item */
export async function deleteItem(
  db: Database,
  member: Member,
  id: number,
  now: Date,
): Promise<{ actionId: number } | undefined> {
  return db.transaction().execute(async (trx) => {
    const before = await findRow(trx, member, id);
    if (!before) return undefined;
    const deleted = await removeItem(trx, before);
    return { actionId: await record(trx, member, 'item_deleted', [deleted], now) };
  });
}

/** The whole row of an item, or undefined when the household has no such item. */
export function findRow(
  trx: DatabaseTransaction,
  { household }: Member,
  id: number,
): Promise<ItemRow | undefined> {
  return trx
    .selectFrom('items')
    .selectAll()
    .where('id', '=', id)
    .where('household_id', '=', household.id)
    .executeTakeFirst();
}

/**
 * Writes an item's new state; whoever calls it writes the journal.
 * @param before the row as it is, read in this transaction
 */
export async function writeItem(
  trx: DatabaseTransaction,
  before: ItemRow,
  change: Partial<Omit<ItemRow, 'id' | 'household_id' | 'created_at' | 'revision'>>,
): Promise<Change> {
  const revision = before.revision + 1;
  await trx
    .updateTable('items')
    .set({ ...change, revision })
    .where('household_id', '=', before.household_id)
    .where('id', '=', before.id)
    .execute();
  return { subject: 'item', before, after: { ...before, ...change, revision } };
}

/** Takes an item's row out; whoever calls it writes the journal. */
export async function removeItem(trx: DatabaseTransaction, before: ItemRow): Promise<Change> {
  await trx
    .deleteFrom('items')
    .where('household_id', '=', before.household_id)
    .where('id', '=', before.id)
    .execute();
  return { subject: 'item', before, after: null };
}

function saysTheSame(item: Item, change: EditedItem): boolean {
  return (
    item.name === change.name &&
    item.placeId === change.placeId &&
    item.quantityMilli === change.quantityMilli &&
    item.unit === change.unit &&
    item.level === (change.level ?? null) &&
    isSameDay(item, change) &&
    item.dateKind === (change.dateKind ?? item.dateKind)
  );
}

/** A date that was left as it stood stays what it was, printed or estimated; only its kind may be another. */
function newDate(item: Item, change: ItemContent): Partial<ItemRow> {
  const dateKind = change.dateKind ?? item.dateKind;
  return isSameDay(item, change) ? { date_kind: dateKind } : dateColumns({ ...change, dateKind });
}

function isSameDay(item: Item, change: ItemContent): boolean {
  return (
    item.bestBefore === change.bestBefore &&
    (change.estimateId === undefined || change.estimateId === item.estimateId)
  );
}
