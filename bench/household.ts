import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../src/database/database.js';
import { migrate } from '../src/database/migrate.js';
import { type Size, seedHousehold } from '../src/demo/seed-household.js';
import { LARGE, seedLarge } from '../src/demo/seed-large.js';

export const PASSWORD = 'four-quiet-kettles';

/** Who is there, and how much they keep. */
const PEOPLE: Record<string, Size> = {
  home: { places: 20, items: 200 },
  place: { places: 4, items: 200 },
  adding: { places: 3, items: 0 },
  'signing-in-1': { places: 3, items: 0 },
  'signing-in-2': { places: 3, items: 0 },
  'signing-in-3': { places: 3, items: 0 },
  'signing-in-4': { places: 3, items: 0 },
};

/** How long ago they moved in: what was in a place a week ago is looked at too. */
const MOVED_IN = 30 * 24 * 60 * 60 * 1000;

export const SIGNING_IN = Object.keys(PEOPLE).filter((name) => name.startsWith('signing-in'));

/**
 * Fills a temporary folder.
 * @returns the folder, and the first place of everyone by username
 */
export async function seedFolder(): Promise<{ dataDir: string; placeIds: Record<string, number> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'larder-bench-'));
  const db = openDatabase(path.join(dataDir, 'larder.sqlite'), { durable: false });
  await migrate(db);
  const now = new Date();
  const firstPlaces: [string, number | undefined][] = [];
  for (const [username, size] of Object.entries(PEOPLE)) {
    const movedIn = new Date(now.getTime() - MOVED_IN);
    const { placeIds } = await seedHousehold(db, accountOf(username), size, now, movedIn);
    firstPlaces.push([username, placeIds[0]]);
  }
  const large = await seedLarge(db, accountOf('large'), LARGE, now);
  firstPlaces.push(['large', large.placeIds[0]]);
  await db.destroy();
  return { dataDir, placeIds: Object.fromEntries(firstPlaces.map(([name, id]) => [name, id ?? 0])) };
}

function accountOf(username: string) {
  const names = { firstName: username, lastName: '', householdName: `The ${username} house` };
  return { username, password: PASSWORD, ...names, timeZone: 'UTC' };
}
