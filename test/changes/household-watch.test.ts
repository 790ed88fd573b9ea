import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { HouseholdWatch } from '../../src/pages/changes/household-watch.js';
import { freshDatabase, newcomer, put, some } from '../stock/households.js';

let db: Database;
const reported: unknown[] = [];

beforeEach(async () => {
  db = await freshDatabase();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  expect(reported.splice(0)).toEqual([]);
});

const second = () => vi.advanceTimersByTimeAsync(1000);
const newWatch = () => new HouseholdWatch(db, (error) => reported.push(error));

test('One query a second serves all that listen, and none is sent while nobody does', async () => {
  const watch = newWatch();
  const asked = vi.spyOn(db, 'selectFrom');
  await second();
  expect(asked).toHaveBeenCalledTimes(0);
  const ends = Array.from({ length: 200 }, (_, n) =>
    watch.listen({ householdId: 1 + (n % 20), revision: 0, tell: () => {} }),
  );
  await second();
  await second();
  expect(asked).toHaveBeenCalledTimes(2);
  for (const end of ends) end();
  await second();
  await second();
  expect(asked).toHaveBeenCalledTimes(2);
});

test('Each listener is told once of what it does not know, and no more after its end', async () => {
  const ada = await newcomer(db, 'ada');
  const householdId = ada.household.id;
  const watch = newWatch();
  const told: string[] = [];
  const listen = (name: string, revision: number) =>
    watch.listen({ householdId, revision, tell: (now) => told.push(`${name} ${now > revision}`) });
  const { revision } = await db.selectFrom('households').select('revision').executeTakeFirstOrThrow();
  listen('knew all', revision);
  listen('knew less', revision - 1);
  const end = listen('left', revision);
  await second();
  expect(told.splice(0)).toEqual(['knew less true']);
  end();
  await put(db, ada, 'Fridge', some('Milk'));
  await second();
  await second();
  expect(told.sort()).toEqual(['knew all true', 'knew less true']);
});

test('A look that fails is reported, and the next one is made', async () => {
  const ada = await newcomer(db, 'ada');
  const watch = newWatch();
  const told: number[] = [];
  watch.listen({ householdId: ada.household.id, revision: 0, tell: (now) => told.push(now) });
  vi.spyOn(db, 'selectFrom').mockImplementationOnce(() => {
    throw new Error('The disk is gone');
  });
  await second();
  expect(told).toEqual([]);
  expect(String(reported.splice(0))).toBe('Error: The disk is gone');
  await second();
  expect(told).toHaveLength(1);
});
