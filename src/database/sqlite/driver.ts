import type Sqlite from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { PATIENCE, whileBusy } from '../engine/again.js';
import { isBusy } from './errors.js';
import { rowsOf } from './rows.js';
import { keepStatements } from './statements.js';

type Statements = ReturnType<typeof keepStatements>;

export interface Connections {
  writer: Sqlite.Database;
  /** For reading outside a transaction: it never waits for a change. */
  reader: Sqlite.Database;
}

/**
 * Drives better-sqlite3 so that reading never waits. Changes take turns on the writing connection, and lock when
 * they begin: a transaction that reads first and then writes fails under two processes (SQLITE_BUSY_SNAPSHOT).
 */
export class SqliteDriver implements Driver {
  readonly #files: Files;
  readonly #isInside: () => boolean;

  constructor({ writer, reader }: Connections, isInside: () => boolean) {
    const write = keepStatements(writer);
    this.#files = {
      writer: write,
      reader: reader === writer ? write : keepStatements(reader),
      turn: Promise.resolve(),
    };
    this.#isInside = isInside;
  }

  async init(): Promise<void> {}

  /** @throws Error inside a transaction, where it would wait for itself for ever */
  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#isInside()) {
      throw new Error('A query inside a transaction was sent by `db`, not by the `trx` that it is part of');
    }
    return new Connection(this.#files);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).begin();
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    ours(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    ours(connection).rollback();
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#files.reader.close();
    this.#files.writer.close();
  }
}

interface Files {
  writer: Statements;
  reader: Statements;
  /** Settled when the last change in line is done. */
  turn: Promise<void>;
}

class Connection implements DatabaseConnection {
  readonly #files: Files;
  /** Lets the next change begin. */
  #leave: (() => void) | undefined;

  constructor(files: Files) {
    this.#files = files;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#files.writer.prepare(sql);
    if (this.#leave) return resultOf(statement, parameters);
    if (statement.readonly) return resultOf(this.#files.reader.prepare(sql), parameters);
    return this.#inTurn((until) => whileBusy(() => resultOf<R>(statement, parameters), isBusy, until));
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are read all at once');
  }

  async begin(): Promise<void> {
    const until = performance.now() + PATIENCE;
    const leave = await this.#nextTurn();
    try {
      await whileBusy(() => this.#files.writer.prepare('begin immediate').run(), isBusy, until);
      this.#leave = leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  commit(): void {
    this.#files.writer.prepare('commit').run();
    this.#end();
  }

  rollback(): void {
    try {
      // After some errors, such as a full disk, SQLite has rolled back already.
      if (this.#files.writer.inTransaction) this.#files.writer.prepare('rollback').run();
    } finally {
      this.#end();
    }
  }

  #end(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  async #inTurn<T>(work: (until: number) => Promise<T>): Promise<T> {
    const until = performance.now() + PATIENCE;
    const leave = await this.#nextTurn();
    try {
      return await work(until);
    } finally {
      leave();
    }
  }

  /** Waits for the changes before. @returns lets the next one go on */
  async #nextTurn(): Promise<() => void> {
    const before = this.#files.turn;
    let leave = () => {};
    this.#files.turn = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }
}

function ours(connection: DatabaseConnection): Connection {
  if (!(connection instanceof Connection)) throw new Error('The connection is another driver’s');
  return connection;
}

function resultOf<R>(statement: Sqlite.Statement, parameters: readonly unknown[]): QueryResult<R> {
  if (statement.reader) return { rows: rowsOf<R>(statement, parameters) };
  const { changes, lastInsertRowid } = statement.run(...parameters);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}
