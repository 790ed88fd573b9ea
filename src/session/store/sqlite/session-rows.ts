/// <reference path="./connect-sqlite3.d.ts" />
import type Sqlite from 'better-sqlite3';
import connectSqlite3 from 'connect-sqlite3';
import session from 'express-session';
import { whenFree } from '../../../database/when-free.js';
import type { Asks, Found, IdState, Now, Outcome, RowValues, SessionRows, Write } from '../session-rows.js';
import { RenewedIds } from './renewed-ids.js';
import { withoutWaiting } from './session-database.js';
import { installationId, makeSessionTables } from './session-tables.js';
import { SqliteAdapter } from './sqlite-adapter.js';
import { SqliteUserSessions } from './user-sessions.js';

const SqliteStore = connectSqlite3(session);

/** Sessions in a SQLite file, which connect-sqlite3 reads and clears away. Whoever writes has the file's write lock. */
export class SqliteSessionRows implements SessionRows {
  readonly installation: string;
  readonly users: SqliteUserSessions;
  readonly #connection: Sqlite.Database;
  readonly #renewedIds: RenewedIds;
  readonly #stock: InstanceType<typeof SqliteStore>;
  readonly #statements: ReturnType<typeof prepare>;

  /**
   * @param connection the open session file
   * @param report gets errors that nobody waits for, as in the daily clearing
   */
  constructor(connection: Sqlite.Database, report: (error: Error) => void = () => {}) {
    makeSessionTables(connection);
    this.#connection = connection;
    this.#stock = new SqliteStore({ db: new SqliteAdapter(connection, report), table: 'sessions' });
    this.#renewedIds = new RenewedIds(connection);
    this.#statements = prepare(connection);
    this.users = new SqliteUserSessions(connection);
    this.installation = installationId(connection);
  }

  async find(key: string): Promise<Found | undefined> {
    // Renewed between its two reads by another process, it is where the old id leads by now.
    return this.#find(key) ?? this.#find(key);
  }

  async idState(key: string): Promise<IdState> {
    return this.#renewedIds.stateOf(key);
  }

  async locked<T>(key: string, asks: Asks, work: (now: Now) => Outcome<T>, until?: number): Promise<T> {
    const locked = this.#connection.transaction(() => {
      const now = this.#now(key, asks);
      const { result, write } = work(now);
      if (write) this.#write(now.row, write);
      return result;
    });
    return whenFree(() => locked.immediate(), until);
  }

  async rowOf(key: string): Promise<string> {
    return this.#renewedIds.rowOf(key);
  }

  async isThere(key: string): Promise<boolean> {
    return this.#statements.isThere.get(key) !== undefined;
  }

  async touch(
    key: string,
    lifetimes: Pick<RowValues, 'now' | 'idle' | 'absolute'>,
    every: number,
  ): Promise<void> {
    const row = this.#statements.lastUse.get({ key }) as { sid: string; seen_at: number } | undefined;
    if (!row || lifetimes.now - row.seen_at < every) return;
    const { now, idle, absolute } = lifetimes;
    withoutWaiting(this.#connection, () => this.#statements.touch.run({ sid: row.sid, now, idle, absolute }));
  }

  async noteUse(key: string): Promise<void> {
    withoutWaiting(this.#connection, () => this.#renewedIds.noteUse(key));
  }

  async end(key: string): Promise<void> {
    let failure: unknown;
    this.#stock.destroy(this.#renewedIds.rowOf(key), (error) => {
      failure ??= error;
    });
    if (failure) throw failure;
  }

  #find(key: string): Found | undefined {
    const row = this.#renewedIds.rowWhileGood(key);
    const stored = row === undefined ? undefined : this.#stored(row);
    return row === undefined || stored === undefined ? undefined : { row, stored };
  }

  /** @returns undefined without a row, null when it holds no JSON */
  #stored(row: string): unknown {
    const outcome: { error?: unknown; stored?: unknown } = {};
    try {
      this.#stock.get(row, (error, stored) => {
        // connect-sqlite3 calls back once more after an error.
        outcome.error ??= error;
        outcome.stored = stored;
      });
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
    if (outcome.error) throw outcome.error;
    return outcome.stored;
  }

  #now(key: string, { before, heirOf, isUnanswered }: Asks): Now {
    const row = this.#renewedIds.rowOf(key);
    const stored = this.#stored(row);
    const rowBefore = before === undefined ? undefined : this.#renewedIds.rowOf(before);
    const heir =
      stored === undefined && heirOf !== undefined && rowBefore !== undefined
        ? this.users.follower(heirOf, rowBefore)
        : undefined;
    return {
      row,
      stored,
      before: rowBefore,
      heir: heir === undefined ? undefined : this.#stored(heir),
      isUnanswered: isUnanswered === true && this.#renewedIds.stateOf(key).isUnanswered,
    };
  }

  #write(row: string, write: Write): void {
    const { sess, userId, now, idle, absolute } = write.values;
    const values = { sess, user_id: userId, now, idle, absolute };
    if (write.how === 'replace') this.#statements.end.run(row);
    if (write.how === 'move') this.#renewedIds.move(row, write.key, now);
    if (write.how === 'make' || write.how === 'replace') {
      this.#statements.insert.run({ ...values, sid: write.key });
      this.#statements.forgetEnded.run(now - absolute);
      this.#renewedIds.forget(now - absolute);
    } else {
      this.#statements.update.run({ ...values, sid: write.how === 'move' ? write.key : row });
    }
    if (write.how === 'change' && write.endOthersOf !== undefined)
      this.users.endAllNow(write.endOthersOf, row);
  }
}

function prepare(connection: Sqlite.Database) {
  return {
    insert: connection.prepare(
      `insert into sessions (sid, expired, sess, user_id, created_at, seen_at)
       values (@sid, @now + min(@idle, @absolute), @sess, @user_id, @now, @now)`,
    ),
    update: connection.prepare(
      `update sessions set sess = @sess, user_id = @user_id, seen_at = @now,
         expired = min(@now + @idle, created_at + @absolute)
       where sid = @sid and expired >= @now`,
    ),
    touch: connection.prepare(
      `update sessions set seen_at = @now, expired = min(@now + @idle, created_at + @absolute)
       where sid = @sid and expired >= @now`,
    ),
    lastUse: connection.prepare(
      `select sid, seen_at from sessions
       where sid = coalesce((select led_to from renewed_ids where sid = @key), @key)`,
    ),
    isThere: connection.prepare('select 1 from sessions where sid = ?'),
    end: connection.prepare('delete from sessions where sid = ?'),
    forgetEnded: connection.prepare('delete from ended_sessions where ended_at < ?'),
  };
}
