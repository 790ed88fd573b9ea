import path from 'node:path';
import { type Database, openDatabase } from '../src/database/database.js';
import { migrate } from '../src/database/migrate.js';
import { type Seeded, type Size, seedHousehold } from '../src/demo/seed-household.js';
import { LARGE, seedLarge } from '../src/demo/seed-large.js';
import { PASSWORD } from './people.js';

/** Who is there, and how much they keep. */
const SMALL: Record<string, Size> = {
  home: { places: 20, items: 200 },
  place: { places: 4, items: 200 },
  long: { places: 4, items: 400 },
  adding: { places: 3, items: 0 },
  ...named('changing', 8, { places: 20, items: 200 }),
  ...named('signing-in', 8, { places: 3, items: 0 }),
};
const OTHERS = named('other', 50, { places: 5, items: 60 });

/** How long ago they moved in: so they have a history of another day. */
const MOVED_IN = 30 * 24 * 60 * 60 * 1000;

/** What the bench has to know of a household. */
export interface Home {
  householdId: number;
  placeId: number;
  itemId: number;
}

function named(name: string, count: number, size: Size): Record<string, Size> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${name}-${n + 1}`, size]));
}

/** Fills a folder with small households, or with one large one among fifty others. @returns all of them by username */
async function seed(which: string, dataDir: string): Promise<Record<string, Home>> {
  const db = openDatabase(path.join(dataDir, 'larder.sqlite'), { durable: false });
  await migrate(db);
  const now = new Date();
  const homes: Record<string, Home> = {};
  for (const [username, size] of Object.entries(which === 'small' ? SMALL : OTHERS)) {
    const movedIn = new Date(now.getTime() - MOVED_IN);
    homes[username] = await homeOf(db, await seedHousehold(db, accountOf(username), size, now, movedIn));
  }
  if (which === 'large') homes.large = await homeOf(db, await seedLarge(db, accountOf('large'), LARGE, now));
  await db.destroy();
  return homes;
}

async function homeOf(db: Database, { member, placeIds }: Seeded): Promise<Home> {
  const placeId = placeIds[0] ?? 0;
  const item = await db.selectFrom('items').select('id').where('place_id', '=', placeId).executeTakeFirst();
  return { householdId: member.household.id, placeId, itemId: item?.id ?? 0 };
}

function accountOf(username: string) {
  const names = { firstName: 'Mara', lastName: '', householdName: 'The house' };
  return { username, password: PASSWORD, ...names, timeZone: 'UTC' };
}

const [which = '', dataDir = ''] = process.argv.slice(2);
process.send?.(await seed(which, dataDir));
process.disconnect?.();
