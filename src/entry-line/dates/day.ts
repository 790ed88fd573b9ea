import type { IsoDate } from '../../calendar/day.js';
import type { DaysContext } from '../words/entry.js';
import * as calendar from './calendar.js';

export interface Day {
  day: IsoDate;
  taken: number;
  /** False when it needs a word that says so: “12.3” may be a price. */
  sure: boolean;
  /** A month means its last day; a span is counted from today; a printed day has its year. */
  kind: 'day' | 'month' | 'span' | 'printed';
}

export interface DayContext extends DaysContext {
  /** Which day is meant without a year or a week. */
  means: Meaning;
  /** After “best before end”, a month and two digits are a month and a year. */
  ofMonthEnd?: boolean;
}

interface Meaning {
  dayOfYear(today: IsoDate, month: number, day: number): IsoDate | undefined;
  weekday(today: IsoDate, weekday: number): IsoDate;
}

/** The next such day, or one of the last thirty. */
export const COMING: Meaning = { dayOfYear: calendar.nearDay, weekday: calendar.nextWeekday };
/** The last such day. */
export const PASSED: Meaning = { dayOfYear: calendar.lastDay, weekday: calendar.lastWeekday };

/** @returns undefined when there is no such day */
export function taking(
  taken: number,
  day: IsoDate | undefined,
  { sure = true, kind = 'day' }: Partial<Pick<Day, 'sure' | 'kind'>> = {},
): Day | undefined {
  return day === undefined ? undefined : { day, taken, sure, kind };
}

/** A year of two digits lies around today. */
const YEARS_BACK = 2;
const YEARS_AHEAD = 10;
const USUAL_YEARS_AHEAD = 4;

export function isLikelyYear(year: number, today: IsoDate, ahead = YEARS_AHEAD): boolean {
  const years = year - calendar.yearOf(today);
  return years >= -YEARS_BACK && years <= ahead;
}

export function isUsualYear(year: number, today: IsoDate): boolean {
  return isLikelyYear(year, today, USUAL_YEARS_AHEAD);
}

/** 2026, 26, ’26 */
export function yearNumber(key = ''): number | undefined {
  const year = /^'?(\d{2}|\d{4})$/.exec(key)?.[1];
  return year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0);
}
