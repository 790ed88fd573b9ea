import type { Database, DatabaseTransaction } from '../database/database.js';
import { inHousehold, lockAccount } from '../database/locks.js';
import type { Deps } from '../deps.js';
import { calledName, type Member, type User } from '../members/member.js';
import {
  deleteMembership,
  findRole,
  listHouseholdsOf,
  type Role,
  setRole,
} from '../members/membership.repository.js';
import { leaveNotice } from '../members/notice.repository.js';
import { requireOwner } from '../members/owner.js';
import { findCurrentHousehold, findUser, setCurrentHousehold } from '../members/user.repository.js';
import { makeHousehold } from '../places/new-household.js';
import { endWhatRightsMade } from './invitation.repository.js';

type Needs = Pick<Deps, 'db' | 'keptForms'>;

/** The user is no member of the household. */
export class NotAMember extends Error {}

/** The household would be left without an owner. */
export class LastOwner extends Error {}

/**
 * Lets a member become an owner, or an owner a member.
 * @throws OwnersOnly, NotAMember, LastOwner
 */
export async function changeRole(db: Database, member: Member, userId: number, role: Role): Promise<User> {
  return inHousehold(db, member, async (trx) => {
    const user = await memberToChange(trx, member, userId);
    if (!(await setRole(trx, member, userId, role))) throw new LastOwner();
    if (role === 'member') await endWhatRightsMade(trx, userId, [member.household.id]);
    return user;
  });
}

/**
 * Ends someone's membership, of which they are told on their next page, and forgets the forms kept for them there.
 * @throws OwnersOnly, NotAMember, LastOwner; FileBusy, with nothing changed
 */
export async function removeMember(
  { db, keptForms }: Needs,
  member: Member,
  userId: number,
  now: Date,
): Promise<User> {
  return inHousehold(db, member, async (trx) => {
    const user = await memberToChange(trx, member, userId);
    await endMembership(trx, member, user, now);
    const { name } = member.household;
    await leaveNotice(trx, userId, { kind: 'removed', by: calledName(member.user), household: name }, now);
    await keptForms.forgetAllOf(user.id, member.household.id);
    return user;
  });
}

/** Ends one's own membership likewise. @throws LastOwner; FileBusy, with nothing changed */
export async function leave({ db, keptForms }: Needs, member: Member, now: Date): Promise<void> {
  await inHousehold(db, member, async (trx) => {
    await endMembership(trx, member, member.user, now);
    await keptForms.forgetAllOf(member.user.id, member.household.id);
  });
}

async function endMembership(trx: DatabaseTransaction, member: Member, user: User, now: Date): Promise<void> {
  if (!(await deleteMembership(trx, member, user.id))) throw new LastOwner();
  await endWhatRightsMade(trx, user.id, [member.household.id]);
  await showAnother(trx, member, user, now);
}

/** Shows another household of theirs to who saw this one; a new one when there is none. */
async function showAnother(
  trx: DatabaseTransaction,
  { household }: Member,
  user: User,
  now: Date,
): Promise<void> {
  await lockAccount(trx, user.id);
  const [another] = await listHouseholdsOf(trx, user.id);
  if (!another) await makeHousehold(trx, user, { name: '', timeZone: household.timeZone }, now);
  else if ((await findCurrentHousehold(trx, user.id)) === household.id) {
    await setCurrentHousehold(trx, user.id, another.id);
  }
}

/** A member of the household, for an owner of it. @throws OwnersOnly, NotAMember */
export async function memberToChange(
  db: Database,
  member: Member,
  userId: number,
): Promise<User & { role: Role }> {
  await requireOwner(db, member);
  const [role, user] = [await findRole(db, userId, member.household.id), await findUser(db, userId)];
  if (!role || !user) throw new NotAMember();
  return { ...user, role };
}
