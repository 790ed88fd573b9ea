import type { Database } from '../database/database.js';
import { insertHousehold, insertMembership } from '../people/household.repository.js';
import { hashPassword } from '../people/password.js';
import { calledName, type Member } from '../people/person.js';
import { countUsers, insertUser, setCurrentHousehold } from '../people/user.repository.js';
import { addFirstPlaces } from '../stock/place.repository.js';

export interface NewAccount {
  username: string;
  password: string;
  firstName: string;
  lastName: string;
  /** Empty: named after the user. */
  householdName: string;
  timeZone: string;
}

/** Only the first user may sign up, and somebody was first. */
export class NotTheFirst extends Error {}

/**
 * Makes the user, a household with its first places and the membership, in one transaction.
 * @param onlyFirst true when nobody may sign up after the first user
 * @throws NotTheFirst
 * @throws a unique violation when the username, whatever its case, is taken
 */
export async function signUp(
  db: Database,
  account: NewAccount,
  now: Date,
  onlyFirst = false,
): Promise<Member> {
  const passwordHash = await hashPassword(account.password);
  return db.transaction().execute(async (trx) => {
    if (onlyFirst && (await countUsers(trx)) > 0) throw new NotTheFirst();
    const user = await insertUser(trx, { ...account, passwordHash }, now);
    const name = account.householdName || `${calledName(user)}’s household`;
    const household = await insertHousehold(trx, { name, timeZone: account.timeZone }, now);
    await insertMembership(trx, { householdId: household.id, userId: user.id, role: 'owner' }, now);
    await setCurrentHousehold(trx, user.id, household.id);
    const member = { user, household };
    await addFirstPlaces(trx, member, now);
    return member;
  });
}
