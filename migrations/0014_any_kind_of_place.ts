import { type Kysely, sql } from 'kysely';

/**
 * Which kinds of place there are is for the program to say: the table takes any, so that another kind needs no change of
 * it. SQLite can't drop a check, but a column with its check.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table places add column any_kind text not null default 'other'`.execute(db);
  await sql`update places set any_kind = kind`.execute(db);
  await sql`alter table places drop column kind`.execute(db);
  await sql`alter table places rename column any_kind to kind`.execute(db);
}
