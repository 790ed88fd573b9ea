import SqliteDatabase from 'better-sqlite3';
import { BUSY_TIMEOUT, START_PATIENCE } from '../../../database/when-free.js';

/**
 * Opens the file with the sessions, or makes it. Until `waitNoLonger` it waits for another process that starts.
 * @param file path of the SQLite file
 */
export function openSessionDatabase(file: string): SqliteDatabase.Database {
  const connection = new SqliteDatabase(file);
  connection.pragma(`busy_timeout = ${START_PATIENCE}`);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  return connection;
}

/** From now on a wait would block the event loop, and requests. */
export function waitNoLonger(connection: SqliteDatabase.Database): void {
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
}

/** Does something that fails at once when another process has the write lock. */
export function withoutWaiting<T>(connection: SqliteDatabase.Database, work: () => T): T {
  connection.pragma('busy_timeout = 0');
  try {
    return work();
  } finally {
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  }
}
