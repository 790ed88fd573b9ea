import { beforeEach, describe, expect, test } from 'vitest';
import { findFoodsNamed, listFoods } from '../../src/foods/food.repository.js';
import { checkStock } from '../../src/history/check.repository.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { editItem } from '../../src/items/item-changes.repository.js';
import { addPutAway } from '../../src/items/item-entry.repository.js';
import { mergeFoods, removeFood, renameFood } from '../../src/pages/foods/food-changes.repository.js';
import { search } from '../../src/pages/search/search.repository.js';
import { wanted } from '../../src/shopping/shopping.js';
import { listShopping } from '../../src/shopping/shopping.repository.js';
import { addToShopping } from '../../src/shopping/shopping-adding.repository.js';
import { tickLine } from '../../src/shopping/shopping-changes.repository.js';
import { LATER, lastAction, placeOf, put, some, stockAsItIs } from '../stock/households.js';
import { usingTwoKitchens } from '../stock/two-kitchens.js';

const kitchens = usingTwoKitchens();
let { db, ada, ben, milk, oat, saffron } = kitchens;
beforeEach(() => {
  ({ db, ada, ben, milk, oat, saffron } = kitchens);
});

/** Every row that an action on a food may touch, whatever number of changes led to it. */
async function asItIs() {
  const lines = await db.selectFrom('shopping_lines').selectAll().orderBy('id').execute();
  return { ...(await stockAsItIs(db)), lines: lines.map(({ revision: _revision, ...line }) => line) };
}

const undoLast = async () => undoAction(db, ada, await lastAction(db), LATER);
const rename = (name: string, id = milk) => renameFood(db, ada, id, name, {}, LATER);
const merge = (id = milk, into = oat) => mergeFoods(db, ada, id, into, {}, LATER);
const foods = async (member = ada) => (await listFoods(db, member)).map(({ name }) => name);
const found = async (text: string) => (await search(db, ada, text, 10)).foods.map(({ name }) => name);
const sound = async () => (await checkStock(db, ada.household.id)).problems;
const toBuy = async (member = ada) =>
  (await listShopping(db, member)).open.map(
    ({ name, quantityMilli, unit }) => `${quantityMilli} ${unit} ${name}`,
  );

describe.each<[string, () => Promise<unknown>, object]>([
  ['Renaming a food', () => rename('Whole milk'), { kind: 'food_renamed' }],
  ['Renaming a food in the plural', () => rename('Milks'), { kind: 'food_renamed' }],
  ['Renaming a food to one that keeps longer', () => rename('Rice'), { kind: 'food_renamed' }],
  ['Merging a food into another', () => merge(), { kind: 'food_merged' }],
  ['Merging a food that nothing has', () => merge(saffron, milk), { kind: 'food_merged' }],
  ['Removing a food that nothing has', () => removeFood(db, ada, saffron, LATER), { kind: 'food_removed' }],
])('%s', (_what, work, expected) => {
  test('can be undone, done again and undone, to the row; the journal agrees at each step', async () => {
    const before = await asItIs();
    await work();
    const after = await asItIs();
    expect(after).not.toEqual(before);
    expect(await sound()).toEqual([]);
    for (const [at, isDoneAgain] of [
      [before, false],
      [after, true],
      [before, false],
    ] as const) {
      expect(await undoLast()).toMatchObject({ ...expected, isDoneAgain });
      expect(await asItIs()).toEqual(at);
      expect(await sound()).toEqual([]);
    }
  });

  test('touches no other household', async () => {
    const bens = async () => ({
      foods: await listFoods(db, ben),
      list: await listShopping(db, ben),
      items: await db.selectFrom('items').selectAll().where('household_id', '=', ben.household.id).execute(),
    });
    const before = await bens();
    await work();
    await undoLast();
    expect(await bens()).toEqual(before);
  });
});

describe('After a rename', () => {
  beforeEach(async () => void (await rename('Whole milk')));

  test('the old name is no ghost: not among the foods, not found, not on the list', async () => {
    expect(await foods()).toEqual(['Oat milk', 'Saffron', 'Whole milk']);
    expect(await found('whole')).toEqual(['Whole milk']);
    expect(await toBuy()).toEqual([
      '1000 l Whole milk',
      '1000 l Oat milk',
      '1000 l Eggs',
      '500000 g Whole milk',
    ]);
  });

  test('undo is refused while another food has the old name', async () => {
    const renaming = await lastAction(db);
    await put(db, ada, 'Fridge', some('Milk'));
    await expect(undoAction(db, ada, renaming, LATER)).rejects.toMatchObject({ reason: 'food name taken' });
    expect(await sound()).toEqual([]);
  });

  test('undo is refused once it is called something else again', async () => {
    const renaming = await lastAction(db);
    await rename('Cow’s milk');
    await expect(undoAction(db, ada, renaming, LATER)).rejects.toMatchObject({ reason: 'changed since' });
  });

  test('undo leaves a line of the list alone that says something else since, and one that is new', async () => {
    const renaming = await lastAction(db);
    const [line] = (await listShopping(db, ada)).open;
    await addToShopping(db, ada, [{ ...wanted('Whole milk'), quantityMilli: 1000, unit: 'l' }], LATER);
    await tickLine(db, ada, line?.id ?? 0, LATER);
    await addToShopping(db, ada, [wanted('Milk')], LATER);
    await undoAction(db, ada, renaming, LATER);
    const { open, ticked } = await listShopping(db, ada);
    expect([open.map(({ name }) => name), ticked.map(({ name }) => name)]).toEqual([
      ['Oat milk', 'Eggs', 'Milk', 'Milk'],
      ['Whole milk'],
    ]);
  });
});

describe('An estimate', () => {
  const days = async (name: string) => {
    const [food] = (await search(db, ada, name, 1)).foods;
    return food?.items.map(({ bestBefore, estimateId }) => [bestBefore, estimateId]);
  };

  test('is made anew for the new name, and for the old one when that is undone', async () => {
    await put(db, ada, 'Fridge', some('Leaves'));
    const leaves = (await findFoodsNamed(db, ada, ['Leaves'])).get('leaves')?.id ?? 0;
    const before = await days('Leaves');
    await rename('Spinach', leaves);
    const spinach = await days('Spinach');
    expect(spinach).not.toEqual(before);
    await put(db, ada, 'Fridge', some('Eggs'));
    const eggs = (await findFoodsNamed(db, ada, ['Eggs'])).get('eggs')?.id ?? 0;
    const [ofEggs] = (await days('Eggs')) ?? [];
    await merge(leaves, eggs);
    expect(await days('Eggs')).toEqual([ofEggs, ofEggs]);
    expect(await sound()).toEqual([]);
    await undoLast();
    expect(await days('Spinach')).toEqual(spinach);
    expect(await sound()).toEqual([]);
  });
});

describe('A food that was picked', () => {
  const putAway = async () => {
    const contents = [{ ...some('Milk'), foodId: milk }];
    const fridge = await placeOf(db, ada, 'Fridge');
    await db.transaction().execute((trx) => addPutAway(trx, ada, fridge, contents, LATER));
  };

  test('is what is put away, though it was renamed meanwhile, or merged', async () => {
    await rename('Whole milk');
    await putAway();
    expect(await foods()).toEqual(['Oat milk', 'Saffron', 'Whole milk']);
    await merge();
    await putAway();
    expect(await foods()).toEqual(['Oat milk', 'Saffron']);
  });

  test('is made again when it was removed meanwhile', async () => {
    const fridge = await placeOf(db, ada, 'Fridge');
    await removeFood(db, ada, saffron, LATER);
    const contents = [{ ...some('Saffron'), foodId: saffron }];
    await db.transaction().execute((trx) => addPutAway(trx, ada, fridge, contents, LATER));
    expect(await foods()).toEqual(['Milk', 'Oat milk', 'Saffron']);
  });
});

describe('A merge', () => {
  test('gives the items to the other food, and the amounts on the list to its lines', async () => {
    await merge();
    expect(await foods()).toEqual(['Oat milk', 'Saffron']);
    const { items } = await stockAsItIs(db);
    const adas = items.filter(({ household_id }) => household_id === ada.household.id);
    expect(adas.map(({ food_id }) => food_id)).toEqual([oat, oat, oat]);
    expect(await toBuy()).toEqual(['2000 l Oat milk', '1000 l Eggs', '500000 g Oat milk']);
    expect(await found('milk')).toEqual(['Oat milk']);
  });

  test('of a food with itself is none', async () => {
    expect(await merge(milk, milk)).toBe('gone');
    expect(await foods()).toHaveLength(3);
  });

  test('can’t be undone once an item of it was changed', async () => {
    await merge();
    const merging = await lastAction(db);
    const item = await db
      .selectFrom('items')
      .select('id')
      .where('food_id', '=', oat)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const placeId = await placeOf(db, ada, 'Pantry');
    await editItem(
      db,
      ada,
      item.id,
      { ...some('Oat milk', { quantityMilli: 7000 }), placeId },
      undefined,
      LATER,
    );
    await expect(undoAction(db, ada, merging, LATER)).rejects.toMatchObject({ reason: 'changed since' });
  });

  test('can’t be done again once something else is of the food', async () => {
    await merge();
    await undoLast();
    const undoing = await lastAction(db);
    await put(db, ada, 'Fridge', some('Milk'));
    await expect(undoAction(db, ada, undoing, LATER)).rejects.toMatchObject({ reason: 'food still used' });
    expect(await sound()).toEqual([]);
  });
});
