import type { Database, DatabaseTransaction } from '../database/database.js';
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

/** What a sign-up goes by besides what was typed. */
export interface SignUpTerms {
  /** Makes the new user a member of a household that is there. Unless given, one of their own is made. */
  settle?: ((trx: DatabaseTransaction, user: User) => Promise<Member>) | undefined;
  /** True when nobody may sign up after the first user, unless invited. */
  onlyFirst?: boolean;
}

/** Only the first user may sign up, and somebody was first. */
export class NotTheFirst extends Error {}

/**
 * Makes the user and a membership in one transaction: in a household of their own with its first places, or where
 * `settle` says.
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
  return db.transaction().execute(async (trx) => {
    if (onlyFirst && !settle && (await countUsers(trx)) > 0) throw new NotTheFirst();
    const user = await insertUser(trx, { ...account, passwordHash }, now);
    if (settle) return settle(trx, user);
    return makeHousehold(trx, user, { name: account.householdName, timeZone: account.timeZone }, now);
  });
}
