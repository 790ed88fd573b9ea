import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { insertMembership } from '../../src/members/household.repository.js';
import type { Member } from '../../src/members/member.js';
import { type Wanted, wanted, wantedAmount } from '../../src/shopping/shopping.js';
import { findShoppingLine, listShopping } from '../../src/shopping/shopping.repository.js';
import { addToShopping } from '../../src/shopping/shopping-adding.repository.js';
import {
  editLine,
  removeLines,
  restoreLines,
  tickLine,
} from '../../src/shopping/shopping-changes.repository.js';
import { freshDatabase, NOON, newcomer } from '../stock/households.js';

let db: Database;
let ada: Member;
/** Shares Ada’s household. */
let ben: Member;
let eve: Member;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  eve = await newcomer(db, 'eve');
  ben = { user: (await newcomer(db, 'ben')).user, household: ada.household };
  const membership = { householdId: ada.household.id, userId: ben.user.id, role: 'member' } as const;
  await insertMembership(db, membership, NOON);
});

/** Puts one thing on the list. @returns its id */
async function ask(member: Member, name: string, more: Partial<Wanted> = {}): Promise<number> {
  const [added] = await addToShopping(db, member, [{ ...wanted(name), ...more }], NOON);
  return added?.line.id ?? 0;
}

const open = async () => (await listShopping(db, ada)).open.map(({ name }) => name);
const amountsOpen = async () => (await listShopping(db, ada)).open.map(wantedAmount);

describe('Asking for something', () => {
  test('says who asked, and what for', async () => {
    const id = await ask(ben, 'Milk', { quantityMilli: 2000, unit: 'l', note: 'the blue one' });
    expect(await findShoppingLine(db, ada, id)).toEqual({
      id,
      name: 'Milk',
      quantityMilli: 2000,
      unit: 'l',
      note: 'the blue one',
      state: 'open',
      addedBy: { id: ben.user.id, name: 'ben' },
      tickedBy: null,
      revision: 1,
    });
  });

  test('by two people at once makes one line, of which one of them is told that it is new', async () => {
    const names = ['Milk', 'Eggs', 'Bread'].map(wanted);
    const both = await Promise.all([
      addToShopping(db, ada, names, NOON),
      addToShopping(db, ben, names, NOON),
    ]);
    expect(await open()).toEqual(['Milk', 'Eggs', 'Bread']);
    for (const n of [0, 1, 2]) {
      expect(both.map((added) => added[n]?.how).sort()).toEqual(['new', 'there']);
      expect(both[0][n]?.line.id).toBe(both[1][n]?.line.id);
    }
  });

  test('a second time fills in what the line lacks, and adds up', async () => {
    const id = await ask(ada, 'Milk');
    await ask(ben, 'milk', { quantityMilli: 2000, unit: 'l' });
    await ask(ben, 'MILK', { quantityMilli: 500_000, unit: 'ml', note: 'the blue one' });
    expect(await findShoppingLine(db, ada, id)).toMatchObject({
      name: 'Milk',
      quantityMilli: 2500,
      unit: 'l',
      note: 'the blue one',
      addedBy: { name: 'ada' },
    });
    expect(await open()).toEqual(['Milk']);
  });

  test('in amounts that can’t be added up makes a line of each, and of no more', async () => {
    const amounts: [number, string][] = [
      ...([
        [3000, ''],
        [2000, ''],
        [500_000, 'g'],
        [1000, 'kg'],
        [1000, 'tin'],
        [2000, 'tins'],
      ] as const),
    ].map(([milli, unit]) => [milli, unit]);
    const wants = amounts.map(([quantityMilli, unit]) => ({ ...wanted('Tomatoes'), quantityMilli, unit }));
    const added = await addToShopping(db, ada, wants, NOON);
    expect(added.map(({ how }) => how)).toEqual(['new', 'more', 'new', 'more', 'new', 'more']);
    expect(await amountsOpen()).toEqual(['5', '1.5 kg', '3 tins']);
    expect(added[5]?.beside.map(({ unit }) => unit)).toEqual(['', 'kg']);
    await ask(ben, 'tomatoes');
    expect(await amountsOpen()).toEqual(['5', '1.5 kg', '3 tins']);
  });

  test('by two people at once, with amounts, loses none', async () => {
    const litre = { ...wanted('Milk'), quantityMilli: 1000, unit: 'l' };
    await Promise.all([ada, ben, ada, ben].map((who) => addToShopping(db, who, [litre], NOON)));
    expect(await amountsOpen()).toEqual(['4 l']);
  });

  test('with the same key adds once, with another again', async () => {
    const litre = { ...wanted('Milk'), quantityMilli: 1000, unit: 'l' };
    for (const key of ['a', 'a', 'b', 'a']) await addToShopping(db, ada, [litre], NOON, key);
    expect(await amountsOpen()).toEqual(['2 l']);
    const [again] = await addToShopping(db, ada, [litre], NOON, 'b');
    expect(again).toMatchObject({ how: 'there', line: { quantityMilli: 2000 } });
  });

  test('of more than there may be leaves what is there, and says so', async () => {
    await ask(ada, 'Rice', { quantityMilli: 1_000_000_000 });
    const [more] = await addToShopping(db, ada, [{ ...wanted('Rice'), quantityMilli: 1000 }], NOON);
    expect(more?.how).toBe('too much');
    expect(await amountsOpen()).toEqual(['1000000']);
  });

  test('in the plural as well as in the singular makes one line', async () => {
    const id = await ask(ada, 'Tomato');
    expect(await ask(ben, 'tomatoes', { quantityMilli: 6000 })).toBe(id);
    const names = ['Pea', 'Peas', 'PEAS', 'Pepper', 'Peppers'].map(wanted);
    await addToShopping(db, ada, names, NOON);
    expect(await open()).toEqual(['Tomato', 'Pea', 'Pepper', 'Peppers']);
    expect(await findShoppingLine(db, ada, id)).toMatchObject({ name: 'Tomato', quantityMilli: 6000 });
  });

  test('in the plural, in an amount that can’t be added up, makes a line of the same name', async () => {
    await ask(ada, 'Tomato', { quantityMilli: 3000 });
    await ask(ben, 'tomatoes', { quantityMilli: 500_000, unit: 'g' });
    await ask(ben, 'tomatoes', { quantityMilli: 2000 });
    expect([await open(), await amountsOpen()]).toEqual([
      ['Tomato', 'Tomato'],
      ['5', '500 g'],
    ]);
  });

  test('is nobody else’s business', async () => {
    const id = await ask(ada, 'Milk');
    expect(await listShopping(db, eve)).toEqual({ open: [], ticked: [] });
    expect(await findShoppingLine(db, eve, id)).toBeUndefined();
    expect(await tickLine(db, eve, id, NOON)).toBeUndefined();
    expect(await editLine(db, eve, id, wanted('Tea'), 1)).toBe('gone');
    expect(await removeLines(db, eve, [id], NOON)).toEqual([]);
    expect(await open()).toEqual(['Milk']);
    await removeLines(db, ada, [id], NOON);
    expect(await restoreLines(db, eve, [id])).toEqual([]);
    expect(await open()).toEqual([]);
  });
});
