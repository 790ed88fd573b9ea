import { type Kysely, sql } from 'kysely';

/** Where a household's shop has things: the order of its aisles, and the aisles that its people chose for things. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('aisle_orders')
    .addColumn('household_id', 'integer', (c) =>
      c.primaryKey().references('households.id').onDelete('cascade'),
    )
    .addColumn('aisles', 'text', (c) => c.notNull().check(sql`json_valid(aisles)`))
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createTable('aisle_choices')
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id').onDelete('cascade'))
    .addColumn('name_key', 'text', (c) => c.notNull().check(sql`length(name_key) between 1 and 200`))
    .addColumn('aisle', 'text', (c) => c.notNull().check(sql`length(aisle) between 1 and 20`))
    .addPrimaryKeyConstraint('aisle_choices_key', ['household_id', 'name_key'])
    .modifyEnd(sql`strict, without rowid`)
    .execute();
}
