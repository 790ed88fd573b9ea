import { addDays } from '../../calendar/day.js';
import { ON_OR_FROM, spanNamed, weekdayNamed } from '../../vocabulary/dates.js';
import * as calendar from './calendar.js';
import { type Day, type DayContext, taking } from './day.js';
import { monthDay } from './month-days.js';
import { printedDay } from './printed-days.js';
import { counted, nextOrThis, relativeDay } from './spoken-days.js';

export const DAY_WORDS = 8;

/**
 * The longest day that words begin with.
 * @param keys the keys of the words
 */
export function readDay(keys: string[], context: DayContext): Day | undefined {
  return weekOn(keys, context) ?? relativeDay(keys, context.today) ?? dayItself(keys, context);
}

function dayItself(keys: string[], context: DayContext): Day | undefined {
  return (
    nextOrThis(keys, context.today) ??
    weekday(keys, context) ??
    monthDay(keys, context) ??
    printedDay(keys, context)
  );
}

/** “fri”, “fri week”, or “fri 27 nov” when that is a Friday. */
function weekday(keys: string[], context: DayContext): Day | undefined {
  const named = weekdayNamed(keys[0]);
  if (!named) return undefined;
  const day = context.means.weekday(context.today, named.number);
  const rest = keys.slice(1);
  if (spanNamed(rest[0])?.span === 'week') return taking(2, addDays(day, 7));
  const date = monthDay(rest, context) ?? printedDay(rest, context);
  if (!date || date.kind === 'month') return taking(1, day, { sure: named.alone });
  return calendar.weekdayOf(date.day) === named.number ? { ...date, taken: date.taken + 1 } : undefined;
}

function weekOn(keys: string[], context: DayContext): Day | undefined {
  const weeks = counted(keys) ?? aWeek(keys);
  if (!weeks || (weeks.span !== 'week' && weeks.span !== 'fortnight')) return undefined;
  const on = ON_OR_FROM.has(keys[weeks.taken] ?? '') ? 1 : 0;
  const rest = keys.slice(weeks.taken + on);
  const from = relativeDay(rest, context.today) ?? (on ? dayItself(rest, context) : undefined);
  if (!from || from.kind === 'span' || from.kind === 'month') return undefined;
  const day = calendar.later(from.day, weeks.count, weeks.span);
  return taking(weeks.taken + on + from.taken, day, { kind: 'printed' });
}

function aWeek(keys: string[]) {
  const span = spanNamed(keys[0])?.span;
  return span && ON_OR_FROM.has(keys[1] ?? '') ? { count: 1, span, taken: 1 } : undefined;
}
