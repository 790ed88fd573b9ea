import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { listHistory, type PastAction } from '../../src/history/history.repository.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { deleteItem, editItem } from '../../src/items/item-changes.repository.js';
import { deleteHousehold } from '../../src/members/household.repository.js';
import type { Member } from '../../src/members/member.js';
import { deleteUser } from '../../src/members/user.repository.js';
import { deletePlace, editPlace } from '../../src/places/place.repository.js';
import { freshDatabase, LATER, lastAction, NOON, newcomer, placeOf, put, some } from '../stock/households.js';

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

const history = async (page: { before?: number; itemId?: number; most?: number } = {}) =>
  listHistory(db, ada, { most: 50, ...page });
const told = async (what: (action: PastAction) => unknown) => (await history()).actions.map(what);
const edit = (unit: string) =>
  editItem(db, ada, milk, { ...some('Milk', { unit }), placeId: fridge }, undefined, LATER);

describe('A household’s history', () => {
  test('has the newest first, with who and when', async () => {
    await deleteItem(db, ada, milk, LATER);
    expect(await told(({ kind, who, at }) => [kind, who, at])).toEqual([
      ['item_deleted', 'ada', LATER],
      ['item_added', 'ada', NOON],
    ]);
  });

  test('has nothing of another household’s', async () => {
    await put(db, ben, 'Fridge', some('Caviar'));
    const { actions, foods } = await history();
    expect(actions).toHaveLength(1);
    expect([...foods.values()]).toEqual(['Milk']);
    const other = await db
      .selectFrom('items')
      .select('id')
      .where('household_id', '=', ben.household.id)
      .executeTakeFirst();
    expect((await history({ itemId: other?.id ?? 0 })).actions).toEqual([]);
  });

  test('goes on page by page, and ends', async () => {
    for (const unit of ['l', 'ml', 'cl']) await edit(unit);
    const pages: number[][] = [];
    let before: number | undefined;
    for (let n = 0; n < 3; n += 1) {
      const page = await listHistory(db, ada, { most: 2, before });
      pages.push(page.actions.map(({ id }) => id));
      if (page.next === null) break;
      before = page.next;
    }
    expect(pages.map((page) => page.length)).toEqual([2, 2]);
    expect(pages.flat()).toEqual([...pages.flat()].sort((a, b) => b - a));
    expect(new Set(pages.flat()).size).toBe(4);
  });

  test('can be that of one item', async () => {
    await put(db, ada, 'Fridge', some('Eggs'));
    await edit('l');
    const { actions } = await history({ itemId: milk });
    expect(actions.map(({ kind }) => kind)).toEqual(['item_edited', 'item_added']);
  });

  test('calls a place that is gone what it was called', async () => {
    await deletePlace(db, ada, fridge, LATER);
    expect((await history()).places.get(fridge)).toBe('Fridge');
  });

  test('keeps what someone did whose account is gone', async () => {
    await deleteUser(db, ben.user.id);
    await deleteHousehold(db, ben.household.id);
    await db.updateTable('actions').set({ user_id: null }).execute();
    expect(await told(({ who }) => who)).toEqual([null]);
  });
});

test('An undo is told by what it took back, with who did it last, and every second one does it again', async () => {
  await deleteItem(db, ada, milk, NOON);
  const deletion = await lastAction(db);
  for (const isUndone of [true, false, true, false]) {
    await undoAction(db, ada, await lastAction(db), LATER);
    const [last, ...before] = (await history()).actions;
    const id = await lastAction(db);
    expect(last).toMatchObject({ id: deletion, kind: 'item_deleted', at: NOON, isUndone, undoId: id });
    expect(last?.lastUndo).toEqual({ id, who: 'ada', at: LATER });
    expect(before.map(({ kind }) => kind)).toEqual(['item_added']);
  }
});

test('An undo takes no room on a page, and what it took back is struck there, however far back', async () => {
  await edit('l');
  for (const name of ['Eggs', 'Ham']) await put(db, ada, 'Fridge', some(name));
  const [, , edited] = (await history()).actions;
  await undoAction(db, ada, edited?.id ?? 0, LATER);
  const pages = async (about: { itemId?: number; foodIds?: number[] }) => {
    const newest = await listHistory(db, ada, { most: 1, ...about });
    const rest = await listHistory(db, ada, { most: 50, before: newest.next ?? 0, ...about });
    return [...newest.actions, ...rest.actions].map(({ kind, isUndone }) => [kind, isUndone]);
  };
  const ofMilk = [
    ['item_edited', true],
    ['item_added', false],
  ];
  expect(await pages({})).toEqual([['item_added', false], ['item_added', false], ...ofMilk]);
  expect(await pages({ itemId: milk })).toEqual(ofMilk);
  const { food_id } = await db
    .selectFrom('items')
    .select('food_id')
    .where('id', '=', milk)
    .executeTakeFirstOrThrow();
  expect(await pages({ foodIds: [food_id] })).toEqual(ofMilk);
});

test('A place that is saved as it is leaves no trace', async () => {
  const before = await lastAction(db);
  expect(await editPlace(db, ada, fridge, { name: 'Fridge', kind: 'fridge' }, LATER)).toMatchObject({
    name: 'Fridge',
  });
  expect(await lastAction(db)).toBe(before);
});

describe('The history offers to undo', () => {
  const offered = async () => (await history()).actions.flatMap(({ undoId }) => undoId ?? []);

  test('the last thing done to an item, not what came before', async () => {
    const added = await lastAction(db);
    expect(await offered()).toEqual([added]);
    await edit('l');
    expect(await offered()).toEqual([await lastAction(db)]);
  });

  test('what came before once the last thing is undone, and the undo', async () => {
    const added = await lastAction(db);
    await edit('l');
    await undoAction(db, ada, await lastAction(db), LATER);
    expect(await offered()).toEqual([await lastAction(db), added]);
  });

  test('nothing twice', async () => {
    const added = await lastAction(db);
    await undoAction(db, ada, added, LATER);
    expect(await offered()).toEqual([await lastAction(db)]);
    await expect(undoAction(db, ada, added, LATER)).rejects.toThrow('already undone');
  });

  test('just what can be undone', async () => {
    await edit('l');
    await deleteItem(db, ada, milk, LATER);
    await put(db, ada, 'Fridge', some('Eggs'));
    for (const { id, undoId } of (await history()).actions) {
      const undone = await undoAction(db, ada, undoId ?? id, LATER).catch(() => undefined);
      if (undoId) expect(undone).toBeDefined();
      if (undoId && undone) await undoAction(db, ada, undone.actionId, LATER);
    }
  });
});
