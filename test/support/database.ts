import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll } from 'vitest';

const folders: string[] = [];
const connections: Database.Database[] = [];

// Once for each test file that imports this, whatever it makes later.
afterAll(() => {
  for (const connection of connections) connection.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of the test file's own, gone when the file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'larder-test-'));
  folders.push(folder);
  return folder;
}

/** Opens a SQLite file as it is, to look behind the program; closed when the test file is done. */
export function openSqlite(file: string, options: Database.Options = {}): Database.Database {
  const connection = new Database(file, { fileMustExist: true, ...options });
  connection.pragma('busy_timeout = 5000');
  connections.push(connection);
  return connection;
}
