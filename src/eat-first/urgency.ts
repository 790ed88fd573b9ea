import { afterDate } from '../shelf-life/after-date.js';
import { daysAfter, type IsoDate } from '../stock/best-before.js';
import { type Item, type ShownItem, shown } from '../stock/stock.js';

/** Best eaten today or tomorrow. */
const NOW = 1;
/** Best eaten within a week. */
const THIS_WEEK = 7;

export const GROUPS = ['now', 'this week', 'later'] as const;
export type Group = (typeof GROUPS)[number];

export interface UrgentItem extends ShownItem {
  /** A use-by date that was read off the pack: of safety, not of quality. */
  isUseBy: boolean;
  isEstimate: boolean;
  /** What to do with what is past its date. */
  advice: string | undefined;
}

/** An item with what its date means. @param today in the household's time zone */
export function judged(item: Item, today: IsoDate): UrgentItem {
  const isEstimate = item.estimateId !== null;
  const isUseBy = item.dateKind === 'use_by' && !isEstimate && item.bestBefore !== null;
  return { ...shown(item, today), isUseBy, isEstimate, advice: adviceOn(item, isUseBy, today) };
}

/**
 * Items in the order in which they should be eaten: now, this week, later. What is past comes first; then a use-by
 * date before a best-before date and the opened before the closed, within the next two days whatever the day, and
 * after that on the same day.
 */
export function eatFirst(items: Item[], today: IsoDate): Record<Group, UrgentItem[]> {
  const groups: Record<Group, UrgentItem[]> = { now: [], 'this week': [], later: [] };
  for (const item of items) groups[groupOf(item, today)].push(judged(item, today));
  groups.now.sort(byOrder((item) => [isPast(item, today) ? 0 : 1, ...riskOf(item), ...dayOf(item, today)]));
  for (const group of [groups['this week'], groups.later])
    group.sort(byOrder((item) => [...dayOf(item, today), ...riskOf(item)]));
  return groups;
}

/** Frozen food is safe beyond its date (FSIS, "Freezing and Food Safety"): it is never the most urgent. */
function groupOf(item: Item, today: IsoDate): Group {
  const isBegun = (item.openedOn || item.thawedOn) && item.placeKind !== 'freezer';
  if (item.bestBefore === null) return isBegun ? 'this week' : 'later';
  const days = daysAfter(today, item.bestBefore);
  if (days <= NOW && item.placeKind !== 'freezer') return 'now';
  return days <= THIS_WEEK ? 'this week' : 'later';
}

function riskOf(item: UrgentItem): number[] {
  return [item.isUseBy ? 0 : 1, item.openedOn ? 0 : 1];
}

function dayOf(item: Item, today: IsoDate): number[] {
  return [item.bestBefore === null ? Number.MAX_SAFE_INTEGER : daysAfter(today, item.bestBefore)];
}

function byOrder(keysOf: (item: UrgentItem) => number[]) {
  return (one: UrgentItem, other: UrgentItem): number => {
    const others = keysOf(other);
    const differing = keysOf(one).findIndex((key, n) => key !== others[n]);
    return differing < 0 ? one.id - other.id : (keysOf(one)[differing] ?? 0) - (others[differing] ?? 0);
  };
}

function isPast(item: Item, today: IsoDate): boolean {
  return item.bestBefore !== null && item.bestBefore < today;
}

function adviceOn(item: Item, isUseBy: boolean, today: IsoDate): string | undefined {
  if (!isPast(item, today)) return undefined;
  if (item.placeKind === 'freezer') return 'Still safe while frozen, but past its best.';
  if (isUseBy) return 'Past its use-by date: throw it away.';
  const state = { placeKind: item.placeKind, opened: item.openedOn !== null, thawed: item.thawedOn !== null };
  switch (afterDate(item.name, state)) {
    case 'throw away':
      return 'Throw it away: what is wrong with it may not show.';
    case 'look and smell':
      return 'Look and smell: it may still be good.';
    default:
      return 'When in doubt, throw it away.';
  }
}
