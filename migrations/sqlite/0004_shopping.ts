import { type Kysely, sql } from 'kysely';

/** The shopping list; a line may name an unknown food. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await letRowsNameActionsOfTheirHousehold(db);
  await createLines(db);
  await createIndexes(db);
}

async function letRowsNameActionsOfTheirHousehold(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('actions_of_household').execute();
  await db.schema
    .createIndex('actions_of_household')
    .unique()
    .on('actions')
    .columns(['household_id', 'id'])
    .execute();
}

async function createLines(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shopping_lines')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull().check(sql`length(name) between 1 and 80`))
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('quantity_milli', 'integer', (c) => c.check(sql`quantity_milli between 1 and 1000000000`))
    .addColumn('unit', 'text', (c) => c.notNull().check(sql`length(unit) <= 20`))
    .addColumn('note', 'text', (c) => c.notNull().check(sql`length(note) <= 200`))
    .addColumn('added_by', 'integer', (c) => c.references('users.id').onDelete('set null'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('ticked_by', 'integer', (c) => c.references('users.id').onDelete('set null'))
    .addColumn('ticked_at', 'text')
    // Kept, so that it can be put back.
    .addColumn('removed_at', 'text')
    // Off the list, unless the action is undone.
    .addColumn('put_away_in', 'integer')
    .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('shopping_lines_unit', sql`quantity_milli is not null or unit = ''`)
    .addCheckConstraint('shopping_lines_ticked', sql`ticked_at is not null or ticked_by is null`)
    .addCheckConstraint('shopping_lines_bought', sql`ticked_at is not null or put_away_in is null`)
    .addForeignKeyConstraint(
      'shopping_lines_put_away',
      ['household_id', 'put_away_in'],
      'actions',
      ['household_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .modifyEnd(sql`strict`)
    .execute();
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  const lines = (name: string) => db.schema.createIndex(name).on('shopping_lines');
  await lines('shopping_lines_open')
    .unique()
    .columns(['household_id', 'name_key'])
    .where(sql<boolean>`ticked_at is null and removed_at is null`)
    .execute();
  await lines('shopping_lines_on_list')
    .columns(['household_id', 'removed_at', 'put_away_in', 'ticked_at'])
    .execute();
  await lines('shopping_lines_of_action').columns(['household_id', 'put_away_in']).execute();
  await lines('shopping_lines_added_by').column('added_by').execute();
  await lines('shopping_lines_ticked_by').column('ticked_by').execute();
  await db.schema.createIndex('items_by_level').on('items').columns(['household_id', 'level']).execute();
  await db.schema
    .createIndex('actions_by_kind')
    .on('actions')
    .columns(['household_id', 'kind', 'is_undone', 'created_at'])
    .execute();
}
