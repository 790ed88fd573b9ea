import { usualDateOrder } from '../calendar/date-order.js';
import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { inHousehold } from '../database/locks.js';
import type { DateOrder } from '../database/tables.js';
import { ChangedMeanwhile, mergedEdit } from '../merged-edit.js';
import { byName } from '../text.js';
import type { Household, Member } from './member.js';

/** A household's row as what it stands for. */
export function toHousehold(row: {
  id: number;
  name: string;
  time_zone: string;
  date_order: DateOrder | null;
}): Household {
  const dateOrder = row.date_order ?? usualDateOrder(row.time_zone);
  return { id: row.id, name: row.name, timeZone: row.time_zone, dateOrder };
}

/** Dates are written as is usual in its time zone, until somebody changes that. */
export async function insertHousehold(
  db: Database,
  household: Pick<Household, 'name' | 'timeZone'>,
  now: Date,
): Promise<Household> {
  const { id } = await db
    .insertInto('households')
    .values({ name: household.name, time_zone: household.timeZone, created_at: now.toISOString() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return toHousehold({ id, name: household.name, time_zone: household.timeZone, date_order: null });
}

/** A household that is known to be there. */
export async function findHousehold(db: Database, id: number): Promise<Household> {
  const row = await db
    .selectFrom('households')
    .select(['id', 'name', 'time_zone', 'date_order'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return toHousehold(row);
}

/** The revisions of some households, by their ids; those that are gone are left out. */
export async function listRevisions(db: Database, ids: number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('households')
    .select(['id', 'revision'])
    .where('id', 'in', anyOf(ids))
    .execute();
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

export async function insertMembership(
  db: Database,
  membership: { householdId: number; userId: number; role: 'owner' | 'member' },
  now: Date,
): Promise<void> {
  await db
    .insertInto('memberships')
    .values({
      household_id: membership.householdId,
      user_id: membership.userId,
      role: membership.role,
      created_at: now.toISOString(),
    })
    .execute();
}

export interface HouseholdMember {
  userId: number;
  username: string;
  firstName: string;
  role: 'owner' | 'member';
}

/** Those who share the household, the longest a member first. */
export async function listMembers(db: Database, householdId: number): Promise<HouseholdMember[]> {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .select(['u.id', 'u.username', 'u.first_name', 'm.role'])
    .where('m.household_id', '=', householdId)
    .orderBy('m.created_at')
    .orderBy('u.id')
    .execute();
  return rows.map((row) => ({
    userId: row.id,
    username: row.username,
    firstName: row.first_name,
    role: row.role,
  }));
}

const FIELDS = [['name'], ['timeZone'], ['dateOrder']];

export interface HouseholdChange {
  name: string;
  timeZone: string;
  /** Left out, it stays. */
  dateOrder?: DateOrder;
}

/** A household as a form of it is drawn, and read. */
export function changeable({ name, timeZone, dateOrder }: Required<HouseholdChange>) {
  return { name, timeZone, dateOrder };
}

/**
 * @param was what the form was drawn with; what others changed since is kept
 * @throws ChangedMeanwhile
 */
export function updateHousehold(
  db: Database,
  member: Member,
  change: HouseholdChange,
  was?: Record<string, string>,
): Promise<void> {
  return inHousehold(db, member, async (trx) => {
    const { id } = member.household;
    const now = changeable(await findHousehold(trx, id));
    const becomes = was ? mergedEdit(was, { ...now, ...change }, now, FIELDS) : change;
    if (!becomes) throw new ChangedMeanwhile();
    const { name, timeZone, dateOrder } = becomes;
    await trx
      .updateTable('households')
      .set({ name, time_zone: timeZone })
      .$if(dateOrder !== undefined, (update) => update.set({ date_order: dateOrder ?? null }))
      .where('id', '=', id)
      .execute();
  });
}

/** The households without any other member, by name. */
export async function listHouseholdsOfOnly(
  db: Database,
  userId: number,
): Promise<{ id: number; name: string }[]> {
  const households = await db
    .selectFrom('memberships as mine')
    .innerJoin('households as h', 'h.id', 'mine.household_id')
    .select(['h.id', 'h.name'])
    .where('mine.user_id', '=', userId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('memberships as other')
            .select('other.user_id')
            .whereRef('other.household_id', '=', 'mine.household_id')
            .where('other.user_id', '<>', userId),
        ),
      ),
    )
    .orderBy('h.id')
    .execute();
  return households.sort(byName);
}

export async function deleteHousehold(db: Database, householdId: number): Promise<void> {
  // Items name their place and food, so they go first.
  await db.deleteFrom('items').where('household_id', '=', householdId).execute();
  await db.deleteFrom('households').where('id', '=', householdId).execute();
}

/** Households without an owner get their longest member as one. */
export async function nameMissingOwners(db: Database, householdIds: number[]): Promise<void> {
  for (const householdId of householdIds) {
    const members = await listMembers(db, householdId);
    const [longest] = members;
    if (!longest || members.some(({ role }) => role === 'owner')) continue;
    await db
      .updateTable('memberships')
      .set({ role: 'owner' })
      .where('household_id', '=', householdId)
      .where('user_id', '=', longest.userId)
      .execute();
  }
}
