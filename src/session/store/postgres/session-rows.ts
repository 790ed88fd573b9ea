import { type ClientBase, escapeLiteral, type Pool } from 'pg';
import { inPoolTransaction } from '../../../database/postgres/transaction.js';
import type { RowValues, SessionRows, Write } from '../session-rows.js';
import { type Asks, type Found, GRACE, type IdState, type Now, type Outcome } from '../session-rows.js';
import { ROW } from './row.js';
import { Turns } from './turns.js';
import { PostgresUserSessions } from './user-sessions.js';

const DAY = 24 * 60 * 60_000;

interface StoredRow {
  row: string;
  sess: string;
}

/** Sessions in PostgreSQL. Whoever changes one has its row's lock. */
export class PostgresSessionRows implements SessionRows {
  readonly users: PostgresUserSessions;
  readonly #pool: Pool;
  readonly #turns = new Turns();

  /**
   * @param installation its name, kept in the database
   * @param report gets errors that nobody waits for, as in the daily clearing
   */
  constructor(
    pool: Pool,
    readonly installation: string,
    report: (error: Error) => void = () => {},
  ) {
    this.#pool = pool;
    this.users = new PostgresUserSessions(pool);
    setInterval(() => this.clear().catch(report), DAY).unref();
  }

  async find(key: string): Promise<Found | undefined> {
    const now = Date.now();
    const { rows } = await this.#pool.query<
      StoredRow & { seen_at: number; is_new: boolean; is_unanswered: boolean }
    >(
      `select sid as row, sess, seen_at,
         exists (select 1 from renewed_ids where led_to = $1 and new_used_at is null) as is_new,
         exists (select 1 from renewed_ids where sid = $1 and new_used_at is null and renewed_at < $3) as is_unanswered
       from sessions
       where expired >= $2 and sid = coalesce(
         (select led_to from renewed_ids where sid = $1 and (new_used_at is null or new_used_at >= $3)), $1)`,
      [key, now, now - GRACE],
    );
    const [found] = rows;
    if (!found) return undefined;
    const idState = { isNew: found.is_new, isUnanswered: found.is_unanswered };
    return { row: found.row, stored: parsed(found.sess), seenAt: found.seen_at, idState };
  }

  async idState(key: string): Promise<IdState> {
    const { rows } = await this.#pool.query<{ is_new: boolean }>(
      'select exists (select 1 from renewed_ids where led_to = $1 and new_used_at is null) as is_new',
      [key],
    );
    return { isNew: rows[0]?.is_new === true, isUnanswered: await isUnanswered(this.#pool, key) };
  }

  /** Changes of one session take turns before they ask for a connection: otherwise they would hold all of them. */
  locked<T>(key: string, asks: Asks, work: (now: Now) => Outcome<T>, until?: number): Promise<T> {
    return this.#turns.take(key, () => this.#lockedNow(key, asks, work, until));
  }

  #lockedNow<T>(key: string, asks: Asks, work: (now: Now) => Outcome<T>, until?: number): Promise<T> {
    return inPoolTransaction(
      this.#pool,
      async (client, [found]) => {
        const now = await nowOf(client, key, asks, found as StoredRow | undefined);
        const { result, write } = work(now);
        if (write) await writeRow(client, now.row, write);
        return result;
      },
      { until, first: lockOf(key) },
    );
  }

  async rowOf(key: string): Promise<string> {
    return (await ledTo(this.#pool, key)) ?? key;
  }

  async isThere(key: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query('select 1 from sessions where sid = $1', [key]);
    return rowCount === 1;
  }

  async touch(
    key: string,
    { now, idle, absolute }: Pick<RowValues, 'now' | 'idle' | 'absolute'>,
    every: number,
    found?: Found,
  ): Promise<void> {
    if (found?.seenAt !== undefined && now - found.seenAt < every) return;
    // A row that is locked just now is left alone.
    await this.#pool.query(
      `update sessions set seen_at = $2, expired = least($2 + $3, created_at + $4)
       where sid = (select sid from sessions
         where sid = ${ROW} and expired >= $2 and seen_at <= $2 - $5::bigint for update skip locked)`,
      [key, now, idle, absolute, every],
    );
  }

  async noteUse(key: string): Promise<void> {
    await this.#pool.query(
      `update renewed_ids set new_used_at = $2 where sid in
         (select sid from renewed_ids where led_to = $1 and new_used_at is null for update skip locked)`,
      [key, Date.now()],
    );
  }

  async end(key: string): Promise<void> {
    await this.#pool.query(`delete from sessions where sid = ${ROW}`, [key]);
  }

  /** Forgets sessions that have run out: at the start, and once a day. */
  async clear(): Promise<void> {
    await this.#pool.query('delete from sessions where expired < $1', [Date.now()]);
  }
}

async function nowOf(
  client: ClientBase,
  key: string,
  { before, heirOf, isUnanswered: asked }: Asks,
  atFirst: StoredRow | undefined,
): Promise<Now> {
  // Moved to another id while its lock was waited for, it is where this one leads by now.
  const found = atFirst ?? (await client.query<StoredRow>(lockOf(key))).rows[0];
  const rowBefore = before === undefined ? undefined : ((await ledTo(client, before)) ?? before);
  const heir =
    found === undefined && heirOf !== undefined && rowBefore !== undefined
      ? await follower(client, heirOf, rowBefore)
      : undefined;
  return {
    row: found?.row ?? key,
    stored: found && parsed(found.sess),
    before: rowBefore,
    heir: heir === undefined ? undefined : parsed(heir),
    isUnanswered: asked === true && (await isUnanswered(client, key)),
  };
}

function lockOf(key: string): string {
  const row = ROW.replaceAll('$1', escapeLiteral(key));
  return `select sid as row, sess from sessions where sid = ${row} and expired >= ${Date.now()} for update`;
}

async function writeRow(client: ClientBase, row: string, write: Write): Promise<void> {
  const { sess, userId, device, follows, now, idle, absolute } = write.values;
  const values = [sess, userId, device, follows, now, idle, absolute];
  if (write.how === 'replace') await client.query('delete from sessions where sid = $1', [row]);
  if (write.how === 'move') await move(client, row, write.key, now);
  if (write.how === 'make' || write.how === 'replace') {
    await client.query(
      `insert into sessions (sid, sess, user_id, device, follows, expired, created_at, seen_at)
       values ($8, $1, $2, $3, $4, $5::bigint + least($6::bigint, $7::bigint), $5, $5)`,
      [...values, write.key],
    );
    await client.query('delete from ended_sessions where ended_at < $1', [now - absolute]);
    await client.query('delete from renewed_ids where renewed_at < $1', [now - absolute]);
  } else {
    await client.query(
      `update sessions set sess = $1, user_id = $2, device = $3, follows = $4, seen_at = $5,
         expired = least($5::bigint + $6::bigint, created_at + $7::bigint)
       where sid = $8 and expired >= $5`,
      [...values, write.how === 'move' ? write.key : row],
    );
  }
  if (write.how === 'change' && write.endOthersOf !== undefined) {
    await client.query('delete from sessions where user_id = $1 and sid <> $2', [write.endOthersOf, row]);
  }
}

/** The row goes to another id; the old one may still say whose form it brings. */
async function move(client: ClientBase, row: string, next: string, now: number): Promise<void> {
  await client.query('update sessions set sid = $2 where sid = $1', [row, next]);
  await client.query('update renewed_ids set led_to = $2, renewed_at = $3 where led_to = $1', [
    row,
    next,
    now,
  ]);
  await client.query('insert into renewed_ids (sid, led_to, renewed_at) values ($1, $2, $3)', [
    row,
    next,
    now,
  ]);
  await client.query(
    `insert into ended_sessions (sid, user_id, ended_at) select $1, user_id, $3 from sessions where sid = $2
     on conflict (sid) do update set user_id = excluded.user_id, ended_at = excluded.ended_at`,
    [row, next, now],
  );
}

async function ledTo(client: ClientBase | Pool, key: string): Promise<string | undefined> {
  const { rows } = await client.query<{ led_to: string }>('select led_to from renewed_ids where sid = $1', [
    key,
  ]);
  return rows[0]?.led_to;
}

async function isUnanswered(client: ClientBase | Pool, key: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from renewed_ids where sid = $1 and new_used_at is null and renewed_at < $2',
    [key, Date.now() - GRACE],
  );
  return rowCount === 1;
}

/** The user's session that replaced another. */
async function follower(client: ClientBase, userId: number, row: string): Promise<string | undefined> {
  const { rows } = await client.query<{ sess: string }>(
    `select sess from sessions where user_id = $1 and follows = $2 and expired >= $3
     order by created_at desc limit 1`,
    [userId, row, Date.now()],
  );
  return rows[0]?.sess;
}

function parsed(sess: string): unknown {
  try {
    return JSON.parse(sess);
  } catch {
    return null;
  }
}
