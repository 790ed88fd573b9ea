import { type Kysely, sql } from 'kysely';

/** What a user is told on the next page, and links by which a member who forgot the password is let in again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('user_id', 'integer', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('removed', 'sign_in_link')`))
    .addColumn('by_name', 'text', (c) => c.notNull())
    .addColumn('household_name', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('notices_of_user').on('notices').column('user_id').execute();
  await db.schema
    .createTable('sign_in_links')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('user_id', 'integer', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('household_id', 'integer', (c) => c.references('households.id').onDelete('set null'))
    .addColumn('made_by', 'integer', (c) => c.references('users.id').onDelete('set null'))
    .addColumn('made_by_name', 'text', (c) => c.notNull())
    .addColumn('is_by_host', 'integer', (c) => c.notNull().defaultTo(0).check(sql`is_by_host in (0, 1)`))
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('sign_in_links_of_user').on('sign_in_links').column('user_id').execute();
  await db.schema
    .createIndex('sign_in_links_of_household')
    .on('sign_in_links')
    .column('household_id')
    .execute();
  await db.schema.createIndex('sign_in_links_by_user').on('sign_in_links').column('made_by').execute();
  // One that can still be used, of each member.
  await sql`create unique index sign_in_links_unused on sign_in_links (user_id) where used_at is null`.execute(
    db,
  );
}
