import { Passwords } from '../accounts/password.js';
import { type NewAccount, signUp } from '../accounts/sign-up.js';
import { THOUSANDTHS } from '../amounts/quantity.js';
import { addDays, dayIn, type IsoDate } from '../calendar/day.js';
import type { Database } from '../database/database.js';
import type { Member } from '../members/member.js';
import { type ItemContent, PLACE_KINDS } from '../stock/stock.js';
import { fillPlace, namePlaces } from './fill.js';
import { MILL_LANE } from './mill-lane.js';

/** How much food a household keeps. */
export interface Size {
  /** At least three, as many as a household starts with. */
  places: number;
  items: number;
}

const FOODS = MILL_LANE.flatMap(({ items }) => items);
/** Days from the first to the last best-before date. */
const SPREAD = 90;

/**
 * Signs somebody up and fills the household; the same size and day give the same food.
 * @param now the dates of the food are around it
 * @param filled when everything was put away
 * @returns the member and the ids of the places
 */
export async function seedHousehold(
  db: Database,
  account: NewAccount,
  size: Size,
  now: Date,
  filled = now,
): Promise<Seeded> {
  const seeded = await moveIn(db, account, size.places, filled);
  const items = numberedItems(size.items, dayIn(seeded.member.household.timeZone, now));
  for (const [n, placeId] of seeded.placeIds.entries()) {
    const contents = items.filter((_, item) => item % size.places === n);
    if (contents.length > 0) await fillPlace(db, seeded.member, placeId, contents, filled);
  }
  return seeded;
}

export interface Seeded {
  member: Member;
  placeIds: number[];
}

/** Signs somebody up, into a household with this many empty places. */
export async function moveIn(
  db: Database,
  account: NewAccount,
  placeCount: number,
  now: Date,
): Promise<Seeded> {
  const member = await signUp({ db, passwords: new Passwords() }, account, now);
  const places = Array.from({ length: placeCount }, numberedPlace);
  return { member, placeIds: await namePlaces(db, member, places, now) };
}

/** Items of different names. @param today their dates are around it */
export function numberedItems(count: number, today: IsoDate): ItemContent[] {
  return Array.from({ length: count }, (_, n) => numberedItem(n, today));
}

function numberedPlace(_: unknown, n: number) {
  const kind = PLACE_KINDS[n % PLACE_KINDS.length] as (typeof PLACE_KINDS)[number];
  return { name: `Shelf ${n + 1}`, kind };
}

/** Every eighth has no date; some are past theirs. */
function numberedItem(n: number, today: IsoDate): ItemContent {
  const [name, quantity, unit] = FOODS[n % FOODS.length] as (typeof FOODS)[number];
  const round = Math.floor(n / FOODS.length);
  return {
    name: round === 0 ? name : `${name}, no. ${round + 1}`,
    quantityMilli: Math.round(quantity * THOUSANDTHS),
    unit,
    // 37 and 90 have no common divisor: the dates come in no order.
    bestBefore: n % 8 === 7 ? null : addDays(today, ((n * 37) % SPREAD) - 5),
  };
}
