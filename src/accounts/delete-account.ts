import { inTransaction } from '../database/database.js';
import { lockAccount, lockHouseholds } from '../database/locks.js';
import type { Deps } from '../deps.js';
import { endWhatRightsMade } from '../households/invitation.repository.js';
import { deleteHousehold, listHouseholdsOfOnly, nameMissingOwners } from '../members/household.repository.js';
import { listHouseholdsOf } from '../members/membership.repository.js';
import { deleteUser } from '../members/user.repository.js';

/**
 * Deletes a user and the households that have no other member, in one transaction; the forms kept for them with it.
 * @throws FileBusy, with the account still there, when those forms can't be forgotten now
 */
export async function deleteAccount(
  { db, keptForms }: Pick<Deps, 'db' | 'keptForms'>,
  userId: number,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const ids = (await listHouseholdsOf(trx, userId)).map(({ id }) => id);
    await lockHouseholds(trx, ids);
    await lockAccount(trx, userId);
    const ending = await listHouseholdsOfOnly(trx, userId);
    await endWhatRightsMade(trx, userId, ids);
    await deleteUser(trx, userId);
    for (const { id } of ending) await deleteHousehold(trx, id);
    await nameMissingOwners(trx, ids);
    await keptForms.forgetAllOf(userId);
  });
}
