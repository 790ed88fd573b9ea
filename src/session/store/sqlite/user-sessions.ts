import type Sqlite from 'better-sqlite3';
import { unlessBusy, whenFree } from '../../../database/when-free.js';
import type { SignedIn, UserSessions } from '../session-rows.js';
import { withoutWaiting } from './session-database.js';

export class SqliteUserSessions implements UserSessions {
  readonly #connection: Sqlite.Database;
  readonly #statements: ReturnType<typeof prepare>;

  /** @param connection the open session file, with its tables */
  constructor(connection: Sqlite.Database) {
    this.#connection = connection;
    this.#statements = prepare(connection);
  }

  async list(userId: number): Promise<SignedIn[]> {
    const rows = this.#statements.list.all(userId, Date.now()) as (Omit<SignedIn, 'device'> & {
      device: string | null;
    })[];
    return rows.map((row) => ({ ...row, device: row.device ?? 'A browser' }));
  }

  end(userId: number, key: string): Promise<boolean> {
    return whenFree(() => this.#statements.end.run(userId, key, key).changes > 0);
  }

  async endRunOut(key: string): Promise<number | undefined> {
    const now = Date.now();
    if (this.#statements.hasRunOut.get(key, key, now) === undefined) return undefined;
    const end = async () =>
      withoutWaiting(this.#connection, () => this.#statements.endRunOut.get(key, key, now));
    return ((await unlessBusy(end())) as number | null | undefined) ?? undefined;
  }

  async endAll(userId: number, exceptKey = ''): Promise<void> {
    await whenFree(() => this.endAllNow(userId, exceptKey));
  }

  endAllNow(userId: number, exceptKey: string): void {
    this.#statements.endAll.run(userId, exceptKey, exceptKey);
  }

  /** The key of the user's session that replaced another. @param row of the replaced one */
  follower(userId: number, row: string): string | undefined {
    return this.#statements.follower.get(userId, row, Date.now()) as string | undefined;
  }

  async ofEnded(key: string): Promise<number | undefined> {
    const user = this.#statements.ofEnded.get({ sid: key, now: Date.now() }) as number | null | undefined;
    return user ?? undefined;
  }
}

/** A page may name a session by the id that it had, which was renewed meanwhile. */
const ROW = 'coalesce((select led_to from renewed_ids where sid = ?), ?)';

function prepare(connection: Sqlite.Database) {
  return {
    list: connection.prepare(
      `select sid as key, sess ->> '$.device' as device, created_at as since, seen_at as lastSeen from sessions
       where user_id = ? and expired >= ? order by seen_at desc, created_at desc`,
    ),
    end: connection.prepare(`delete from sessions where user_id = ? and sid = ${ROW}`),
    endRunOut: connection
      .prepare(`delete from sessions where sid = ${ROW} and expired < ? returning user_id`)
      .pluck(),
    hasRunOut: connection.prepare(`select 1 from sessions where sid = ${ROW} and expired < ?`).pluck(),
    endAll: connection.prepare(`delete from sessions where user_id = ? and sid <> ${ROW}`),
    follower: connection
      .prepare(
        `select sid from sessions
         where user_id = ? and sess ->> '$.follows' = ? and expired >= ? order by created_at desc limit 1`,
      )
      .pluck(),
    ofEnded: connection
      .prepare(
        `select user_id from sessions where sid = @sid and expired < @now
         union all select user_id from ended_sessions where sid = @sid`,
      )
      .pluck(),
  };
}
