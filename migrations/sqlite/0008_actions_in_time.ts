import type { Kysely } from 'kysely';

/** Finds the last action of a day without reading later ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('actions_in_time')
    .on('actions')
    .columns(['household_id', 'created_at'])
    .execute();
}
