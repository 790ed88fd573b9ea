import { type Kysely, sql } from 'kysely';
import { keptWords } from '../../src/food-names/food-words.js';

/** The tables as they were then. */
interface Then {
  foods: { id: number; household_id: number; name: string };
  food_words: { household_id: number; food_id: number; words: string | null };
}

/**
 * The program writes foods' words, since it knows every script; triggers only mark what is missing. The old
 * triggers were nested too deeply for SQLite before 3.43.
 */
export async function up(db: Kysely<Then>): Promise<void> {
  for (const what of ['insert', 'update', 'delete'])
    await sql.raw(`drop trigger foods_letters_${what}`).execute(db);
  await db.schema.dropTable('food_letters').execute();
  await createWords(db);
  await createLetters(db);
  const foods = await db.selectFrom('foods').select(['id', 'household_id', 'name']).execute();
  for (const { id, household_id, name } of foods)
    await db
      .insertInto('food_words')
      .values({ household_id, food_id: id, words: keptWords(name) })
      .execute();
  await keepWithFoods(db);
}

/** Not in foods: the journal keeps those rows. Null: not written yet. */
async function createWords(db: Kysely<Then>): Promise<void> {
  await sql`create table food_words (
    household_id integer not null,
    food_id integer not null,
    letters_id integer not null generated always as (household_id * 4294967296 + food_id) virtual,
    words text,
    primary key (household_id, food_id)
  ) strict, without rowid`.execute(db);
  await sql`create index food_words_missing on food_words (words, household_id) where words is null`.execute(
    db,
  );
}

/** An index of three letters in a row. A row's id begins with the household, so that a search reads only its own part. */
async function createLetters(db: Kysely<Then>): Promise<void> {
  await sql`create virtual table food_letters using fts5(
    words, content='food_words', content_rowid='letters_id', tokenize='trigram case_sensitive 1'
  )`.execute(db);
  const put = sql`insert into food_letters (rowid, words) values (new.letters_id, new.words);`;
  const take = sql`insert into food_letters (food_letters, rowid, words) values ('delete', old.letters_id, old.words);`;
  await sql`create trigger food_words_insert after insert on food_words begin ${put} end`.execute(db);
  await sql`create trigger food_words_update after update on food_words begin ${take} ${put} end`.execute(db);
  await sql`create trigger food_words_delete after delete on food_words begin ${take} end`.execute(db);
}

async function keepWithFoods(db: Kysely<Then>): Promise<void> {
  const put = sql`insert into food_words (household_id, food_id) values (new.household_id, new.id);`;
  const take = sql`delete from food_words where household_id = old.household_id and food_id = old.id;`;
  await sql`create trigger foods_words_insert after insert on foods begin ${put} end`.execute(db);
  await sql`create trigger foods_words_update after update of id, household_id, name on foods begin ${take} ${put} end`.execute(
    db,
  );
  await sql`create trigger foods_words_delete after delete on foods begin ${take} end`.execute(db);
}
