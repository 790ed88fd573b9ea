import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { CannotUndo } from '../../src/history/put-back.repository.js';
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
  stockRows,
} from '../stock/households.js';

let db: Database;
let ada: Member;
let ben: Member;
let fridge: number;
let milk: number;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  ben = await newcomer(db, 'ben');
  fridge = await placeOf(db, ada, 'Fridge');
  milk = (await put(db, ada, 'Fridge', some('Milk'))).id;
});

const undo = (action: number, member = ada) => undoAction(db, member, action, LATER);
const edit = (quantityMilli: number) =>
  editItem(db, ada, milk, { ...some('Milk', { quantityMilli }), placeId: fridge }, undefined, NOON);

/** Expects the undoing to be refused with this reason, and nothing to be changed by the attempt. */
async function expectRefused(action: number, reason: CannotUndo['reason']) {
  const before = [await stockRows(db), await lastAction(db)];
  const error = await undo(action).then(
    () => expect.fail('It was undone'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CannotUndo);
  expect(error).toMatchObject({ reason });
  expect([await stockRows(db), await lastAction(db)]).toEqual(before);
}

describe('Undo is done once', () => {
  test('and refused after that', async () => {
    await deleteItem(db, ada, milk, NOON);
    const action = await lastAction(db);
    expect(await undo(action)).toMatchObject({ kind: 'item_deleted' });
    await expectRefused(action, 'already undone');
  });

  test('when it is asked for several times at the same moment', async () => {
    await deleteItem(db, ada, milk, NOON);
    const action = await lastAction(db);
    const outcomes = await Promise.allSettled([undo(action), undo(action), undo(action)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await stockRows(db)).items).toHaveLength(1);
  });
});

describe('Undo is refused, all of it, when it would lose something', () => {
  test('because the item was changed again', async () => {
    await edit(2000);
    const action = await lastAction(db);
    await edit(3000);
    await expectRefused(action, 'changed since');
  });

  test('because the item was deleted since', async () => {
    await edit(2000);
    const action = await lastAction(db);
    await deleteItem(db, ada, milk, NOON);
    await expectRefused(action, 'changed since');
  });

  test('because one of the things put away was changed since', async () => {
    const both = [some('Eggs'), some('Butter')];
    const action = await db.transaction().execute((trx) => addPutAway(trx, ada, fridge, both, NOON));
    const eggs = (await stockRows(db)).items.at(-2);
    const change = { ...some('Eggs', { quantityMilli: 1 }), placeId: fridge };
    await editItem(db, ada, eggs?.id ?? 0, change, undefined, NOON);
    await expectRefused(action, 'changed since');
  });

  test('because the place was renamed again', async () => {
    await editPlace(db, ada, fridge, { name: 'One', kind: 'fridge' }, NOON);
    const action = await lastAction(db);
    await editPlace(db, ada, fridge, { name: 'Two', kind: 'fridge' }, NOON);
    await expectRefused(action, 'changed since');
  });

  test('because the food’s name was written another way once more', async () => {
    const respell = (name: string) =>
      editItem(db, ada, milk, { ...some(name), placeId: fridge }, undefined, NOON);
    await respell('MILK');
    const action = await lastAction(db);
    await respell('mILK');
    await expectRefused(action, 'changed since');
  });

  test('because a place that was added has something in it by now', async () => {
    const shed = await addPlace(db, ada, { name: 'Shed', kind: 'other' }, NOON);
    const action = await lastAction(db);
    await editItem(db, ada, milk, { ...some('Milk'), placeId: shed }, undefined, NOON);
    await expect(undo(action)).rejects.toThrow(CannotUndo);
    expect((await stockRows(db)).items[0]?.place_id).toBe(shed);
  });
});

describe('Undo is refused while what it needs is missing', () => {
  test('because the place is gone; once that is back it works', async () => {
    await deleteItem(db, ada, milk, NOON);
    const deletion = await lastAction(db);
    await deletePlace(db, ada, fridge, NOON);
    const placeDeletion = await lastAction(db);
    await expectRefused(deletion, 'place gone');
    await undo(placeDeletion);
    await undo(deletion);
    expect((await stockRows(db)).items.map(({ id }) => id)).toEqual([milk]);
  });

  test('because the place that it was moved from is gone', async () => {
    const freezer = await placeOf(db, ada, 'Freezer');
    await editItem(db, ada, milk, { ...some('Milk'), placeId: freezer }, undefined, NOON);
    const move = await lastAction(db);
    await deletePlace(db, ada, fridge, NOON);
    await expectRefused(move, 'place gone');
  });

  test('because another place took the name; once that is free it works', async () => {
    await deletePlace(db, ada, fridge, NOON);
    const deletion = await lastAction(db);
    const other = await addPlace(db, ada, { name: 'fridge', kind: 'fridge' }, NOON);
    await expectRefused(deletion, 'name taken');
    await editPlace(db, ada, other, { name: 'New fridge', kind: 'fridge' }, NOON);
    await undo(deletion);
    expect((await stockRows(db)).items.map(({ id }) => id)).toEqual([milk]);
  });

  test('because another place took the name that it had before', async () => {
    await editPlace(db, ada, fridge, { name: 'Cool box', kind: 'fridge' }, NOON);
    const rename = await lastAction(db);
    await addPlace(db, ada, { name: 'FRIDGE', kind: 'fridge' }, NOON);
    await expectRefused(rename, 'name taken');
  });
});

describe('Undo is nobody else’s', () => {
  test('another household finds no such action, and changes nothing', async () => {
    await deleteItem(db, ada, milk, NOON);
    const action = await lastAction(db);
    expect(await undo(action, ben)).toBeUndefined();
    expect((await stockRows(db)).items).toEqual([]);
    await undo(action);
    expect(await undo(action, ben)).toBeUndefined();
  });

  test('an action that never was is not found', async () => {
    expect(await undo(999_999)).toBeUndefined();
  });
});
