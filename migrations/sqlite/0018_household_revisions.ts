import { type Kysely, sql } from 'kysely';

/** A household's revision is raised in the transaction of every change to what its pages show. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('households')
    .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  for (const table of [
    'places',
    'foods',
    'items',
    'actions',
    'shopping_lines',
    'aisle_orders',
    'aisle_choices',
    'memberships',
  ]) {
    await raiseOn(db, `insert on ${table}`, 'id = new.household_id');
    await raiseOn(db, `update on ${table}`, 'id = new.household_id');
    await raiseOn(db, `delete on ${table}`, 'id = old.household_id');
  }
  await raiseOn(db, 'update of name, time_zone, date_order on households', 'id = new.id');
  // Its members' names stand on its pages.
  const ofUser = 'id in (select household_id from memberships where user_id = new.id)';
  await raiseOn(db, 'update of username, first_name, last_name on users', ofUser);
}

async function raiseOn(db: Kysely<unknown>, event: string, which: string): Promise<void> {
  const [action, table] = [event.split(' ', 1)[0], event.split(' ').at(-1)];
  const name = `${table}_${action}_raises_revision`;
  const raise = `update households set revision = revision + 1 where ${which}`;
  await sql.raw(`create trigger ${name} after ${event} begin ${raise}; end`).execute(db);
}
