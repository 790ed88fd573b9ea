import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { deleteHousehold } from '../../src/people/household.repository.js';
import type { Member } from '../../src/people/person.js';
import { nearness } from '../../src/search/nearness.js';
import { search } from '../../src/search/search.repository.js';
import { wantedIn } from '../../src/search/spelling.js';
import { deleteItem, editItem } from '../../src/stock/item-changes.repository.js';
import { deletePlace, editPlace } from '../../src/stock/place.repository.js';
import { undoAction } from '../../src/stock/undo.repository.js';
import { freshDatabase, LATER, lastAction, NOON, newcomer, placeOf, put, some } from '../stock/households.js';
import { openSqlite, temporaryFolder } from '../support/database.js';
import { Choices } from '../support/seeded.js';

let file: string;
let db: Database;
let ada: Member;
let ben: Member;

beforeEach(async () => {
  file = path.join(temporaryFolder(), 'larder.sqlite');
  db = await freshDatabase(file);
  ada = await newcomer(db, 'ada');
  ben = await newcomer(db, 'ben');
});

const names = async (text: string, member = ada) =>
  (await search(db, member, text, 50)).foods.map(({ name }) => name);
const placeNames = async (text: string, member = ada) =>
  (await search(db, member, text, 50)).places.map(({ name }) => name);
const stock = async (...foods: string[]) => {
  for (const food of foods) await put(db, ada, 'Pantry', some(food));
};

describe('A search finds what is so now', () => {
  const letters = () => openSqlite(file).prepare('select count(*) from food_letters').pluck().get();

  test('after a food was written another way, and after that was undone', async () => {
    const { id } = await put(db, ada, 'Pantry', some('jalapeno'));
    const placeId = await placeOf(db, ada, 'Pantry');
    await editItem(db, ada, id, { ...some('JALAPENO'), placeId }, undefined, LATER);
    expect(await names('jalapeño')).toEqual(['JALAPENO']);
    await undoAction(db, ada, await lastAction(db), LATER);
    expect(await names('jalapeño')).toEqual(['jalapeno']);
    expect(letters()).toBe(1);
  });

  test('after a place was renamed', async () => {
    await editPlace(db, ada, await placeOf(db, ada, 'Pantry'), { name: 'Cellar', kind: 'other' }, LATER);
    expect([await placeNames('pantry'), await placeNames('celar')]).toEqual([[], ['Cellar']]);
  });

  test('after an item was deleted, and brought back', async () => {
    const { id } = await put(db, ada, 'Pantry', some('Rice'));
    await deleteItem(db, ada, id, LATER);
    const count = async () => (await search(db, ada, 'rice', 50)).foods.map(({ items }) => items.length);
    expect(await count()).toEqual([0]);
    await undoAction(db, ada, await lastAction(db), LATER);
    expect(await count()).toEqual([1]);
  });

  test('after a place was deleted with its items, and brought back', async () => {
    await stock('Rice', 'Pasta');
    await deletePlace(db, ada, await placeOf(db, ada, 'Pantry'), LATER);
    expect((await search(db, ada, 'rice', 50)).foods[0]?.items).toEqual([]);
    expect(await placeNames('pantry')).toEqual([]);
    await undoAction(db, ada, await lastAction(db), LATER);
    expect((await search(db, ada, 'rice', 50)).foods[0]?.items).toMatchObject([{ placeName: 'Pantry' }]);
    expect(await placeNames('pantry')).toEqual(['Pantry']);
  });

  test('after a household went, of whose foods no letter is left', async () => {
    await stock('Rice');
    await put(db, ben, 'Pantry', some('Rice'));
    await deleteHousehold(db, ada.household.id);
    expect([letters(), await names('rice', ben)]).toEqual([1, ['Rice']]);
  });

  test('after a food was renamed or removed by another program', async () => {
    await stock('Rice', 'Pasta');
    const outside = openSqlite(file);
    outside.pragma('foreign_keys = ON');
    outside.exec(`update foods set name = 'Couscous', name_key = 'couscous' where name = 'Rice'`);
    expect([await names('rice'), await names('cuscous')]).toEqual([[], ['Couscous']]);
    outside.exec(`delete from items; delete from foods where name = 'Couscous'`);
    expect([await names('couscous'), letters()]).toEqual([[], 1]);
  });
});

describe('The index leaves nothing out', () => {
  test('of the foods that there were before it', async () => {
    const old = openDatabase(path.join(temporaryFolder(), 'larder.sqlite'));
    await migrate(old, '0003_item_states');
    const eve = await newcomer(old, 'eve');
    const made = { household_id: eve.household.id, created_at: NOON.toISOString() };
    await old
      .insertInto('foods')
      .values({ ...made, name: 'Crème brûlée', name_key: 'crème brûlée' })
      .execute();
    await migrate(old);
    const { foods } = await search(old, eve, 'creme brulee', 50);
    await old.destroy();
    expect(foods.map(({ name }) => name)).toEqual(['Crème brûlée']);
  });

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
  ];
  const MARKS = [' ', '-', ' & ', ', ', '/', ' (', '’'];

  test('that a look at every name finds, of 500 names by 500 searches, whatever slip is in them', async () => {
    const random = new Choices('search');
    const word = () => random.oneOf(WORDS);
    const all = new Map<string, string>();
    for (let n = 0; n < 500; n += 1) {
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
    for (let n = 0; n < 500; n += 1) {
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
