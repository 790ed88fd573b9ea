import type { Database } from '../database/database.js';
import type { Invitation } from '../joining/invitation.repository.js';
import { join } from '../joining/join.kind.js';
import { hashPassword } from '../people/password.js';
import type { Member } from '../people/person.js';
import { countUsers, insertUser } from '../people/user.repository.js';
import { makeHousehold } from '../stock/new-household.js';

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
  /** The invitation that waited: its household is joined, and none is made. */
  invitation?: Invitation | undefined;
  /** True when nobody may sign up after the first user, unless invited. */
  onlyFirst?: boolean;
}

/** Only the first user may sign up, and somebody was first. */
export class NotTheFirst extends Error {}

/**
 * Makes the user and a membership in one transaction: in a household of their own with its first places, or in the
 * one that invites.
 * @throws NotTheFirst, InvitationGone
 * @throws a unique violation when the username, whatever its case, is taken
 */
export async function signUp(
  db: Database,
  account: NewAccount,
  now: Date,
  { invitation, onlyFirst = false }: SignUpTerms = {},
): Promise<Member> {
  const passwordHash = await hashPassword(account.password);
  return db.transaction().execute(async (trx) => {
    if (onlyFirst && !invitation && (await countUsers(trx)) > 0) throw new NotTheFirst();
    const user = await insertUser(trx, { ...account, passwordHash }, now);
    const household = { name: account.householdName, timeZone: account.timeZone };
    if (!invitation) return makeHousehold(trx, user, household, now);
    return { user, household: await join(trx, user.id, invitation, now) };
  });
}
