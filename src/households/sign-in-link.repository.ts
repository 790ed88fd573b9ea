import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import type { Member } from '../members/member.js';
import { hashOf, newToken } from './link-token.js';

/** How long a link to sign in is good. */
export const LINK_HOURS = 24;
const GOOD_FOR = LINK_HOURS * 60 * 60 * 1000;
/** Of those that were used, the newest are told to their user. */
const TOLD_AT_MOST = 5;

/** What whoever runs this Larder is called as the maker of a link. */
export const HOST = 'Whoever runs this Larder';

/** Who makes a link: an owner; null for whoever runs this Larder. */
type Maker = { member: Member; name: string } | null;

/**
 * Makes a link by which a user sets a new password, in the place of an earlier one.
 * @returns the token of its address; only a hash is stored
 */
export async function addSignInLink(db: Database, userId: number, maker: Maker, now: Date): Promise<string> {
  const token = newToken();
  await cancelSignInLink(db, userId);
  await db
    .insertInto('sign_in_links')
    .values({
      user_id: userId,
      household_id: maker?.member.household.id ?? null,
      made_by: maker?.member.user.id ?? null,
      made_by_name: maker?.name ?? HOST,
      is_by_host: maker ? 0 : 1,
      token_hash: hashOf(token),
      expires_at: new Date(now.getTime() + GOOD_FOR).toISOString(),
      created_at: now.toISOString(),
    })
    .execute();
  return token;
}

/** Ends the link that lets a user in, if there is one. */
export async function cancelSignInLink(db: Database, userId: number): Promise<void> {
  await db.deleteFrom('sign_in_links').where('user_id', '=', userId).where('used_at', 'is', null).execute();
}

/** The link that would let a user in: who made it, and until when. */
export async function openSignInLink(
  db: Database,
  userId: number,
  now: Date,
): Promise<{ by: string; expiresAt: string } | undefined> {
  const row = await db
    .selectFrom('sign_in_links as l')
    .select(['l.made_by_name', 'l.expires_at'])
    .where('l.user_id', '=', userId)
    .where((e) => isGood(e, now))
    .executeTakeFirst();
  return row && { by: row.made_by_name, expiresAt: row.expires_at };
}

/** The links that have let a user in, the newest first: who made them, and when they were used. */
export async function listUsedLinks(db: Database, userId: number): Promise<{ by: string; usedAt: string }[]> {
  const rows = await db
    .selectFrom('sign_in_links')
    .select(['made_by_name', 'used_at'])
    .where('user_id', '=', userId)
    .where('used_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(TOLD_AT_MOST)
    .execute();
  return rows.map((row) => ({ by: row.made_by_name, usedAt: row.used_at ?? '' }));
}

/** Whom a link is for, even one that was used; `isGood` while it can be. */
export async function findSignInLink(
  db: Database,
  token: string,
  now: Date,
): Promise<{ userId: number; username: string; isGood: boolean } | undefined> {
  const row = await db
    .selectFrom('sign_in_links as l')
    .innerJoin('users as u', 'u.id', 'l.user_id')
    .select(['u.id', 'u.username'])
    .select((e) => e.case().when(isGood(e, now)).then(1).else(0).end().as('good'))
    .where('l.token_hash', '=', hashOf(token))
    .executeTakeFirst();
  return row && { userId: row.id, username: row.username, isGood: row.good === 1 };
}

/** Uses a link, which works once. @returns whom it lets in; undefined when it is not good */
export async function useSignInLink(
  trx: DatabaseTransaction,
  token: string,
  now: Date,
): Promise<number | undefined> {
  const link = await findSignInLink(trx, token, now);
  if (!link?.isGood) return undefined;
  const used = trx.updateTable('sign_in_links').set({ used_at: now.toISOString() });
  await used.where('token_hash', '=', hashOf(token)).execute();
  return link.userId;
}

/**
 * True when an owner may make a link for a user: in every household of theirs the owner is one. Else the link would
 * open a household that is not the owner's.
 */
export async function mayLetIn(db: Database, ownerId: number, userId: number): Promise<boolean> {
  const row = await db
    .selectFrom('users as u')
    .select('u.id')
    .where('u.id', '=', userId)
    .where((e) => e.not(e.exists(householdsNotOf(e, e.val(ownerId), e.val(userId)))))
    .executeTakeFirst();
  return row !== undefined;
}

function isGood(
  e: ExpressionBuilder<Tables & { l: Tables['sign_in_links'] }, 'l'>,
  now: Date,
): Expression<SqlBool> {
  return e.and([
    e('l.used_at', 'is', null),
    e('l.expires_at', '>', now.toISOString()),
    e.or([
      e('l.is_by_host', '=', 1),
      // Rights and memberships may have changed since it was made.
      e.and([
        e('l.made_by', 'is not', null),
        e.not(e.exists(householdsNotOf(e, e.ref('l.made_by'), e.ref('l.user_id')))),
      ]),
    ]),
  ]);
}

/** The households of a user in which another is no owner. */
function householdsNotOf(
  { selectFrom }: Pick<ExpressionBuilder<Tables, never>, 'selectFrom'>,
  owner: Expression<number | null>,
  user: Expression<number>,
) {
  return selectFrom('memberships as m')
    .select('m.household_id')
    .where('m.user_id', '=', user)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('memberships as o')
            .select('o.user_id')
            .whereRef('o.household_id', '=', 'm.household_id')
            .where('o.user_id', '=', owner as Expression<number>)
            .where('o.role', '=', 'owner'),
        ),
      ),
    );
}
