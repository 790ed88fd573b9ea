import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { openPostgres } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { openPool } from '../../src/database/postgres/pool.js';
import { newDataFolder } from './data-folder.js';

/** Where Debian puts the newest of PostgreSQL. */
const VERSIONS = '/usr/lib/postgresql';
const OLDEST = 15;
/** Nobody's files matter here: they are gone when the tests are done. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/** A PostgreSQL of the tests' own, in a folder of its own. */
export interface PostgresServer {
  /** Without a database: postgres://larder@127.0.0.1:40123 */
  url: string;
  stop(): Promise<void>;
}

/** For Vitest: one for the whole run, when LARDER_TEST_ENGINE=postgres. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  const { LARDER_TEST_ENGINE: wanted = 'sqlite' } = process.env;
  if (wanted === 'sqlite') return undefined;
  if (wanted !== 'postgres') throw new Error('LARDER_TEST_ENGINE must be sqlite or postgres');
  const server = await startPostgres();
  try {
    await makeTemplate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.env.LARDER_TEST_POSTGRES = server.url;
  return () => server.stop();
}

/** @throws when PostgreSQL is not installed, or doesn't start */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = path.join(VERSIONS, newest(), 'bin');
  const folder = newDataFolder();
  const data = path.join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  // PostgreSQL refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync('chown', ['-R', 'nobody', folder]);
  const asNobody = (program: string, args: string[]): [string, string[]] =>
    isRoot
      ? ['runuser', ['-u', 'nobody', '--', path.join(bin, program), ...args]]
      : [path.join(bin, program), args];
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const making = ['-D', data, '-U', 'larder', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8'];
    execFileSync(...asNobody('initdb', making), { cwd: folder, stdio: 'pipe' });
    const port = await freePort();
    const options = SETTINGS.flatMap((setting) => ['-c', setting]);
    const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, ...options];
    const server = spawn(...asNobody('postgres', args), { cwd: folder, stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    const stop = async () => {
      // Quits at once, and its children with it.
      execFileSync(...asNobody('pg_ctl', ['stop', '-D', data, '-m', 'immediate']), {
        cwd: folder,
        stdio: 'pipe',
      });
      await ended;
      remove();
    };
    const url = `postgres://larder@127.0.0.1:${port}`;
    await untilReady(url, server);
    return { url, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  await client.query('create database larder_template');
  await client.end();
  const db = openPostgres(openPool(`${url}/larder_template`));
  await migrate(db);
  await db.destroy();
}

function newest(): string {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const [version] = versions.filter((name) => Number(name) >= OLDEST).sort((a, b) => Number(b) - Number(a));
  if (version === undefined)
    throw new Error(`The tests need PostgreSQL ${OLDEST} or newer: apt-get install postgresql`);
  return version;
}

async function untilReady(url: string, server: { exitCode: number | null }): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: `${url}/postgres` });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
