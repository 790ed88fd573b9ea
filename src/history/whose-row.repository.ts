import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { TABLES } from '../journal/journal.repository.js';
import type { Household, User } from '../members/member.js';

/** The household that has a place, an item or a food, when the user is a member of it; not only the current one. */
export async function findHouseholdWith(
  db: Database,
  user: User,
  subject: 'place' | 'item' | 'food',
  id: number,
): Promise<Pick<Household, 'id' | 'name'> | undefined> {
  const table = TABLES[subject];
  return db
    .selectFrom('memberships as m')
    .innerJoin('households as h', 'h.id', 'm.household_id')
    .select(['h.id', 'h.name'])
    .where('m.user_id', '=', user.id)
    .where('m.household_id', '=', (e) =>
      e.selectFrom(table).select(`${table}.household_id`).where(`${table}.id`, '=', id),
    )
    .executeTakeFirst();
}

/** The names of those items that are in a household of the user's, by id. */
export async function findItemNames(db: Database, user: User, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('items as i')
    .innerJoin('foods as f', 'f.id', 'i.food_id')
    .innerJoin('memberships as m', (join) =>
      join.onRef('m.household_id', '=', 'i.household_id').on('m.user_id', '=', user.id),
    )
    .select(['i.id', 'f.name'])
    .where('i.id', 'in', anyOf(ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
