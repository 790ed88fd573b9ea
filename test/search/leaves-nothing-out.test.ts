import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { writeMissingWords } from '../../src/food-names/food-words.repository.js';
import type { Member } from '../../src/members/member.js';
import { nearness } from '../../src/pages/search/nearness.js';
import { search } from '../../src/pages/search/search.repository.js';
import { wantedIn } from '../../src/pages/search/spelling.js';
import { freshDatabase, NOON, newcomer } from '../stock/households.js';
import { temporaryFolder } from '../support/database.js';
import { Choices } from '../support/seeded.js';

let db: Database;
let ada: Member;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
});

describe('The index leaves nothing out', () => {
  test.each(['0003_item_states', '0008_actions_in_time'])(
    'of the foods that there were before it, after %s',
    async (before) => {
      const old = openDatabase(path.join(temporaryFolder(), 'larder.sqlite'));
      await migrate(old, before);
      const eve = await newcomer(old, 'eve');
      const made = { household_id: eve.household.id, created_at: NOON.toISOString() };
      const there = ['Crème brûlée', '牛奶'].map((name) => ({ ...made, name, name_key: name }));
      await old.insertInto('foods').values(there).execute();
      await migrate(old);
      const found = await Promise.all(['creme brulee', '奶'].map((text) => search(old, eve, text, 50)));
      const unwritten = await old.selectFrom('food_words').selectAll().where('words', 'is', null).execute();
      await old.destroy();
      expect(found.flatMap(({ foods }) => foods.map(({ name }) => name))).toEqual(['Crème brûlée', '牛奶']);
      expect(unwritten).toEqual([]);
    },
  );

  const WORDS = [
    'milk',
    'egg',
    'crème',
    'brûlée',
    'oat',
    'rye',
    'Øl',
    'yoghurt',
    'straße',
    'semi',
    'tea',
    'abba',
    'aaaa',
    'berry',
    'strawberries',
    'loaf',
    'loaves',
    'tomato',
    'tomatoes',
    'and',
    'ミルク',
    '牛奶',
    '김치',
    'Йогурт',
    'दूध',
    'น้ำปลา',
  ];
  const MARKS = [' ', '-', ' & ', ', ', '/', ' (', '’'];

  test('that a look at every name finds, of 300 names by 300 searches, whatever slip is in them', async () => {
    const random = new Choices('search');
    const word = () => random.oneOf(WORDS);
    const all = new Map<string, string>();
    for (let n = 0; n < 300; n += 1) {
      const name = `${word()}${random.oneOf(MARKS)}${slipped(word(), random)}${random.oneOf(MARKS)}${n}`;
      all.set(name.toLowerCase(), name);
    }
    const now = NOON.toISOString();
    const rows = [...all].map(([name_key, name]) => ({
      household_id: ada.household.id,
      name,
      name_key,
      created_at: now,
    }));
    for (let n = 0; n < rows.length; n += 100)
      await db
        .insertInto('foods')
        .values(rows.slice(n, n + 100))
        .execute();
    await db.transaction().execute((trx) => writeMissingWords(trx, ada.household.id));
    for (let n = 0; n < 300; n += 1) {
      const text = random.chance(0.5)
        ? slipped(word(), random)
        : `${slipped(word(), random)} ${slipped(word(), random)}`;
      const wanted = wantedIn(text);
      const expected = rows.filter(({ name }) => nearness(wanted, name)).map(({ name }) => name);
      const found = (await search(db, ada, text, 5000)).foods.map(({ name }) => name);
      expect(found.sort(), text).toEqual(expected.sort());
    }
  });
});

/** A word with a letter wrong, missing, extra or swapped, or as it is. */
function slipped(word: string, random: Choices): string {
  const letters = [...word];
  const at = random.below(letters.length);
  const letter = String.fromCodePoint(0x61 + random.below(26));
  const kinds = [
    () => word,
    () => letters.with(at, letter).join(''),
    () => letters.toSpliced(at, 1).join(''),
    () => letters.toSpliced(at, 0, letter).join(''),
    () => letters.toSpliced(at, 2, letters[at + 1] ?? '', letters[at] ?? '').join(''),
  ];
  return random.oneOf(kinds)();
}
