import { addDays, type IsoDate } from '../../calendar/day.js';
import { agoBefore, isAgo, LAST, ON, relativeDayIn, weekdayNamed } from '../../vocabulary/dates.js';
import type { DaysContext } from '../words/entry.js';
import { wordsIn } from '../words/words.js';
import * as calendar from './calendar.js';
import { type Day, PASSED, taking } from './day.js';
import { DAY_WORDS, readDay } from './read-day.js';
import { counted, DAYS_AHEAD } from './spoken-days.js';

export const PAST_DAY_WORDS = DAY_WORDS + 1;

/**
 * The longest day up to today that words begin with: “yesterday”, “2 days ago”, “fri”, “3 nov”.
 * A day of the week is the last one before today, so that food is looked at too early rather than too late.
 * @param keys the keys of the words
 */
export function readPastDay(keys: string[], context: DaysContext): Day | undefined {
  const on = ON.has(keys[0] ?? '') ? 1 : 0;
  const rest = keys.slice(on);
  const found = ago(rest, context.today) ?? named(rest, context.today) ?? dated(rest, context);
  if (!found || found.day > context.today) return undefined;
  return { ...found, taken: found.taken + on };
}

function ago(keys: string[], today: IsoDate): Day | undefined {
  const before = agoBefore(keys);
  const span = counted(keys.slice(before));
  if (!span) return undefined;
  const after = isAgo(keys[before + span.taken]) ? 1 : 0;
  if (before + after === 0) return undefined;
  return taking(before + span.taken + after, calendar.later(today, -span.count, span.span));
}

function named(keys: string[], today: IsoDate): Day | undefined {
  const relative = relativeDayIn(keys);
  if (relative) return taking(relative.taken, addDays(today, DAYS_AHEAD[relative.day]));
  const weekday = LAST.has(keys[0] ?? '') ? weekdayNamed(keys[1]) : undefined;
  return weekday && taking(2, calendar.lastWeekday(today, weekday.number));
}

function dated(keys: string[], context: DaysContext): Day | undefined {
  const day = readDay(keys, { ...context, means: PASSED });
  return day?.kind === 'month' || day?.kind === 'span' ? undefined : day;
}

/** The day up to today that a text is. @param text one line, tidied */
export function wholePastDay(text: string, context: DaysContext): IsoDate | undefined {
  const keys = wordsIn(text).map(({ key }) => key);
  const day = readPastDay(keys, context);
  return day?.taken === keys.length ? day.day : undefined;
}
