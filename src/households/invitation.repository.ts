import { createHash, randomBytes } from 'node:crypto';
import type { Database, DatabaseTransaction } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import type { Member } from '../members/member.js';

/** An invitation as someone who holds its link sees it. */
export interface Invitation {
  id: number;
  householdId: number;
  householdName: string;
  /** Who invited, by first name or username; null when that account is gone. */
  invitedBy: string | null;
  /** False once it is used up, taken back, or has run out. */
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
 * @returns the token of its link: 192 random bits, kept nowhere
 */
export async function addInvitation(
  db: Database,
  { user, household }: Member,
  terms: { uses: number; expiresAt: Date },
  now: Date,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
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

/** Takes an invitation back: its link is good no longer. Who joined by it is still told so by its link. */
export async function revokeInvitation(db: Database, { household }: Member, id: number): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ uses_left: 0 })
    .where('id', '=', id)
    .where('household_id', '=', household.id)
    .execute();
}

/**
 * Ends what someone's rights in households have made, when the rights end: as an owner, as a member or with the account.
 * Every way of ending them calls this, in its own transaction: who is no owner any more lets nobody in, nor themselves
 * back.
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
}

/** The invitation of a link, open or not; undefined when there never was such a link. */
export function findInvitation(db: Database, token: string, now: Date): Promise<Invitation | undefined> {
  return oneWhere(db, 'i.token_hash', hashOf(token), now);
}

/** The invitation with this id, open or not. */
export function findInvitationById(db: Database, id: number, now: Date): Promise<Invitation | undefined> {
  return oneWhere(db, 'i.id', id, now);
}

/** Uses an invitation once. @returns false when it can't be used (any more) */
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
      // Of an account that was deleted before invitations ended with it, one may be left.
      isOpen: row.username !== null && row.uses_left > 0 && row.expires_at > now.toISOString(),
    }
  );
}

/** Whoever reads the database can't join with what it says. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
