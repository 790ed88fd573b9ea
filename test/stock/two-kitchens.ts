import { beforeEach } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { listFoods } from '../../src/foods/food.repository.js';
import { deleteItem } from '../../src/items/item-changes.repository.js';
import type { Member } from '../../src/members/member.js';
import { wanted } from '../../src/shopping/shopping.js';
import { addToShopping } from '../../src/shopping/shopping-adding.repository.js';
import { freshDatabase, NOON, newcomer, put, some } from './households.js';

interface TwoKitchens {
  db: Database;
  ada: Member;
  ben: Member;
  /** Ids of Ada’s foods. */
  milk: number;
  oat: number;
  saffron: number;
}

/** For each test two households with the same in them: milk, oat milk, no saffron any more, and some of it to buy. */
export function usingTwoKitchens(): TwoKitchens {
  const kitchens = {} as TwoKitchens;
  beforeEach(async () => {
    const db = await freshDatabase();
    const [ada, ben] = [await newcomer(db, 'ada'), await newcomer(db, 'ben')];
    for (const member of [ada, ben]) await stock(db, member);
    const [milk = 0, oat = 0, saffron = 0] = (await listFoods(db, ada)).map(({ id }) => id);
    Object.assign(kitchens, { db, ada, ben, milk, oat, saffron });
  });
  return kitchens;
}

async function stock(db: Database, member: Member): Promise<void> {
  const milk = some('Milk', { quantityMilli: 2000, unit: 'l', bestBefore: '2026-03-05' });
  await put(db, member, 'Fridge', milk);
  await put(db, member, 'Pantry', some('Milk'));
  await put(db, member, 'Pantry', some('Oat milk'));
  const { id } = await put(db, member, 'Pantry', some('Saffron'));
  await deleteItem(db, member, id, NOON);
  const litres = ['Milk', 'Oat milk', 'Eggs'].map((name) => ({
    ...wanted(name),
    quantityMilli: 1000,
    unit: 'l',
  }));
  const grams = { ...wanted('milks'), quantityMilli: 500_000, unit: 'g' };
  await addToShopping(db, member, [...litres, grams], NOON);
}
