import { dayIn } from '../calendar/day.js';
import type { Database, DatabaseTransaction } from '../database/database.js';
import { inHousehold } from '../database/locks.js';
import { preparedInsert } from '../database/prepared.js';
import type { ItemRow } from '../database/tables.js';
import { findOrAddFood } from '../foods/food.repository.js';
import { findFoodNow } from '../foods/food-merges.repository.js';
import { type Change, findMadeOnce, record } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import { findPlace } from '../places/place.repository.js';
import { reckonedOf } from '../stock/item-dates.repository.js';
import type { ItemContent, Place } from '../stock/stock.js';
import { factColumns, newFacts } from './item-date.js';

/** The place is not, or no longer, the household's. */
export class PlaceGone extends Error {}

/**
 * @param onceKey of this sending of the form: a second one adds nothing
 * @throws PlaceGone
 */
export async function addItem(
  db: Database,
  member: Member,
  placeId: number,
  content: ItemContent,
  now: Date,
  onceKey?: string,
): Promise<{ id: number; actionId: number }> {
  return inHousehold(db, member, async (trx) => {
    const once = await findMadeOnce(trx, member, onceKey);
    if (once.made) return once.made;
    const row = await insertItem(trx, member, placeId, content, now);
    const changes: Change[] = [{ subject: 'item', before: null, after: row }];
    const actionId = await record(trx, member, 'item_added', changes, now, once);
    return { id: row.id, actionId };
  });
}

/**
 * Adds what was put away, all or nothing.
 * @param trx the transaction that commits the draft
 * @param placeId for items that name no place
 * @returns the action's id
 * @throws PlaceGone
 */
export async function addPutAway(
  trx: DatabaseTransaction,
  member: Member,
  placeId: number,
  contents: (ItemContent & { placeId?: number | null })[],
  now: Date,
): Promise<number> {
  const changes: Change[] = [];
  for (const content of contents) {
    const after = await insertItem(trx, member, content.placeId ?? placeId, content, now);
    changes.push({ subject: 'item', before: null, after });
  }
  return record(trx, member, 'put_away', changes, now);
}

/** Adds an item to its place; the caller writes the journal. @throws PlaceGone */
export async function insertItem(
  trx: DatabaseTransaction,
  member: Member,
  placeId: number,
  content: ItemContent,
  now: Date,
): Promise<ItemRow> {
  const place = await requirePlace(trx, member, placeId);
  const picked = content.foodId ? await findFoodNow(trx, member, content.foodId) : undefined;
  const food = picked ?? (await findOrAddFood(trx, member, content.name, now));
  const row = {
    household_id: member.household.id,
    place_id: placeId,
    food_id: food.id,
    unit: content.unit,
    ...factColumns(newFacts(content, place.kind, dayIn(member.household.timeZone, now))),
  };
  return insertRow(trx, {
    ...row,
    quantity_milli: content.quantityMilli,
    level: content.level ?? null,
    ...(await reckonedOf(trx, row)),
    created_at: now.toISOString(),
  });
}

const insertRow = preparedInsert('items');

/** @throws PlaceGone */
export async function requirePlace(
  trx: DatabaseTransaction,
  member: Member,
  placeId: number,
): Promise<Place> {
  const place = await findPlace(trx, member, placeId);
  if (!place) throw new PlaceGone();
  return place;
}
