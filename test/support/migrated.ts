import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { newDataFolder } from './data-folder.js';

/** A file with all tables and nothing in them. Migrating takes ten times as long as copying it: once a process is enough. */
const MIGRATED = await migrated();

async function migrated(): Promise<Buffer> {
  const folder = newDataFolder();
  try {
    const file = path.join(folder, 'larder.sqlite');
    const db = openDatabase(file);
    await migrate(db);
    await db.destroy();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a SQLite file with all tables. @throws when there is one */
export function makeMigrated(file: string): void {
  writeFileSync(file, MIGRATED, { flag: 'wx', mode: 0o600 });
}
