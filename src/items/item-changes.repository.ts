import { isDeepStrictEqual } from 'node:util';
import type { Database, DatabaseTransaction } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { inHousehold } from '../database/locks.js';
import type { ItemRow } from '../database/tables.js';
import { findOrAddFood, respellFood } from '../foods/food.repository.js';
import { type Change, findMadeOnce, record } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import { reckonedOf } from '../stock/item-dates.repository.js';
import type { Item } from '../stock/stock.js';
import { nameKey } from '../text.js';
import { findItem } from './item.repository.js';
import type { NewState } from './item-date.js';
import { requirePlace } from './item-entry.repository.js';

export interface EditedItem {
  name: string;
  /** Thousandths. */
  quantityMilli: number;
  unit: string;
  placeId: number;
  /** Other columns that change. */
  becomes?: NewState;
}

/** `same`: nothing changed. An action's id, to undo it, with what it made of the item, which may be gone by now. */
export type Edited = { actionId: number; became: Item } | 'same' | 'gone' | 'changed meanwhile';

/**
 * Changes an item, and moves it to another place.
 * @param revision that the form was drawn at; undefined overwrites anything
 * @param onceKey names this sending of the form: a second one changes nothing
 * @throws PlaceGone
 */
export async function editItem(
  db: Database,
  member: Member,
  id: number,
  change: EditedItem,
  revision: number | undefined,
  now: Date,
  onceKey?: string,
): Promise<Edited> {
  return inHousehold(db, member, async (trx) => {
    const once = await findMadeOnce(trx, member, onceKey);
    if (once.made) return 'same';
    const item = await findItem(trx, member, id);
    const before = await findRow(trx, member, id);
    if (!item || !before) return 'gone';
    const columns = {
      place_id: change.placeId,
      quantity_milli: change.quantityMilli,
      unit: change.unit,
      ...change.becomes,
    };
    if (item.name === change.name && isDeepStrictEqual({ ...before, ...columns }, before)) return 'same';
    if (revision !== undefined && revision !== item.revision) return 'changed meanwhile';
    await requirePlace(trx, member, change.placeId);
    const food = await findOrAddFood(trx, member, change.name, now);
    // Saying that this is tomatoes does not rename the food Tomato.
    const isRespelled = food.id === item.foodId || nameKey(food.name) === nameKey(change.name);
    const respelled = isRespelled ? await respellFood(trx, member, food, change.name) : [];
    const edited = await writeItem(trx, before, { ...columns, food_id: food.id });
    const kind = item.placeId === change.placeId ? 'item_edited' : 'item_moved';
    const actionId = await record(trx, member, kind, [...respelled, edited], now, once);
    const became = await findItem(trx, member, id);
    if (!became) throw new Error('The item was there a moment ago');
    return { actionId, became };
  });
}

/** @returns the action's id; undefined when the household has no such item */
export async function deleteItem(
  db: Database,
  member: Member,
  id: number,
  now: Date,
): Promise<{ actionId: number } | undefined> {
  return inHousehold(db, member, async (trx) => {
    const before = await findRow(trx, member, id);
    if (!before) return undefined;
    const deleted = await removeItem(trx, before);
    return { actionId: await record(trx, member, 'item_deleted', [deleted], now) };
  });
}

/** The row of an item, or undefined when the household has no such item. */
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

/** The rows of those items that are the household's, by id. */
export async function findRows(
  trx: DatabaseTransaction,
  { household }: Member,
  ids: number[],
): Promise<Map<number, ItemRow>> {
  const rows: ItemRow[] = await trx
    .selectFrom('items')
    .selectAll()
    .where('household_id', '=', household.id)
    .where('id', 'in', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Writes an item's new state; the caller writes the journal.
 * @param before the row, read in this transaction
 */
export async function writeItem(
  trx: DatabaseTransaction,
  before: ItemRow,
  change: NewState & Partial<Pick<ItemRow, 'food_id' | 'quantity_milli' | 'unit'>>,
): Promise<Change> {
  const revision = before.revision + 1;
  const reckoned = await reckonedOf(trx, { ...before, ...change });
  await trx
    .updateTable('items')
    .set({ ...change, ...reckoned, revision })
    .where('household_id', '=', before.household_id)
    .where('id', '=', before.id)
    .execute();
  return { subject: 'item', before, after: { ...before, ...change, ...reckoned, revision } };
}

/** Deletes an item's row; the caller writes the journal. */
export async function removeItem(trx: DatabaseTransaction, before: ItemRow): Promise<Change> {
  await trx
    .deleteFrom('items')
    .where('household_id', '=', before.household_id)
    .where('id', '=', before.id)
    .execute();
  return { subject: 'item', before, after: null };
}
