import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import type { Member } from '../members/member.js';
import type { Item } from '../stock/stock.js';

/** All items of a place, in the order in which they came. */
export async function listItemsIn(db: Database, member: Member, placeId: number): Promise<Item[]> {
  const rows = await items(db, member).where('i.place_id', '=', placeId).orderBy('i.id').execute();
  return rows.map(toItem);
}

/** The items of some foods, by the day to eat them by, those without one last. */
export async function listItemsOfFoods(db: Database, member: Member, foodIds: number[]): Promise<Item[]> {
  if (foodIds.length === 0) return [];
  // Said as "nulls last", SQLite reads every item in the order of their dates, and not these foods' alone.
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

/** Items as a list of them is read: with the names of their places and foods. */
export function items(db: Database, { household }: Member) {
  return db
    .selectFrom('items as i')
    .innerJoin('places as p', 'p.id', 'i.place_id')
    .innerJoin('foods as f', 'f.id', 'i.food_id')
    .select(['i.id', 'i.place_id', 'i.food_id', 'i.quantity_milli', 'i.unit', 'i.best_before', 'i.revision'])
    .select(['i.level', 'i.date_kind', 'i.printed_on', 'i.own_date', 'i.bought_on', 'i.opened_on'])
    .select(['i.frozen_on', 'i.frozen_from', 'i.thawed_on'])
    .select(['i.estimate_id', 'i.last_on', 'i.limit_on', 'i.spoils'])
    .select(['p.name as place_name', 'p.kind as place_kind', 'f.name as food_name'])
    .where('i.household_id', '=', household.id);
}

type Row = Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>;

export function toItem(row: Row): Item {
  return {
    id: row.id,
    placeId: row.place_id,
    placeName: row.place_name,
    placeKind: row.place_kind,
    foodId: row.food_id,
    name: row.food_name,
    quantityMilli: row.quantity_milli,
    unit: row.unit,
    level: row.level,
    bestBefore: row.best_before,
    estimateId: row.estimate_id,
    lastOn: row.last_on,
    limitOn: row.limit_on,
    spoils: row.spoils,
    dateKind: row.date_kind,
    printedOn: row.printed_on,
    ownDate: row.own_date,
    boughtOn: row.bought_on,
    openedOn: row.opened_on,
    frozenOn: row.frozen_on,
    frozenFrom: row.frozen_from,
    thawedOn: row.thawed_on,
    revision: row.revision,
  };
}
