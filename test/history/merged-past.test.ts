import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { findFinishing } from '../../src/foods/finished.repository.js';
import { findFoodsNamed } from '../../src/foods/food.repository.js';
import { allOf, findMerges } from '../../src/foods/food-merges.repository.js';
import { listHistory } from '../../src/history/history.repository.js';
import { findPastPlace } from '../../src/history/past.repository.js';
import { findRemoval } from '../../src/history/removal.repository.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { actOnItem } from '../../src/items/item-events.repository.js';
import type { Member } from '../../src/members/member.js';
import { mergeFoods, removeFood, renameFood } from '../../src/pages/foods/food-changes.repository.js';
import { tell } from '../../src/pages/journal/history.words.js';
import { listFinished } from '../../src/pages/shopping/suggestion.repository.js';
import { freshDatabase, LATER, lastAction, NOON, newcomer, placeOf, put, some } from '../stock/households.js';

let db: Database;
let ada: Member;
let yoghurt: number;
let skyr: number;
let eaten: number;

const AFTER = new Date('2026-03-03T12:00:00Z');
const idOf = async (name: string) => (await findFoodsNamed(db, ada, [name])).get(name.toLowerCase())?.id ?? 0;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  const ids: number[] = [];
  for (const name of ['Yogurt', 'Yogurt', 'Skyr']) ids.push((await put(db, ada, 'Fridge', some(name))).id);
  for (const id of ids) await actOnItem(db, ada, id, { kind: 'eaten', becomes: null }, LATER);
  eaten = ids[0] ?? 0;
  [yoghurt, skyr] = [await idOf('Yogurt'), await idOf('Skyr')];
  await mergeFoods(db, ada, yoghurt, skyr, {}, AFTER);
});

const told = async (foodIds?: number[]) => {
  const history = await listHistory(db, ada, { most: 50, foodIds });
  return history.actions.map((action) => tell(action, history, '2026-03-03').what);
};

describe('What was merged into another food', () => {
  test('is told of by that one’s name, and the merge by both', async () => {
    const [last, ...before] = await told();
    expect(last).toBe('merged Yogurt into Skyr');
    expect(new Set(before)).toEqual(new Set(['ate all of the Skyr', 'added 1 Skyr to Fridge']));
    expect(await findRemoval(db, ada, 'item', eaten)).toMatchObject({ name: 'Skyr' });
    const past = await findPastPlace(db, ada, await placeOf(db, ada, 'Fridge'), LATER);
    expect(past?.items.map(({ name }) => name)).toEqual(['Skyr', 'Skyr', 'Skyr']);
  });

  test('has its history with it', async () => {
    const all = allOf(await findMerges(db, ada), skyr);
    expect(all).toEqual([skyr, yoghurt]);
    expect(await told(all)).toHaveLength(7);
    expect(await told([skyr])).toHaveLength(3);
    expect(await told([yoghurt])).toHaveLength(5);
  });

  test('counts with it for how long that lasts, and as finished', async () => {
    expect(await findFinishing(db, ada, [skyr])).toEqual(new Map([[skyr, { days: 1, times: 3 }]]));
    const finished = await listFinished(db, ada, NOON, 10);
    expect(finished.map(({ name }) => name)).toEqual(['Skyr']);
    await put(db, ada, 'Fridge', some('Skyr'));
    expect(await listFinished(db, ada, NOON, 10)).toEqual([]);
  });

  test('follows it into the next merge, and out of it again', async () => {
    await put(db, ada, 'Fridge', some('Quark'));
    const quark = await idOf('Quark');
    await mergeFoods(db, ada, skyr, quark, {}, AFTER);
    expect(allOf(await findMerges(db, ada), quark).sort()).toEqual([yoghurt, skyr, quark].sort());
    expect(await told()).toContain('ate all of the Quark');
    await undoAction(db, ada, await lastAction(db), AFTER);
    expect(allOf(await findMerges(db, ada), quark)).toEqual([quark]);
  });

  test('is a food of its own again when that is undone', async () => {
    await undoAction(db, ada, await lastAction(db), AFTER);
    expect(await findMerges(db, ada)).toEqual(new Map());
    expect((await told())[0]).toBe('merged Yogurt into Skyr');
    expect(await told()).toContain('ate all of the Yogurt');
    expect((await listFinished(db, ada, NOON, 10)).map(({ name }) => name)).toEqual(['Skyr', 'Yogurt']);
  });
});

test('What was renamed is told of by its name of now, what was removed by its last one', async () => {
  await renameFood(db, ada, skyr, 'Icelandic skyr', {}, AFTER);
  expect((await told()).slice(0, 3)).toEqual([
    'renamed Skyr to Icelandic skyr',
    'merged Yogurt into Skyr',
    'ate all of the Icelandic skyr',
  ]);
  await removeFood(db, ada, skyr, AFTER);
  expect((await told()).slice(0, 4)).toEqual([
    'removed the food Icelandic skyr',
    'renamed Skyr to Icelandic skyr',
    'merged Yogurt into Skyr',
    'ate all of the Icelandic skyr',
  ]);
  expect(await listFinished(db, ada, NOON, 10)).toEqual([]);
});
