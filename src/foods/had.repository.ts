import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import type { Member } from '../members/member.js';
import type { Food } from '../stock/stock.js';
import { allOf, findMerges } from './food-merges.repository.js';

/**
 * Those of some foods that the household has or had: of each there is some, or some went under its name, or nothing is
 * told of it. The others are names that were put right before anything came of them, and those whose adding was undone.
 * @param foods of the household
 */
export async function thoseHad<F extends Food>(db: Database, member: Member, foods: F[]): Promise<F[]> {
  if (foods.length === 0) return [];
  const merges = await findMerges(db, member);
  const names = new Map(foods.map(({ id }) => [id, merges.size === 0 ? [id] : allOf(merges, id)]));
  const ids = [...new Set([...names.values()].flat())];
  const inStock = new Set(await idsInStock(db, member, ids));
  // A journal is long: only those that there is none of are looked up in it.
  const gone = ids.filter((id) => !inStock.has(id));
  const had = new Set([...inStock, ...(await idsThatWent(db, member, gone))]);
  const told = await idsToldOf(db, member, gone);
  return foods.filter(({ id }) => {
    const all = names.get(id) ?? [];
    return all.some((one) => had.has(one)) || !all.some((one) => told.has(one));
  });
}

async function idsInStock(db: Database, { household }: Member, ids: number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('items')
    .select('food_id')
    .distinct()
    .where('household_id', '=', household.id)
    .where('food_id', 'in', anyOf(ids))
    .execute();
  return rows.map(({ food_id: id }) => id);
}

/** Of which an item was eaten up, thrown away or taken out, and that was not undone. */
async function idsThatWent(db: Database, member: Member, ids: number[]): Promise<(number | null)[]> {
  const rows = await toldOf(db, member, ids)
    .where('e.after', 'is', null)
    .where('a.is_undone', '=', 0)
    .where('a.undoes_action_id', 'is', null)
    .execute();
  return rows.map(({ food_id: id }) => id);
}

async function idsToldOf(db: Database, member: Member, ids: number[]): Promise<Set<number | null>> {
  const rows = await toldOf(db, member, ids).execute();
  return new Set(rows.map(({ food_id: id }) => id));
}

function toldOf(db: Database, { household }: Member, ids: number[]) {
  return db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select('e.food_id')
    .distinct()
    .where('a.household_id', '=', household.id)
    .where('e.food_id', 'in', anyOf(ids));
}
