import type { Database } from '../database/database.js';
import type { Household, User } from '../people/person.js';

/**
 * The household that has a place or an item, when the user is a member of it: the row may be another household's than
 * the current one's.
 */
export async function findHouseholdWith(
  db: Database,
  user: User,
  subject: 'place' | 'item',
  id: number,
): Promise<Pick<Household, 'id' | 'name'> | undefined> {
  const table = subject === 'place' ? 'places' : 'items';
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
