import type { Database } from '../database/database.js';
import { reckonAnew } from '../stock/item-dates.repository.js';
import { listHouseholdIds } from './check.repository.js';

const WHAT = 'item dates';

/**
 * Reckons every item's dates anew when they were reckoned by another table of shelf lives, or another rule.
 * @param version of the table and the rule of this program
 * @returns how many items have another date now
 */
export async function reckonAllWhenNew(db: Database, version: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const last = await trx
      .selectFrom('reckonings')
      .select('version')
      .where('what', '=', WHAT)
      .executeTakeFirst();
    if (last?.version === version) return 0;
    let count = 0;
    for (const id of await listHouseholdIds(trx)) count += await reckonAnew(trx, id);
    await trx
      .insertInto('reckonings')
      .values({ what: WHAT, version })
      .onConflict((conflict) => conflict.column('what').doUpdateSet({ version }))
      .execute();
    return count;
  });
}
