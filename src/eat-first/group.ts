import { daysAfter, type IsoDate } from '../calendar/day.js';
import type { Item } from '../stock/stock.js';

/** Days: today or tomorrow. */
const NOW = 1;
/** Days. */
export const THIS_WEEK = 7;
/** Days after which fresh food without a date should be looked at. */
export const LAIN = 3;
/** Days past the larger figure, after which food is looked at before it is cooked. */
const HOPELESS = 14;

/** The groups, the most urgent first. */
export const GROUPS = ['throw away', 'look first', 'today', 'this week', 'past its best', 'later'] as const;
export type Group = (typeof GROUPS)[number];

export type Judged = Pick<
  Item,
  | 'id'
  | 'placeKind'
  | 'bestBefore'
  | 'lastOn'
  | 'limitOn'
  | 'spoils'
  | 'openedOn'
  | 'thawedOn'
  | 'boughtOn'
  | 'level'
>;

/**
 * The group of an item.
 * - throw away: past a use-by date, or open or thawed for longer than is safe.
 * - look first: fresh food past all that the table allows.
 * - today: its day is today, tomorrow or past; for fresh food and hard days.
 * - this week: its day is within seven; or it has none and is open, has lain for three days, or should be in the
 * fridge.
 * - past its best: dry, tinned or frozen, and past its day. Probably fine.
 * @param today in the household's time zone
 */
export function groupOf(item: Judged, today: IsoDate): Group {
  const { bestBefore, limitOn } = item;
  if (item.level === 'out') return 'later';
  if (limitOn !== null && limitOn < today) return 'throw away';
  if (isFresh(item) && isHopeless(item, today)) return 'look first';
  if (limitOn !== null && daysAfter(today, limitOn) <= NOW) return 'today';
  if (bestBefore === null) return isToBeSeenTo(item, today) ? 'this week' : 'later';
  const days = daysAfter(today, bestBefore);
  if (isFresh(item) && days <= NOW) return 'today';
  if (!isFresh(item) && days < 0) return 'past its best';
  return days <= THIS_WEEK ? 'this week' : 'later';
}

/** True for food that spoils within weeks; of unknown food, for what is kept cold. */
export function isFresh({ spoils, placeKind }: Pick<Judged, 'spoils' | 'placeKind'>): boolean {
  return spoils === null ? placeKind === 'fridge' : spoils === 'shows' || spoils === 'does not show';
}

function isToBeSeenTo(item: Judged, today: IsoDate): boolean {
  if (item.placeKind === 'freezer') return false;
  const isBegun = item.openedOn !== null || item.thawedOn !== null;
  if (isBegun && item.spoils !== 'keeps') return true;
  if (item.spoils === 'does not show' && item.placeKind !== 'fridge') return true;
  return isFresh(item) && daysAfter(item.boughtOn, today) >= LAIN;
}

function isHopeless({ bestBefore, lastOn, spoils }: Judged, today: IsoDate): boolean {
  const past = daysAfter(lastOn ?? bestBefore ?? today, today);
  return past > (spoils === 'does not show' ? 0 : HOPELESS);
}

/**
 * Orders a group: by the last day, a hard day first, then food that spoils without a sign, then open before closed,
 * then the oldest. What is out comes last.
 */
export function byUrgency(one: Judged, other: Judged): number {
  return (
    Number(one.level === 'out') - Number(other.level === 'out') ||
    compare(one.lastOn ?? LAST, other.lastOn ?? LAST) ||
    Number(isHard(other)) - Number(isHard(one)) ||
    Number(isHidden(other)) - Number(isHidden(one)) ||
    Number(other.openedOn !== null) - Number(one.openedOn !== null) ||
    compare(one.boughtOn, other.boughtOn) ||
    one.id - other.id
  );
}

const isHidden = ({ spoils }: Judged) => spoils === 'does not show';

/** Sorts after every day. */
const LAST = '~';

/** True when it must not be eaten after its day. */
export function isHard({ bestBefore, limitOn }: Pick<Judged, 'bestBefore' | 'limitOn'>): boolean {
  return limitOn !== null && limitOn === bestBefore;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Items by group, each group in the order to eat them. @param today in the household's time zone */
export function grouped<T extends Judged>(items: T[], today: IsoDate): Record<Group, T[]> {
  const groups = Object.fromEntries(GROUPS.map((group) => [group, [] as T[]])) as Record<Group, T[]>;
  for (const item of items) groups[groupOf(item, today)].push(item);
  for (const group of GROUPS) groups[group].sort(byUrgency);
  groups.today = lostLast(groups.today, today);
  return groups;
}

/** What is past its last day comes after the rest, the latest first: waiting loses nothing more. */
function lostLast<T extends Judged>(items: T[], today: IsoDate): T[] {
  const isPast = ({ lastOn }: T) => lastOn !== null && lastOn < today;
  return [...items.filter((item) => !isPast(item)), ...items.filter(isPast).reverse()];
}

/** How an item is marked. */
export type Sign = 'past' | 'soon';

/** Only what is to be done today has a sign. @param today in the household's time zone */
export function signOf(item: Judged, today: IsoDate): Sign | undefined {
  const { bestBefore, lastOn, spoils } = item;
  if (groupOf(item, today) !== 'today' || bestBefore === null) return undefined;
  if (bestBefore < today && spoils !== 'shows') return 'past';
  const lost = bestBefore < today ? (lastOn ?? bestBefore) : bestBefore;
  const days = daysAfter(today, lost);
  return days >= 0 && days <= NOW ? 'soon' : undefined;
}

/** All items in one order. @param today in the household's time zone */
export function inOrder<T extends Judged>(items: T[], today: IsoDate): T[] {
  const groups = grouped(items, today);
  return GROUPS.flatMap((group) => groups[group]);
}
