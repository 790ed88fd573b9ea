import { type Kysely, sql } from 'kysely';

/** Amounts that can't be added up, such as 3 and 500 g, are lines of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('shopping_lines_open').execute();
  await db.schema
    .createIndex('shopping_lines_open')
    .unique()
    .on('shopping_lines')
    .columns(['household_id', 'name_key', 'unit'])
    .where(sql<boolean>`ticked_at is null and removed_at is null`)
    .execute();
  // Of one sending of a form, so that nothing is added twice.
  await db.schema
    .createTable('shopping_sent')
    .addColumn('once_key', 'text', (c) => c.primaryKey())
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id').onDelete('cascade'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  await db.schema
    .createIndex('shopping_sent_in_time')
    .on('shopping_sent')
    .columns(['household_id', 'created_at'])
    .execute();
}
