import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { postgresLimiters } from '../accounts/limiters/postgres.js';
import { migrate } from '../database/migrate.js';
import { openPool, openPostgres } from '../database/postgres/database.js';
import { PostgresKeptForms } from '../session/store/postgres/kept-forms.js';
import { PostgresSessionRows } from '../session/store/postgres/session-rows.js';
import type { Engine, EngineOptions } from './engine.js';

/**
 * Opens a PostgreSQL database, and brings its tables up to date.
 * @param url postgres://…
 */
export async function openPostgresEngine(url: string, { report }: EngineOptions): Promise<Engine> {
  const pool = openPool(url, { report });
  const db = openPostgres(pool);
  try {
    await migrate(db);
    const { id, secret } = await installation(pool);
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

/** Made once: of two hosts that start together the first to insert decides. */
async function installation(pool: Pool): Promise<{ id: string; secret: string }> {
  const made = [randomBytes(4).toString('hex'), randomBytes(32).toString('base64url')];
  await pool.query('insert into installation (one, id, secret) values (1, $1, $2) on conflict do nothing', made);
  const { rows } = await pool.query<{ id: string; secret: string }>('select id, secret from installation');
  const [kept] = rows;
  if (!kept) throw new Error('The database does not keep what this installation is called');
  return kept;
}
