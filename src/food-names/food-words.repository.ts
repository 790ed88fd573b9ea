import { sql } from 'kysely';
import { byEngine } from '../database/by-engine.js';
import { type Database, type DatabaseTransaction, isCorruptIndex } from '../database/database.js';
import { prepared } from '../database/prepared.js';
import { keptWords } from './food-words.js';

/**
 * Writes the words of those foods of a household that have none; triggers empty them when a food is new or renamed.
 * Until then a search reads each of these.
 */
export async function writeMissingWords(trx: DatabaseTransaction, householdId: number): Promise<void> {
  const rows = await wordless(trx, householdId);
  for (const { id, name } of rows) await setWords(trx, householdId, id, keptWords(name));
}

const setWords = prepared(3, (trx, household: number, food: number, words: string) =>
  trx
    .updateTable('food_words')
    .set({ words })
    .where('household_id', '=', household)
    .where('food_id', '=', food),
);

const wordless = prepared(1, (trx, household: number) =>
  trx
    .selectFrom('food_words as w')
    .innerJoin('foods as f', 'f.id', 'w.food_id')
    .select(['f.id', 'f.name'])
    .where('w.household_id', '=', household)
    .where('w.words', 'is', null),
);

/** Foods whose stored words are not those of their names. */
export async function checkWords(db: Database, householdId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('foods as f')
    .leftJoin('food_words as w', (join) =>
      join.onRef('w.household_id', '=', 'f.household_id').onRef('w.food_id', '=', 'f.id'),
    )
    .select(['f.id', 'f.name', 'w.food_id', 'w.words'])
    .where('f.household_id', '=', householdId)
    .execute();
  return rows.flatMap(({ id, name, food_id, words }) => {
    if (food_id === null) return [`food ${id} is in no search`];
    return words === null || words === keptWords(name)
      ? []
      : [`food ${id} is searched by other words than its name’s`];
  });
}

/** Whether the index of letters matches the words; SQLite only compares them when asked, PostgreSQL has none. */
export async function checkLetters(db: Database): Promise<string[]> {
  try {
    await byEngine({
      sqlite: sql`insert into food_letters (food_letters, rank) values ('integrity-check', 1)`,
      postgres: sql`select 1`,
    }).execute(db);
    return [];
  } catch (error) {
    if (!isCorruptIndex(error)) throw error;
    return ['the letters that are searched are not those of the foods’ words'];
  }
}
