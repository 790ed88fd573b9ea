import { addDays, type IsoDate } from '../../calendar/day.js';
import type { Database } from '../../database/database.js';
import { GROUPS, type Group, grouped, LAIN, THIS_WEEK } from '../../eat-first/group.js';
import { judged, type UrgentItem } from '../../eat-first/urgency.js';
import { countEdible, listFarOff, listNear } from '../../items/eat-first.repository.js';
import type { Member } from '../../members/member.js';
import type { Item, Place } from '../../stock/stock.js';

/** Of today and this week together: more than anyone eats in a week. */
const URGENT_AT_MOST = 50;
const URGENT: readonly Group[] = ['today', 'this week'];
/** Of each other group, and of one that is asked for whole. */
const CLOSED_AT_MOST = 8;
const WHOLE_AT_MOST = 300;

export interface ShownGroup {
  items: UrgentItem[];
  /** Shown or not. */
  count: number;
}

/**
 * What there is to eat, by group and order of eat-first, the most urgent first.
 * @param today in the household's time zone
 * @param places of the household
 * @param whole the group that is asked for whole
 */
export async function whatToEat(
  db: Database,
  member: Member,
  today: IsoDate,
  places: readonly Place[],
  whole?: Group,
): Promise<Record<Group, ShownGroup>> {
  const week = addDays(today, THIS_WEEK);
  const near = await listNear(db, member, { until: week, lainSince: addDays(today, -LAIN) });
  const groups = grouped(near, today);
  const besides = new Set(near.map(({ id }) => id));
  const most = atMost('later', whole);
  const later = await listFarOff(db, member, { after: week, most, besides });
  const total = await countEdible(db, member);
  const counts = { ...countsOf(groups), later: groups.later.length + total - near.length };
  return shownGroups({ ...groups, later: [...groups.later, ...later] }, counts, whole, (item) =>
    judged(item, today, places),
  );
}

function atMost(group: Group, whole: Group | undefined): number {
  return group === whole ? WHOLE_AT_MOST : CLOSED_AT_MOST;
}

function countsOf(groups: Record<Group, Item[]>): Record<Group, number> {
  const counts = GROUPS.map((group) => [group, groups[group].length]);
  return Object.fromEntries(counts) as Record<Group, number>;
}

function shownGroups(
  groups: Record<Group, Item[]>,
  counts: Record<Group, number>,
  whole: Group | undefined,
  judge: (item: Item) => UrgentItem,
): Record<Group, ShownGroup> {
  let room = URGENT_AT_MOST;
  const shown = GROUPS.map((group) => {
    const isUrgent = URGENT.includes(group);
    const items = groups[group].slice(0, isUrgent ? room : atMost(group, whole));
    if (isUrgent) room -= items.length;
    return [group, { items: items.map(judge), count: counts[group] }];
  });
  return Object.fromEntries(shown) as Record<Group, ShownGroup>;
}
