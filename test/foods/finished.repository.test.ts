import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { findFinishing } from '../../src/foods/finished.repository.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { finishingText } from '../../src/items/date-hint.js';
import { actOnItem } from '../../src/items/item-events.repository.js';
import type { Member } from '../../src/members/member.js';
import { freshDatabase, NOON, newcomer, put, some } from '../stock/households.js';

let db: Database;
let ada: Member;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
});

const after = (days: number) => new Date(NOON.getTime() + days * 24 * 60 * 60 * 1000);

/** Stores some at noon of the first day, and says so many days later what happened to it. */
async function finish(
  member: Member,
  name: string,
  days: number,
  how: { kind?: 'eaten' | 'thrown_away'; quantityMilli?: number } = {},
): Promise<number> {
  const { id } = await put(db, member, 'Fridge', some(name));
  const action = { kind: 'eaten' as const, becomes: null, ...how };
  const done = await actOnItem(db, member, id, action, after(days));
  if (!done?.actionId) throw new Error('The item is gone');
  return done.actionId;
}

async function foodId(name: string): Promise<number> {
  const food = await db.selectFrom('foods').select('id').where('name', '=', name).executeTakeFirstOrThrow();
  return food.id;
}

const finishing = async (member: Member, name: string) => {
  const id = await foodId(name);
  return (await findFinishing(db, member, [id])).get(id);
};

describe('How long a food lasts in a household', () => {
  test('is known from the third time on that it was eaten up', async () => {
    await finish(ada, 'Milk', 3);
    await finish(ada, 'Milk', 5);
    expect(await finishing(ada, 'Milk')).toBeUndefined();
    await finish(ada, 'Milk', 4);
    expect(await finishing(ada, 'Milk')).toEqual({ days: 4, times: 3 });
  });

  test('is the middle one, which a forgotten pack does not move', async () => {
    for (const days of [2, 3, 3, 60]) await finish(ada, 'Milk', days);
    expect(await finishing(ada, 'Milk')).toEqual({ days: 3, times: 4 });
  });

  test('counts the last twelve times alone', async () => {
    for (const days of [90, 90, 90, 90]) await finish(ada, 'Milk', days);
    for (let time = 0; time < 12; time += 1) await finish(ada, 'Milk', 2);
    expect(await finishing(ada, 'Milk')).toEqual({ days: 2, times: 12 });
  });

  test('does not count what was thrown away, what is left over, or what was undone', async () => {
    await finish(ada, 'Milk', 3);
    await finish(ada, 'Milk', 3);
    await finish(ada, 'Milk', 3, { kind: 'thrown_away' });
    await finish(ada, 'Milk', 3, { quantityMilli: 400 });
    await undoAction(db, ada, await finish(ada, 'Milk', 3), after(4));
    expect(await finishing(ada, 'Milk')).toBeUndefined();
  });

  test('is nobody else’s', async () => {
    for (const days of [2, 3, 4]) await finish(ada, 'Milk', days);
    const ben = await newcomer(db, 'ben');
    expect(await findFinishing(db, ben, [await foodId('Milk')])).toEqual(new Map());
  });

  test('is said in words', () => {
    expect([0, 1, 4].map((days) => finishingText({ days, times: 3 }))).toEqual([
      'You usually finish it the same day.',
      'You usually finish it in 1 day.',
      'You usually finish it in 4 days.',
    ]);
  });
});
