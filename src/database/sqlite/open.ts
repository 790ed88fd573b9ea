import SqliteDatabase from 'better-sqlite3';
import type { Connections } from './driver.js';

/** Milliseconds that SQLite itself waits, which blocks the event loop; `whenFree` waits longer without blocking. */
export const BUSY_TIMEOUT = 20;

/** Milliseconds: another process that opens the file may be changing its mode. */
const OPENING = 30_000;

/** Opens the file, or makes it. @param durable false for one that may be lost when the power goes: much quicker */
export function openFile(file: string, durable: boolean): Connections {
  const [writer, reader] = [new SqliteDatabase(file), new SqliteDatabase(file)];
  for (const connection of [writer, reader]) {
    connection.pragma(`busy_timeout = ${OPENING}`);
    connection.pragma('journal_mode = WAL');
    connection.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`);
    connection.pragma('foreign_keys = ON');
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  }
  reader.pragma('query_only = ON');
  return { writer, reader };
}
