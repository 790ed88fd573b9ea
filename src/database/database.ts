import { AsyncLocalStorage } from 'node:async_hooks';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, type Transaction, type TransactionBuilder } from 'kysely';
import { LarderDialect } from './sqlite-dialect.js';
import type { Connections } from './sqlite-driver.js';
import type { Tables } from './tables.js';
import { BUSY_TIMEOUT, START_PATIENCE } from './when-free.js';

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;

/**
 * Opens the file with the household's data, or makes it.
 * @param options.durable false for a file that may be lost when the power goes: much quicker
 */
export function openDatabase(file: string, { durable = true } = {}): Database {
  const [writer, reader] = [new SqliteDatabase(file), new SqliteDatabase(file)];
  for (const connection of [writer, reader]) {
    connection.pragma(`busy_timeout = ${START_PATIENCE}`);
    connection.pragma('journal_mode = WAL');
    connection.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`);
    connection.pragma('foreign_keys = ON');
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  }
  reader.pragma('query_only = ON');
  return new LarderDatabase({ writer, reader });
}

/** A transaction; `outer` may be of another file. */
interface Inside {
  of: Connections;
  isOpen: boolean;
  outer: Inside | undefined;
}

/** One for all files: the process tells each of them of every promise, as long as it lives. */
const inside = new AsyncLocalStorage<Inside>();

function isInside(connections: Connections): boolean {
  for (let here = inside.getStore(); here; here = here.outer) {
    if (here.of === connections && here.isOpen) return true;
  }
  return false;
}

/** Kysely that knows whether it is called inside a transaction: see SqliteDriver. */
class LarderDatabase extends Kysely<Tables> {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    super({ dialect: new LarderDialect(connections, () => isInside(connections)) });
    this.#connections = connections;
  }

  override transaction(): TransactionBuilder<Tables> {
    const builder = super.transaction();
    const execute = builder.execute.bind(builder);
    builder.execute = (work) =>
      execute(async (trx) => {
        const here = { of: this.#connections, isOpen: true, outer: inside.getStore() };
        try {
          return await inside.run(here, () => work(trx));
        } finally {
          here.isOpen = false;
        }
      });
    return builder;
  }
}

/** Does work in one transaction: the one that `db` is, or a new one. */
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

export function isCorruptIndex(error: unknown): boolean {
  return hasCode(error, 'SQLITE_CORRUPT_VTAB');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
