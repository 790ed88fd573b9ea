import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type pg from 'pg';
import { isLost, OutcomeUnknown } from './errors.js';
import { storable } from './parameters.js';
import { commit } from './transaction.js';

/** Changes of one statement, outside a transaction, may have been made when the answer is lost. */
const READS = /^\s*select\b/i;
/** Commands whose count is of rows that were changed. */
const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Drives a pool, and knows what a lost connection means for what was sent. */
export class PostgresPoolDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #isInside: () => boolean;

  constructor(pool: pg.Pool, isInside: () => boolean) {
    this.#pool = pool;
    this.#isInside = isInside;
  }

  async init(): Promise<void> {}

  /** @throws Error inside a transaction, which would not see what that did */
  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#isInside()) {
      throw new Error('A query inside a transaction was sent by `db`, not by the `trx` that it is part of');
    }
    return new Connection(await this.#pool.connect());
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).begin();
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).rollback();
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ours(connection).release();
  }

  async destroy(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end();
  }
}

class Connection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  #isInTransaction = false;
  #isLost = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
    client.on('error', this.#lose);
  }

  readonly #lose = () => {
    this.#isLost = true;
  };

  /** @throws OutcomeUnknown when the connection was lost and the statement may have been done */
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { command, rowCount, rows } = await this.#client.query(sql, storable(parameters));
      if (!CHANGES.has(command)) return { rows: rows ?? [] };
      return { rows: rows ?? [], numAffectedRows: BigInt(rowCount ?? 0) };
    } catch (error) {
      if (isLost(error)) this.#isLost = true;
      const isDoneAtOnce = !this.#isInTransaction && !READS.test(sql);
      throw isLost(error) && isDoneAtOnce ? new OutcomeUnknown(error) : error;
    }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are read all at once');
  }

  async begin(): Promise<void> {
    this.#isInTransaction = true;
    await this.#client.query('begin');
  }

  async commit(): Promise<void> {
    this.#isInTransaction = false;
    try {
      await commit(this.#client);
    } catch (error) {
      if (error instanceof OutcomeUnknown) this.#isLost = true;
      throw error;
    }
  }

  /** The server itself takes back what a lost connection left. */
  async rollback(): Promise<void> {
    this.#isInTransaction = false;
    if (this.#isLost) return;
    try {
      await this.#client.query('rollback');
    } catch {
      this.#isLost = true;
    }
  }

  release(): void {
    this.#client.off('error', this.#lose);
    this.#client.release(this.#isLost);
  }
}

function ours(connection: DatabaseConnection): Connection {
  if (!(connection instanceof Connection)) throw new Error('The connection is another driver’s');
  return connection;
}
