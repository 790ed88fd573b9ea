import type { DateKind } from './entry.js';

const MONTHS = [
  ...['jan january', 'feb february', 'mar march', 'apr april', 'may', 'jun june', 'jul july', 'aug august'],
  ...['sep sept september', 'oct october', 'nov november', 'dec december'],
];
const WEEKDAYS = [
  ...['sun sunday', 'mon monday', 'tue tues tuesday', 'wed weds wednesday', 'thu thur thurs thursday'],
  ...['fri friday', 'sat saturday'],
];

const numbered = (lists: string[], first: number) =>
  new Map(lists.flatMap((list, index) => list.split(' ').map((word) => [word, index + first] as const)));
const MONTH_NUMBERS = numbered(MONTHS, 1);
const WEEKDAY_NUMBERS = numbered(WEEKDAYS, 0);

/** Months that are words of their own: “tuna may”, “mar”. Alone they are no date. */
const OTHER_WORDS = new Set(['mar', 'march', 'may']);

/** What says that a date follows. Those at the start of a line can't be mistaken for anything else. */
const MARKERS: [words: string, kind: DateKind][] = [
  ...['use by', 'use-by', 'useby', 'use by date', 'use before', 'ub', 'ubd', 'u/b'].map(
    (words): [string, DateKind] => [words, 'use_by'],
  ),
  ...[
    ...['best before', 'best-before', 'best before end', 'best before date', 'best by', 'best-by'],
    ...['bb', 'bbe', 'bbd', 'b/b', 'mhd', 'goes off'],
    ...[
      'exp',
      'expires',
      'expiring',
      'expiry',
      'expiry date',
      'exp date',
      'expires on',
      'good until',
      'good till',
    ],
    ...['keeps until', 'until', 'till', 'til', 'by', 'eat by'],
  ].map((words): [string, DateKind] => [words, 'best_before']),
];
const MARKERS_BY_WORDS = new Map(MARKERS);
const WEAK = new Set(['until', 'till', 'til', 'by']);
const MARKER_WORDS = 3;

/** After one of these a date says something else: when a thing was made, what it is for, what it is called. */
const OTHER_DATES = new Set(
  (
    'made cooked baked bought opened frozen froze picked packed brewed delivered from since after before not for on ' +
    'sell display last next this every each good black easter palm ash shrove capri the and or to best use by until ' +
    'till til exp bb end of in - – — / & +'
  ).split(' '),
);

/** 1 to 12, or undefined for a word that is no month. */
export function monthNamed(key: string): number | undefined {
  return MONTH_NUMBERS.get(withoutDot(key));
}

export function isMonth(key: string): boolean {
  return monthNamed(key) !== undefined;
}

/** True when the month's name may stand alone for it. */
export function isOnlyMonth(key: string): boolean {
  return !OTHER_WORDS.has(withoutDot(key));
}

/** 0 for Sunday to 6, or undefined for a word that is no day of the week. */
export function weekdayNamed(key: string): number | undefined {
  return WEEKDAY_NUMBERS.get(withoutDot(key));
}

/**
 * The words at a place of a line that say that a date follows.
 * @param keys the keys of the words from there on
 * @returns how many words they are
 */
export function markerIn(keys: string[]): { taken: number; kind: DateKind; weak: boolean } | undefined {
  for (let taken = Math.min(MARKER_WORDS, keys.length); taken > 0; taken -= 1) {
    const words = keys.slice(0, taken).map(withoutDot).join(' ');
    const kind = MARKERS_BY_WORDS.get(words);
    if (kind) return { taken, kind, weak: WEAK.has(words) };
  }
  return undefined;
}

/** True for a word after which a date is no best-before date. */
export function meansOtherDate(key: string): boolean {
  return OTHER_DATES.has(withoutDot(key)) || weekdayNamed(key) !== undefined || isMonth(key);
}

export function withoutDot(key: string): string {
  return key.endsWith('.') ? key.slice(0, -1) : key;
}
