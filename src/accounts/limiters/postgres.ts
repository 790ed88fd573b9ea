import type { Pool } from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { isTaken, type Limit, type Limiter, type MakeLimiter } from './limiter.js';

declare module 'rate-limiter-flexible' {
  // The package's types leave it out.
  interface RateLimiterPostgres {
    _query(query: { name?: string; text: string; values?: unknown[] }): Promise<unknown>;
  }
}

/** Its table, `tries`, is made by a migration. */
export function postgresLimiters(pool: Pool): MakeLimiter {
  return (limit) => new PostgresLimiter(pool, limit);
}

class PostgresLimiter extends RateLimiterPostgres implements Limiter {
  constructor(pool: Pool, limit: Limit) {
    super({
      ...limit,
      storeClient: pool,
      storeType: 'pool',
      tableName: 'tries',
      tableCreated: true,
      clearExpiredByTimeout: true,
    });
  }

  take(key: string): Promise<boolean> {
    return isTaken(this.consume(key));
  }

  async giveBack(key: string): Promise<void> {
    await this.reward(key, 1);
  }

  async forget(key: string): Promise<void> {
    await this.delete(key);
  }

  /** Without names: a statement that is kept by name would be lost behind a pooler that lends connections out by transaction. */
  override _query({ text, values }: { text: string; values?: unknown[] }): Promise<unknown> {
    return super._query({ text, ...(values && { values }) });
  }
}
