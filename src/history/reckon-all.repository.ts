import { type Database, inTransaction } from '../database/database.js';
import { lockAllThat, lockHouseholds } from '../database/locks.js';
import { reckonAnew } from '../stock/item-dates.repository.js';
import { listHouseholdIds } from './check.repository.js';

const WHAT = 'item dates';

/**
 * Computes every item's dates again when the table or the rule has another version.
 * @param version of this program
 * @returns how many items got another date
 */
export async function reckonAllWhenNew(db: Database, version: string): Promise<number> {
  return inTransaction(db, async (trx) => {
    await lockAllThat(trx, 'reckons');
    const last = await trx
      .selectFrom('reckonings')
      .select('version')
      .where('what', '=', WHAT)
      .executeTakeFirst();
    if (last?.version === version) return 0;
    let count = 0;
    const ids = await listHouseholdIds(trx);
    await lockHouseholds(trx, ids);
    for (const id of ids) count += await reckonAnew(trx, id);
    await trx
      .insertInto('reckonings')
      .values({ what: WHAT, version })
      .onConflict((conflict) => conflict.column('what').doUpdateSet({ version }))
      .execute();
    return count;
  });
}
