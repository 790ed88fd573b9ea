import path from 'node:path';
import type { MakeLimiter } from '../../src/accounts/limiters/limiter.js';
import { postgresLimiters } from '../../src/accounts/limiters/postgres.js';
import { sqliteLimiters } from '../../src/accounts/limiters/sqlite.js';
import type { Database } from '../../src/database/database.js';
import { openPostgres } from '../../src/database/database.js';
import type { KeptForms } from '../../src/session/kept-forms.js';
import { PostgresKeptForms } from '../../src/session/store/postgres/kept-forms.js';
import { PostgresSessionRows } from '../../src/session/store/postgres/session-rows.js';
import type { SessionRows } from '../../src/session/store/session-rows.js';
import { SqliteKeptForms } from '../../src/session/store/sqlite/kept-forms.js';
import { openSessionDatabase } from '../../src/session/store/sqlite/session-database.js';
import { SqliteSessionRows } from '../../src/session/store/sqlite/session-rows.js';
import { engine, openMigrated, poolOf } from './engine.js';
import { whenFileIsDone } from './when-done.js';

/** What keeps everything but the household's data, in the engine of this run. */
export interface Kept {
  sessions: SessionRows;
  keptForms: KeptForms;
  limiter: MakeLimiter;
}

/** Parts that share a folder share what they keep. @param report gets errors that nobody waits for */
export function keptFor(folder: string, report?: (error: Error) => void): Kept & { db: Database } {
  if (engine === 'postgres') {
    const pool = poolOf(folder);
    return { ...inPool(pool, report), db: openPostgres(pool) };
  }
  return { ...inFile(folder, report), db: openMigrated(path.join(folder, 'larder.sqlite')) };
}

/** The same without the household's data. */
export function sessionsFor(folder: string, report?: (error: Error) => void): Kept {
  return engine === 'postgres' ? inPool(poolOf(folder), report) : inFile(folder, report);
}

function inPool(pool: ReturnType<typeof poolOf>, report?: (error: Error) => void): Kept {
  const sessions = new PostgresSessionRows(pool, 'of-tests', report);
  // As at a start. A test may have closed or changed the database by then.
  sessions.clear().catch(() => {});
  return {
    sessions,
    keptForms: new PostgresKeptForms(pool),
    limiter: postgresLimiters(pool),
  };
}

function inFile(folder: string, report?: (error: Error) => void): Kept {
  const connection = openSessionDatabase(path.join(folder, 'sessions.sqlite'));
  whenFileIsDone(() => connection.close());
  return {
    sessions: new SqliteSessionRows(connection, report),
    keptForms: new SqliteKeptForms(connection),
    limiter: sqliteLimiters(connection),
  };
}
