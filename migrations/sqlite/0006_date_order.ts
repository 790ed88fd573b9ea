import { type Kysely, sql } from 'kysely';

/** How a household writes 3 December; null: as is usual in its time zone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('households')
    .addColumn('date_order', 'text', (c) => c.check(sql`date_order in ('day-month', 'month-day')`))
    .execute();
}
