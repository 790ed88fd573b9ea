import { AsyncLocalStorage } from 'node:async_hooks';
import { type Dialect, Kysely, type Transaction, type TransactionBuilder } from 'kysely';
import type pg from 'pg';
import { LarderPostgresDialect } from './postgres/dialect.js';
import * as postgres from './postgres/errors.js';
import { LarderDialect } from './sqlite/dialect.js';
import * as sqlite from './sqlite/errors.js';
import { openFile } from './sqlite/open.js';
import type { Tables } from './tables.js';
import { whenFree } from './when-free.js';

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;

/**
 * Opens the file with the household's data, or makes it.
 * @param options.durable false for a file that may be lost when the power goes: much quicker
 */
export function openDatabase(file: string, { durable = true } = {}): Database {
  const connections = openFile(file, durable);
  return new LarderDatabase((isInside) => new LarderDialect(connections, isInside), once);
}

/** The household's data in a PostgreSQL. Closing it ends the pool. */
export function openPostgres(pool: pg.Pool): Database {
  return new LarderDatabase((isInside) => new LarderPostgresDialect(pool, isInside), whenFree);
}

/** In a file, a transaction has its lock when it begins: nothing in it can be refused for another's sake. */
function once<T>(work: () => Promise<T>): Promise<T> {
  return work();
}

/** A transaction; `outer` may be of another database. */
interface Inside {
  of: object;
  isOpen: boolean;
  outer: Inside | undefined;
}

/** One for all databases: the process tells each of them of every promise, as long as it lives. */
const inside = new AsyncLocalStorage<Inside>();

function isInside(database: object): boolean {
  for (let here = inside.getStore(); here; here = here.outer) {
    if (here.of === database && here.isOpen) return true;
  }
  return false;
}

/** Kysely that knows whether it is called inside a transaction: see the drivers. */
class LarderDatabase extends Kysely<Tables> {
  readonly #self: object;
  readonly #again: typeof once;

  /** @param again runs a transaction, perhaps more than once: nothing of one that failed is left */
  constructor(dialectOf: (isInside: () => boolean) => Dialect, again: typeof once) {
    const self = {};
    super({ dialect: dialectOf(() => isInside(self)) });
    this.#self = self;
    this.#again = again;
  }

  override transaction(): TransactionBuilder<Tables> {
    const builder = super.transaction();
    const execute = builder.execute.bind(builder);
    builder.execute = (work) =>
      this.#again(() =>
        execute(async (trx) => {
          const here = { of: this.#self, isOpen: true, outer: inside.getStore() };
          try {
            return await inside.run(here, () => work(trx));
          } finally {
            here.isOpen = false;
          }
        }),
      );
    return builder;
  }
}

/** Does work in one transaction: the one that `db` is, or a new one. */
export function inTransaction<T>(db: Database, work: (trx: DatabaseTransaction) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as DatabaseTransaction) : db.transaction().execute(work);
}

/** True when a write failed because a unique index already has the value. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlite.isUniqueViolation(error) || postgres.isUniqueViolation(error);
}

/** True when a write failed because a row it names does not exist, or is still named by another. */
export function isForeignKeyViolation(error: unknown): boolean {
  return sqlite.isForeignKeyViolation(error) || postgres.isForeignKeyViolation(error);
}

export function isCorruptIndex(error: unknown): boolean {
  return sqlite.isCorruptIndex(error);
}
