import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Passwords } from '../accounts/password.js';
import { signUp } from '../accounts/sign-up.js';
import { THOUSANDTHS } from '../amounts/quantity.js';
import { addDays, dayIn, type IsoDate } from '../calendar/day.js';
import { SERVER_TIME_ZONE } from '../calendar/time-zones.js';
import { type Database, openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { listItemsIn } from '../items/item.repository.js';
import { actOnItem } from '../items/item-events.repository.js';
import type { Member } from '../members/member.js';
import { wanted } from '../shopping/shopping.js';
import { addToShopping } from '../shopping/shopping-adding.repository.js';
import type { ItemContent } from '../stock/stock.js';
import { fillPlace, namePlaces } from './fill.js';
import { MARA } from './mara.js';
import { type DemoPlace, MILL_LANE, TO_BUY } from './mill-lane.js';

const DAY = 24 * 60 * 60 * 1000;
const LIVED_THERE = 120 * DAY;

const OF_MILL_LANE = {
  ...MARA,
  householdName: '14 Mill Lane',
  timeZone: SERVER_TIME_ZONE,
};

/**
 * Makes a household full of food with dates around today.
 * @param options.dataDir a folder without a Larder in it; made when missing
 * @param options.now the moment that counts as today
 * @returns how to sign in
 */
export async function seedDemo({ dataDir, now = new Date() }: { dataDir: string; now?: Date }): Promise<{
  username: string;
  password: string;
}> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const db = openDatabase(path.join(dataDir, 'larder.sqlite'));
  try {
    await migrate(db);
    const movedIn = new Date(now.getTime() - LIVED_THERE);
    const member = await signUp({ db, passwords: new Passwords() }, OF_MILL_LANE, movedIn);
    const ids = await namePlaces(db, member, MILL_LANE, movedIn);
    for (const [n, place] of [...MILL_LANE.entries()].sort(longestAgo)) {
      await fill(db, member, place, ids[n] as number, now);
    }
    await addToShopping(db, member, TO_BUY.map(wanted), now);
  } finally {
    await db.destroy();
  }
  return { username: MARA.username, password: MARA.password };
}

function longestAgo([, one]: [number, DemoPlace], [, other]: [number, DemoPlace]): number {
  return other.filledDaysAgo - one.filledDaysAgo;
}

/** Puts a place's food away, and thaws what is thawed. */
async function fill(
  db: Database,
  member: Member,
  place: DemoPlace,
  placeId: number,
  now: Date,
): Promise<void> {
  const filled = new Date(now.getTime() - place.filledDaysAgo * DAY);
  const today = dayIn(member.household.timeZone, now);
  await fillPlace(db, member, placeId, contentsOf(place, today), filled);
  for (const { id, name } of await listItemsIn(db, member, placeId)) {
    const { thawed } = place.items.find((one) => one[0] === name)?.[4] ?? {};
    if (thawed === undefined) continue;
    const becomes = { thawed_on: addDays(today, -thawed) };
    await actOnItem(db, member, id, { kind: 'thawed', becomes }, new Date(now.getTime() - thawed * DAY));
  }
}

function contentsOf({ items, filledDaysAgo }: DemoPlace, today: IsoDate): ItemContent[] {
  const ago = (days: number | undefined) => (days === undefined ? null : addDays(today, -days));
  return items.map(([name, quantity, unit, days, more = {}]) => ({
    name,
    quantityMilli: Math.round(quantity * THOUSANDTHS),
    unit,
    bestBefore: days === null ? null : addDays(today, days),
    dateKind: more.useBy ? 'use_by' : 'best_before',
    level: more.level,
    boughtOn: ago(more.bought ?? filledDaysAgo),
    openedOn: ago(more.opened),
    frozenOn: ago(more.frozen),
  }));
}
