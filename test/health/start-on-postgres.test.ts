import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { MIGRATION_LOCK, openPostgresEngine } from '../../src/engines/postgres.js';
import { newPostgres } from '../support/engine.js';

const start = (url: string) => openPostgresEngine(url, { report: () => {}, startPatience: 20_000 });

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

test('Larders that start at once make the tables once, and an empty database is all that they need', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { url, made } = newPostgres('template0');
    await made;
    const hosts = await Promise.all(Array.from({ length: 5 }, () => start(url)));
    const client = await connected(url);
    const { rows } = await client.query('select name from kysely_migration order by name');
    expect(rows.map(({ name }) => name)).toEqual(['0018_as_it_stands', '0019_sessions']);
    expect(new Set(await Promise.all(hosts.map((host) => host.secret()))).size).toBe(1);
    expect(new Set(hosts.map((host) => host.sessions.installation)).size).toBe(1);
    await client.end();
    await Promise.all(hosts.map((host) => host.close()));
  }
});

test('A start waits for another that makes the tables, whichever connection that is on', async () => {
  const { url, made } = newPostgres('template0');
  await made;
  const other = await connected(url);
  await other.query('begin');
  await other.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  const starting = start(url);
  const first = await Promise.race([
    starting.then(() => 'both at once'),
    setTimeout(500, 'one after the other'),
  ]);
  expect(first).toBe('one after the other');
  const { rows } = await other.query(
    `select 1 from information_schema.tables where table_name like 'kysely%'`,
  );
  expect(rows).toEqual([]);
  await other.query('commit');
  await other.end();
  await (await starting).close();
});
