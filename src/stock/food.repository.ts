import type { Database, DatabaseTransaction } from '../database/database.js';
import type { Member } from '../people/person.js';
import { nameKey } from '../text.js';
import type { Change } from './journal.repository.js';
import type { Food } from './stock.js';

/** The household's foods by name. */
export async function listFoods(db: Database, { household }: Member): Promise<Food[]> {
  return db
    .selectFrom('foods')
    .select(['id', 'name'])
    .where('household_id', '=', household.id)
    .orderBy('name_key')
    .execute();
}

/** Those of the ids that are foods of this household. */
export async function findFoods(db: Database, { household }: Member, ids: number[]): Promise<Food[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('foods')
    .select(['id', 'name'])
    .where('household_id', '=', household.id)
    .where('id', 'in', ids)
    .execute();
}

/** The food of that name, whatever its case, made when there is none. */
export async function findOrAddFood(
  trx: DatabaseTransaction,
  { household }: Member,
  name: string,
  now: Date,
): Promise<Food> {
  const known = await trx
    .selectFrom('foods')
    .select(['id', 'name'])
    .where('household_id', '=', household.id)
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  if (known) return known;
  return trx
    .insertInto('foods')
    .values({
      household_id: household.id,
      name,
      name_key: nameKey(name),
      category: null,
      created_at: now.toISOString(),
    })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow();
}

/** Writes a food's name as someone now writes it: "milk" becomes "Milk" wherever it stands. */
export async function respellFood(
  trx: DatabaseTransaction,
  { household }: Member,
  food: Food,
  name: string,
): Promise<Change[]> {
  if (food.name === name) return [];
  const before = await trx
    .selectFrom('foods')
    .selectAll()
    .where('household_id', '=', household.id)
    .where('id', '=', food.id)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('foods')
    .set({ name })
    .where('household_id', '=', household.id)
    .where('id', '=', food.id)
    .execute();
  return [{ subject: 'food', before, after: { ...before, name } }];
}
