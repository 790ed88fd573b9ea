import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { findHabits } from '../../src/foods/habits.repository.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { habitText } from '../../src/items/date-hint.js';
import { findItem } from '../../src/items/item.repository.js';
import { actOnItem } from '../../src/items/item-events.repository.js';
import type { Member } from '../../src/members/member.js';
import { freshDatabase, NOON, newcomer, put, some } from '../stock/households.js';

let db: Database;
let ada: Member;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
});

/** Stores bread with a day on it, and says on 1 March, or for another day, that it went. */
async function went(kind: 'eaten' | 'thrown_away', bestBefore: string, happenedOn?: string) {
  const { id } = await put(db, ada, 'Pantry', some('Bread', { bestBefore }));
  const foodId = (await findItem(db, ada, id))?.foodId ?? 0;
  const done = await actOnItem(db, ada, id, { kind, becomes: null, happenedOn }, NOON);
  return { foodId, actionId: done?.actionId ?? 0 };
}
const habit = async (foodId: number) => (await findHabits(db, ada, [foodId])).get(foodId);

test('Food that is thrown away three times before its day is told of', async () => {
  await went('thrown_away', '2026-03-04');
  const { foodId } = await went('thrown_away', '2026-03-04');
  expect(await habit(foodId)).toBeUndefined();
  await went('thrown_away', '2026-03-02');
  expect(await habit(foodId)).toEqual({ thrownEarly: 3, eatenLate: 0 });
});

test('So is food that is eaten three times after it; on its day is neither', async () => {
  for (const day of ['2026-02-20', '2026-02-27', '2026-03-01', '2026-03-01']) await went('eaten', day);
  const { foodId, actionId } = await went('eaten', '2026-02-28');
  expect(await habit(foodId)).toEqual({ thrownEarly: 0, eatenLate: 3 });
  await undoAction(db, ada, actionId, NOON);
  expect(await habit(foodId)).toBeUndefined();
});

test('What happened on another day counts for that day', async () => {
  await went('eaten', '2026-02-27');
  await went('eaten', '2026-02-27');
  const { foodId } = await went('eaten', '2026-02-27', '2026-02-26');
  expect(await habit(foodId)).toBeUndefined();
});

test('It is said in a sentence', () => {
  expect(habitText({ thrownEarly: 3, eatenLate: 0 })).toBe('You threw it away before its day 3 times.');
  expect(habitText({ thrownEarly: 0, eatenLate: 4 })).toBe('You ate it after its day 4 times.');
});
