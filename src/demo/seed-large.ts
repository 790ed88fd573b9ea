import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { NewAccount } from '../accounts/sign-up.js';
import { type Database, openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import type { Member } from '../people/person.js';
import { listHistory } from '../stock/history.repository.js';
import { actOnItem } from '../stock/item-actions.repository.js';
import { addPutAway } from '../stock/item-entry.repository.js';
import type { ItemContent } from '../stock/stock.js';
import { type Size, seedHousehold } from './seed-household.js';

const DAY = 24 * 60 * 60 * 1000;
/** As many as the form of putting away takes at a time. */
const LINES = 20;

export const LARGE: Size & { entries: number } = { places: 20, items: 5_000, entries: 100_000 };

const MARA = {
  username: 'mara',
  password: 'seven-jars-of-plums',
  firstName: 'Mara',
  lastName: 'Hollis',
  householdName: 'The big house',
  timeZone: 'UTC',
};

/**
 * A household that has been at it for years: what it put away and ate in between is in the journal alone.
 * @param size how many items it has now, and how many journal entries at the least
 * @param now the end of its history so far
 */
export async function seedLarge(
  db: Database,
  account: NewAccount,
  { entries, ...size }: Size & { entries: number },
  now: Date,
): Promise<{ member: Member; placeIds: number[] }> {
  const { member, placeIds } = await seedHousehold(db, account, size, now);
  const rounds = Math.ceil((entries - size.items) / (2 * LINES));
  for (let round = 0; round < rounds; round += 1) {
    const at = new Date(now.getTime() - ((rounds - round) * 2 * 365 * DAY) / rounds);
    await putAwayAndEat(db, member, placeIds[round % placeIds.length] as number, at);
  }
  return { member, placeIds };
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
 * Fills a folder of data that has no Larder in it yet, for whoever wants to see how a large one does.
 * @returns how to sign in
 */
export async function seedLargeFolder(dataDir: string): Promise<{ username: string; password: string }> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const db = openDatabase(path.join(dataDir, 'larder.sqlite'), { durable: false });
  try {
    await migrate(db);
    await seedLarge(db, MARA, LARGE, new Date());
  } finally {
    await db.destroy();
  }
  return { username: MARA.username, password: MARA.password };
}
