import type { Database } from '../database/database.js';
import type { Member } from '../people/person.js';
import type { Item } from './stock.js';

/**
 * The items of a place, the one to eat first at the top, those without a date last.
 * @param part so many of them at most, after the first so many; all when left out
 */
export async function listItemsIn(
  db: Database,
  member: Member,
  placeId: number,
  part?: { most: number; after: number },
): Promise<Item[]> {
  const rows = await items(db, member)
    .where('i.place_id', '=', placeId)
    .orderBy('i.best_before', (order) => order.asc().nullsLast())
    .orderBy('i.id')
    .$if(part !== undefined, (query) => query.limit(part?.most ?? 0).offset(part?.after ?? 0))
    .execute();
  return rows.map(toItem);
}

/**
 * What may be the most urgent of the household's items, by date: the soonest, with and without what is frozen; of those
 * without a date what was begun, then the others. What is out is not there to be eaten.
 * @param most how many are wanted at the most; there may be more for their reader to choose from
 * @param placeId of one place only
 */
export async function listEatFirst(
  db: Database,
  member: Member,
  most: number,
  placeId?: number,
): Promise<Item[]> {
  const edible = items(db, member)
    .where((e) => e.or([e('i.level', 'is', null), e('i.level', '<>', 'out')]))
    .$if(placeId !== undefined, (query) => query.where('i.place_id', '=', placeId ?? 0))
    .orderBy('i.best_before')
    .orderBy('i.id');
  // Each in the order of the index: asked for at once, every item would be sorted.
  const dated = edible.where('i.best_before', 'is not', null).limit(most);
  const undated = edible.where('i.best_before', 'is', null);
  const soonest = await dated.execute();
  const isCrowded = soonest.length === most && soonest.some((row) => row.place_kind === 'freezer');
  const unfrozen = isCrowded ? await dated.where('p.kind', '<>', 'freezer').execute() : [];
  const begun = await undated
    .where((e) => e.or([e('i.opened_on', 'is not', null), e('i.thawed_on', 'is not', null)]))
    .limit(most)
    .execute();
  const missing = most - soonest.length;
  const others = missing > 0 ? await undated.limit(missing + begun.length).execute() : [];
  const rows = new Map([...soonest, ...unfrozen, ...begun, ...others].map((row) => [row.id, row]));
  return [...rows.values()].map(toItem);
}

/** The items of some foods, the one to eat first at the top, those without a date last. */
export async function listItemsOfFoods(db: Database, member: Member, foodIds: number[]): Promise<Item[]> {
  if (foodIds.length === 0) return [];
  // Said as "nulls last", SQLite reads every item in the order of their dates, and not these foods' alone.
  const rows = await items(db, member)
    .where('i.food_id', 'in', foodIds)
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

function items(db: Database, { household }: Member) {
  return db
    .selectFrom('items as i')
    .innerJoin('places as p', 'p.id', 'i.place_id')
    .innerJoin('foods as f', 'f.id', 'i.food_id')
    .select(['i.id', 'i.place_id', 'i.food_id', 'i.quantity_milli', 'i.unit', 'i.best_before', 'i.revision'])
    .select([
      'i.level',
      'i.date_kind',
      'i.printed_on',
      'i.estimate_id',
      'i.opened_on',
      'i.frozen_on',
      'i.thawed_on',
    ])
    .select(['p.name as place_name', 'p.kind as place_kind', 'f.name as food_name'])
    .where('i.household_id', '=', household.id);
}

type Row = Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>;

function toItem(row: Row): Item {
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
    dateKind: row.date_kind,
    printedOn: row.printed_on,
    estimateId: row.estimate_id,
    openedOn: row.opened_on,
    frozenOn: row.frozen_on,
    thawedOn: row.thawed_on,
    revision: row.revision,
  };
}
