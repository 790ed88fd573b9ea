import path from 'node:path';
import type Sqlite from 'better-sqlite3';
import { type Lifetimes, SessionStore } from '../../src/session/store/session-store.js';
import { openSessionDatabase } from '../../src/session/store/sqlite/session-database.js';
import { SqliteSessionRows } from '../../src/session/store/sqlite/session-rows.js';
import type { StoreOptions } from '../../src/session/store/store-options.js';
import { temporaryFolder } from '../support/database.js';

export const LIFETIMES: Lifetimes = { idle: 3_600_000, absolute: 86_400_000 };

export interface OpenStore {
  store: SessionStore;
  file: string;
  connection: Sqlite.Database;
  /** The first column of each row. */
  read(sql: string): Promise<unknown[]>;
  write(sql: string, ...values: unknown[]): Promise<void>;
}

/** A store on a file of its own, or on one that is there. */
export function openStore(
  lifetimes = LIFETIMES,
  options: StoreOptions = {},
  file = path.join(temporaryFolder(), 'sessions.sqlite'),
): OpenStore {
  const connection = openSessionDatabase(file);
  const rows = new SqliteSessionRows(connection, options.report);
  return {
    ...{ file, connection, store: new SessionStore(rows, lifetimes, options) },
    read: async (sql) => connection.prepare(sql).pluck().all(),
    write: async (sql, ...values) => void connection.prepare(sql).run(...values),
  };
}
