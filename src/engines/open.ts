import type { Config } from '../config.js';
import type { Engine, EngineOptions } from './engine.js';
import { openPostgresEngine } from './postgres.js';
import { openSqliteEngine } from './sqlite.js';

/** Opens what the settings name: a PostgreSQL database, or a folder of SQLite files. */
export function openEngine(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  options: EngineOptions,
): Promise<Engine> {
  return databaseUrl === undefined
    ? openSqliteEngine(dataDir, options)
    : openPostgresEngine(databaseUrl, options);
}
