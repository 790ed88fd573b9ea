import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/database.js';
import { projectRoot } from '../../src/root.js';
import { openSessionDatabase } from '../../src/session/store/sqlite/session-database.js';
import { SqliteSessionRows } from '../../src/session/store/sqlite/session-rows.js';
import { temporaryFolder } from '../support/database.js';
import { smallApp } from './small-app.js';

function openSmallApp(folder = temporaryFolder()) {
  const connection = openSessionDatabase(path.join(folder, 'sessions.sqlite'));
  smallApp(new SqliteSessionRows(connection));
  return connection;
}

const require = createRequire(import.meta.url);

it('loads one copy of SQLite, which both files share, and no sqlite3 package', async () => {
  const folder = temporaryFolder();
  const connection = openSmallApp(folder);
  const household = openDatabase(`${folder}/larder.sqlite`);
  const report = process.report.getReport() as { sharedObjects?: string[] };
  const engines = report.sharedObjects?.filter((file) => /sqlite/i.test(file)) ?? [];
  expect(engines).toHaveLength(1);
  expect(engines[0]).toMatch(/better_sqlite3\.node$/);
  const loaded = Object.keys(require.cache).filter((file) => /[\\/]node_modules[\\/]sqlite3[\\/]/.test(file));
  expect(loaded).toEqual([]);
  await household.destroy();
  connection.close();
});

it('installs nothing in the place of the sqlite3 package that connect-sqlite3 asks for', () => {
  const file = path.join(projectRoot(), 'node_modules/sqlite3/package.json');
  expect(JSON.parse(readFileSync(file, 'utf8')).name).toBe('@favware/skip-dependency');
});

it('waits for a lock, and writes ahead, so that readers and writers do not stop each other', () => {
  const connection = openSmallApp();
  expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(connection.pragma('busy_timeout', { simple: true })).toBeGreaterThanOrEqual(1000);
  expect(connection.pragma('synchronous', { simple: true })).toBe(1);
});
