import type { Pool } from 'pg';
import { postgresLimiters } from '../accounts/limiters/postgres.js';
import { type Database, openPostgres } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { openPool } from '../database/postgres/pool.js';
import { inPoolTransaction } from '../database/postgres/transaction.js';
import { lookAtServer, troubleWith } from '../database/postgres/trouble.js';
import { FileBusy, START_PATIENCE, whenFree } from '../database/when-free.js';
import { keptInstallation } from '../session/store/postgres/installation.js';
import { PostgresKeptForms } from '../session/store/postgres/kept-forms.js';
import { PostgresSessionRows } from '../session/store/postgres/session-rows.js';
import type { Engine, EngineOptions } from './engine.js';

/** The number of the advisory lock that whoever migrates has. */
export const MIGRATION_LOCK = 1_701_535;

/**
 * Opens a PostgreSQL database, and brings its tables up to date. One that is away is waited for, as when all of a
 * machine starts at once.
 * @param url postgres://…
 * @throws DatabaseTrouble, NewerData
 */
export async function openPostgresEngine(
  url: string,
  { report, startPatience = START_PATIENCE }: EngineOptions,
): Promise<Engine> {
  const pool = openPool(url);
  const db = openPostgres(pool);
  try {
    await prepare(pool, db, url, performance.now() + startPatience);
    const { id, secret } = await keptInstallation(pool);
    const sessions = new PostgresSessionRows(pool, id, report);
    await sessions.clear();
    return {
      db,
      sessions,
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

async function prepare(pool: Pool, db: Database, url: string, until: number): Promise<void> {
  try {
    await whenFree(() => lookAtServer(pool, url), until);
    await migrateAlone(pool, db, until);
  } catch (error) {
    throw error instanceof FileBusy ? troubleWith(url, error.cause) : error;
  }
}

/** The lock is a transaction's, on a connection of its own, so that it holds behind a pooler too. */
function migrateAlone(pool: Pool, db: Database, until: number): Promise<void> {
  const first = `select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
  return inPoolTransaction(pool, () => migrate(db), { until, first });
}
