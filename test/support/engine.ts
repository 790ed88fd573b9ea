import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { describe } from 'vitest';
import { type Database, openDatabase, openPostgres } from '../../src/database/database.js';
import { openPool } from '../../src/database/postgres/pool.js';
import { temporaryFolder } from './database.js';
import { makeMigrated } from './migrated.js';
import { whenFileIsDone } from './when-done.js';

/** The address of the PostgreSQL of this run, without a database; undefined when the tests run on SQLite. */
const SERVER = process.env.LARDER_TEST_POSTGRES;
/** Migrated once in a run. */
export const TEMPLATE = 'larder_template';

export const engine = SERVER === undefined ? 'sqlite' : 'postgres';

/** Tests about SQLite's files themselves: they say nothing of another engine, so they run on SQLite alone. */
export const describeSqlite = describe.runIf(engine === 'sqlite');

/**
 * A household database of the engine of this run, with all its tables and nothing in them; gone when the test file is
 * done.
 * @param file for SQLite: where
 */
export async function openMigrated(file = path.join(temporaryFolder(), 'larder.sqlite')): Promise<Database> {
  if (SERVER === undefined) {
    makeMigrated(file);
    return closedAtTheEnd(openDatabase(file));
  }
  return openAt(await newPostgres());
}

/** Another opening of a PostgreSQL, such as another process has. */
export function openAt(url: string): Database {
  return closedAtTheEnd(openPostgres(openPool(url)));
}

/** A new database as a copy of the migrated one. @returns its address */
export async function newPostgres(template = TEMPLATE): Promise<string> {
  const name = `test_${randomBytes(9).toString('hex')}`;
  await admin(`create database ${name} template ${template}`);
  whenFileIsDone(() => admin(`drop database ${name} with (force)`));
  return `${SERVER}/${name}`;
}

function closedAtTheEnd(db: Database): Database {
  whenFileIsDone(() => db.destroy());
  return db;
}

/** Copying waits for others that copy; a template is locked only for a moment. */
async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${SERVER}/postgres` });
  await client.connect();
  try {
    await client.query('begin; select pg_advisory_xact_lock(4711); commit');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
