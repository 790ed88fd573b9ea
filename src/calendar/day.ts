import { LRUCache } from 'lru-cache';

const DAY = 24 * 60 * 60 * 1000;
const DAYS_THAT_ARE_SOON = 3;

/** A day without a time: ISO 8601, such as 2026-11-25. */
export type IsoDate = string;

/** Kept because a formatter is slow to make. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  calendars.set(timeZone, made);
  return made;
}

const days = new LRUCache<string, IsoDate, { timeZone: string; now: Date }>({
  max: 500,
  memoMethod: (_minute, _before, { context: { timeZone, now } }) => dayOf(timeZone, now),
});

/** The day that it is in a time zone. @param timeZone an IANA name */
export function dayIn(timeZone: string, now: Date): IsoDate {
  // No zone is a part of a minute ahead of another (since 1972).
  const minute = Math.floor(now.getTime() / 60_000);
  return days.memo(`${timeZone} ${minute}`, { context: { timeZone, now } });
}

function dayOf(timeZone: string, now: Date): IsoDate {
  const parts = calendarOf(timeZone).formatToParts(now);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** In milliseconds: local time is at most 14 hours ahead of UTC, and 12 behind. */
const FARTHEST = 15 * 60 * 60 * 1000;

/** The first moment of a day in a time zone; not always midnight. @param timeZone an IANA name */
export function startOfDay(timeZone: string, day: IsoDate): Date {
  let before = Date.parse(day) - FARTHEST;
  let from = Date.parse(day) + FARTHEST;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayIn(timeZone, new Date(middle)) < day) before = middle;
    else from = middle;
  }
  return new Date(from);
}

/** How many days after today a day is; negative when it is past. */
export function daysAfter(today: IsoDate, day: IsoDate): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY);
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

export interface DateInWords {
  iso: IsoDate;
  /** "in 3 days" */
  words: string;
  /** "25 Nov", with the year when it is another one */
  date: string;
  state: 'past' | 'soon' | 'later';
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const withYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const dayOfWeek = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

/** "Fri 27 Nov", with the year when it is another one. */
export function weekdayText(day: IsoDate, today: IsoDate): string {
  return `${dayOfWeek.format(new Date(day))} ${inWords(day, today).date}`;
}

/** Days in words, by the day and today: the same few stand on every page, and formatting is slow. */
const said = new LRUCache<string, DateInWords, { day: IsoDate; today: IsoDate }>({
  max: 5000,
  memoMethod: (_both, _before, { context: { day, today } }) => madeInWords(day, today),
});

/** A best-before date as people say it. Best before today is still good today. */
export function inWords(day: IsoDate, today: IsoDate): DateInWords {
  return said.memo(day + today, { context: { day, today } });
}

function madeInWords(day: IsoDate, today: IsoDate): DateInWords {
  const days = daysAfter(today, day);
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return {
    iso: day,
    words: relativeWords(days),
    date: (sameYear ? dayAndMonth : withYear).format(new Date(day)),
    state: days < 0 ? 'past' : days <= DAYS_THAT_ARE_SOON ? 'soon' : 'later',
  };
}

function relativeWords(days: number): string {
  const away = Math.abs(days);
  if (away < 21) return relative.format(days, 'day');
  if (away < 60) return relative.format(Math.round(days / 7), 'week');
  if (away < 730) return relative.format(Math.round(days / 30.44), 'month');
  return relative.format(Math.round(days / 365.25), 'year');
}

/** A date for a field, “3 Dec 2026”: in words, so that it reads back in any date order. */
export function dayText(day: IsoDate): string {
  return withYear.format(new Date(day));
}

/** True for an existing day, written year-month-day. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
