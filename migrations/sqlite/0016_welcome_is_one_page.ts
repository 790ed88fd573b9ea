import { type Kysely, sql } from 'kysely';

/** What was begun of the welcome, which is one page now and waits no longer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`delete from drafts where kind = 'welcome' and state <> 'committed'`.execute(db);
}
