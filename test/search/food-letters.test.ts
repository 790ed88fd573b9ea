import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { checkLetters } from '../../src/food-names/food-words.repository.js';
import { checkStock } from '../../src/history/check.repository.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { findItem } from '../../src/items/item.repository.js';
import { deleteItem, editItem } from '../../src/items/item-changes.repository.js';
import { deleteHousehold } from '../../src/members/household.repository.js';
import type { Member } from '../../src/members/member.js';
import { mergeFoods, removeFood, renameFood } from '../../src/pages/foods/food-changes.repository.js';
import { search } from '../../src/pages/search/search.repository.js';
import { deletePlace, editPlace } from '../../src/places/place.repository.js';
import { freshDatabase, LATER, lastAction, newcomer, placeOf, put, some } from '../stock/households.js';
import { openSqlite, temporaryFolder } from '../support/database.js';

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

describe('The words by which a food is found', () => {
  const words = () =>
    openSqlite(file).prepare('select words from food_words order by household_id, food_id').pluck().all();
  const problems = async () =>
    (await checkStock(db, ada.household.id)).problems.filter((problem) => problem.includes('search'));

  test('are written when it is put away, when it is renamed, when that is undone and when that is', async () => {
    const { id } = await put(db, ada, 'Pantry', some('ﾐﾙｸ'));
    expect(words()).toEqual(['  ミルク   ルク   ク ']);
    const placeId = await placeOf(db, ada, 'Pantry');
    await editItem(db, ada, id, { ...some('Ｍilk'), placeId }, undefined, LATER);
    expect(words()).toEqual(['  ミルク   ルク   ク ', '  milk ']);
    await editItem(db, ada, id, { ...some('MILK'), placeId }, undefined, LATER);
    await undoAction(db, ada, await lastAction(db), LATER);
    expect(words()).toEqual(['  ミルク   ルク   ク ', '  milk ']);
    await undoAction(db, ada, await lastAction(db), LATER);
    expect([words(), await names('milk'), await problems()]).toEqual([
      ['  ミルク   ルク   ク ', '  milk '],
      ['MILK'],
      [],
    ]);
  });

  test.each<[string, (rice: number, tea: number) => Promise<unknown>, string[]]>([
    ['renamed', (rice) => renameFood(db, ada, rice, 'Крупа', {}, LATER), ['  tea ', '  крупа ']],
    ['merged into another', (rice, tea) => mergeFoods(db, ada, rice, tea, {}, LATER), ['  tea ']],
    ['removed', (rice) => removeFood(db, ada, rice, LATER), ['  tea ']],
  ])('follow a food that is %s, and that comes back', async (what, change, left) => {
    const rice = await put(db, ada, 'Pantry', some('Rice'));
    const tea = await put(db, ada, 'Pantry', some('Tea'));
    const { foodId = 0 } = (await findItem(db, ada, rice.id)) ?? {};
    const { foodId: teaId = 0 } = (await findItem(db, ada, tea.id)) ?? {};
    if (what === 'removed') await deleteItem(db, ada, rice.id, LATER);
    await change(foodId, teaId);
    expect([words().toSorted(), await problems()]).toEqual([left, []]);
    await undoAction(db, ada, await lastAction(db), LATER);
    expect([words().toSorted(), await names('rice'), await problems()]).toEqual([
      ['  rice ', '  tea '],
      ['Rice'],
      [],
    ]);
  });

  test('are written with the next thing that the household does, when another program named it', async () => {
    await stock('Rice');
    await put(db, ben, 'Pantry', some('Milk'));
    openSqlite(file).exec(`update foods set name = 'Крупа', name_key = 'крупа' where name = 'Rice';
      update foods set name = 'Süt', name_key = 'süt' where name = 'Milk'`);
    expect([words(), await names('круп'), await problems()]).toEqual([[null, null], ['Крупа'], []]);
    await stock('Tea');
    expect(words()).toEqual(['  крупа ', '  tea ', null]);
    expect([await names('крупа'), await names('sut', ben)]).toEqual([['Крупа'], ['Süt']]);
  });

  test('are missed when the data is checked, where they are others or none', async () => {
    await stock('Rice', 'Tea', 'Milk');
    openSqlite(file).exec(`update food_words set words = '  tea ' where words = '  rice ';
      delete from food_words where words = '  milk '`);
    expect(await problems()).toEqual([
      expect.stringMatching(/^food \d+ is searched by other words than its name’s$/),
      expect.stringMatching(/^food \d+ is in no search$/),
    ]);
    expect(await checkLetters(db)).toEqual([]);
  });

  test('are missed too where the index has others', async () => {
    await stock('Rice');
    openSqlite(file).exec(`drop trigger food_words_update; update food_words set words = '  tea '`);
    expect(await checkLetters(db)).toEqual([
      'the letters that are searched are not those of the foods’ words',
    ]);
  });
});

describe('The file', () => {
  test('asks no parser for more than that of SQLite 3.40 can hold, and can be copied whole', async () => {
    const statements = openSqlite(file)
      .prepare('select sql from sqlite_master where sql is not null')
      .pluck()
      .all() as string[];
    expect(statements.length).toBeGreaterThan(20);
    for (const statement of statements) expect(depth(statement), statement).toBeLessThan(6);
    await stock('牛奶');
    const copy = path.join(temporaryFolder(), 'copy.sqlite');
    openSqlite(file).exec(`vacuum into '${copy}'`);
    const found = openSqlite(copy).prepare(
      `select rowid from food_letters where food_letters match '"  奶"'`,
    );
    expect(found.all()).toHaveLength(1);
  });
});

/** How many brackets are open at once. */
function depth(statement: string): number {
  let [open, most] = [0, 0];
  for (const letter of statement) {
    open += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    most = Math.max(most, open);
  }
  return most;
}
