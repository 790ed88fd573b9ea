import { type Kysely, sql } from 'kysely';

/** What renaming or merging a food did to shopping lines, before and after. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('line_changes')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('household_id', 'integer', (c) => c.notNull())
    .addColumn('action_id', 'integer', (c) => c.notNull())
    .addColumn('line_id', 'integer', (c) => c.notNull().references('shopping_lines.id').onDelete('cascade'))
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('after', 'text', (c) => c.notNull())
    .addForeignKeyConstraint(
      'line_changes_action',
      ['household_id', 'action_id'],
      'actions',
      ['household_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .modifyEnd(sql`strict`)
    .execute();
  const index = (name: string) => db.schema.createIndex(name).on('line_changes');
  await index('line_changes_of_action').columns(['household_id', 'action_id']).execute();
  await index('line_changes_of_line').column('line_id').execute();
}
