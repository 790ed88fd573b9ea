import type { Database, DatabaseTransaction } from '../database/database.js';
import { anyOf, anyOfJson } from '../database/lists.js';
import { prepared } from '../database/prepared.js';
import type { FoodRow } from '../database/tables.js';
import { formsOf, oneNamed } from '../food-names/food-names.js';
import type { Change } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import { reckonAnew } from '../stock/item-dates.repository.js';
import type { Food } from '../stock/stock.js';
import { byName, nameKey } from '../text.js';

/** The household's foods by name. */
export async function listFoods(db: Database, { household }: Member): Promise<Food[]> {
  return (await allFoods(db, household.id)).sort(byName);
}

/** The names of the household's foods, in no order. */
export async function listFoodNames(db: Database, { household }: Member): Promise<string[]> {
  return (await allFoods(db, household.id)).map(({ name }) => name);
}

const allFoods = prepared(1, (db, household: number) =>
  db.selectFrom('foods').select(['id', 'name']).where('household_id', '=', household),
);

/** The food, or undefined when the household has no such food. */
export async function findFood(db: Database, member: Member, id: number): Promise<Food | undefined> {
  const [food] = await findFoods(db, member, [id]);
  return food;
}

/** How many items foods have, and how many of those are out; a food without items is left out. */
export async function countItemsOf(
  db: Database,
  { household }: Member,
  ids: number[],
): Promise<Map<number, { all: number; out: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('items')
    .select((e) => [
      'food_id',
      e.fn.countAll<number>().as('items'),
      e.fn.countAll<number>().filterWhere('level', '=', 'out').as('out'),
    ])
    .where('household_id', '=', household.id)
    .where('food_id', 'in', anyOf(ids))
    .groupBy('food_id')
    .execute();
  return new Map(rows.map(({ food_id, items, out }) => [food_id, { all: Number(items), out: Number(out) }]));
}

/** Those of the ids that are foods of this household. */
export async function findFoods(db: Database, { household }: Member, ids: number[]): Promise<Food[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('foods')
    .select(['id', 'name'])
    .where('household_id', '=', household.id)
    .where('id', 'in', anyOf(ids))
    .execute();
}

/**
 * The household's foods by name, in any case, singular or plural. Where two foods fit, only the exact name counts.
 * @returns by the key of the name
 */
export async function findFoodsNamed(
  db: Database,
  { household }: Member,
  names: string[],
): Promise<Map<string, Food>> {
  const keys = [...new Set(names.flatMap(formsOf))];
  if (keys.length === 0) return new Map();
  const rows = await foodsByKeys(db, household.id, JSON.stringify(keys));
  return new Map(
    names.flatMap((name) => {
      const row = oneNamed(name, rows);
      return row ? [[nameKey(name), { id: row.id, name: row.name }]] : [];
    }),
  );
}

const foodsByKeys = prepared(2, (db, household: number, keys: string) =>
  db
    .selectFrom('foods')
    .select(['id', 'name', 'name_key'])
    .where('household_id', '=', household)
    .where('name_key', 'in', anyOfJson(keys)),
);

/** The food of that name, as findFoodsNamed finds it, made when there is none. */
export async function findOrAddFood(
  trx: DatabaseTransaction,
  member: Member,
  name: string,
  now: Date,
): Promise<Food> {
  const known = (await findFoodsNamed(trx, member, [name])).get(nameKey(name));
  if (known) return known;
  const [made] = await insertFood(trx, member.household.id, name, nameKey(name), now.toISOString());
  if (!made) throw new Error('A food was added, and is not there');
  return made;
}

const insertFood = prepared(
  4,
  (trx, household_id: number, name: string, name_key: string, created_at: string) =>
    trx
      .insertInto('foods')
      .values({ household_id, name, name_key, category: null, created_at })
      .returning(['id', 'name']),
);

/** Spells a food's name as it was typed now: "milk" becomes "Milk", "Tomato" becomes "Tomatoes". */
export async function respellFood(
  trx: DatabaseTransaction,
  member: Member,
  food: Food,
  name: string,
): Promise<Change[]> {
  if (food.name === name) return [];
  const before = await findFoodRow(trx, member, food.id);
  if (!before) throw new Error(`Food ${food.id} was there a moment ago`);
  return [await writeName(trx, before, name)];
}

/** The row of a food, or undefined when the household has no such food. */
export function findFoodRow(
  trx: DatabaseTransaction,
  { household }: Member,
  id: number,
): Promise<FoodRow | undefined> {
  return trx
    .selectFrom('foods')
    .selectAll()
    .where('household_id', '=', household.id)
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * Gives a food another name; the caller writes the journal.
 * @param before the row, read in this transaction
 * @throws a unique violation when another food has that name
 */
export async function writeName(trx: DatabaseTransaction, before: FoodRow, name: string): Promise<Change> {
  const named = { name, name_key: nameKey(name) };
  await trx
    .updateTable('foods')
    .set(named)
    .where('household_id', '=', before.household_id)
    .where('id', '=', before.id)
    .execute();
  await reckonAnew(trx, before.household_id, { foodIds: [before.id] });
  return { subject: 'food', before, after: { ...before, ...named } };
}
