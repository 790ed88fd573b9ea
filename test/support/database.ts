import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { newDataFolder } from './data-folder.js';
import { whenFileIsDone } from './when-done.js';

/** A folder that is deleted when the test file is done. */
export function temporaryFolder(): string {
  const folder = newDataFolder();
  whenFileIsDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a SQLite file beside the program; closed when the test file is done. */
export function openSqlite(file: string, options: Database.Options = {}): Database.Database {
  const connection = new Database(file, { fileMustExist: true, ...options });
  connection.pragma('busy_timeout = 5000');
  whenFileIsDone(() => connection.close());
  return connection;
}
