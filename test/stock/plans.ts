import type Sqlite from 'better-sqlite3';
import SqliteDatabase from 'better-sqlite3';
import { type CompiledQuery, Kysely } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { LarderDialect } from '../../src/database/sqlite/dialect.js';
import type { Tables } from '../../src/database/tables.js';
import { openSqlite } from '../support/database.js';

/**
 * What SQLite plans to do for each statement that some work sends.
 * @param file with all of the tables
 */
export async function plansIn(
  file: string,
  work: (watched: Database) => Promise<unknown>,
): Promise<string[]> {
  const sent: CompiledQuery[] = [];
  const connection = new SqliteDatabase(file);
  connection.pragma('foreign_keys = ON');
  const watched = new Kysely<Tables>({
    dialect: new LarderDialect({ writer: connection, reader: connection }),
    log: ({ query }) => {
      sent.push(query);
    },
  });
  await work(watched).finally(() => watched.destroy());
  const queries = sent.filter(({ sql }) => /^(with|select|insert|update|delete)/.test(sql));
  expect(queries).not.toHaveLength(0);
  const explain = openSqlite(file, { readonly: true });
  return queries.flatMap((query) => stepsOf(explain, query));
}

/** How SQLite goes about one statement. */
export function stepsOf(
  connection: Sqlite.Database,
  { sql, parameters }: { sql: string; parameters: readonly unknown[] },
): string[] {
  const steps = connection.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[];
  return steps.map(({ detail }) => `${detail} – in ${sql}`);
}

/** Steps that look at every row of a table or an index; a line of undos and a list are what the query itself has put together or brought. */
export const scans = (plans: string[]) =>
  plans.filter((plan) => /^SCAN (?!CONSTANT ROW|\d+-ROW VALUES|line |json_each )/.test(plan));
/** Steps that sort what no index has in order. */
export const sorts = (plans: string[]) => plans.filter((plan) => plan.startsWith('USE TEMP B-TREE'));
