import { type Kysely, sql } from 'kysely';

/** Amounts of one name that can't be added up, such as 3 and 500 g, are lines of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('shopping_lines_open').execute();
  // Two people who add 2 l of milk get one line.
  await db.schema
    .createIndex('shopping_lines_open')
    .unique()
    .on('shopping_lines')
    .columns(['household_id', 'name_key', 'unit'])
    .where(sql<boolean>`ticked_at is null and removed_at is null`)
    .execute();
  // Amounts add up: what is sent twice must not. A key names one sending of a form.
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
