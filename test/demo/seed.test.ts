import path from 'node:path';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.js';
import { MARA } from '../../src/demo/mara.js';
import { seedDemo } from '../../src/demo/seed.js';
import { seedLarge } from '../../src/demo/seed-large.js';
import { checkStock, listHouseholdIds } from '../../src/history/check.repository.js';
import { freshDatabase, NOON } from '../stock/households.js';
import { temporaryFolder } from '../support/database.js';

const DAY = 24 * 60 * 60 * 1000;

/** What the only household has, once its journal is replayed. */
async function seeded(db: Database) {
  const [id = 0] = await listHouseholdIds(db);
  const actions = await db.selectFrom('actions').select('created_at').orderBy('id').execute();
  const times = actions.map(({ created_at }) => created_at);
  expect(times).toEqual(times.toSorted());
  return { ...(await checkStock(db, id)), firstDay: times[0], lastDay: times.at(-1) };
}

test('The demo’s food has come bag after bag, and the journal says so', async () => {
  const dataDir = temporaryFolder();
  await seedDemo({ dataDir, now: NOON });
  const db = openDatabase(path.join(dataDir, 'larder.sqlite'));
  const { itemCount, problems } = await seeded(db);
  await db.destroy();
  expect([itemCount > 30, problems]).toEqual([true, []]);
});

test('A large household has as many items and entries as are asked for, and what is there came among what went', async () => {
  const db = await freshDatabase();
  const { placeIds } = await seedLarge(
    db,
    { ...MARA, householdName: 'The big house', timeZone: 'UTC' },
    { places: 4, items: 60, entries: 300 },
    NOON,
  );
  const { itemCount, entryCount, problems, firstDay, lastDay } = await seeded(db);
  expect([placeIds.length, itemCount, problems]).toEqual([4, 60, []]);
  expect(entryCount).toBeGreaterThanOrEqual(300);
  const years = (Date.parse(lastDay ?? '') - Date.parse(firstDay ?? '')) / (365 * DAY);
  expect(years).toBeGreaterThan(1.5);
  const kept = await db.selectFrom('items').select('created_at').groupBy('created_at').execute();
  expect(kept).toHaveLength(3);
});
