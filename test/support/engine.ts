import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
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

/**
 * A household database of the engine of this run, with all its tables and nothing in them; gone when the test file is
 * done.
 * @param file for SQLite: where
 */
export function openMigrated(file = path.join(temporaryFolder(), 'larder.sqlite')): Database {
  if (SERVER === undefined) return openSqliteMigrated(file);
  const { url, made } = newPostgres();
  return openAt(url, made);
}

/** The same on SQLite, whatever the engine of this run. */
export function openSqliteMigrated(file = path.join(temporaryFolder(), 'larder.sqlite')): Database {
  makeMigrated(file);
  return closedAtTheEnd(openDatabase(file));
}

/** Another opening of a PostgreSQL, such as another process has. @param made connecting waits for it */
export function openAt(url: string, made?: Promise<void>): Database {
  const pool = openPool(url);
  const connect: () => Promise<pg.PoolClient> = pool.connect.bind(pool);
  // Kysely calls it without a callback.
  if (made) pool.connect = (() => made.then(() => connect())) as typeof pool.connect;
  const db = closedAtTheEnd(openPostgres(pool));
  addresses.set(db, url);
  return db;
}

const addresses = new WeakMap<Database, string>();

/** Where a PostgreSQL is that was opened here, for another process; undefined for a file. */
export function addressOf(db: Database): string | undefined {
  return addresses.get(db);
}

/** A new database as a copy of the migrated one. @returns its address, and when it is there */
export function newPostgres(template = TEMPLATE): { url: string; made: Promise<void> } {
  const name = `test_${randomBytes(9).toString('hex')}`;
  const made = admin(`create database ${name} template ${template}`);
  whenFileIsDone(() => admin(`drop database if exists ${name} with (force)`));
  return { url: `${SERVER}/${name}`, made };
}

function closedAtTheEnd(db: Database): Database {
  whenFileIsDone(() => db.destroy());
  return db;
}

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${SERVER}/postgres` });
  await client.connect();
  try {
    await untilNobodyCopies(() => client.query(statement));
  } finally {
    await client.end();
  }
}

/** The template is copied for one at a time. */
async function untilNobodyCopies(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (tries === 100 || !(error instanceof pg.DatabaseError && error.code === '55006')) throw error;
      await setTimeout(50);
    }
  }
}
