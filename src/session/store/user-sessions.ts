import type Sqlite from 'better-sqlite3';

/** A place where a user is signed in. */
export interface SignedIn {
  key: string;
  device: string;
  /** Milliseconds since 1970. */
  since: number;
  lastSeen: number;
}

/** Whose sessions are, and were. */
export class UserSessions {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Sqlite.Database) {
    this.#statements = prepare(connection);
  }

  list(userId: number): SignedIn[] {
    const rows = this.#statements.list.all(userId, Date.now()) as (Omit<SignedIn, 'device'> & {
      device: string | null;
    })[];
    return rows.map((row) => ({ ...row, device: row.device ?? 'A browser' }));
  }

  /** Ends one of a user's sessions. @param key as list gave it. @returns false when it is none */
  end(userId: number, key: string): boolean {
    return this.#statements.end.run(userId, key, key).changes > 0;
  }

  /** Ends a session that has run out. @returns whose it was; undefined when it has not, or was nobody's */
  endRunOut(key: string): number | undefined {
    const now = Date.now();
    if (this.#statements.hasRunOut.get(key, now) === undefined) return undefined;
    const user = this.#statements.endRunOut.get(key, now) as number | null | undefined;
    return user ?? undefined;
  }

  /** Ends every session of a user. @param exceptKey of the one to keep, be it by its id from before */
  endAll(userId: number, exceptKey = ''): void {
    this.#statements.endAll.run(userId, exceptKey, exceptKey);
  }

  /** The key of the user's session that replaced another. @param key of the replaced one */
  follower(userId: number, key: string): string | undefined {
    return this.#statements.follower.get(userId, key, Date.now()) as string | undefined;
  }

  /** Whose session it was that has ended; undefined when it has not, or was nobody's. */
  ofEnded(key: string): number | undefined {
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
      .prepare('delete from sessions where sid = ? and expired < ? returning user_id')
      .pluck(),
    hasRunOut: connection.prepare('select 1 from sessions where sid = ? and expired < ?').pluck(),
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
