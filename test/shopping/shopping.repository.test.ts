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
  untickLine,
} from '../../src/shopping/shopping-changes.repository.js';
import { freshDatabase, LATER, NOON, newcomer } from '../stock/households.js';

let db: Database;
let ada: Member;
/** Shares Ada’s household. */
let ben: Member;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
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
const ticked = async () => (await listShopping(db, ada)).ticked.map(({ name }) => name);

describe('Ticking', () => {
  test('on two phones at once ticks once, for the one who was first', async () => {
    const id = await ask(ada, 'Milk');
    const lines = await Promise.all([tickLine(db, ben, id, NOON), tickLine(db, ada, id, LATER)]);
    expect(lines.map((line) => line?.state)).toEqual(['ticked', 'ticked']);
    expect(await findShoppingLine(db, ada, id)).toMatchObject({ tickedBy: { name: 'ben' } });
  });

  test('and unticking say how it is to be: said twice, they change nothing more', async () => {
    const id = await ask(ada, 'Milk');
    for (const _ of [1, 2]) expect(await tickLine(db, ada, id, NOON)).toMatchObject({ state: 'ticked' });
    for (const _ of [1, 2]) {
      const line = await untickLine(db, ben, id, NOON);
      expect(line).toMatchObject({ state: 'open', tickedBy: null });
    }
  });

  test('keeps the order of the ticks, and unticking that of the asking', async () => {
    const [milk, eggs, bread] = [await ask(ada, 'Milk'), await ask(ada, 'Eggs'), await ask(ada, 'Bread')];
    await tickLine(db, ada, bread, NOON);
    await tickLine(db, ada, milk, LATER);
    expect([await open(), await ticked()]).toEqual([['Eggs'], ['Bread', 'Milk']]);
    await untickLine(db, ada, milk, LATER);
    await untickLine(db, ada, bread, LATER);
    expect(await open()).toEqual(['Milk', 'Eggs', 'Bread']);
    expect(eggs).toBeGreaterThan(milk);
  });

  test('taken back gives its amount to what was asked for meanwhile', async () => {
    const id = await ask(ada, 'Milk', { quantityMilli: 2000, unit: 'l' });
    await tickLine(db, ada, id, NOON);
    const other = await ask(ben, 'Milk', { quantityMilli: 4000, unit: 'l' });
    expect(await untickLine(db, ada, id, NOON)).toMatchObject({
      id: other,
      state: 'open',
      quantityMilli: 6000,
    });
    await untickLine(db, ada, id, NOON);
    expect([await amountsOpen(), await ticked()]).toEqual([['6 l'], []]);
  });

  test('taken back stands beside what it can’t be added to', async () => {
    const id = await ask(ada, 'Tomatoes', { quantityMilli: 3000 });
    await tickLine(db, ada, id, NOON);
    await ask(ben, 'Tomatoes', { quantityMilli: 500_000, unit: 'g' });
    await untickLine(db, ada, id, NOON);
    expect(await amountsOpen()).toEqual(['3', '500 g']);
  });

  test('leaves a line alone that was taken off', async () => {
    const id = await ask(ada, 'Milk');
    await removeLines(db, ben, [id], NOON);
    expect(await tickLine(db, ada, id, NOON)).toMatchObject({ state: 'removed', tickedBy: null });
  });
});

describe('Changing a line', () => {
  const change = { name: 'Oat milk', quantityMilli: 1500, unit: 'l', note: 'for Zoe' };

  test('changes all that it says', async () => {
    const id = await ask(ada, 'Milk');
    expect(await editLine(db, ben, id, change, 1)).toBe('edited');
    expect(await findShoppingLine(db, ada, id)).toMatchObject({ ...change, revision: 2 });
  });

  test('after somebody else did says so, unless both say the same', async () => {
    const id = await ask(ada, 'Milk');
    await editLine(db, ben, id, change, 1);
    expect(await editLine(db, ada, id, change, 1)).toBe('edited');
    expect(await editLine(db, ada, id, wanted('Soy milk'), 1)).toBe('changed meanwhile');
    expect(await editLine(db, ada, id, wanted('Soy milk'), 2)).toBe('edited');
  });

  test('to what another line asks for is refused; in another case of its own name it is not', async () => {
    const id = await ask(ada, 'Milk');
    await ask(ada, 'Tea');
    expect(await editLine(db, ada, id, wanted('TEA'), 1)).toBe('name taken');
    expect(await editLine(db, ada, id, wanted('MILK'), 1)).toBe('edited');
    expect(await open()).toEqual(['MILK', 'Tea']);
  });

  test('to an amount that another line of its name could have is refused, to one that it could not is not', async () => {
    const id = await ask(ada, 'Tomatoes', { quantityMilli: 3000 });
    await ask(ada, 'Tomatoes', { quantityMilli: 500_000, unit: 'g' });
    const say = (quantityMilli: number | null, unit: string) => ({
      ...wanted('Tomatoes'),
      quantityMilli,
      unit,
    });
    expect(await editLine(db, ada, id, say(1000, 'kg'), 1)).toBe('name taken');
    expect(await editLine(db, ada, id, say(null, ''), 1)).toBe('name taken');
    expect(await editLine(db, ada, id, say(4000, ''), 1)).toBe('edited');
    expect(await editLine(db, ada, id, say(2000, 'tins'), 2)).toBe('edited');
    expect(await amountsOpen()).toEqual(['2 tins', '500 g']);
  });

  test('to the plural of its own name is well, to that of another line’s is refused', async () => {
    const id = await ask(ada, 'Tomato');
    await ask(ada, 'Pea');
    expect(await editLine(db, ada, id, wanted('Peas'), 1)).toBe('name taken');
    expect(await editLine(db, ada, id, wanted('Tomatoes'), 1)).toBe('edited');
    expect(await open()).toEqual(['Tomatoes', 'Pea']);
  });

  test('that is off the list does nothing', async () => {
    const id = await ask(ada, 'Milk');
    await removeLines(db, ada, [id], NOON);
    expect(await editLine(db, ada, id, change, 1)).toBe('gone');
  });
});

describe('Taking lines off', () => {
  test('and putting them back leaves each as it was', async () => {
    const ids = [await ask(ada, 'Milk'), await ask(ada, 'Eggs')];
    await tickLine(db, ben, ids[1] ?? 0, NOON);
    const before = await listShopping(db, ada);
    expect((await removeLines(db, ada, ids, LATER)).map(({ name }) => name)).toEqual(['Milk', 'Eggs']);
    expect(await listShopping(db, ada)).toEqual({ open: [], ticked: [] });
    await Promise.all([restoreLines(db, ada, ids), restoreLines(db, ben, ids)]);
    expect(await listShopping(db, ada)).toEqual(before);
  });

  test('of one kind only leaves the others, and does not say that they went', async () => {
    const ids = [await ask(ada, 'Milk'), await ask(ada, 'Eggs')];
    await tickLine(db, ben, ids[1] ?? 0, NOON);
    const gone = await removeLines(db, ada, ids, LATER, ['ticked']);
    expect([gone.map(({ name }) => name), await open()]).toEqual([['Eggs'], ['Milk']]);
  });

  test('adds their amount to what was asked for meanwhile, once however often they are put back', async () => {
    const id = await ask(ada, 'Milk', { quantityMilli: 2000, unit: 'l', note: 'the blue one' });
    await removeLines(db, ada, [id], NOON);
    await ask(ben, 'Milk', { quantityMilli: 4000, unit: 'l' });
    await Promise.all([restoreLines(db, ada, [id]), restoreLines(db, ben, [id])]);
    await restoreLines(db, ada, [id]);
    expect(await amountsOpen()).toEqual(['6 l']);
    expect((await listShopping(db, ada)).open[0]?.note).toBe('the blue one');
  });

  test('puts two lines of one name back as two', async () => {
    const ids = [
      await ask(ada, 'Tomatoes', { quantityMilli: 3000 }),
      await ask(ada, 'Tomatoes', { quantityMilli: 500_000, unit: 'g' }),
    ];
    await removeLines(db, ada, ids, NOON);
    await restoreLines(db, ada, ids);
    expect(await amountsOpen()).toEqual(['3', '500 g']);
  });

  test('makes room for another of the name, for which putting back makes no second line', async () => {
    const id = await ask(ada, 'Milk');
    await removeLines(db, ada, [id], NOON);
    await ask(ben, 'Milk');
    await restoreLines(db, ada, [id]);
    expect(await open()).toEqual(['Milk']);
  });
});
