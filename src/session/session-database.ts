import SqliteDatabase from 'better-sqlite3';

/** How long a change waits for another process's change to end, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

/**
 * Opens (and makes, when there is none) the file with the sessions.
 * @param file path of the SQLite file
 */
export function openSessionDatabase(file: string): SqliteDatabase.Database {
  const connection = new SqliteDatabase(file);
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  return connection;
}
