import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import type { Member } from '../../src/people/person.js';
import { findItem, listEatFirst, listItemsIn } from '../../src/stock/item.repository.js';
import { actOnItem } from '../../src/stock/item-actions.repository.js';
import { deleteItem, editItem } from '../../src/stock/item-changes.repository.js';
import { addItem, addPutAway, PlaceGone } from '../../src/stock/item-entry.repository.js';
import { findDeletion } from '../../src/stock/journal.repository.js';
import { deletePlace } from '../../src/stock/place.repository.js';
import type { Item } from '../../src/stock/stock.js';
import {
  freshDatabase,
  LATER,
  lastAction,
  NOON,
  newcomer,
  placeOf,
  put,
  some,
  stockRows,
} from './households.js';

let db: Database;
let ada: Member;
let ben: Member;
let fridge: number;
let bensFridge: number;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  ben = await newcomer(db, 'ben');
  fridge = await placeOf(db, ada, 'Fridge');
  bensFridge = await placeOf(db, ben, 'Fridge');
});

const names = (items: Item[]) => items.map(({ name }) => name);

describe('Adding an item', () => {
  test('keeps what was said, in its place, at revision 1', async () => {
    const content = some('Whole milk', { quantityMilli: 1500, unit: 'l', bestBefore: '2026-03-05' });
    const { id } = await addItem(db, ada, fridge, content, NOON);
    expect(await findItem(db, ada, id)).toMatchObject({
      ...content,
      placeId: fridge,
      placeName: 'Fridge',
      placeKind: 'fridge',
      revision: 1,
    });
  });

  test('to another household’s place, or one that is gone, is refused and leaves nothing', async () => {
    const before = await stockRows(db);
    await expect(addItem(db, ada, bensFridge, some('Milk'), NOON)).rejects.toThrow(PlaceGone);
    await expect(addItem(db, ada, 999, some('Milk'), NOON)).rejects.toThrow(PlaceGone);
    expect(await stockRows(db)).toEqual(before);
  });

  test('once for each form, even when it is sent twice at the same time', async () => {
    const add = () => addItem(db, ada, fridge, some('Milk'), NOON, 'once-1');
    const [one, two] = await Promise.all([add(), add()]);
    expect(two).toEqual(one);
    expect(await listItemsIn(db, ada, fridge)).toHaveLength(1);
  });

  test('twice with no form to tell them apart makes two', async () => {
    await addItem(db, ada, fridge, some('Milk'), NOON);
    await addItem(db, ada, fridge, some('milk'), NOON);
    expect(names(await listItemsIn(db, ada, fridge))).toEqual(['Milk', 'Milk']);
  });
});

describe('Putting food away', () => {
  const putAway = (member: Member, place: number, foods: string[]) =>
    db.transaction().execute((trx) =>
      addPutAway(
        trx,
        member,
        place,
        foods.map((name) => some(name)),
        NOON,
      ),
    );

  test('adds all of it as one action', async () => {
    const action = await putAway(ada, fridge, ['Milk', 'Eggs', 'Milk']);
    expect(action).toBe(await lastAction(db));
    expect(names(await listItemsIn(db, ada, fridge))).toEqual(['Milk', 'Eggs', 'Milk']);
  });

  test('adds none of it when one thing can’t be added', async () => {
    const before = await stockRows(db);
    const long = 'x'.repeat(81);
    await expect(putAway(ada, fridge, ['Milk', 'Eggs', long])).rejects.toThrow(/CHECK/);
    await expect(putAway(ada, bensFridge, ['Milk'])).rejects.toThrow(PlaceGone);
    expect(await stockRows(db)).toEqual(before);
  });
});

describe('What to eat first', () => {
  beforeEach(async () => {
    await put(db, ada, 'Pantry', some('Rice'));
    await put(db, ada, 'Freezer', some('Peas', { bestBefore: '2027-01-01' }));
    await put(db, ada, 'Fridge', some('Yoghurt', { bestBefore: '2026-03-02' }));
    await put(db, ada, 'Fridge', some('Cheese', { bestBefore: '2025-12-31' }));
    await put(db, ada, 'Pantry', some('Bread', { bestBefore: '2026-03-02' }));
    await put(db, ada, 'Pantry', some('Salt'));
    await put(db, ben, 'Fridge', some('Beer', { bestBefore: '2026-03-01' }));
  });

  test('goes by date, then by what came first; what has no date is last', async () => {
    const order = ['Cheese', 'Yoghurt', 'Bread', 'Peas', 'Rice', 'Salt'];
    expect(names(await listEatFirst(db, ada, 50))).toEqual(order);
    for (const most of [1, 3, 4, 5, 6])
      expect(names(await listEatFirst(db, ada, most))).toEqual(order.slice(0, most));
  });

  test('has what is urgent however much is frozen past its date, or has a date that is far away', async () => {
    for (const day of ['01', '02', '03'])
      await put(db, ada, 'Freezer', some(`Stock of ${day}`, { bestBefore: `2025-11-${day}` }));
    const opened = await put(db, ada, 'Pantry', some('Pesto'));
    const becomes = { opened_on: '2026-02-28' };
    await actOnItem(db, ada, opened.id, { kind: 'opened', becomes }, NOON);
    expect(names(await listEatFirst(db, ada, 3))).toEqual(
      expect.arrayContaining(['Cheese', 'Yoghurt', 'Bread', 'Pesto']),
    );
  });

  test('goes the same way within a place', async () => {
    expect(names(await listItemsIn(db, ada, fridge))).toEqual(['Cheese', 'Yoghurt']);
    expect(names(await listItemsIn(db, ada, await placeOf(db, ada, 'Pantry')))).toEqual([
      'Bread',
      'Rice',
      'Salt',
    ]);
  });

  test('is the household’s own', async () => {
    expect(names(await listEatFirst(db, ben, 50))).toEqual(['Beer']);
    expect(await listItemsIn(db, ben, fridge)).toEqual([]);
    expect(await listItemsIn(db, ada, bensFridge)).toEqual([]);
  });
});

describe('Editing an item', () => {
  let milk: number;
  beforeEach(async () => {
    milk = (await put(db, ada, 'Fridge', some('Milk'))).id;
  });
  const edit = (member: Member, change: Partial<Item>, revision?: number) =>
    editItem(db, member, milk, { ...some('Milk'), placeId: fridge, ...change }, revision, LATER);

  test('changes it and counts the revision', async () => {
    expect(await edit(ada, { quantityMilli: 250, unit: 'ml', bestBefore: '2026-04-01' }, 1)).toEqual({
      actionId: expect.any(Number),
    });
    expect(await findItem(db, ada, milk)).toMatchObject({ quantityMilli: 250, unit: 'ml', revision: 2 });
    const { items } = await stockRows(db);
    expect(items[0]?.created_at).toBe(NOON.toISOString());
  });

  test('from a form that is older than the last change is told so and changes nothing', async () => {
    await edit(ada, { quantityMilli: 2000 }, 1);
    expect(await edit(ada, { quantityMilli: 3000 }, 1)).toBe('changed meanwhile');
    expect(await findItem(db, ada, milk)).toMatchObject({ quantityMilli: 2000, revision: 2 });
  });

  test('to what it is already says so and writes nothing, however old the form', async () => {
    await edit(ada, { quantityMilli: 2000 }, 1);
    const before = [await stockRows(db), await lastAction(db)];
    expect(await edit(ada, { quantityMilli: 2000 }, 1)).toBe('same');
    expect([await stockRows(db), await lastAction(db)]).toEqual(before);
  });

  test('keeps what is known of its date as long as the date stays', async () => {
    const estimate = some('Spinach', { bestBefore: '2026-03-05', estimateId: '42' });
    const { id } = await put(db, ada, 'Fridge', estimate);
    const placeId = await placeOf(db, ada, 'Fridge');
    const spinach = { ...some('Spinach', { quantityMilli: 500, bestBefore: '2026-03-05' }), placeId };
    await editItem(db, ada, id, spinach, undefined, LATER);
    expect(await findItem(db, ada, id)).toMatchObject({ estimateId: '42', printedOn: null });
    await editItem(db, ada, id, { ...spinach, bestBefore: '2026-03-06' }, undefined, LATER);
    expect(await findItem(db, ada, id)).toMatchObject({ estimateId: null, printedOn: '2026-03-06' });
  });

  test('can say how much without counting, and go back to the last count', async () => {
    await edit(ada, { level: 'low' });
    expect(await findItem(db, ada, milk)).toMatchObject({ level: 'low' });
    await edit(ada, { level: null });
    expect(await findItem(db, ada, milk)).toMatchObject({ level: null, quantityMilli: 1000 });
  });

  test('can move it, but only to a place of the household that is there', async () => {
    const freezer = await placeOf(db, ada, 'Freezer');
    expect(await edit(ada, { placeId: freezer }, 1)).toEqual({ actionId: expect.any(Number) });
    expect(await findItem(db, ada, milk)).toMatchObject({ placeName: 'Freezer', revision: 2 });
    await expect(edit(ada, { placeId: bensFridge }, 2)).rejects.toThrow(PlaceGone);
    await expect(edit(ada, { placeId: 999 }, 2)).rejects.toThrow(PlaceGone);
    expect(await findItem(db, ada, milk)).toMatchObject({ placeName: 'Freezer', revision: 2 });
  });

  test('by another household finds nothing', async () => {
    const before = await stockRows(db);
    expect(await edit(ben, { quantityMilli: 1, placeId: bensFridge }, 1)).toBe('gone');
    expect(await findItem(db, ben, milk)).toBeUndefined();
    expect(await stockRows(db)).toEqual(before);
  });

  test('that was deleted finds nothing', async () => {
    await deleteItem(db, ada, milk, NOON);
    expect(await edit(ada, { quantityMilli: 1 }, 1)).toBe('gone');
  });
});

describe('Deleting an item', () => {
  test('takes it away once', async () => {
    const { id } = await put(db, ada, 'Fridge', some('Milk'));
    expect(await deleteItem(db, ada, id, LATER)).toEqual({ actionId: await lastAction(db) });
    expect(await deleteItem(db, ada, id, LATER)).toBeUndefined();
    expect(await findItem(db, ada, id)).toBeUndefined();
  });

  test('by another household finds nothing', async () => {
    const { id } = await put(db, ada, 'Fridge', some('Milk'));
    expect(await deleteItem(db, ben, id, LATER)).toBeUndefined();
    expect(await findItem(db, ada, id)).toBeDefined();
  });

  test('can be looked up afterwards, by the household that had it', async () => {
    const { id } = await put(db, ada, 'Fridge', some('Milk'));
    expect(await findDeletion(db, ada, 'item', id)).toBeUndefined();
    const deleted = await deleteItem(db, ada, id, LATER);
    expect(await findDeletion(db, ada, 'item', id)).toMatchObject({ actionId: deleted?.actionId });
    expect(await findDeletion(db, ben, 'item', id)).toBeUndefined();
    expect(await findDeletion(db, ada, 'place', id)).toBeUndefined();
  });

  test('with its place can be looked up too', async () => {
    const { id } = await put(db, ada, 'Fridge', some('Milk'));
    const deleted = await deletePlace(db, ada, fridge, LATER);
    expect(await findDeletion(db, ada, 'item', id)).toMatchObject({ actionId: deleted?.actionId });
  });
});
