import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { deleteItem, editItem } from '../../src/items/item-changes.repository.js';
import { addPutAway } from '../../src/items/item-entry.repository.js';
import type { Member } from '../../src/members/member.js';
import { addPlace, deletePlace, editPlace } from '../../src/places/place.repository.js';
import {
  freshDatabase,
  LATER,
  lastAction,
  NOON,
  newcomer,
  placeOf,
  put,
  some,
  stockAsItIs,
  stockRows,
} from '../stock/households.js';

let db: Database;
let ada: Member;
let fridge: number;
let freezer: number;
let milk: number;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  fridge = await placeOf(db, ada, 'Fridge');
  freezer = await placeOf(db, ada, 'Freezer');
  const content = some('milk', { quantityMilli: 1500, unit: 'l', bestBefore: '2026-03-05' });
  milk = (await put(db, ada, 'Fridge', content)).id;
  // An edit, so that the revision is another than a new row's.
  await editItem(db, ada, milk, { ...content, unit: 'litre', placeId: fridge }, 1, LATER);
  await put(db, ada, 'Fridge', some('Eggs', { quantityMilli: 6000 }));
  await put(db, ada, 'Pantry', some('Rice'));
});

const undoLast = async () => undoAction(db, ada, await lastAction(db), LATER);

/** Does something, undoes it, and expects everything to be just what it was. */
async function expectUndone(work: () => Promise<unknown>) {
  const before = await stockAsItIs(db);
  await work();
  const after = await stockAsItIs(db);
  expect(after).not.toEqual(before);
  const undone = await undoLast();
  expect(await stockAsItIs(db)).toEqual(before);
  return { undone, before, after };
}

const edit = (change: object) =>
  editItem(db, ada, milk, { ...some('milk'), placeId: fridge, ...change }, undefined, LATER);

describe('Undo brings back exactly what was there, ids included', () => {
  test('after deleting an item', async () => {
    const { undone } = await expectUndone(() => deleteItem(db, ada, milk, LATER));
    expect(undone).toMatchObject({ kind: 'item_deleted' });
  });

  test('after deleting an item that others were added after', async () => {
    await deleteItem(db, ada, milk, LATER);
    const deletion = await lastAction(db);
    const cream = await put(db, ada, 'Fridge', some('Cream'));
    await undoAction(db, ada, deletion, LATER);
    const { items } = await stockRows(db);
    expect(items.find(({ id }) => id === milk)).toMatchObject({ revision: 2, quantity_milli: 1500 });
    expect(items.find(({ id }) => id === cream.id)).toBeDefined();
  });

  test('after deleting a place with its items', async () => {
    const { undone } = await expectUndone(() => deletePlace(db, ada, fridge, LATER));
    expect(undone?.kind).toBe('place_deleted');
    expect(undone?.changes.filter(({ subject }) => subject === 'item')).toHaveLength(2);
  });

  test('after deleting a place with nothing in it', async () => {
    await expectUndone(() => deletePlace(db, ada, freezer, LATER));
  });

  test('after renaming a place and changing its kind', async () => {
    await expectUndone(() => editPlace(db, ada, fridge, { name: 'Larder', kind: 'other' }, LATER));
  });

  test('after adding a place', async () => {
    await expectUndone(() => addPlace(db, ada, { name: 'Shed', kind: 'other' }, LATER));
  });

  test('after editing an item', async () => {
    const { undone } = await expectUndone(() => edit({ quantityMilli: 1, unit: '', bestBefore: null }));
    expect(undone?.kind).toBe('item_edited');
  });

  test('after moving an item', async () => {
    const { undone } = await expectUndone(() => edit({ placeId: freezer }));
    expect(undone?.kind).toBe('item_moved');
  });

  test('after writing a food’s name another way', async () => {
    await expectUndone(() => edit({ name: 'MILK' }));
  });

  test('after writing a food’s name in the plural', async () => {
    await put(db, ada, 'Pantry', some('milk'));
    await expectUndone(() => edit({ name: 'Milks' }));
  });

  test('after adding an item of a food that is known', async () => {
    await expectUndone(() => put(db, ada, 'Pantry', some('Rice')));
  });

  test('after making an item another food that is known', async () => {
    await expectUndone(() => edit({ name: 'Rice' }));
  });

  test('after putting food away that is known', async () => {
    const { undone } = await expectUndone(() =>
      db.transaction().execute((trx) => addPutAway(trx, ada, freezer, [some('Eggs'), some('Rice')], LATER)),
    );
    expect(undone).toMatchObject({ kind: 'put_away' });
    expect(undone?.changes).toHaveLength(2);
  });

  test('after undoing, so that what was undone is there again', async () => {
    const { after } = await expectUndone(() => edit({ quantityMilli: 7 }));
    await undoLast();
    expect(await stockAsItIs(db)).toEqual(after);
  });

  test('step by step back to the start', async () => {
    const start = await stockAsItIs(db);
    const actions: number[] = [];
    for (const work of [
      () => edit({ quantityMilli: 7 }),
      () => edit({ placeId: freezer }),
      () => editPlace(db, ada, freezer, { name: 'Cellar', kind: 'other' }, LATER),
      () => deletePlace(db, ada, freezer, LATER),
      () => deletePlace(db, ada, fridge, LATER),
    ]) {
      await work();
      actions.push(await lastAction(db));
    }
    for (const action of actions.reverse()) await undoAction(db, ada, action, LATER);
    expect(await stockAsItIs(db)).toEqual(start);
  });

  test('and an edit that an edit followed, once the later one is undone', async () => {
    const start = await stockAsItIs(db);
    await edit({ quantityMilli: 7 });
    const first = await lastAction(db);
    await edit({ quantityMilli: 8 });
    await undoLast();
    await undoAction(db, ada, first, LATER);
    expect(await stockAsItIs(db)).toEqual(start);
  });

  test('and an undo of an undo of an undo', async () => {
    const { before, after } = await expectUndone(() => edit({ quantityMilli: 7 }));
    for (const expected of [after, before, after]) {
      const undone = await undoLast();
      expect(undone).toMatchObject({ kind: 'item_edited', isDoneAgain: expected === after });
      expect(await stockAsItIs(db)).toEqual(expected);
    }
  });

  test('while the revision goes on counting, so that a form drawn before is asked about', async () => {
    const revision = async () => (await stockRows(db)).items.find(({ id }) => id === milk)?.revision ?? 0;
    const drawn = await revision();
    await edit({ quantityMilli: 7 });
    const edited = await revision();
    await undoLast();
    expect([drawn, edited, await revision()]).toEqual([drawn, drawn + 1, drawn + 2]);
    const older = { ...some('milk', { quantityMilli: 9 }), placeId: fridge };
    expect(await editItem(db, ada, milk, older, edited, LATER)).toBe('changed meanwhile');
  });

  test('and leaves the food that was made by an addition, which the next list offers', async () => {
    await put(db, ada, 'Pantry', some('Saffron'));
    await undoLast();
    const { foods, items } = await stockRows(db);
    expect(items).toHaveLength(3);
    expect(foods.map(({ name }) => name)).toContain('Saffron');
  });
});

describe('The journal', () => {
  test('says who did what and when, and what undid it', async () => {
    await deleteItem(db, ada, milk, NOON);
    const deletion = await lastAction(db);
    await undoAction(db, ada, deletion, LATER);
    const actions = await db.selectFrom('actions').selectAll().orderBy('id', 'desc').limit(2).execute();
    const by = { household_id: ada.household.id, user_id: ada.user.id };
    expect(actions).toMatchObject([
      { ...by, kind: 'undone', undoes_action_id: deletion, created_at: LATER.toISOString() },
      { ...by, kind: 'item_deleted', undoes_action_id: null, created_at: NOON.toISOString() },
    ]);
  });

  test('says of each action whether it stands, through undo after undo', async () => {
    await deleteItem(db, ada, milk, NOON);
    const deletion = await lastAction(db);
    const standing = async () => {
      const actions = db.selectFrom('actions').select('is_undone').where('id', '>=', deletion);
      const rows = await actions.orderBy('id').execute();
      return rows.map((row) => row.is_undone);
    };
    expect(await standing()).toEqual([0]);
    await undoLast();
    expect(await standing()).toEqual([1, 0]);
    await undoLast();
    expect(await standing()).toEqual([0, 1, 0]);
    await undoLast();
    expect(await standing()).toEqual([1, 0, 1, 0]);
  });

  test('says which food and which places an entry is about', async () => {
    const { food_id } = (await stockRows(db)).items.find(({ id }) => id === milk) ?? {};
    await edit({ placeId: freezer });
    await deleteItem(db, ada, milk, LATER);
    const entries = await db
      .selectFrom('journal_entries')
      .select(['food_id', 'place_before', 'place_after'])
      .where('subject', '=', 'item')
      .where('subject_id', '=', milk)
      .orderBy('id', 'desc')
      .limit(2)
      .execute();
    expect(entries).toEqual([
      { food_id, place_before: freezer, place_after: null },
      { food_id, place_before: fridge, place_after: freezer },
    ]);
  });

  test('keeps each row as it was before and after', async () => {
    const before = (await stockRows(db)).items.find(({ id }) => id === milk);
    await edit({ quantityMilli: 7 });
    const after = (await stockRows(db)).items.find(({ id }) => id === milk);
    const entries = await db
      .selectFrom('journal_entries')
      .selectAll()
      .where('action_id', '=', await lastAction(db))
      .execute();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ subject: 'item', subject_id: milk });
    expect(JSON.parse(entries[0]?.before ?? '')).toEqual(before);
    expect(JSON.parse(entries[0]?.after ?? '')).toEqual(after);
  });
});
