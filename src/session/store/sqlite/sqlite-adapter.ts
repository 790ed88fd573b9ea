import type Sqlite from 'better-sqlite3';

type Callback<T> = (error: Error | null, result?: T) => void;

/**
 * What connect-sqlite3 asks of a connection, over better-sqlite3. It calls back before it returns, so a session is
 * on disk before the response.
 */
export class SqliteAdapter {
  readonly #connection: Sqlite.Database;
  readonly #report: (error: Error) => void;
  readonly #statements = new Map<string, Sqlite.Statement>();

  /** @param report gets errors of calls without a callback: a throw in a timer would end the process */
  constructor(connection: Sqlite.Database, report: (error: Error) => void) {
    this.#connection = connection;
    this.#report = report;
  }

  exec(sql: string, callback?: Callback<void>): void {
    this.#answer(callback, () => void this.#connection.exec(sql));
  }

  get(sql: string, parameters: unknown[], callback?: Callback<unknown>): void {
    this.#answer(callback, () => this.#prepare(sql).get(...parameters));
  }

  all(sql: string, parameters: unknown[] | Callback<unknown[]>, callback?: Callback<unknown[]>): void {
    const [bound, done] = typeof parameters === 'function' ? [[], parameters] : [parameters, callback];
    this.#answer(done, () => {
      const statement = this.#prepare(sql);
      if (statement.reader) return statement.all(...bound);
      statement.run(...bound);
      return [];
    });
  }

  run(sql: string, parameters: unknown[], callback?: Callback<void>): void {
    this.#answer(callback, () => void this.#prepare(sql).run(...parameters));
  }

  #prepare(sql: string): Sqlite.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #answer<T>(callback: Callback<T> | undefined, work: () => T): void {
    let result: T;
    try {
      result = work();
    } catch (error) {
      (callback ?? this.#report)(error as Error);
      return;
    }
    callback?.(null, result);
  }
}
