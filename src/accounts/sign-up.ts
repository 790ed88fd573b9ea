import { type Database, type DatabaseTransaction, inTransaction } from '../database/database.js';
import { lockAllThat } from '../database/locks.js';
import type { Member, User } from '../members/member.js';
import { countUsers, insertUser } from '../members/user.repository.js';
import { makeHousehold } from '../places/new-household.js';
import type { Passwords } from './password.js';

export interface NewAccount {
  username: string;
  password: string;
  firstName: string;
  lastName: string;
  /** Empty: named after the user. */
  householdName: string;
  timeZone: string;
}

export interface SignUpTerms {
  /** Makes the user a member of an existing household. Left out: the user gets a new one. */
  settle?: ((trx: DatabaseTransaction, user: User) => Promise<Member>) | undefined;
  /** True when nobody may sign up after the first user, unless invited. */
  onlyFirst?: boolean;
}

export class NotTheFirst extends Error {}

/**
 * Makes the user, and a membership in a new household or where `settle` says, in one transaction.
 * @throws NotTheFirst, and what `settle` throws
 * @throws a unique violation when the username, whatever its case, is taken
 */
export async function signUp(
  { db, passwords }: { db: Database; passwords: Passwords },
  account: NewAccount,
  now: Date,
  { settle, onlyFirst = false }: SignUpTerms = {},
): Promise<Member> {
  const passwordHash = await passwords.hash(account.password);
  return inTransaction(db, async (trx) => {
    if (onlyFirst && !settle) {
      await lockAllThat(trx, 'signs up');
      if ((await countUsers(trx)) > 0) throw new NotTheFirst();
    }
    const user = await insertUser(trx, { ...account, passwordHash }, now);
    if (settle) return settle(trx, user);
    return makeHousehold(trx, user, { name: account.householdName, timeZone: account.timeZone }, now);
  });
}
