import { type Kysely, sql } from 'kysely';

/** The program knows the kinds of place; SQLite can't drop a check without its column. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table places add column any_kind text not null default 'other'`.execute(db);
  await sql`update places set any_kind = kind`.execute(db);
  await sql`alter table places drop column kind`.execute(db);
  await sql`alter table places rename column any_kind to kind`.execute(db);
}
