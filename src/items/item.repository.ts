import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { prepared } from '../database/prepared.js';
import type { Member } from '../members/member.js';
import { ITEM_COLUMNS, type Item } from '../stock/stock.js';

const PARTS = Object.entries(ITEM_COLUMNS).map(([part, column]) => `i.${column} as ${part}` as const);

/** All items of a place, the oldest first. */
export async function listItemsIn(db: Database, member: Member, placeId: number): Promise<Item[]> {
  return itemsIn(db, member.household.id, placeId);
}

const itemsIn = prepared(2, (db, household: number, place: number) =>
  items(db, household).where('i.place_id', '=', place).orderBy('i.id'),
);

/** The items of some foods, by the day to eat them by, without one last. */
export async function listItemsOfFoods(db: Database, member: Member, foodIds: number[]): Promise<Item[]> {
  if (foodIds.length === 0) return [];
  // With "nulls last" SQLite would read all items.
  return items(db, member.household.id)
    .where('i.food_id', 'in', anyOf(foodIds))
    .orderBy((e) => e('i.best_before', 'is', null))
    .orderBy('i.best_before')
    .orderBy('i.id')
    .execute();
}

/** The item, or undefined when the household has no such item. */
export async function findItem(db: Database, member: Member, id: number): Promise<Item | undefined> {
  const [item] = await itemWithId(db, member.household.id, id);
  return item;
}

const itemWithId = prepared(2, (db, household: number, id: number) =>
  items(db, household).where('i.id', '=', id),
);

/** A query of a household's items, with the names of their places and foods. */
export function items(db: Database, householdId: number) {
  return db
    .selectFrom('items as i')
    .innerJoin('places as p', 'p.id', 'i.place_id')
    .innerJoin('foods as f', 'f.id', 'i.food_id')
    .select(PARTS)
    .select(['p.name as placeName', 'p.kind as placeKind', 'f.name as name'])
    .$castTo<Item>()
    .where('i.household_id', '=', householdId);
}
