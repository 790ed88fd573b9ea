import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import type { Member } from '../members/member.js';
import { ITEM_COLUMNS, type Item } from '../stock/stock.js';

const PARTS = Object.entries(ITEM_COLUMNS);
const COLUMNS = PARTS.map(([, column]) => `i.${column}` as const);

/** All items of a place, the oldest first. */
export async function listItemsIn(db: Database, member: Member, placeId: number): Promise<Item[]> {
  const rows = await items(db, member).where('i.place_id', '=', placeId).orderBy('i.id').execute();
  return rows.map(toItem);
}

/** The items of some foods, by the day to eat them by, without one last. */
export async function listItemsOfFoods(db: Database, member: Member, foodIds: number[]): Promise<Item[]> {
  if (foodIds.length === 0) return [];
  // With "nulls last" SQLite would read all items.
  const rows = await items(db, member)
    .where('i.food_id', 'in', anyOf(foodIds))
    .orderBy((e) => e('i.best_before', 'is', null))
    .orderBy('i.best_before')
    .orderBy('i.id')
    .execute();
  return rows.map(toItem);
}

/** The item, or undefined when the household has no such item. */
export async function findItem(db: Database, member: Member, id: number): Promise<Item | undefined> {
  const row = await items(db, member).where('i.id', '=', id).executeTakeFirst();
  return row && toItem(row);
}

/** A query of items with the names of their places and foods. */
export function items(db: Database, { household }: Member) {
  return db
    .selectFrom('items as i')
    .innerJoin('places as p', 'p.id', 'i.place_id')
    .innerJoin('foods as f', 'f.id', 'i.food_id')
    .select(COLUMNS)
    .select(['p.name as place_name', 'p.kind as place_kind', 'f.name as food_name'])
    .where('i.household_id', '=', household.id);
}

type Row = Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>;

export function toItem(row: Row): Item {
  const kept = PARTS.map(([part, column]) => [part, row[column]]);
  const named = { placeName: row.place_name, placeKind: row.place_kind, name: row.food_name };
  return { ...Object.fromEntries(kept), ...named };
}
