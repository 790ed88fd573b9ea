import { OF } from '../../vocabulary/amounts.js';
import {
  dayNumber,
  isMonth,
  monthNamed,
  monthPartNamed,
  NEXT,
  spanNamed,
  THIS,
} from '../../vocabulary/dates.js';
import type { MonthPart } from '../../vocabulary/languages/vocabulary.js';
import { ARTICLES } from '../../vocabulary/places.js';
import * as calendar from './calendar.js';
import { type Day, type DayContext, isLikelyYear, taking, yearNumber } from './day.js';
import { printedDay } from './printed-days.js';

/**
 * The day that a part of a month means: the earliest that anyone means.
 * Source: the “dekads” of the World Meteorological Organization begin on the 1st, 11th and 21st; others count from
 * the 10th and 20th.
 */
const DAY_OF_PART: Record<Exclude<MonthPart, 'end'>, number> = { beginning: 1, middle: 10, late: 20 };

/** “5 dec”, “5th of december 2026”, “dec 5”, “dec 2026”, “mid dec”, “end of month”, “06JUN27”. */
export function monthDay(keys: string[], context: DayContext): Day | undefined {
  const parts = partsOf(keys[0] ?? '');
  if (parts) {
    const day = monthDay(parts, context);
    return day?.taken === parts.length
      ? { ...day, taken: 1, sure: day.sure && parts.some(isMonth) }
      : undefined;
  }
  return (
    partOfMonth(withPartApart(keys), keys, context) ??
    dayFirst(keys, context) ??
    yearFirst(keys) ??
    monthFirst(keys, context) ??
    monthAlone(keys, context)
  );
}

function dayFirst(keys: string[], context: DayContext): Day | undefined {
  const day = dayNumber(keys[0]);
  const at = OF.has(keys[1] ?? '') ? 2 : 1;
  const month = monthNamed(keys[at])?.number;
  return day && month ? withYear(month, day, keys, at + 1, context) : undefined;
}

/** “dec 5 2026”; after “best before end” 28 is a year. */
function monthFirst(keys: string[], context: DayContext): Day | undefined {
  const month = monthNamed(keys[0])?.number;
  const day = dayNumber(keys[1]);
  if (!day || !month) return undefined;
  const whole = withYear(month, day, keys, 2, context);
  return context.ofMonthEnd && whole?.kind !== 'printed' ? undefined : whole;
}

function yearFirst(keys: string[]): Day | undefined {
  const [year = ''] = keys;
  const month = monthNamed(keys[1])?.number;
  const day = dayNumber(keys[2]);
  if (!/^\d{4}$/.test(year) || !month || !day) return undefined;
  return taking(3, calendar.dayOf(Number(year), month, day), { kind: 'printed' });
}

function withYear(month: number, day: number, keys: string[], at: number, { today, means }: DayContext) {
  const year = yearNumber(keys[at]);
  if (year !== undefined) return taking(at + 1, calendar.dayOf(year, month, day), { kind: 'printed' });
  return taking(at, means.dayOfYear(today, month, day));
}

/** “dec”, “dec 2026”; after “best before end” also “dec 26”. */
function monthAlone(keys: string[], context: DayContext): Day | undefined {
  const month = monthNamed(keys[0]);
  if (!month) return undefined;
  const year = yearNumber(keys[1]);
  const isYear = year !== undefined && (/\d{4}|'/.test(keys[1] ?? '') || context.ofMonthEnd === true);
  if (isYear && (/\d{4}/.test(keys[1] ?? '') || isLikelyYear(year, context.today))) {
    return taking(2, calendar.monthEnd(year, month.number), { kind: 'month' });
  }
  // “Best before end mar 99” says no day.
  if (context.ofMonthEnd && /^\d/.test(keys[1] ?? '')) return undefined;
  const day = calendar.nextMonthEnd(context.today, month.number);
  return taking(1, day, { sure: month.alone, kind: 'month' });
}

function withPartApart(keys: string[]): string[] {
  const [first = '', ...rest] = keys;
  const [part = '', month = '', more] = first.split('-');
  return more === undefined && monthPartNamed(part) && monthNamed(month) ? [part, month, ...rest] : keys;
}

function partOfMonth(keys: string[], typed: string[], context: DayContext): Day | undefined {
  const part = monthPartNamed(keys[0]);
  if (!part) return undefined;
  const from = OF.has(keys[1] ?? '') ? 2 : 1;
  const found = monthMeant(keys.slice(from), part, context);
  const taken = found && found.taken + from - (keys.length - typed.length);
  if (!found || !taken) return part === 'end' ? periodEnd(keys, from, context) : undefined;
  const { year, month } = found;
  if (part === 'end') {
    const day =
      year === undefined ? calendar.nextMonthEnd(context.today, month) : calendar.monthEnd(year, month);
    return taking(taken, day, { kind: 'month' });
  }
  const inMonth = DAY_OF_PART[part];
  const day =
    year === undefined
      ? context.means.dayOfYear(context.today, month, inMonth)
      : calendar.dayOf(year, month, inMonth);
  return taking(taken, day, { kind: 'month' });
}

/** The month after “mid” or “end of”: by name, the next one, or, after “end of”, this one. */
function monthMeant(keys: string[], part: MonthPart, { today }: DayContext) {
  const named = monthNamed(keys[0]);
  if (named) {
    const year = yearNumber(keys[1]);
    const given = year !== undefined && isLikelyYear(year, today);
    return { month: named.number, year: given ? year : undefined, taken: given ? 2 : 1 };
  }
  const [first = '', second = first] = keys;
  const [thisYear, thisMonth] = [calendar.yearOf(today), calendar.monthOf(today)];
  if (NEXT.has(first) && spanNamed(second)?.span === 'month') {
    const [year, month] = thisMonth === 12 ? [thisYear + 1, 1] : [thisYear, thisMonth + 1];
    return { month, year, taken: 2 };
  }
  const which = ARTICLES.has(first) || THIS.has(first) ? 1 : 0;
  const isThis = part === 'end' && spanNamed(keys[which])?.span === 'month';
  return isThis ? { month: thisMonth, year: thisYear, taken: which + 1 } : undefined;
}

const FRIDAY = 5;

/** “end 06/27”, “end of 2027”, “end of the year”, “end of the week”: a Friday for some, a Sunday for others. */
function periodEnd(keys: string[], from: number, context: DayContext): Day | undefined {
  const { today } = context;
  const [key = ''] = keys.slice(from);
  if (/^\d{4}$/.test(key) && isLikelyYear(Number(key), today)) {
    return taking(from + 1, calendar.dayOf(Number(key), 12, 31), { kind: 'month' });
  }
  const printed = printedDay(keys.slice(from), { ...context, ofMonthEnd: true });
  if (printed?.kind === 'month') return { ...printed, taken: from + printed.taken, sure: true };
  const which = ARTICLES.has(key) || THIS.has(key) ? 1 : 0;
  const span = spanNamed(keys[from + which])?.span;
  const taken = from + which + 1;
  if (span === 'year')
    return taking(taken, calendar.dayOf(calendar.yearOf(today), 12, 31), { kind: 'month' });
  if (span !== 'week') return undefined;
  const weekend = calendar.weekdayOf(today) === 6 || calendar.weekdayOf(today) === 0;
  return taking(taken, calendar.nextWeekday(today, weekend ? 0 : FRIDAY), { kind: 'month' });
}

/** 5dec, 06JUN27, 5-dec-26 and 2027-jun-06 in parts. */
function partsOf(key: string): string[] | undefined {
  if (key.length > 20 || !/^[\d\p{L}]+(?:[-./'][\d\p{L}]+)*[.]?$/u.test(key)) return undefined;
  const parts = key.match(/\d+|\p{L}+/gu) ?? [];
  const words = parts.filter((part) => monthNamed(part));
  const numbers = parts.filter((part) => /^(?:\d{1,2}|\d{4})$/.test(part));
  const whole = words.length === 1 && numbers.length === parts.length - 1;
  return whole && parts.length > 1 && parts.length < 4 ? parts : undefined;
}
