import { beforeEach, describe, expect, test } from 'vitest';
import { listFoods } from '../../src/foods/food.repository.js';
import { checkStock } from '../../src/history/check.repository.js';
import { CannotUndo } from '../../src/history/put-back.repository.js';
import { undoAction } from '../../src/history/undo.repository.js';
import {
  findFoodRevision,
  mergeFoods,
  removeFood,
  renameFood,
} from '../../src/pages/foods/food-changes.repository.js';
import { LATER, lastAction } from '../stock/households.js';
import { usingTwoKitchens } from '../stock/two-kitchens.js';

const kitchens = usingTwoKitchens();
let { db, ada, ben, milk, oat, saffron } = kitchens;
beforeEach(() => {
  ({ db, ada, ben, milk, oat, saffron } = kitchens);
});

const undoLast = async () => undoAction(db, ada, await lastAction(db), LATER);
const rename = (name: string, id = milk) => renameFood(db, ada, id, name, {}, LATER);
const foods = async (member = ada) => (await listFoods(db, member)).map(({ name }) => name);
const sound = async () => (await checkStock(db, ada.household.id)).problems;

describe('A rename is refused', () => {
  test.each([
    ['the name of another food', 'Oat milk'],
    ['in another case', 'OAT MILK'],
    ['in the plural', 'Oat milks'],
  ])('to %s, which is named so that the two can be merged', async (_what, name) => {
    expect(await rename(name)).toEqual({ taken: { id: oat, name: 'Oat milk' } });
    expect(await foods()).toEqual(['Milk', 'Oat milk', 'Saffron']);
  });

  test('when the food was changed after the form was drawn; the same name is no change', async () => {
    const revision = await findFoodRevision(db, ada, milk);
    await rename('Whole milk');
    expect(await renameFood(db, ada, milk, 'Blue milk', { revision }, LATER)).toBe('changed meanwhile');
    expect(await renameFood(db, ada, milk, 'Whole milk', { revision }, LATER)).toBe('same');
    expect(await mergeFoods(db, ada, milk, oat, { revision }, LATER)).toBe('changed meanwhile');
    const now = await findFoodRevision(db, ada, milk);
    expect(await renameFood(db, ada, milk, 'Blue milk', { revision: now }, LATER)).toHaveProperty('actionId');
  });

  test('to others than the household', async () => {
    expect(await renameFood(db, ben, milk, 'Mine', {}, LATER)).toBe('gone');
    const [bens] = await listFoods(db, ben);
    expect(await mergeFoods(db, ben, milk, bens?.id ?? 0, {}, LATER)).toBe('gone');
    expect(await mergeFoods(db, ben, bens?.id ?? 0, milk, {}, LATER)).toBe('gone');
    expect(await removeFood(db, ben, saffron, LATER)).toBe('gone');
    expect(await foods()).toEqual(['Milk', 'Oat milk', 'Saffron']);
  });
});

describe('The same form twice', () => {
  test('renames and merges once', async () => {
    const sending = { onceKey: 'key' };
    const first = await renameFood(db, ada, milk, 'Whole milk', sending, LATER);
    expect(await renameFood(db, ada, milk, 'Whole milk', sending, LATER)).toEqual(first);
    const merging = { onceKey: 'other' };
    const merged = await mergeFoods(db, ada, milk, oat, merging, LATER);
    expect(await mergeFoods(db, ada, milk, oat, merging, LATER)).toEqual(merged);
  });
});

describe('Removing a food', () => {
  test('is refused while an item has it', async () => {
    expect(await removeFood(db, ada, milk, LATER)).toBe('in use');
    expect(await foods()).toContain('Milk');
  });

  test('leaves no way back for an item of it, until the food is back', async () => {
    const deletion = await db
      .selectFrom('actions')
      .select('id')
      .where('kind', '=', 'item_deleted')
      .where('household_id', '=', ada.household.id)
      .executeTakeFirstOrThrow();
    await removeFood(db, ada, saffron, LATER);
    const refused = undoAction(db, ada, deletion.id, LATER);
    await expect(refused).rejects.toBeInstanceOf(CannotUndo);
    await expect(refused).rejects.toMatchObject({ reason: 'food gone' });
    await undoLast();
    expect(await undoAction(db, ada, deletion.id, LATER)).toMatchObject({ kind: 'item_deleted' });
    expect(await sound()).toEqual([]);
  });
});
