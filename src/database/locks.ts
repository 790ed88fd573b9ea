import { sql } from 'kysely';
import { engineOf } from './by-engine.js';
import { type Database, type DatabaseTransaction, inTransaction } from './database.js';

type Work<T> = (trx: DatabaseTransaction) => Promise<T>;

/**
 * Changes what a household has, in a transaction that no other change of that household overlaps: what it reads stays
 * so until its end. Every change of a household's places, foods, items, lists and members goes through here. In a file
 * it is the file's one writer; elsewhere any number of households change at once.
 * @param db may be a transaction, which then has the household until its own end
 * @param work may be done again, when the database gave up what it did: so it answers nobody
 */
export function inHousehold<T>(
  db: Database,
  { household }: { household: { id: number } },
  work: Work<T>,
): Promise<T> {
  return inHouseholds(db, [household.id], work);
}

export function inHouseholds<T>(db: Database, ids: readonly number[], work: Work<T>): Promise<T> {
  return inTransaction(db, async (trx) => {
    await lockHouseholds(trx, ids);
    return work(trx);
  });
}

/** The same for what belongs to a user: their account, and what they have begun. */
export function inAccount<T>(db: Database, userId: number, work: Work<T>): Promise<T> {
  return inTransaction(db, async (trx) => {
    await lockAccount(trx, userId);
    return work(trx);
  });
}

/** A change of one statement, which needs no transaction where there is one writer. */
export function inHouseholdAtOnce<T>(
  db: Database,
  member: { household: { id: number } },
  work: (db: Database) => Promise<T>,
): Promise<T> {
  return isOneWriter(db) ? work(db) : inHousehold(db, member, work);
}

/** Until the transaction's end no other goes on that does the same, so that what it has counted stays so. */
export async function lockAllThat(trx: DatabaseTransaction, does: 'signs up' | 'reckons'): Promise<void> {
  if (isOneWriter(trx)) return;
  await sql`select pg_advisory_xact_lock(hashtext(${`larder ${does}`}))`.execute(trx);
}

/** Takes households in one order, whoever asks, so that two never wait for each other. */
export async function lockHouseholds(trx: DatabaseTransaction, ids: readonly number[]): Promise<void> {
  if (isOneWriter(trx)) return;
  for (const id of [...new Set(ids)].sort((one, other) => one - other))
    await trx.selectFrom('households').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** Comes after the households that the work changes. */
export async function lockAccount(trx: DatabaseTransaction, userId: number): Promise<void> {
  if (isOneWriter(trx)) return;
  await trx.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
}

/** A transaction in a file has the whole file from its beginning. */
function isOneWriter(db: Database): boolean {
  return engineOf(db) === 'sqlite';
}
