import type { Kysely } from 'kysely';

/** Looking back to a day finds the last action of that day without reading all that came after. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('actions_in_time')
    .on('actions')
    .columns(['household_id', 'created_at'])
    .execute();
}
