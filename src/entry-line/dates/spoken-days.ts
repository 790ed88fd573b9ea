import { addDays, type IsoDate } from '../../calendar/day.js';
import { A, numberNamed } from '../../vocabulary/amounts.js';
import {
  isAhead,
  NEXT,
  relativeDayIn,
  spanNamed,
  spanOfLetter,
  THIS,
  weekdayNamed,
} from '../../vocabulary/dates.js';
import type { RelativeDay, Span } from '../../vocabulary/languages/vocabulary.js';
import * as calendar from './calendar.js';
import { type Day, taking } from './day.js';

export const DAYS_AHEAD: Record<RelativeDay, number> = {
  dayBeforeYesterday: -2,
  yesterday: -1,
  justNow: 0,
  today: 0,
  tomorrow: 1,
  dayAfterTomorrow: 2,
};

export interface Counted {
  count: number;
  span: Span;
  taken: number;
  /** “a day” may be said of a dose. */
  sure: boolean;
}

/** “tomorrow”, “in 5 days”, “5 days”, “2w”. */
export function relativeDay(keys: string[], today: IsoDate): Day | undefined {
  const named = relativeDayIn(keys);
  if (named) {
    const ahead = DAYS_AHEAD[named.day];
    // “Milk yesterday” says what was done, not a date.
    const sure = ahead >= 0 && named.day !== 'justNow';
    return taking(named.taken, addDays(today, ahead), { sure });
  }
  const ahead = isAhead(keys[0]);
  const found = counted(ahead ? keys.slice(1) : keys);
  if (!found) return undefined;
  const day = calendar.later(today, found.count, found.span);
  if (ahead) return taking(found.taken + 1, day, { kind: 'printed' });
  return taking(found.taken, day, { sure: found.sure, kind: 'span' });
}

/** “2w”, “5 days”, “a week”, “week” */
export function counted(keys: string[]): Counted | undefined {
  const [first = '', second = ''] = keys;
  const glued = /^([1-9]\d{0,2})(\p{L}{1,9}\.?)$/u.exec(first);
  const [, number = '', unit = ''] = glued ?? [];
  const span = spanOfLetter(unit) ?? spanNamed(unit)?.span;
  if (span) return { count: Number(number), span, taken: 1, sure: true };
  const [count, named] = [countOf(first), spanNamed(second)];
  if (!count || !named) return undefined;
  return { count, span: named.span, taken: 2, sure: named.sure && !A.has(first) };
}

/** “next fri”, “this fri”: the first to come, since nobody means an earlier one. */
export function nextOrThis(keys: string[], today: IsoDate): Day | undefined {
  const [first = '', second] = keys;
  const named = weekdayNamed(second);
  if (!named || !(NEXT.has(first) || THIS.has(first))) return undefined;
  const from = NEXT.has(first) ? addDays(today, 1) : today;
  return taking(2, calendar.nextWeekday(from, named.number));
}

function countOf(text: string): number | undefined {
  if (A.has(text)) return 1;
  return numberNamed(text) ?? (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined);
}
