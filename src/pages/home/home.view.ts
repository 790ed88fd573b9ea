import type { Group } from '../../eat-first/group.js';
import { rowsOf } from '../../eat-first/rows.js';
import type { ShownGroup } from './what-to-eat.js';

/** Rows that are open; what is less urgent opens with a tap. Two screens of a phone. */
const OPEN_AT_MOST = 12;
/** Fewer than these are not worth a tap. */
const LEFT_AT_LEAST = 3;

/**
 * Home's groups as it shows them.
 * @param whole the group that is asked for whole: it is open
 */
export function homeGroups(groups: Record<Group, ShownGroup>, whole?: Group) {
  const closed = (group: Group, heading: string) => ({
    group,
    heading,
    isOpen: group === whole,
    all: addressOf(group),
    count: groups[group].count,
    rows: rowsOf(groups[group].items),
    ids: groups[group].items.map(({ id }) => id),
  });
  const today = openRows('today', 'Today', groups.today, OPEN_AT_MOST);
  const room = today.closed.length > 0 ? 0 : OPEN_AT_MOST - today.open.length;
  const week = openRows('this week', 'This week', groups['this week'], room);
  const urgent = [today, week].filter(({ count }) => count > 0);
  const some = ({ count }: { count: number }) => count > 0;
  return {
    here: addressOf(whole),
    strips: [closed('throw away', 'Throw away'), closed('look first', 'Look first')].filter(some),
    urgent,
    urgentCount: today.count + week.count,
    shownCount: groups.today.items.length + groups['this week'].items.length,
    later: [closed('past its best', 'Past its best, probably fine'), closed('later', 'Later')].filter(some),
  };
}

/** Of home, with a group whole. */
function addressOf(group?: Group): string {
  return group ? `/?all=${encodeURIComponent(group)}` : '/';
}

function openRows(group: Group, heading: string, { items, count }: ShownGroup, room: number) {
  const rows = rowsOf(items);
  const open = rows.length < room + LEFT_AT_LEAST && room > 0 ? rows : rows.slice(0, room);
  const closed = rows.slice(open.length);
  const more = closed.reduce((sum, row) => sum + row.items.length, 0);
  return { group, heading, count, open, closed, more };
}
