import { addDays, type IsoDate } from '../../calendar/day.js';
import type { Span } from '../../vocabulary/languages/vocabulary.js';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2199;

const DAYS = { day: 1, week: 7, fortnight: 14 };

/** The day of a date, or undefined when there is no such day. @param month 1 to 12 */
export function dayOf(year: number, month: number, day: number): IsoDate | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** In days. A day without a year means this year when it passed less long ago. */
const LATELY = 30;

/** Such a day, up to thirty days ago, else the next one. */
export function nearDay(today: IsoDate, month: number, day: number): IsoDate | undefined {
  const first = addDays(today, -LATELY);
  const passed = monthAndDay(month, day) < first.slice(5);
  return dayOf(yearOf(first) + (passed ? 1 : 0), month, day);
}

/** The latest such day up to today. */
export function lastDay(today: IsoDate, month: number, day: number): IsoDate | undefined {
  const passed = monthAndDay(month, day) <= today.slice(5);
  return dayOf(yearOf(today) - (passed ? 0 : 1), month, day);
}

/** The last day of a month. */
export function monthEnd(year: number, month: number): IsoDate | undefined {
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return dayOf(year, month, 1) && next && addDays(next, -1);
}

/** The next last day of such a month, from today on. */
export function nextMonthEnd(today: IsoDate, month: number): IsoDate | undefined {
  const thisYear = monthEnd(yearOf(today), month);
  return thisYear !== undefined && thisYear >= today ? thisYear : monthEnd(yearOf(today) + 1, month);
}

/** The next such day of the week, today included. @param weekday 0 for Sunday */
export function nextWeekday(today: IsoDate, weekday: number): IsoDate {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}

/** The latest such day of the week before today. @param weekday 0 for Sunday */
export function lastWeekday(today: IsoDate, weekday: number): IsoDate {
  return addDays(today, -((weekdayOf(today) - weekday + 6) % 7) - 1);
}

/** 0 for Sunday to 6. */
export function weekdayOf(day: IsoDate): number {
  return new Date(day).getUTCDay();
}

/** A number of months later; the month's last day where it has no such day. */
export function addMonths(day: IsoDate, months: number): IsoDate | undefined {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const total = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  return dayOf(toYear, toMonth, date) ?? monthEnd(toYear, toMonth);
}

/** A number of days, weeks, months or years after a day; before it, when negative. */
export function later(day: IsoDate, count: number, span: Span): IsoDate | undefined {
  if (span === 'month') return addMonths(day, count);
  if (span === 'year') return addMonths(day, count * 12);
  return within(addDays(day, count * DAYS[span]));
}

/** The day, or undefined when it is too far away to be a date of food. */
export function within(day: IsoDate): IsoDate | undefined {
  const year = yearOf(day);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? day : undefined;
}

/** 1 to 12. */
export function monthOf(day: IsoDate): number {
  return Number(day.slice(5, 7));
}

function monthAndDay(month: number, day: number): string {
  return [month, day].map((number) => String(number).padStart(2, '0')).join('-');
}

export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4));
}
