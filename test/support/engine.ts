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
  const db = closedAtTheEnd(openPostgres(waitingPool(url, made)));
  addresses.set(db, url);
  return db;
}

/** @param made connecting waits for it */
function waitingPool(url: string, made = Promise.resolve()): pg.Pool {
  const pool = openPool(url);
  const connect = pool.connect.bind(pool);
  // With a callback, and without.
  pool.connect = ((...args: []) => {
    const connected = made.then(() => connect(...args));
    return args.length > 0 ? undefined : connected;
  }) as typeof pool.connect;
  return pool;
}

const databases = new Map<string, ReturnType<typeof newPostgres>>();

/** The PostgreSQL of the Larders that share a folder. */
function postgresOf(dataDir: string): ReturnType<typeof newPostgres> {
  const kept = databases.get(dataDir) ?? newPostgres();
  databases.set(dataDir, kept);
  return kept;
}

/** The settings that tell a Larder where it keeps everything. */
export async function whereKept(dataDir: string): Promise<Record<string, string>> {
  if (SERVER === undefined) return { DATA_DIR: dataDir };
  const { url, made } = postgresOf(dataDir);
  await made;
  return { DATA_DIR: dataDir, DATABASE_URL: url };
}

/** Connections to what Larders with this folder share; closed when the test file is done. */
export function poolOf(dataDir: string): pg.Pool {
  const { url, made } = postgresOf(dataDir);
  const pool = waitingPool(url, made);
  whenFileIsDone(async () => {
    if (!pool.ended) await pool.end();
  });
  return pool;
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
