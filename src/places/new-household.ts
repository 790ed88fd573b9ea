import type { DatabaseTransaction } from '../database/database.js';
import { insertHousehold, insertMembership } from '../members/household.repository.js';
import { calledName, type Member, type User } from '../members/member.js';
import { setCurrentHousehold } from '../members/user.repository.js';
import { addFirstPlaces } from './first-places.repository.js';

/**
 * Makes a household with its first places, and makes it its owner's current one.
 * @param household an empty name: named after the owner
 */
export async function makeHousehold(
  trx: DatabaseTransaction,
  user: User,
  household: { name: string; timeZone: string },
  now: Date,
): Promise<Member> {
  const name = household.name || `${calledName(user)}’s household`;
  const made = await insertHousehold(trx, { name, timeZone: household.timeZone }, now);
  await insertMembership(trx, { householdId: made.id, userId: user.id, role: 'owner' }, now);
  await setCurrentHousehold(trx, user.id, made.id);
  const member = { user, household: made };
  await addFirstPlaces(trx, member, now);
  return member;
}
