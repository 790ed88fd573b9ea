import type { Database, DatabaseTransaction } from '../database/database.js';
import { byName } from '../text.js';
import { toHousehold } from './household.repository.js';
import type { Household, Member } from './member.js';

export type Role = 'owner' | 'member';

/** A user's role in a household; undefined when not a member. */
export async function findRole(db: Database, userId: number, householdId: number): Promise<Role | undefined> {
  const row = await db
    .selectFrom('memberships')
    .select('role')
    .where('user_id', '=', userId)
    .where('household_id', '=', householdId)
    .executeTakeFirst();
  return row?.role;
}

/** The households that a user belongs to, by name. */
export async function listHouseholdsOf(db: Database, userId: number): Promise<Household[]> {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('households as h', 'h.id', 'm.household_id')
    .select(['h.id', 'h.name', 'h.time_zone', 'h.date_order'])
    .where('m.user_id', '=', userId)
    .orderBy('h.id')
    .execute();
  return rows.map(toHousehold).sort(byName);
}

/** Changes a member's role. @returns false when the household would be left without an owner */
export async function setRole(
  trx: DatabaseTransaction,
  { household }: Member,
  userId: number,
  role: Role,
): Promise<boolean> {
  await trx
    .updateTable('memberships')
    .set({ role })
    .where('household_id', '=', household.id)
    .where('user_id', '=', userId)
    .execute();
  return hasOwner(trx, household.id);
}

/** Ends a membership. @returns false when the household would be left without an owner */
export async function deleteMembership(
  trx: DatabaseTransaction,
  { household }: Member,
  userId: number,
): Promise<boolean> {
  await trx
    .deleteFrom('memberships')
    .where('household_id', '=', household.id)
    .where('user_id', '=', userId)
    .execute();
  return hasOwner(trx, household.id);
}

async function hasOwner(trx: DatabaseTransaction, householdId: number): Promise<boolean> {
  const owner = await trx
    .selectFrom('memberships')
    .select('user_id')
    .where('household_id', '=', householdId)
    .where('role', '=', 'owner')
    .executeTakeFirst();
  return owner !== undefined;
}
