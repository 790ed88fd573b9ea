import type { Selectable } from 'kysely';
import { type Database, inTransaction } from '../database/database.js';
import { lockHouseholds } from '../database/locks.js';
import { prepared } from '../database/prepared.js';
import type { UsersTable } from '../database/tables.js';
import { nameKey } from '../text.js';
import { toHousehold } from './household.repository.js';
import type { Member, User } from './member.js';
import { listHouseholdsOf } from './membership.repository.js';

export interface NewUser {
  username: string;
  passwordHash: string;
  firstName: string;
  lastName: string;
}

/** @throws a unique violation when the username, whatever its case, is taken */
export async function insertUser(db: Database, user: NewUser, now: Date): Promise<User> {
  const row = await db
    .insertInto('users')
    .values({
      username: user.username,
      username_key: nameKey(user.username),
      password_hash: user.passwordHash,
      first_name: user.firstName,
      last_name: user.lastName,
      current_household_id: null,
      created_at: now.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toUser(row);
}

/**
 * The user with the current household, or undefined when there is no such user.
 * @returns revision: of the household, before anything else of it is read; hasNotices: true while there is something
 * that they were not told yet
 */
export async function findMember(
  db: Database,
  userId: number,
): Promise<(Member & { revision: number; hasNotices?: true }) | undefined> {
  const [row] = await memberRow(db, userId);
  if (!row) return undefined;
  const { household_id: id, household_name: name, time_zone, date_order, revision } = row;
  const household = toHousehold({ id, name, time_zone, date_order });
  return { user: toUser(row), household, revision, ...(row.notice === null ? {} : { hasNotices: true }) };
}

/** Every request asks for it. */
const memberRow = prepared(1, (db, userId: number) =>
  db
    .selectFrom('users as u')
    .innerJoin('memberships as m', 'm.user_id', 'u.id')
    .innerJoin('households as h', 'h.id', 'm.household_id')
    .select(['u.id', 'u.username', 'u.first_name', 'u.last_name'])
    .select(['h.id as household_id', 'h.name as household_name', 'h.time_zone', 'h.date_order', 'h.revision'])
    .select(({ selectFrom }) =>
      selectFrom('notices as n').select('n.id').whereRef('n.user_id', '=', 'u.id').limit(1).as('notice'),
    )
    .where('u.id', '=', userId)
    // Should the current one be gone, another is better than none.
    .orderBy((e) => e.case().when('h.id', '=', e.ref('u.current_household_id')).then(0).else(1).end())
    .orderBy('h.id')
    .limit(1),
);

/** The id of a user's current household; null when that is gone. */
export async function findCurrentHousehold(db: Database, userId: number): Promise<number | null> {
  const row = await db
    .selectFrom('users')
    .select('current_household_id')
    .where('id', '=', userId)
    .executeTakeFirst();
  return row?.current_household_id ?? null;
}

export async function findUser(db: Database, userId: number): Promise<User | undefined> {
  const row = await db
    .selectFrom('users')
    .select(['id', 'username', 'first_name', 'last_name'])
    .where('id', '=', userId)
    .executeTakeFirst();
  return row && toUser(row);
}

/** A user's id and password hash, by username in any case. */
export async function findCredentials(
  db: Database,
  username: string,
): Promise<{ id: number; passwordHash: string } | undefined> {
  const row = await db
    .selectFrom('users')
    .select(['id', 'password_hash'])
    .where('username_key', '=', nameKey(username))
    .executeTakeFirst();
  return row && { id: row.id, passwordHash: row.password_hash };
}

export async function findPasswordHash(db: Database, userId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('users')
    .select('password_hash')
    .where('id', '=', userId)
    .executeTakeFirst();
  return row?.password_hash;
}

/** @throws a unique violation when the username is taken */
export async function updateProfile(
  db: Database,
  userId: number,
  profile: Pick<User, 'username' | 'firstName' | 'lastName'>,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    // Their names stand on the pages of these.
    const households = await listHouseholdsOf(trx, userId);
    await lockHouseholds(
      trx,
      households.map(({ id }) => id),
    );
    await trx
      .updateTable('users')
      .set({
        username: profile.username,
        username_key: nameKey(profile.username),
        first_name: profile.firstName,
        last_name: profile.lastName,
      })
      .where('id', '=', userId)
      .execute();
  });
}

/** @param from the hash to replace. @returns false when it is another by now */
export async function replacePasswordHash(
  db: Database,
  userId: number,
  from: string,
  to: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ password_hash: to })
    .where('id', '=', userId)
    .where('password_hash', '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Gives a user another password, whatever the one before was. */
export async function setPasswordHash(db: Database, userId: number, to: string): Promise<void> {
  await db.updateTable('users').set({ password_hash: to }).where('id', '=', userId).execute();
}

export async function countUsers(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('users')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function setCurrentHousehold(
  db: Database,
  userId: number,
  householdId: number | null,
): Promise<void> {
  await db.updateTable('users').set({ current_household_id: householdId }).where('id', '=', userId).execute();
}

export async function deleteUser(db: Database, userId: number): Promise<void> {
  await db.deleteFrom('users').where('id', '=', userId).execute();
}

function toUser(row: Pick<Selectable<UsersTable>, 'id' | 'username' | 'first_name' | 'last_name'>): User {
  return { id: row.id, username: row.username, firstName: row.first_name, lastName: row.last_name };
}
