import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { NewAccount } from '../accounts/sign-up.js';
import { dayIn } from '../calendar/day.js';
import { type Database, openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { listHistory } from '../history/history.repository.js';
import { addPutAway } from '../items/item-entry.repository.js';
import { actOnItem } from '../items/item-events.repository.js';
import type { Member } from '../members/member.js';
import type { ItemContent } from '../stock/stock.js';
import { fillPlace } from './fill.js';
import { MARA } from './mara.js';
import { moveIn, numberedItems, type Seeded, type Size } from './seed-household.js';

const DAY = 24 * 60 * 60 * 1000;
const LIVED_THERE = 2 * 365 * DAY;
const LINES = 20;

export const LARGE: Size & { entries: number } = { places: 20, items: 5_000, entries: 100_000 };

const OF_THE_BIG_HOUSE = {
  ...MARA,
  householdName: 'The big house',
  timeZone: 'UTC',
};

/**
 * A household with years of history: some of what it put away is there, the rest was eaten.
 * @param size how many items it has, and at least how many journal entries
 * @param now the end of its history
 */
export async function seedLarge(
  db: Database,
  account: NewAccount,
  { places, items, entries }: Size & { entries: number },
  now: Date,
): Promise<Seeded> {
  const seeded = await moveIn(db, account, places, new Date(now.getTime() - LIVED_THERE));
  const { member, placeIds } = seeded;
  const kept = numberedItems(items, dayIn(member.household.timeZone, now));
  const keptBags = Math.ceil(items / LINES);
  const bags = keptBags + Math.ceil((entries - items) / (2 * LINES));
  for (let bag = 0, keptSoFar = 0; bag < bags; bag += 1) {
    const at = new Date(now.getTime() - ((bags - bag) * LIVED_THERE) / (bags + 1));
    // Keeps bags, spread evenly.
    if ((bag + 1) * keptBags < (keptSoFar + 1) * bags) {
      await putAwayAndEat(db, member, placeIds[bag % places] as number, at);
    } else {
      const contents = kept.slice(keptSoFar * LINES, (keptSoFar + 1) * LINES);
      await fillPlace(db, member, placeIds[keptSoFar % places] as number, contents, at);
      keptSoFar += 1;
    }
  }
  return seeded;
}

/** A bag of groceries comes and is eaten, thing by thing. */
async function putAwayAndEat(db: Database, member: Member, placeId: number, at: Date): Promise<void> {
  const bag: ItemContent[] = Array.from({ length: LINES }, (_, n) => ({
    name: `Groceries ${n + 1}`,
    quantityMilli: 1000,
    unit: '',
    bestBefore: null,
  }));
  const last = await db.transaction().execute((trx) => addPutAway(trx, member, placeId, bag, at));
  const { actions } = await listHistory(db, member, { most: 1, before: last + 1 });
  for (const { after } of actions[0]?.changes ?? []) {
    if (after) await actOnItem(db, member, after.id, { kind: 'eaten', becomes: null }, at);
  }
}

/**
 * Fills a folder of data that has no Larder in it yet with a large household.
 * @returns how to sign in
 */
export async function seedLargeFolder(dataDir: string): Promise<{ username: string; password: string }> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const db = openDatabase(path.join(dataDir, 'larder.sqlite'), { durable: false });
  try {
    await migrate(db);
    await seedLarge(db, OF_THE_BIG_HOUSE, LARGE, new Date());
  } finally {
    await db.destroy();
  }
  return { username: MARA.username, password: MARA.password };
}
