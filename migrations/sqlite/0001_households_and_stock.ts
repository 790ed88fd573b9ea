import { type Kysely, sql } from 'kysely';

/** Places, foods, items and the journal belong to a household; composite keys keep rows within one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createPeople(db);
  await createStock(db);
  await createJournal(db);
  await createDraftCommits(db);
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('households')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('name', 'text', (c) => c.notNull().check(sql`length(name) between 1 and 80`))
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('users')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('username', 'text', (c) => c.notNull())
    .addColumn('username_key', 'text', (c) => c.notNull().unique())
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('first_name', 'text', (c) => c.notNull())
    .addColumn('last_name', 'text', (c) => c.notNull())
    .addColumn('current_household_id', 'integer', (c) => c.references('households.id').onDelete('set null'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('users_of_current_household')
    .on('users')
    .column('current_household_id')
    .execute();

  await db.schema
    .createTable('memberships')
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id').onDelete('cascade'))
    .addColumn('user_id', 'integer', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('owner', 'member')`))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('memberships_key', ['household_id', 'user_id'])
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('memberships_user').on('memberships').column('user_id').execute();
}

async function createStock(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('places')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull().check(sql`length(name) between 1 and 60`))
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('fridge', 'freezer', 'pantry', 'other')`),
    )
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('places_in_household', ['household_id', 'id'])
    .addUniqueConstraint('places_name', ['household_id', 'name_key'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('foods')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull().check(sql`length(name) between 1 and 80`))
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('category', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('foods_in_household', ['household_id', 'id'])
    .addUniqueConstraint('foods_name', ['household_id', 'name_key'])
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('items')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id').onDelete('cascade'))
    .addColumn('place_id', 'integer', (c) => c.notNull())
    .addColumn('food_id', 'integer', (c) => c.notNull())
    .addColumn('quantity_milli', 'integer', (c) =>
      c.notNull().check(sql`quantity_milli between 1 and 1000000000`),
    )
    .addColumn('unit', 'text', (c) => c.notNull().check(sql`length(unit) <= 20`))
    .addColumn('best_before', 'text', (c) => c.check(sql`best_before like '____-__-__'`))
    .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addForeignKeyConstraint('items_place', ['household_id', 'place_id'], 'places', ['household_id', 'id'])
    .addForeignKeyConstraint('items_food', ['household_id', 'food_id'], 'foods', ['household_id', 'id'])
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('items_eat_first')
    .on('items')
    .columns(['household_id', 'best_before', 'id'])
    .execute();
  await db.schema
    .createIndex('items_in_place')
    .on('items')
    .columns(['household_id', 'place_id', 'best_before', 'id'])
    .execute();
  await db.schema.createIndex('items_of_food').on('items').columns(['household_id', 'food_id']).execute();
}

async function createJournal(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('actions')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id').onDelete('cascade'))
    .addColumn('user_id', 'integer', (c) => c.references('users.id').onDelete('set null'))
    .addColumn('kind', 'text', (c) => c.notNull())
    // Of the form: the same thing sent twice is done once.
    .addColumn('once_key', 'text', (c) => c.unique())
    .addColumn('undoes_action_id', 'integer', (c) => c.unique().references('actions.id').onDelete('cascade'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('actions_of_household').on('actions').columns(['household_id', 'id']).execute();
  await db.schema.createIndex('actions_of_user').on('actions').column('user_id').execute();

  await db.schema
    .createTable('journal_entries')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('action_id', 'integer', (c) => c.notNull().references('actions.id').onDelete('cascade'))
    .addColumn('subject', 'text', (c) => c.notNull().check(sql`subject in ('place', 'food', 'item')`))
    .addColumn('subject_id', 'integer', (c) => c.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('journal_of_action').on('journal_entries').column('action_id').execute();
  await db.schema
    .createIndex('journal_of_subject')
    .on('journal_entries')
    .columns(['subject', 'subject_id', 'id'])
    .execute();
}

async function createDraftCommits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('draft_commits')
    .addColumn('draft_id', 'text', (c) => c.primaryKey())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('household_id', 'integer', (c) => c.notNull().references('households.id').onDelete('cascade'))
    .addColumn('user_id', 'integer', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('result_address', 'text', (c) => c.notNull())
    .addColumn('action_id', 'integer', (c) => c.references('actions.id').onDelete('set null'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('draft_commits_of_action').on('draft_commits').column('action_id').execute();
  await db.schema.createIndex('draft_commits_of_user').on('draft_commits').column('user_id').execute();
  await db.schema
    .createIndex('draft_commits_of_household')
    .on('draft_commits')
    .column('household_id')
    .execute();
}
