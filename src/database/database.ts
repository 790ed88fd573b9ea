import SqliteDatabase from 'better-sqlite3';
import { Kysely, type Transaction } from 'kysely';
import { ImmediateSqliteDialect } from './sqlite-dialect.js';
import type { Tables } from './tables.js';

/** The household's data: what every repository function takes first. */
export type Database = Kysely<Tables>;
/** A repository function that must be part of a larger change takes this instead. */
export type DatabaseTransaction = Transaction<Tables>;

/** How long a write waits for another process's write to end, in milliseconds. */
export const BUSY_TIMEOUT = 5_000;

/**
 * Opens (and makes, when there is none) the file with the household's data.
 * @param file path of the SQLite file
 * @param options.durable false for a file that may be lost with the power, since it can be made again: far quicker
 */
export function openDatabase(file: string, { durable = true } = {}): Database {
  const connection = new SqliteDatabase(file);
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  connection.pragma('journal_mode = WAL');
  connection.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`);
  connection.pragma('foreign_keys = ON');
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(connection) });
}

/** Does work in one transaction: in the one that `db` is already, or in one of its own. */
export function inTransaction<T>(db: Database, work: (trx: DatabaseTransaction) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as DatabaseTransaction) : db.transaction().execute(work);
}

/** True when a write failed because a unique index already has the value. */
export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error, 'SQLITE_CONSTRAINT_UNIQUE') || hasCode(error, 'SQLITE_CONSTRAINT_PRIMARYKEY');
}

/** True when a write failed because a row it names does not exist, or is still named by another. */
export function isForeignKeyViolation(error: unknown): boolean {
  return hasCode(error, 'SQLITE_CONSTRAINT_FOREIGNKEY') || hasCode(error, 'SQLITE_CONSTRAINT_TRIGGER');
}

/** True when SQLite found that a full-text index is not what it is made of. */
export function isCorruptIndex(error: unknown): boolean {
  return hasCode(error, 'SQLITE_CORRUPT_VTAB');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
