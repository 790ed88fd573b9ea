import { type Database, inTransaction } from '../database/database.js';
import { inHousehold, lockAccount } from '../database/locks.js';
import { calledName, type Member } from '../members/member.js';
import { leaveNotice } from '../members/notice.repository.js';
import { findCredentials } from '../members/user.repository.js';
import { memberToChange } from './change-members.js';
import { addSignInLink, HOST, mayLetIn } from './sign-in-link.repository.js';

/** The link would open a household too in which its maker is no owner. */
export class LinkRefused extends Error {}

/**
 * Makes a link by which a member who forgot the password is let in again, and tells the member so.
 * @returns the token of its address
 * @throws OwnersOnly, NotAMember, LinkRefused
 */
export function linkForMember(db: Database, member: Member, userId: number, now: Date): Promise<string> {
  return inHousehold(db, member, async (trx) => {
    await lockAccount(trx, userId);
    await memberToChange(trx, member, userId);
    if (!(await mayLetIn(trx, member.user.id, userId))) throw new LinkRefused();
    const name = calledName(member.user);
    const notice = { kind: 'sign_in_link', by: name, household: member.household.name } as const;
    await leaveNotice(trx, userId, notice, now);
    return addSignInLink(trx, userId, { member, name }, now);
  });
}

/** The same, by whoever runs this Larder, for anyone. @returns undefined when nobody has the username */
export function linkByHost(db: Database, username: string, now: Date): Promise<string | undefined> {
  return inTransaction(db, async (trx) => {
    const user = await findCredentials(trx, username);
    if (!user) return undefined;
    await lockAccount(trx, user.id);
    await leaveNotice(trx, user.id, { kind: 'sign_in_link', by: HOST, household: '' }, now);
    return addSignInLink(trx, user.id, null, now);
  });
}
