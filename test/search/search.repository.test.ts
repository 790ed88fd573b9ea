import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { deleteItem } from '../../src/items/item-changes.repository.js';
import type { Member } from '../../src/members/member.js';
import { search } from '../../src/pages/search/search.repository.js';
import { addPlace } from '../../src/places/place.repository.js';
import { freshDatabase, LATER, NOON, newcomer, put, some } from '../stock/households.js';

let db: Database;
let ada: Member;
let ben: Member;

beforeEach(async () => {
  db = await freshDatabase();
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

describe('A search finds', () => {
  test.each([
    ['milk', 'Milk'],
    ['MILK', 'milk'],
    ['mlik', 'Milk'],
    ['mulk', 'Milk'],
    ['mik', 'Milk'],
    ['imlk', 'Milk'],
    ['yogurt', 'Yoghurt'],
    ['yohgurt', 'Yoghurt'],
    ['yoghurrt', 'Yoghurt'],
    ['creme brulee', 'Crème brûlée'],
    ['brule', 'Crème brûlée'],
    ['jalapeno', 'Jalapeño'],
    ['jalapeño', 'Jalapeno'],
    ['smorrebrod', 'Smørrebrød'],
    ['ol', 'Øl'],
    ['strasse', 'Straße'],
    ['jerrys', 'Ben & Jerry’s'],
    ["jerry's", 'Ben & Jerry’s'],
    ['skimed', 'Semi-skimmed milk'],
    ['3.5', 'Milk, 3.5%'],
    ['icecream', 'Ice cream'],
    ['butter milk', 'Buttermilk'],
    ['nut', 'Peanut butter'],
    ['m', 'Whole milk'],
    ['mi', 'Whole milk'],
    ['é', 'Éclair'],
    ['ec', 'Éclair'],
    ['牛', '牛乳'],
    ['हल्दी', 'हल्दी'],
    ['🍎', '🍎 from the garden'],
    ['beurre', 'BEURRÉ'],
  ])('%s: %s', async (text, name) => {
    await stock(name);
    expect(await names(text)).toEqual([name]);
  });

  test('the nearest first, and among equals what there is some of', async () => {
    await stock('Oat milk', 'Milk chocolate', 'Mill', 'Buttermilk', 'Milk', 'Soy milk');
    const soy = (await search(db, ada, 'soy milk', 1)).foods[0]?.items[0]?.id ?? 0;
    await deleteItem(db, ada, soy, LATER);
    const order = ['Milk', 'Milk chocolate', 'Oat milk', 'Soy milk', 'Buttermilk', 'Mill'];
    expect(await names('milk')).toEqual(order);
  });

  test('equals as people sort', async () => {
    await stock('Jam 10', 'jam 2', 'Jam of äpfel', 'Jam of apricots', 'Jam of Apple');
    const order = ['jam 2', 'Jam 10', 'Jam of äpfel', 'Jam of Apple', 'Jam of apricots'];
    expect(await names('ja')).toEqual(order);
    for (const name of ['Shelf 10', 'shelf 2']) await addPlace(db, ada, { name, kind: 'other' }, NOON);
    expect(await placeNames('shelf')).toEqual(['shelf 2', 'Shelf 10']);
  });

  test('a word with a letter missing before one that begins with another letter', async () => {
    await stock('Red onions', 'Sliced bread', 'Chickpeas', 'Chicken thighs');
    expect(await names('bred')).toEqual(['Sliced bread', 'Red onions']);
    expect(await names('chickn')).toEqual(['Chicken thighs', 'Chickpeas']);
  });

  test('one of them and several of them, whichever is asked for', async () => {
    await stock('Strawberries', 'Tomato', 'Blackberry jam');
    expect(await names('berry')).toEqual(['Blackberry jam', 'Strawberries']);
    expect(await names('strawberry')).toEqual(['Strawberries']);
    expect(await names('tomatoes')).toEqual(['Tomato']);
  });

  test('what has an “&” by its “and”, and the other way about', async () => {
    await stock('Ben & Jerry’s', 'Bread and butter pudding', 'Candy');
    expect(await names('ben and jerry')).toEqual(['Ben & Jerry’s']);
    expect(await names('bread & butter')).toEqual(['Bread and butter pudding']);
    expect(await names('and')).toEqual(['Bread and butter pudding', 'Candy']);
  });

  test('a food with what there is of it everywhere, the one to eat first at the top', async () => {
    await put(db, ada, 'Pantry', some('Milk', { quantityMilli: 3000 }));
    await put(db, ada, 'Fridge', some('Milk', { unit: 'l', bestBefore: '2026-03-09' }));
    await put(db, ada, 'Freezer', some('Milk', { bestBefore: '2026-03-04' }));
    await put(db, ada, 'Freezer', some('Bread'));
    const [milk] = (await search(db, ada, 'milk', 50)).foods;
    expect(milk?.items.map(({ placeName }) => placeName)).toEqual(['Freezer', 'Fridge', 'Pantry']);
    expect(milk?.items[1]).toMatchObject({ quantityMilli: 1000, unit: 'l', bestBefore: '2026-03-09' });
  });

  test('as many as are asked for, and says how many more there are', async () => {
    await stock('Jam of plums', 'Jam of pears', 'Jam');
    const found = await search(db, ada, 'jam', 2);
    expect([found.foods.map(({ name }) => name), found.moreFoods]).toEqual([['Jam', 'Jam of pears'], 1]);
  });

  test('places, with a slip too', async () => {
    await addPlace(db, ada, { name: 'Café shelf', kind: 'other' }, NOON);
    expect(await placeNames('cafe')).toEqual(['Café shelf']);
    expect(await placeNames('fr')).toEqual(['Freezer', 'Fridge']);
    expect(await placeNames('firdge')).toEqual(['Fridge']);
  });

  test.each([
    '"',
    '""',
    '*',
    'mil*',
    '-milk',
    '^milk',
    'NEAR(milk 2)',
    'food_letters:milk',
    '{milk}',
    'milk OR bread',
    'milk"',
    'AND',
    'milk) OR (',
    "'; drop table foods; --",
    '%',
    '_',
    '\\',
    '\u0000milk',
    'x'.repeat(500),
    '🍎',
    Array.from({ length: 80 }, (_, n) => String.fromCodePoint(0x61 + (n % 26))).join(' '),
  ])('no fault in %j, which is nothing but text', async (text) => {
    await stock('Bread');
    expect(await names(text)).toEqual([]);
  });

  test('nothing for nothing', async () => {
    await stock('Bread');
    for (const text of ['', '  ', '!?'])
      expect(await search(db, ada, text, 50)).toEqual({ foods: [], moreFoods: 0, places: [] });
  });

  test('nothing of another household, whichever came first', async () => {
    await stock('Quinces');
    await addPlace(db, ada, { name: 'Quince loft', kind: 'other' }, NOON);
    await put(db, ben, 'Pantry', some('Quince jam'));
    expect([await names('quince'), await placeNames('quince')]).toEqual([['Quinces'], ['Quince loft']]);
    expect([await names('quince', ben), await placeNames('quince', ben)]).toEqual([['Quince jam'], []]);
  });
});
