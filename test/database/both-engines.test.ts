import { type Kysely, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { NULLABLE_COLUMNS } from '../../src/database/postgres/nullable-columns.js';
import { openMigrated, openSqliteMigrated } from '../support/engine.js';
import { ofPostgres, ofSqlite, type TableShape } from './table-shapes.js';

/** Only one engine needs it: an FTS5 index, and the ids of its rows. */
const SQLITE_ALONE = /^food_letters/;
/** Only PostgreSQL keeps sessions beside the household's data. */
const OF_SESSIONS = /^(sessions|ended_sessions|renewed_ids|kept_forms|tries|installation)$/;

describe('The tables of both engines', () => {
  let [sqlite, postgres]: Record<string, TableShape>[] = [{}, {}];
  let db: Database;

  beforeAll(async () => {
    db = openMigrated();
    sqlite = await ofSqlite(openSqliteMigrated() as unknown as Kysely<unknown>);
    postgres = await ofPostgres(db as unknown as Kysely<unknown>);
  });

  const namesOf = (tables: Record<string, TableShape> = {}) =>
    Object.keys(tables).filter((name) => !SQLITE_ALONE.test(name) && !OF_SESSIONS.test(name));

  test('are the same ones', () => {
    expect(namesOf(postgres).length).toBeGreaterThan(15);
    expect(namesOf(postgres).sort()).toEqual(namesOf(sqlite).sort());
  });

  test.each(['columns', 'uniques', 'foreignKeys', 'checks', 'indexes'] as const)(
    'have the same %s',
    (part) => {
      for (const name of namesOf(sqlite))
        expect([name, postgres?.[name]?.[part]]).toEqual([name, sqlite?.[name]?.[part]]);
    },
  );

  test('order null as SQLite does by every column that may be null wherever there is one of its name', async () => {
    const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_schema = current_schema() and table_name = any (${sql.val(namesOf(postgres))})
      group by column_name having bool_and(is_nullable = 'YES')`.execute(db);
    const missing = rows.map(({ name }) => name).filter((name) => !NULLABLE_COLUMNS.has(name));
    expect(missing).toEqual([]);
    // By these an index with null last is found, since they are never null where they are ordered by.
    expect(NULLABLE_COLUMNS.has('action_id')).toBe(false);
  });

  test('order text by its bytes, and give no id twice', async () => {
    const { rows: texts } = await sql<{ name: string }>`select table_name || '.' || column_name as name
      from information_schema.columns where table_schema = current_schema() and data_type = 'text'
      and collation_name is distinct from 'C'`.execute(db);
    expect(texts).toEqual([]);
    const { rows: ids } = await sql<{ name: string }>`select table_name as name
      from information_schema.columns where table_schema = current_schema() and column_name = 'id'
      and data_type = 'bigint' and identity_generation is distinct from 'BY DEFAULT'`.execute(db);
    expect(ids).toEqual([]);
  });
});
