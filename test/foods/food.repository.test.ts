import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import {
  findFoods,
  findFoodsNamed,
  findOrAddFood,
  listFoods,
  respellFood,
} from '../../src/foods/food.repository.js';
import { findItem } from '../../src/items/item.repository.js';
import { editItem } from '../../src/items/item-changes.repository.js';
import type { Member } from '../../src/members/member.js';
import { guessPlaces } from '../../src/shopping/bought.repository.js';
import { freshDatabase, NOON, newcomer, placeOf, put, some } from '../stock/households.js';

let db: Database;
let ada: Member;
let ben: Member;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  ben = await newcomer(db, 'ben');
});

const food = (member: Member, name: string) =>
  db.transaction().execute((trx) => findOrAddFood(trx, member, name, NOON));

describe('A food', () => {
  test('is made on first use and found from then on, whatever its case and spacing', async () => {
    const milk = await food(ada, 'Whole milk');
    for (const name of ['Whole milk', 'whole milk', 'WHOLE  MILK', 'Ｗhole milk'])
      expect(await food(ada, name)).toEqual(milk);
    expect(await listFoods(db, ada)).toEqual([milk]);
  });

  test('is made once by any number of uses at the same time', async () => {
    const made = await Promise.all(['Milk', 'milk', 'MILK', 'Milk'].map((name) => food(ada, name)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  test('of one household is unknown to the other', async () => {
    const milk = await food(ada, 'Milk');
    const other = await food(ben, 'Milk');
    expect(other.id).not.toBe(milk.id);
    expect(await listFoods(db, ben)).toEqual([other]);
    expect(await findFoods(db, ben, [milk.id, other.id])).toEqual([other]);
  });

  test('is found by id only when it is there', async () => {
    const milk = await food(ada, 'Milk');
    expect(await findFoods(db, ada, [])).toEqual([]);
    expect(await findFoods(db, ada, [milk.id, milk.id, 999])).toEqual([milk]);
  });

  test('is listed by name, not by case', async () => {
    for (const name of ['rice', 'Apples', 'Milk', 'bread']) await food(ada, name);
    expect((await listFoods(db, ada)).map(({ name }) => name)).toEqual(['Apples', 'bread', 'Milk', 'rice']);
  });
});

describe('The singular and the plural', () => {
  test('find the household’s one food, and no other household’s', async () => {
    const tomato = await food(ada, 'Tomato');
    for (const name of ['tomato', 'Tomatoes', 'TOMATOES']) expect(await food(ada, name)).toEqual(tomato);
    expect(await food(ben, 'Tomatoes')).toMatchObject({ name: 'Tomatoes' });
    expect(await listFoods(db, ada)).toEqual([tomato]);
  });

  test('are two foods where a household has both, and a third spelling that may be either is one more', async () => {
    const tomato = await food(ada, 'Tomato');
    await db.updateTable('foods').set({ name: 'Other', name_key: 'other' }).execute();
    const tomatoes = await food(ada, 'Tomatoes');
    await db
      .updateTable('foods')
      .set({ name: 'Tomato', name_key: 'tomato' })
      .where('id', '=', tomato.id)
      .execute();
    expect([(await food(ada, 'tomato')).id, (await food(ada, 'tomatoes')).id]).toEqual([
      tomato.id,
      tomatoes.id,
    ]);
    expect((await food(ada, 'tomatos')).name).toBe('tomatos');
  });

  test('are found for many names at once', async () => {
    await food(ada, 'Tomato');
    await food(ada, 'Peas');
    const found = await findFoodsNamed(db, ada, ['TOMATOES', 'pea', 'Rice']);
    expect([...found].map(([key, { name }]) => [key, name])).toEqual([
      ['tomatoes', 'Tomato'],
      ['pea', 'Peas'],
    ]);
    expect(await findFoodsNamed(db, ada, [])).toEqual(new Map());
  });

  test('say where a food is usually kept', async () => {
    await put(db, ada, 'Pantry', some('Tomatoes'));
    const pantry = await placeOf(db, ada, 'Pantry');
    expect(await guessPlaces(db, ada, ['tomato', 'Rice'])).toEqual(new Map([['tomato', pantry]]));
  });
});

describe('Writing a food’s name another way', () => {
  test('in an edit changes it wherever the food stands, in this household alone', async () => {
    const one = await put(db, ada, 'Fridge', some('milk'));
    const two = await put(db, ada, 'Freezer', some('milk'));
    const bens = await put(db, ben, 'Fridge', some('milk'));
    const placeId = await placeOf(db, ada, 'Fridge');
    await editItem(db, ada, one.id, { ...some('Milk'), placeId }, 1, NOON);
    expect((await findItem(db, ada, two.id))?.name).toBe('Milk');
    expect((await findItem(db, ben, bens.id))?.name).toBe('milk');
    expect(await listFoods(db, ada)).toHaveLength(1);
  });

  test('in the plural, in an edit, changes it wherever the food stands', async () => {
    const one = await put(db, ada, 'Fridge', some('Tomato'));
    const two = await put(db, ada, 'Pantry', some('Tomato'));
    const placeId = await placeOf(db, ada, 'Fridge');
    await editItem(db, ada, one.id, { ...some('Tomatoes'), placeId }, 1, NOON);
    expect((await findItem(db, ada, two.id))?.name).toBe('Tomatoes');
    expect(await listFoods(db, ada)).toEqual([expect.objectContaining({ name: 'Tomatoes' })]);
    expect((await food(ada, 'tomato')).name).toBe('Tomatoes');
  });

  test('in the form of something else only finds the food by its plural', async () => {
    await put(db, ada, 'Fridge', some('Tomato'));
    const rice = await put(db, ada, 'Pantry', some('Rice'));
    const placeId = await placeOf(db, ada, 'Pantry');
    await editItem(db, ada, rice.id, { ...some('Tomatoes'), placeId }, 1, NOON);
    expect((await findItem(db, ada, rice.id))?.name).toBe('Tomato');
  });

  test('the same way writes nothing', async () => {
    const milk = await food(ada, 'Milk');
    const changes = await db.transaction().execute((trx) => respellFood(trx, ada, milk, 'Milk'));
    expect(changes).toEqual([]);
  });
});
