import SqliteDatabase from 'better-sqlite3';

type Callback = (error: Error | null, result?: unknown) => void;

/**
 * A connection that calls back later, as the sqlite3 package does, which connect-sqlite3 would use by itself:
 * its work is done on another thread, and a write takes longer than a read.
 */
export class LateSqlite {
  readonly #connection: SqliteDatabase.Database;

  constructor(file: string) {
    this.#connection = new SqliteDatabase(file);
    this.#connection.pragma('busy_timeout = 5000');
    this.#connection.pragma('journal_mode = WAL');
  }

  exec(sql: string, callback: Callback = () => {}): void {
    this.#connection.exec(sql);
    callback(null);
  }

  get(sql: string, parameters: unknown[], callback: Callback): void {
    later(1, callback, () => this.#connection.prepare(sql).get(...parameters));
  }

  all(sql: string, parameters: unknown[], callback: Callback = () => {}): void {
    later(15, callback, () => this.#connection.prepare(sql).run(...parameters));
  }

  run(sql: string, parameters: unknown[], callback: Callback = () => {}): void {
    later(15, callback, () => this.#connection.prepare(sql).run(...parameters));
  }
}

function later(milliseconds: number, callback: Callback, work: () => unknown): void {
  setTimeout(() => {
    const result = work();
    callback(null, result);
  }, milliseconds);
}
