import type { IsoDate } from '../../calendar/day.js';
import { isFraction } from '../amounts/numbers.js';
import * as calendar from './calendar.js';
import { type Day, type DayContext, isLikelyYear, isUsualYear, taking, yearNumber } from './day.js';

/** A day that does not exist (31/4) is a slip: no other reading is tried. */
type Reading = IsoDate | typeof NO_SUCH_DAY | undefined;
const NO_SUCH_DAY = Symbol('no such day');

/**
 * A day in numbers: 2026-12-05, 20261205, and in the household's order 5/12, 5.12., 5/12/26, 051226, 05 12 26.
 * 12/2026 and 06/27 are months. An impossible date is read in another order: 12/25, 27.06.12.
 */
export function printedDay(keys: string[], context: DayContext): Day | undefined {
  const [key = ''] = keys;
  if (key.length > 12) return undefined;
  const parts = /^(\d{1,4})([-/.])(\d{1,4})(?:\2(\d{1,4}))?(\.?)$/.exec(key);
  if (parts) {
    const [, one = '', mark = '', two = '', three, closed] = parts;
    if (three !== undefined) return taking(1, threeNumbers([one, two, three], context), { kind: 'printed' });
    return signed(one, two, mark, closed === '.' && mark === '.', context);
  }
  return runTogether(key, context) ?? apart(keys, context);
}

function signed(one: string, two: string, mark: string, closed: boolean, context: DayContext) {
  if (one.length === 4 || two.length > 2) return yearAndMonth(one, two, context);
  const found = twoNumbers(one, two, context);
  if (!found) return undefined;
  // Not a price (06.27 is none) and not a half or a third (nor is 01/02).
  const noPrice = closed || (one.startsWith('0') && two.length === 2);
  const sure = mark === '/' ? !isFraction(`${one}/${two}`) : mark === '.' && noPrice;
  return { ...found, sure };
}

function yearAndMonth(one: string, two: string, { today }: DayContext): Day | undefined {
  const [year, month] = one.length === 4 ? [one, two] : [two, one];
  if (year.length !== 4 || month.length > 2) return undefined;
  const sure = one.length < 4 || isLikelyYear(Number(year), today);
  return taking(1, calendar.monthEnd(Number(year), Number(month)), { sure, kind: 'month' });
}

/** 061227, 20271206, and after a word that says so 0627. */
function runTogether(key: string, context: DayContext): Day | undefined {
  if (!/^(?:\d{4}|\d{6}|\d{8})$/.test(key)) return undefined;
  const [one = '', two = '', three = '', four = ''] = key.match(/\d\d/g) ?? [];
  if (key.length === 4) {
    const end = yearEnd(key, context) ?? monthOfYear(one, two, context);
    return end && { ...end, sure: false };
  }
  const day =
    key.length === 6
      ? threeNumbers([one, two, three], context, true)
      : (likely([one + two, three, four], context) ?? likely([one, two, three + four], context));
  return taking(1, day, { kind: 'printed' });
}

function likely(numbers: [string, string, string], context: DayContext): IsoDate | undefined {
  const day = threeNumbers(numbers, context);
  return day && isLikelyYear(calendar.yearOf(day), context.today) ? day : undefined;
}

/** 27 06 12, 12 06 2027, and after a word that says so 06 27 and 06 2027. */
function apart(keys: string[], context: DayContext): Day | undefined {
  const [one = '', two = '', three = ''] = keys.slice(0, 3).map((key) => (/^\d+$/.test(key) ? key : ''));
  const lengths = [one, two, three].map((number) => number.length).join(' ');
  if (lengths === '2 2 2') {
    const day = threeNumbers([one, two, three], context, true);
    return taking(3, day, { kind: 'printed' });
  }
  if (lengths === '2 2 4' || lengths === '4 2 2') {
    return taking(3, likely([one, two, three], context), { kind: 'printed' });
  }
  // Three numbers, of which two are a date, are none of that.
  if (three !== '') return undefined;
  const found = lengths.startsWith('2 2') ? twoNumbers(one, two, context) : yearAndMonth(one, two, context);
  return found && { ...found, taken: 2, sure: false };
}

/** “Best before end 2027”: Regulation (EU) No 1169/2011, Annex X, 1 (c). */
function yearEnd(key: string, { today, ofMonthEnd }: DayContext): Day | undefined {
  if (!ofMonthEnd || !isLikelyYear(Number(key), today)) return undefined;
  return taking(1, calendar.dayOf(Number(key), 12, 31), { kind: 'month' });
}

function twoNumbers(one: string, two: string, context: DayContext): Day | undefined {
  const [ours, other] = context.dateOrder === 'day-month' ? [two, one] : [one, two];
  const end = monthOfYear(one, two, context);
  if (end && context.ofMonthEnd) return end;
  const day = dayOfYear(ours, other, context);
  // 06/27 is a month on packs; 25/12 is Christmas in any order.
  return day === undefined
    ? (end ?? taking(1, dayOf(dayOfYear(other, ours, context))))
    : taking(1, dayOf(day));
}

function dayOfYear(month: string, day: string, { today, means }: DayContext): Reading {
  if (!inRange(month, day)) return undefined;
  return means.dayOfYear(today, Number(month), Number(day)) ?? NO_SUCH_DAY;
}

function monthOfYear(one: string, two: string, { today }: DayContext): Day | undefined {
  const year = yearNumber(two);
  if (year === undefined || !isLikelyYear(year, today)) return undefined;
  return taking(1, calendar.monthEnd(year, Number(one)), { kind: 'month' });
}

/**
 * A day, a month and a year.
 * @param onlyLikely only years around today count
 */
function threeNumbers(
  [one, two, three]: [string, string, string],
  { today, dateOrder }: DayContext,
  onlyLikely = false,
): IsoDate | undefined {
  if (one.length > 2) return dayOf(dateOf(one, two, three));
  const [ours, other] = dateOrder === 'day-month' ? [two, one] : [one, two];
  const yearLast = dateOf(three, ours, other) ?? dateOf(three, other, ours);
  const year = yearNumber(three);
  if (year === undefined || three.length === 4) return dayOf(yearLast);
  if (!isUsualYear(year, today) && yearLast !== NO_SUCH_DAY) {
    // In 27.06.12 the year stands first: no food of 2012 is kept.
    const yearFirst = dayOf(dateOf(one, two, three));
    if (yearFirst && isUsualYear(calendar.yearOf(yearFirst), today)) return yearFirst;
  }
  return onlyLikely && !isLikelyYear(year, today) ? undefined : dayOf(yearLast);
}

function dayOf(reading: Reading): IsoDate | undefined {
  return reading === NO_SUCH_DAY ? undefined : reading;
}

function dateOf(yearText: string, monthText: string, dayText: string): Reading {
  const year = yearNumber(yearText);
  if (year === undefined || !inRange(monthText, dayText)) return undefined;
  return calendar.dayOf(year, Number(monthText), Number(dayText)) ?? NO_SUCH_DAY;
}

function inRange(month: string, day: string): boolean {
  if (month.length > 2 || day.length > 2) return false;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}
