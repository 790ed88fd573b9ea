import type { Pool } from 'pg';
import { inPoolTransaction } from '../../../database/postgres/transaction.js';
import type { SignedIn, UserSessions } from '../session-rows.js';
import { ROW } from './row.js';

export class PostgresUserSessions implements UserSessions {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async list(userId: number): Promise<SignedIn[]> {
    const { rows } = await this.#pool.query<SignedIn>(
      `select sid as key, coalesce(device, 'A browser') as device, created_at as since, seen_at as "lastSeen"
       from sessions where user_id = $1 and expired >= $2 order by seen_at desc, created_at desc`,
      [userId, Date.now()],
    );
    return rows;
  }

  async end(userId: number, key: string): Promise<boolean> {
    const { rowCount } = await this.#change(`delete from sessions where sid = ${ROW} and user_id = $2`, [
      key,
      userId,
    ]);
    return rowCount === 1;
  }

  async endRunOut(key: string): Promise<number | undefined> {
    const { rows } = await this.#pool.query<{ user_id: number | null }>(
      `delete from sessions where sid in
         (select sid from sessions where sid = ${ROW} and expired < $2 for update skip locked)
       returning user_id`,
      [key, Date.now()],
    );
    return rows[0]?.user_id ?? undefined;
  }

  async endAll(userId: number, exceptKey = ''): Promise<void> {
    await this.#change(`delete from sessions where user_id = $2 and sid <> ${ROW}`, [exceptKey, userId]);
  }

  async ofEnded(key: string): Promise<number | undefined> {
    const { rows } = await this.#pool.query<{ user_id: number | null }>(
      `select user_id from sessions where sid = $1 and expired < $2
       union all select user_id from ended_sessions where sid = $1`,
      [key, Date.now()],
    );
    return rows[0]?.user_id ?? undefined;
  }

  /** Waits for a session that is locked no longer than others do. */
  #change(sql: string, values: unknown[]) {
    return inPoolTransaction(this.#pool, (client) => client.query(sql, values));
  }
}
