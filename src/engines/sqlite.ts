import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { sqliteLimiters } from '../accounts/limiters/sqlite.js';
import { openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { START_PATIENCE, whenFree } from '../database/when-free.js';
import { moveDraftsFromSessions } from '../drafts/rows/move-from-sessions.js';
import { keptSecret } from '../session/secret.js';
import { SqliteKeptForms } from '../session/store/sqlite/kept-forms.js';
import { openSessionDatabase, waitNoLonger } from '../session/store/sqlite/session-database.js';
import { SqliteSessionRows } from '../session/store/sqlite/session-rows.js';
import type { Engine, EngineOptions } from './engine.js';

/** Opens or makes the folder of data: larder.sqlite, sessions.sqlite and the secret. */
export async function openSqliteEngine(folder: string, { report }: EngineOptions): Promise<Engine> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = openDatabase(path.join(folder, 'larder.sqlite'));
  await whenFree(() => migrate(db), performance.now() + START_PATIENCE);
  const connection = openSessionDatabase(path.join(folder, 'sessions.sqlite'));
  const engine: Engine = {
    db,
    sessions: new SqliteSessionRows(connection, report),
    keptForms: new SqliteKeptForms(connection),
    limiter: sqliteLimiters(connection),
    secret: async () => keptSecret(folder),
    async close() {
      await db.destroy();
      connection.close();
    },
  };
  await moveDraftsFromSessions(db, connection);
  waitNoLonger(connection);
  return engine;
}
