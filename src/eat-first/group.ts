import { daysAfter, type IsoDate } from '../calendar/day.js';
import type { Item } from '../stock/stock.js';

/** To be eaten today or tomorrow. */
const NOW = 1;
/** To be eaten within a week. */
export const THIS_WEEK = 7;
/** Fresh food of which nobody knows how long it keeps is looked after when it has lain so long, in days. */
export const LAIN = 3;
/** Past the larger figure by more than this, in days, food that shows what is wrong with it is looked at before it is cooked. */
const HOPELESS = 14;

/**
 * What is to be done with food, the most urgent first: what would be lost if it waited one more day comes before the rest,
 * and what is lost already is out of the way.
 */
export const GROUPS = ['throw away', 'look first', 'today', 'this week', 'past its best', 'later'] as const;
export type Group = (typeof GROUPS)[number];

/** What a group and an order are drawn from. */
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
 * The group that an item belongs to.
 * - throw away: past a use-by date, or open or thawed for longer than is safe.
 * - look first: fresh food past all that the table allows; nobody says throw away, and it is no meal for today either.
 * - today: a hard day, or the day of fresh food, is today or tomorrow, or past and not hopeless.
 * - this week: any day within seven; what is begun and has no day; fresh food without a day that has lain for three, or
 *   that should be in the fridge and is not.
 * - past its best: dry goods, tins, jars and what is frozen, past their day. Probably fine.
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

/** True for food that spoils within days or weeks; of what the table does not know, for what is kept cold. */
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
 * Which of two items of a group is eaten first: by the last day on which it can be, a hard day before a soft one, food where
 * spoiling does not show before other food, what is open before what is closed, then what has been there longest. What is out comes last.
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

/** After every day. */
const LAST = '~';

/** True when its day is one after which it is not to be eaten. */
export function isHard({ bestBefore, limitOn }: Pick<Judged, 'bestBefore' | 'limitOn'>): boolean {
  return limitOn !== null && limitOn === bestBefore;
}

/** ISO days sort as text. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Items by group, each in the order in which they should be eaten. @param today in the household's time zone */
export function grouped<T extends Judged>(items: T[], today: IsoDate): Record<Group, T[]> {
  const groups = Object.fromEntries(GROUPS.map((group) => [group, [] as T[]])) as Record<Group, T[]>;
  for (const item of items) groups[groupOf(item, today)].push(item);
  for (const group of GROUPS) groups[group].sort(byUrgency);
  groups.today = lostLast(groups.today, today);
  return groups;
}

/** What is past its last day is not lost by waiting: it comes after what is, and what passed it last is the likeliest to be good. */
function lostLast<T extends Judged>(items: T[], today: IsoDate): T[] {
  const isPast = ({ lastOn }: T) => lastOn !== null && lastOn < today;
  return [...items.filter((item) => !isPast(item)), ...items.filter(isPast).reverse()];
}

/** How an item is marked: what is lost if it waits, and fresh food past its day where spoiling does not show. */
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
