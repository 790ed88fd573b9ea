import { type NewAccount, signUp } from '../accounts/sign-up.js';
import type { Database } from '../database/database.js';
import type { Member } from '../people/person.js';
import { addDays, dayIn } from '../stock/best-before.js';
import { THOUSANDTHS } from '../stock/quantity.js';
import { type ItemContent, PLACE_KINDS } from '../stock/stock.js';
import { fillPlace, namePlaces } from './fill.js';
import { MILL_LANE } from './mill-lane.js';

/** How much food a household keeps. */
export interface Size {
  /** Three at the least, as many as a household starts with. */
  places: number;
  /** Spread evenly over the places. */
  items: number;
}

const FOODS = MILL_LANE.flatMap(({ items }) => items);
/** Days from the first to the last best-before date. */
const SPREAD = 90;

/**
 * Signs somebody up and fills the household, the same way for the same size and day.
 * @returns who it is, and the ids of the places
 */
export async function seedHousehold(
  db: Database,
  account: NewAccount,
  size: Size,
  now: Date,
): Promise<{ member: Member; placeIds: number[] }> {
  const member = await signUp(db, account, now);
  const today = dayIn(member.household.timeZone, now);
  const placeIds = await namePlaces(db, member, Array.from({ length: size.places }, numberedPlace), now);
  const items = Array.from({ length: size.items }, (_, n) => numberedItem(n, today));
  for (const [n, placeId] of placeIds.entries()) {
    const contents = items.filter((_, item) => item % size.places === n);
    if (contents.length > 0) await fillPlace(db, member, placeId, contents, now);
  }
  return { member, placeIds };
}

function numberedPlace(_: unknown, n: number) {
  const kind = PLACE_KINDS[n % PLACE_KINDS.length] as (typeof PLACE_KINDS)[number];
  return { name: `Shelf ${n + 1}`, kind };
}

/** Every eighth has no date; some are past theirs. */
function numberedItem(n: number, today: string): ItemContent {
  const [name, quantity, unit] = FOODS[n % FOODS.length] as (typeof FOODS)[number];
  const round = Math.floor(n / FOODS.length);
  return {
    name: round === 0 ? name : `${name}, no. ${round + 1}`,
    quantityMilli: Math.round(quantity * THOUSANDTHS),
    unit,
    // 37 and 90 have no common divisor, so that the dates come in no order.
    bestBefore: n % 8 === 7 ? null : addDays(today, ((n * 37) % SPREAD) - 5),
  };
}
