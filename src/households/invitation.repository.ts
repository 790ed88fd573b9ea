import type { Database, DatabaseTransaction } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import type { Member } from '../members/member.js';
import { hashOf, newToken } from './link-token.js';

export interface Invitation {
  id: number;
  householdId: number;
  householdName: string;
  /** By first name or username; null when that account is gone. */
  invitedBy: string | null;
  /** False once used up, taken back or out of date. */
  isOpen: boolean;
}

export interface OpenInvitation {
  id: number;
  usesLeft: number;
  /** ISO 8601 UTC. */
  expiresAt: string;
}

/**
 * Makes an invitation.
 * @param terms how many people may join by it, and until when
 * @returns the token of its link: 192 random bits; only a hash is stored
 */
export async function addInvitation(
  db: Database,
  { user, household }: Member,
  terms: { uses: number; expiresAt: Date },
  now: Date,
): Promise<string> {
  const token = newToken();
  await db
    .insertInto('invitations')
    .values({
      household_id: household.id,
      invited_by: user.id,
      token_hash: hashOf(token),
      uses_left: terms.uses,
      expires_at: terms.expiresAt.toISOString(),
      created_at: now.toISOString(),
    })
    .execute();
  return token;
}

/** The household's invitations that can still be used, the newest first. */
export async function listInvitations(
  db: Database,
  { household }: Member,
  now: Date,
): Promise<OpenInvitation[]> {
  const rows = await db
    .selectFrom('invitations')
    .select(['id', 'uses_left', 'expires_at'])
    .where('household_id', '=', household.id)
    .where('uses_left', '>', 0)
    .where('invited_by', 'is not', null)
    .where('expires_at', '>', now.toISOString())
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, usesLeft: row.uses_left, expiresAt: row.expires_at }));
}

/** Takes an invitation back. Its link still tells who joined by it. */
export async function revokeInvitation(db: Database, { household }: Member, id: number): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ uses_left: 0 })
    .where('id', '=', id)
    .where('household_id', '=', household.id)
    .execute();
}

/**
 * Ends what someone made by rights that end: invitations and sign-in links; and the links to let them in. Whatever ends
 * rights must call this, in its transaction.
 */
export async function endWhatRightsMade(
  trx: DatabaseTransaction,
  userId: number,
  householdIds: number[],
): Promise<void> {
  await trx
    .updateTable('invitations')
    .set({ uses_left: 0 })
    .where('household_id', 'in', anyOf(householdIds))
    .where('invited_by', '=', userId)
    .execute();
  await trx
    .deleteFrom('sign_in_links')
    .where('used_at', 'is', null)
    .where('household_id', 'in', anyOf(householdIds))
    .where((e) => e.or([e('made_by', '=', userId), e('user_id', '=', userId)]))
    .execute();
}

/** The invitation of a link, open or not; undefined when there never was one. */
export function findInvitation(db: Database, token: string, now: Date): Promise<Invitation | undefined> {
  return oneWhere(db, 'i.token_hash', hashOf(token), now);
}

/** The invitation with this id, open or not. */
export function findInvitationById(db: Database, id: number, now: Date): Promise<Invitation | undefined> {
  return oneWhere(db, 'i.id', id, now);
}

/** Uses an invitation once. @returns false when it is not open */
export async function useInvitation(trx: DatabaseTransaction, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set((e) => ({ uses_left: e('uses_left', '-', 1) }))
    .where('id', '=', id)
    .where('uses_left', '>', 0)
    .where('invited_by', 'is not', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function oneWhere(
  db: Database,
  column: 'i.id' | 'i.token_hash',
  value: number | string,
  now: Date,
): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitations as i')
    .innerJoin('households as h', 'h.id', 'i.household_id')
    .leftJoin('users as u', 'u.id', 'i.invited_by')
    .select(['i.id', 'i.uses_left', 'i.expires_at', 'h.id as household_id', 'h.name'])
    .select(['u.first_name', 'u.username'])
    .where(column, '=', value)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      householdId: row.household_id,
      householdName: row.name,
      invitedBy: row.first_name || row.username,
      // An account that was deleted long ago may have left an invitation.
      isOpen: row.username !== null && row.uses_left > 0 && row.expires_at > now.toISOString(),
    }
  );
}
