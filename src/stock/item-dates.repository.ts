import type { Database, DatabaseTransaction } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { prepared } from '../database/prepared.js';
import type { ItemRow, PlaceKind } from '../database/tables.js';
import { eatBy } from '../keeping/eat-by.js';
import type { EatBy, Facts } from '../keeping/facts.js';

/** The columns of an item that are computed from the others. */
export const RECKONED = ['best_before', 'estimate_id', 'last_on', 'limit_on', 'spoils'] as const;
type Reckoned = Pick<ItemRow, (typeof RECKONED)[number]>;

type FactRow = Pick<
  ItemRow,
  | 'unit'
  | 'printed_on'
  | 'date_kind'
  | 'own_date'
  | 'bought_on'
  | 'opened_on'
  | 'frozen_on'
  | 'frozen_from'
  | 'thawed_on'
>;

/**
 * An item's computed columns.
 * @param row its food and its place exist
 */
export async function reckonedOf(
  trx: DatabaseTransaction,
  row: FactRow & Pick<ItemRow, 'household_id' | 'food_id' | 'place_id'>,
): Promise<Reckoned> {
  const [where] = await foodInPlace(trx, row.household_id, row.food_id, row.place_id);
  // The table refuses a row that names missing ones.
  return columnsOf(eatBy(factsOf(row, where?.name ?? '', where?.kind ?? 'other')));
}

const foodInPlace = prepared(3, (trx, household: number, food: number, place: number) =>
  trx
    .selectFrom('foods as f')
    .innerJoin('places as p', 'p.household_id', 'f.household_id')
    .select(['f.name', 'p.kind'])
    .where('f.household_id', '=', household)
    .where('f.id', '=', food)
    .where('p.id', '=', place),
);

/** Items that fit all that is named; all of a household's when nothing is. */
export interface WhichItems {
  itemIds?: number[];
  placeIds?: number[];
  foodIds?: number[];
}

/**
 * Computes items' dates again, after their place's kind, their food's name or the table changed. Not in the
 * journal.
 * @returns how many got another date
 */
export async function reckonAnew(
  trx: DatabaseTransaction,
  householdId: number,
  which: WhichItems = {},
): Promise<number> {
  let count = 0;
  for (const { id, now, reckoned } of await findReckoned(trx, householdId, which)) {
    if (isSame(now, reckoned)) continue;
    await trx
      .updateTable('items')
      .set(reckoned)
      .where('household_id', '=', householdId)
      .where('id', '=', id)
      .execute();
    count += 1;
  }
  return count;
}

/** Ids of a household's items with wrong computed columns. */
export async function findMisreckoned(db: Database, householdId: number): Promise<number[]> {
  const items = await findReckoned(db, householdId, {});
  return items.filter(({ now, reckoned }) => !isSame(now, reckoned)).map(({ id }) => id);
}

async function findReckoned(db: Database, householdId: number, which: WhichItems) {
  const rows = await db
    .selectFrom('items as i')
    .innerJoin('places as p', 'p.id', 'i.place_id')
    .innerJoin('foods as f', 'f.id', 'i.food_id')
    .selectAll('i')
    .select(['p.kind as place_kind', 'f.name as food_name'])
    .where('i.household_id', '=', householdId)
    .$if(which.itemIds !== undefined, (query) => query.where('i.id', 'in', anyOf(which.itemIds ?? [])))
    .$if(which.placeIds !== undefined, (query) =>
      query.where('i.place_id', 'in', anyOf(which.placeIds ?? [])),
    )
    .$if(which.foodIds !== undefined, (query) => query.where('i.food_id', 'in', anyOf(which.foodIds ?? [])))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    now: row,
    reckoned: columnsOf(eatBy(factsOf(row, row.food_name, row.place_kind))),
  }));
}

function isSame(one: Reckoned, other: Reckoned): boolean {
  return RECKONED.every((column) => one[column] === other[column]);
}

function factsOf(row: FactRow, name: string, placeKind: PlaceKind): Facts {
  return {
    name,
    unit: row.unit,
    placeKind,
    printedOn: row.printed_on,
    dateKind: row.date_kind,
    ownDate: row.own_date,
    boughtOn: row.bought_on,
    openedOn: row.opened_on,
    frozenOn: row.frozen_on,
    frozenFrom: row.frozen_from,
    thawedOn: row.thawed_on,
  };
}

function columnsOf({ day, last, limit, estimateId, spoils }: EatBy): Reckoned {
  return { best_before: day, estimate_id: estimateId, last_on: last, limit_on: limit, spoils };
}
