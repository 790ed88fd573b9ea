import { daysAfter, type IsoDate } from '../stock/best-before.js';
import { type Item, type ShownItem, shown } from '../stock/stock.js';
import { adviceOn, isPast } from './advice.js';
import { isSeveral, type LikelyTap, likelyTap } from './likely-tap.js';

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
  /** More than one of it, counted in ones. */
  isSeveral: boolean;
  tap: LikelyTap | undefined;
}

/** An item with what its date means. @param today in the household's time zone */
export function judged(item: Item, today: IsoDate): UrgentItem {
  return {
    ...shown(item, today),
    isUseBy: isUseBy(item),
    isEstimate: item.estimateId !== null,
    advice: adviceOn(item, today),
    isSeveral: isSeveral(item),
    tap: likelyTap(item, today),
  };
}

/**
 * Items in the order in which they should be eaten: now, this week, later. What is past comes first; then a use-by
 * date before a best-before date and the opened before the closed, within the next two days whatever the day, and
 * after that on the same day. Of this week, what is frozen comes last.
 * @param most how many at the most, the most urgent ones
 */
export function eatFirst(
  items: Item[],
  today: IsoDate,
  most = Number.POSITIVE_INFINITY,
): Record<Group, UrgentItem[]> {
  const keyed = items.map((item) => ({ item, group: groupOf(item, today), keys: keysOf(item, today) }));
  const groups: Record<Group, UrgentItem[]> = { now: [], 'this week': [], later: [] };
  for (const { item, group } of keyed.sort(byKeys).slice(0, most)) groups[group].push(judged(item, today));
  return groups;
}

function isUseBy({ dateKind, estimateId, bestBefore }: Item): boolean {
  return dateKind === 'use_by' && estimateId === null && bestBefore !== null;
}

/** Frozen food is safe beyond its date (FSIS, "Freezing and Food Safety"): it is never the most urgent. */
function groupOf(item: Item, today: IsoDate): Group {
  if (isPast(item, today)) return 'now';
  const isFrozen = item.placeKind === 'freezer';
  const isBegun = (item.openedOn !== null || item.thawedOn !== null) && !isFrozen;
  if (item.bestBefore === null) return isBegun ? 'this week' : 'later';
  const days = daysAfter(today, item.bestBefore);
  if (days <= NOW && !isFrozen) return 'now';
  return days <= THIS_WEEK ? 'this week' : 'later';
}

/** What one item is held against another by, the weightiest first: the smaller is eaten first. */
function keysOf(item: Item, today: IsoDate): number[] {
  const group = groupOf(item, today);
  const day = item.bestBefore === null ? Number.MAX_SAFE_INTEGER : daysAfter(today, item.bestBefore);
  const risk = [isUseBy(item) ? 0 : 1, item.openedOn === null ? 1 : 0];
  const within = {
    now: [isPast(item, today) ? 0 : 1, ...risk, day],
    'this week': [item.placeKind === 'freezer' ? 1 : 0, day, ...risk],
    later: [day, ...risk],
  };
  return [GROUPS.indexOf(group), ...within[group], item.id];
}

function byKeys(one: { keys: number[] }, other: { keys: number[] }): number {
  const n = one.keys.findIndex((key, place) => key !== other.keys[place]);
  return n < 0 ? 0 : (one.keys[n] ?? 0) - (other.keys[n] ?? 0);
}
