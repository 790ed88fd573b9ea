import { addDays, type IsoDate } from '../stock/best-before.js';
import { A, numberNamed, OF } from '../vocabulary/amounts.js';
import {
  dayNumber,
  isAhead,
  isEnd,
  monthNamed,
  relativeDayIn,
  spanNamed,
  weekdayNamed,
} from '../vocabulary/dates.js';
import type { RelativeDay, Span } from '../vocabulary/vocabulary.js';
import * as calendar from './calendar.js';
import type { LineContext } from './entry.js';
import { isFraction } from './numbers.js';

/** No day takes more words than “the day after tomorrow” or “friday 5th of december 2026”. */
export const DAY_WORDS = 5;

const DAYS_AHEAD: Record<RelativeDay, number> = {
  dayBeforeYesterday: -2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  dayAfterTomorrow: 2,
};

export interface Day {
  day: IsoDate;
  /** How many words it takes. */
  taken: number;
  /** False when it is a date only after a word that says so: “12.3” may be a price, “1/2” a half. */
  sure: boolean;
}

/**
 * The longest day that words begin with.
 * @param keys the keys of the words, as many as may belong to it
 */
export function readDay(keys: string[], context: LineContext): Day | undefined {
  return (
    relativeDay(keys, context.today) ??
    weekday(keys, context) ??
    calendarDay(keys, context.today) ??
    numericDay(keys[0] ?? '', context)
  );
}

/** “tomorrow”, “in 5 days”, “2w”. */
function relativeDay(keys: string[], today: IsoDate): Day | undefined {
  const named = relativeDayIn(keys);
  const ahead = named && DAYS_AHEAD[named.day];
  if (named && ahead !== undefined && ahead >= 0) return taking(named.taken, addDays(today, ahead));
  const [first = '', ...rest] = keys;
  const short = shortSpan(today, first);
  if (short) return taking(1, short);
  if (!isAhead(first)) return taking(2, spanFrom(today, first, rest[0]), false);
  return taking(2, shortSpan(today, rest[0])) ?? taking(3, spanFrom(today, rest[0], rest[1]));
}

/** “5d”, “2w”, “2wks” */
function shortSpan(today: IsoDate, key = ''): IsoDate | undefined {
  const [, count = '', unit = ''] = /^([1-9]\d{0,2})(\p{L}{1,8}\.?)$/u.exec(key) ?? [];
  const span = spanNamed(unit);
  return span === 'day' || span === 'week' ? later(today, Number(count), span) : undefined;
}

function spanFrom(today: IsoDate, count = '', unit = ''): IsoDate | undefined {
  const span = unit.length > 1 ? spanNamed(unit) : undefined;
  const number = countOf(count);
  return span && number ? later(today, number, span) : undefined;
}

/** “a”, “two”, “14” */
function countOf(text: string): number | undefined {
  if (A.has(text)) return 1;
  return numberNamed(text) ?? (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined);
}

function later(today: IsoDate, count: number, span: Span): IsoDate | undefined {
  if (span === 'month' || span === 'year')
    return calendar.addMonths(today, span === 'year' ? count * 12 : count);
  return calendar.within(addDays(today, span === 'week' ? count * 7 : count));
}

/** “fri”, or “fri 27 nov” when that is a Friday. */
function weekday(keys: string[], context: LineContext): Day | undefined {
  const named = weekdayNamed(keys[0] ?? '');
  if (!named) return undefined;
  const { number, alone } = named;
  const rest = keys.slice(1);
  const date = calendarDay(rest, context.today) ?? numericDay(rest[0] ?? '', context);
  if (!date) return taking(1, calendar.nextWeekday(context.today, number), alone);
  return calendar.weekdayOf(date.day) === number ? { ...date, taken: date.taken + 1 } : undefined;
}

/** “5 dec”, “5th of december 2026”, “dec 5”, “dec 2026”, “end of dec”, “dec”. */
function calendarDay(keys: string[], today: IsoDate): Day | undefined {
  const split = splitDate(keys[0] ?? '');
  if (split) {
    const day = dayFirst(split, today);
    return day && { ...day, taken: 1 };
  }
  const end = isEnd(keys[0]) ? (OF.has(keys[1] ?? '') ? 2 : 1) : 0;
  if (end > 0) {
    const month = monthAlone(keys.slice(end), today);
    return month && { ...month, taken: month.taken + end, sure: true };
  }
  return dayFirst(keys, today) ?? monthFirst(keys, today) ?? monthAlone(keys, today);
}

function dayFirst(keys: string[], today: IsoDate): Day | undefined {
  const day = dayNumber(keys[0]);
  const at = OF.has(keys[1] ?? '') ? 2 : 1;
  const month = monthNamed(keys[at] ?? '')?.number;
  return day && month ? withYear(today, month, day, keys[at + 1], at + 1) : undefined;
}

function monthFirst(keys: string[], today: IsoDate): Day | undefined {
  const month = monthNamed(keys[0] ?? '')?.number;
  const day = dayNumber(keys[1]);
  return day && month ? withYear(today, month, day, keys[2], 2) : undefined;
}

function withYear(
  today: IsoDate,
  month: number,
  day: number,
  year: string | undefined,
  taken: number,
): Day | undefined {
  const number = yearNumber(year);
  if (number !== undefined) return taking(taken + 1, calendar.dayOf(number, month, day));
  return taking(taken, calendar.nearDay(today, month, day));
}

function monthAlone(keys: string[], today: IsoDate): Day | undefined {
  const [name = '', year = ''] = keys;
  const month = monthNamed(name);
  if (!month) return undefined;
  if (/^\d{4}$/.test(year)) return taking(2, calendar.monthEnd(Number(year), month.number));
  return taking(1, calendar.nextMonthEnd(today, month.number), month.alone);
}

/** 2026-12-05, and in the household's order 5/12, 5.12., 5/12/26, 5-12-2026; 12/2026 is a month. */
function numericDay(key: string, { today, dateOrder }: LineContext): Day | undefined {
  if (key.length > 12) return undefined;
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(key);
  if (iso) return taking(1, calendar.dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const monthYear = /^(\d{1,2})[-/.](\d{4})$/.exec(key);
  if (monthYear) return taking(1, calendar.monthEnd(Number(monthYear[2]), Number(monthYear[1])));
  const parts = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(key);
  if (!parts) return undefined;
  const [, one, mark, other, year] = parts;
  const [day, month] =
    dateOrder === 'day-month' ? [Number(one), Number(other)] : [Number(other), Number(one)];
  const number = yearNumber(year);
  if (number !== undefined) return taking(1, calendar.dayOf(number, month, day));
  const closed = mark === '.' && key.endsWith('.');
  if (key.endsWith(mark ?? '') && !closed) return undefined;
  const sure = mark === '/' ? !isFraction(key) : closed;
  return taking(1, calendar.nearDay(today, month, day), sure);
}

/** 5dec and 5-dec-26 by their parts. */
function splitDate(key: string): string[] | undefined {
  const parts = key.length <= 20 ? /^(\d{1,2})[-.]?([a-z]{3,9})(?:[-.]?(\d{2}|\d{4}))?$/.exec(key) : null;
  if (!parts || monthNamed(parts[2] ?? '') === undefined) return undefined;
  return parts.slice(1).filter((part) => part !== undefined);
}

/** 2026, 26, ’26 */
function yearNumber(key = ''): number | undefined {
  const year = /^['’]?(\d{2}|\d{4})$/.exec(key)?.[1];
  return year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0);
}

/** Undefined when there is no such day. */
function taking(taken: number, day: IsoDate | undefined, sure = true): Day | undefined {
  return day === undefined ? undefined : { day, taken, sure };
}
