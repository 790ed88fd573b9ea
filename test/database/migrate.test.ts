import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { projectRoot } from '../../src/root.js';
import { openSqlite, temporaryFolder } from '../support/database.js';
import { signUp } from '../support/people.js';
import { startServer } from '../support/server.js';

const freshFile = () => path.join(temporaryFolder(), 'larder.sqlite');

async function opened<T>(file: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(file);
  return work(db).finally(() => db.destroy());
}

function schemaOf(file: string): unknown[] {
  return openSqlite(file, { readonly: true })
    .prepare(
      "select type, name, tbl_name, sql from sqlite_master where name not like 'kysely_%' order by name",
    )
    .all();
}

const tablesOf = (file: string) => schemaOf(file).filter((row) => (row as { type: string }).type === 'table');

describe('The household’s file', () => {
  test('is read while it is written, keeps what it has said is kept, and holds to foreign keys', async () => {
    const file = freshFile();
    await opened(file, async (db) => {
      const pragma = async (name: string) => {
        const { rows } = await sql.raw<object>(`pragma ${name}`).execute(db);
        return Object.values(rows[0] ?? {})[0];
      };
      expect(await pragma('journal_mode')).toBe('wal');
      expect(await pragma('synchronous')).toBe(2);
      expect(await pragma('foreign_keys')).toBe(1);
    });
  });
});

describe('Migrating', () => {
  test('makes every table strict', async () => {
    const file = freshFile();
    await opened(file, migrate);
    const lists = openSqlite(file).pragma('table_list') as { name: string; strict: number; type: string }[];
    // The tables behind a full-text index are the engine's own.
    const own = lists.filter(({ name, type }) => type === 'table' && !/^(sqlite|kysely)_/.test(name));
    expect(own.length).toBeGreaterThanOrEqual(9);
    expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  test('a second time changes nothing', async () => {
    const file = freshFile();
    await opened(file, migrate);
    const before = schemaOf(file);
    await opened(file, async (db) => {
      await migrate(db);
      await migrate(db);
    });
    expect(schemaOf(file)).toEqual(before);
    const kept = openSqlite(file).prepare('select name from kysely_migration order by name').pluck().all();
    const written = readdirSync(path.join(projectRoot(), 'migrations/sqlite')).map(
      (name) => path.parse(name).name,
    );
    expect(kept).toEqual(written.sort());
    // Files of before PostgreSQL have these names in them.
    expect(written[0]).toBe('0001_households_and_stock');
    expect(written.filter((name) => name < '0019')).toHaveLength(17);
  });

  test('that a newer Larder has changed is left alone, with a sentence that says so', async () => {
    const file = freshFile();
    await opened(file, migrate);
    const before = schemaOf(file);
    openSqlite(file).exec(`insert into kysely_migration values ('9001_recipes', '2030-01-01T00:00:00Z')`);
    await expect(opened(file, migrate)).rejects.toThrow(
      /^The data was last used by a newer Larder, which made 9001_recipes of it; .* up to \d{4}_/,
    );
    expect(schemaOf(file)).toEqual(before);
  });

  test('locks out nobody else while it reads the migrations', async () => {
    const file = freshFile();
    await opened(file, migrate);
    const other = openSqlite(file);
    other.pragma('busy_timeout = 0');
    let [isDone, locked] = [false, 0];
    const look = async () => {
      for (; !isDone; await setImmediate()) {
        try {
          other.exec('begin immediate; rollback');
        } catch {
          locked += 1;
        }
      }
    };
    const looking = look();
    await opened(file, migrate).finally(() => {
      isDone = true;
    });
    await looking;
    expect(locked).toBe(0);
  });

  test('is all or nothing: when its last table is in the way, none is made', async () => {
    const file = freshFile();
    new Sqlite(file).exec('create table drafts (mine text)').close();
    await expect(opened(file, migrate)).rejects.toThrow(/drafts/);
    expect(tablesOf(file)).toMatchObject([{ name: 'drafts', sql: 'CREATE TABLE drafts (mine text)' }]);
  });

  test('works once what was in the way is gone', async () => {
    const file = freshFile();
    new Sqlite(file).exec('create table drafts (mine text)').close();
    await expect(opened(file, migrate)).rejects.toThrow();
    new Sqlite(file).exec('drop table drafts').close();
    await opened(file, migrate);
    const clean = freshFile();
    await opened(clean, migrate);
    expect(schemaOf(file)).toEqual(schemaOf(clean));
  });
});

describe('Three servers that start at the same moment on an empty folder', () => {
  test('all come up, and what one stores the others see', async () => {
    const dataDir = temporaryFolder();
    const starts = await Promise.allSettled([1, 2, 3].map(() => startServer({ dataDir })));
    const servers = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    try {
      expect(starts.filter(({ status }) => status === 'rejected')).toEqual([]);
      const [one, , three] = servers;
      if (!one || !three) return expect.fail('A server is missing');
      const ada = await signUp(one.visitor(), { firstName: 'Ada' });
      const page = await three.visitor().get('/login');
      const home = await page
        .form('/login')
        .fill({ username: ada.username, password: ada.password })
        .submit();
      expect(home.text).toContain('Ada');
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  });
});
