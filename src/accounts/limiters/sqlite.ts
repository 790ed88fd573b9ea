import type Sqlite from 'better-sqlite3';
import { RateLimiterSQLite } from 'rate-limiter-flexible';
import { whenFree } from '../../database/when-free.js';
import { isTaken, type Limit, type Limiter, type MakeLimiter } from './limiter.js';

declare module 'rate-limiter-flexible' {
  // The package's types leave it out.
  interface RateLimiterSQLite {
    clearExpired(before: number): Promise<void>;
  }
}

/** As the package would make it, but before the first try, so that a broken file stops the start. */
const TABLE = `create table if not exists tries (
  key text primary key,
  points integer not null default 0,
  expire integer
) strict`;

/** @param connection the open session file */
export function sqliteLimiters(connection: Sqlite.Database): MakeLimiter {
  connection.exec(TABLE);
  return (limit) => new SqliteLimiter(connection, limit);
}

class SqliteLimiter extends RateLimiterSQLite implements Limiter {
  constructor(connection: Sqlite.Database, limit: Limit) {
    super({
      ...limit,
      storeClient: connection,
      storeType: 'better-sqlite3',
      tableName: 'tries',
      tableCreated: true,
      clearExpiredByTimeout: true,
    });
  }

  take(key: string): Promise<boolean> {
    return isTaken(whenFree(() => this.consume(key)));
  }

  async giveBack(key: string): Promise<void> {
    await whenFree(() => this.reward(key, 1));
  }

  async forget(key: string): Promise<void> {
    await whenFree(() => this.delete(key));
  }

  /** Called by a timer, where an error would end the process. */
  override async clearExpired(before: number): Promise<void> {
    await super.clearExpired(before).catch(() => {});
  }
}
