import { type Kysely, sql } from 'kysely';

/** What each household's pages show. */
const SHOWN = [
  ...['places', 'foods', 'items', 'actions', 'shopping_lines'],
  ...['aisle_orders', 'aisle_choices', 'memberships'],
];

/** Raises a household's revision once for every statement that changes what its pages show. */
export async function keepRevisions(db: Kysely<unknown>): Promise<void> {
  await makeFunction(
    db,
    'raise_revisions',
    `update households set revision = revision + 1
      where id in (select household_id from changed);
    return null;`,
  );
  for (const table of SHOWN) {
    for (const [action, rows] of Object.entries({ insert: 'new', update: 'new', delete: 'old' })) {
      await sql
        .raw(`create trigger ${table}_${action}_raises_revision after ${action} on ${table}
          referencing ${rows} table as changed
          for each statement execute function raise_revisions()`)
        .execute(db);
    }
  }
  await keepNames(db);
}

/** A household's own name, and its members', stand on its pages. */
async function keepNames(db: Kysely<unknown>): Promise<void> {
  await makeFunction(db, 'raise_own_revision', 'new.revision = old.revision + 1; return new;');
  await sql`create trigger households_update_raises_revision
    before update of name, time_zone, date_order on households
    for each row execute function raise_own_revision()`.execute(db);
  await makeFunction(
    db,
    'raise_revisions_of_user',
    `update households set revision = revision + 1
      where id in (select household_id from memberships where user_id = new.id);
    return null;`,
  );
  await sql`create trigger users_update_raises_revision
    after update of username, first_name, last_name on users
    for each row execute function raise_revisions_of_user()`.execute(db);
}

/** Each food has a row for its words, which is emptied when it is renamed: the program writes them. */
export async function keepWords(db: Kysely<unknown>): Promise<void> {
  await makeFunction(
    db,
    'keep_food_words',
    `if tg_op <> 'INSERT' then
      delete from food_words where household_id = old.household_id and food_id = old.id;
    end if;
    if tg_op <> 'DELETE' then
      insert into food_words (household_id, food_id) values (new.household_id, new.id);
    end if;
    return null;`,
  );
  const events = { insert: 'insert', update: 'update of id, household_id, name', delete: 'delete' };
  for (const [name, event] of Object.entries(events))
    await sql
      .raw(`create trigger foods_words_${name} after ${event} on foods
        for each row execute function keep_food_words()`)
      .execute(db);
}

async function makeFunction(db: Kysely<unknown>, name: string, body: string): Promise<void> {
  await sql
    .raw(`create function ${name}() returns trigger language plpgsql as $$ begin ${body} end $$`)
    .execute(db);
}
