import type { Database } from '../database/database.js';
import { anyOf, eachOf } from '../database/lists.js';
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
  const told = new Set(await idsToldOf(db, member, gone));
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
function idsThatWent(db: Database, member: Member, ids: number[]): Promise<number[]> {
  return toldOf(db, member, ids, { gone: true });
}

function idsToldOf(db: Database, member: Member, ids: number[]): Promise<number[]> {
  return toldOf(db, member, ids, { gone: false });
}

/** Those of which the journal has an entry. Each is looked for by itself, until its first is found: some have thousands. */
async function toldOf(
  db: Database,
  { household }: Member,
  ids: number[],
  { gone }: { gone: boolean },
): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom(eachOf(ids).as('f'))
    .select('f.value as id')
    .where((e) => {
      const entries = e
        .selectFrom('journal_entries as e')
        // In this order: SQLite would begin with every action that was no undo.
        .crossJoin('actions as a')
        .select('e.id')
        .whereRef('e.food_id', '=', 'f.value')
        .whereRef('a.id', '=', 'e.action_id')
        .where('a.household_id', '=', household.id);
      const ends = entries
        .where('e.after', 'is', null)
        .where('a.is_undone', '=', 0)
        .where('a.undoes_action_id', 'is', null);
      return e.exists(gone ? ends : entries);
    })
    .execute();
  return rows.map(({ id }) => id);
}
