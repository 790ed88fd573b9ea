import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { findItem, listItemsIn } from '../../src/items/item.repository.js';
import { deleteItem, type EditedItem, editItem } from '../../src/items/item-changes.repository.js';
import { addItem, addPutAway, PlaceGone } from '../../src/items/item-entry.repository.js';
import { actOnItem, ChangedMeanwhile } from '../../src/items/item-events.repository.js';
import { findDeletion } from '../../src/journal/journal.repository.js';
import type { Member } from '../../src/members/member.js';
import { deletePlace } from '../../src/places/place.repository.js';
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
} from '../stock/households.js';

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
    await expect(putAway(ada, fridge, ['Milk', 'Eggs', long])).rejects.toThrow(/check/i);
    await expect(putAway(ada, bensFridge, ['Milk'])).rejects.toThrow(PlaceGone);
    expect(await stockRows(db)).toEqual(before);
  });
});

describe('Editing an item', () => {
  let milk: number;
  beforeEach(async () => {
    milk = (await put(db, ada, 'Fridge', some('Milk'))).id;
  });
  const edit = (member: Member, change: Partial<EditedItem>, revision?: number) =>
    editItem(db, member, milk, { ...some('Milk'), placeId: fridge, ...change }, revision, LATER);

  test('changes it and counts the revision', async () => {
    expect(
      await edit(ada, { quantityMilli: 250, unit: 'ml', becomes: { bought_on: '2026-02-01' } }, 1),
    ).toMatchObject({
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

  test('by a tap that was decided before the last change is refused, and changes nothing', async () => {
    await edit(ada, { quantityMilli: 2000 }, 1);
    const act = (revision: number) =>
      actOnItem(db, ada, milk, { kind: 'opened', becomes: { opened_on: '2026-03-01' }, revision }, NOON);
    await expect(act(1)).rejects.toThrow(ChangedMeanwhile);
    expect(await findItem(db, ada, milk)).toMatchObject({ openedOn: null, revision: 2 });
    await act(2);
    expect(await findItem(db, ada, milk)).toMatchObject({ openedOn: '2026-03-01', revision: 3 });
  });

  test('to what it is already says so and writes nothing, however old the form', async () => {
    await edit(ada, { quantityMilli: 2000 }, 1);
    const before = [await stockRows(db), await lastAction(db)];
    expect(await edit(ada, { quantityMilli: 2000 }, 1)).toBe('same');
    expect([await stockRows(db), await lastAction(db)]).toEqual(before);
  });

  test('keeps what is known of its date as long as the date stays, and reckons it anew when a fact is another', async () => {
    const { id } = await put(db, ada, 'Fridge', some('Yoghurt'));
    const { bestBefore } = (await findItem(db, ada, id)) ?? {};
    const yoghurt = { ...some('Yoghurt', { quantityMilli: 500 }), placeId: fridge };
    await editItem(db, ada, id, yoghurt, undefined, LATER);
    expect(await findItem(db, ada, id)).toMatchObject({ estimateId: 'yoghurt', printedOn: null, bestBefore });
    await editItem(db, ada, id, { ...yoghurt, becomes: { printed_on: '2026-03-06' } }, undefined, LATER);
    const printed = { estimateId: null, printedOn: '2026-03-06', bestBefore: '2026-03-06' };
    expect(await findItem(db, ada, id)).toMatchObject(printed);
  });

  test('can say how much without counting, and go back to the last count', async () => {
    await edit(ada, { becomes: { level: 'low' } });
    expect(await findItem(db, ada, milk)).toMatchObject({ level: 'low' });
    await edit(ada, { becomes: { level: null } });
    expect(await findItem(db, ada, milk)).toMatchObject({ level: null, quantityMilli: 1000 });
  });

  test('can move it, but only to a place of the household that is there', async () => {
    const freezer = await placeOf(db, ada, 'Freezer');
    expect(await edit(ada, { placeId: freezer }, 1)).toMatchObject({ actionId: expect.any(Number) });
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

test('An edit tells what it made of the item, which somebody may delete in the next moment', async () => {
  const { id } = await put(db, ada, 'Fridge', some('Milk'));
  const change = { ...some('Milk', { quantityMilli: 3000, unit: 'l' }), placeId: fridge };
  const [edited] = await Promise.all([
    editItem(db, ada, id, change, 1, LATER),
    deleteItem(db, ada, id, LATER),
  ]);
  expect(edited).toMatchObject({ became: { id, quantityMilli: 3000, unit: 'l', revision: 2 } });
  expect(await findItem(db, ada, id)).toBeUndefined();
});
