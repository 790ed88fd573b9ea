import { postgresLimiters } from '../accounts/limiters/postgres.js';
import { openPostgres } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { openPool } from '../database/postgres/pool.js';
import { START_PATIENCE, whenFree } from '../database/when-free.js';
import { keptInstallation } from '../session/store/postgres/installation.js';
import { PostgresKeptForms } from '../session/store/postgres/kept-forms.js';
import { PostgresSessionRows } from '../session/store/postgres/session-rows.js';
import type { Engine, EngineOptions } from './engine.js';

/**
 * Opens a PostgreSQL database, and brings its tables up to date.
 * @param url postgres://…
 */
export async function openPostgresEngine(url: string, { report }: EngineOptions): Promise<Engine> {
  const pool = openPool(url);
  const db = openPostgres(pool);
  try {
    await whenFree(() => migrate(db), performance.now() + START_PATIENCE);
    const { id, secret } = await keptInstallation(pool);
    return {
      db,
      sessions: new PostgresSessionRows(pool, id, report),
      keptForms: new PostgresKeptForms(pool),
      limiter: postgresLimiters(pool),
      secret: async () => secret,
      close: () => db.destroy(),
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
