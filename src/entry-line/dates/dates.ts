/**
 * Reads the date of a line, so that a food is looked at too early rather than too late, and never on another day than was
 * meant in silence: what is no date stays in the name. The rules:
 *
 * - Without a year it is the next such day, or the last one if that is thirty days ago at the most: on a pack the year
 *   may be missing only where food keeps three months at most. A day of the week may be today; `next fri` is the first
 *   Friday after today, since no one means an earlier one.
 * - A month, and a month with a year (`06/27`, `12/2026`), is its last day, as “best before end” on a pack (Regulation
 *   (EU) No 1169/2011, Annex X, 1). After “best before end” `MAR 28` is March 2028, and `2027` the end of that year.
 * - Numbers are read in the household's order of day and month; where that makes no date, in the other one (`12/31`), and
 *   with the year first where the last number is no year of food that is kept today (`27.06.12`). Of a day that is none,
 *   as 31/02/27, no other reading is tried.
 * - After a word such as `exp` 12.3, 1/2 and `may` are dates too; alone they may be a price, a half, a word. A date after
 *   a word such as `made`, `for` or `sell by` says something else and stays.
 * - `3 months` at the end is the day so far from today, but not of what is sold by its age or for an age: `gouda 12 months`,
 *   `formula 6 months`.
 */

import type { IsoDate } from '../../calendar/day.js';
import {
  BY_LENGTH,
  isAgoBefore,
  isMonth,
  LOT,
  MARKER_WORDS,
  markerIn,
  mayBeginDate,
  meansOtherDate,
  OF_AGE,
  ON,
} from '../../vocabulary/dates.js';
import { withoutDot } from '../../vocabulary/spelling.js';
import { looksNumeric } from '../amounts/numbers.js';
import type { DateKind, DaysContext } from '../words/entry.js';
import { type Word, withSeparator, wordsIn } from '../words/words.js';
import { COMING, type Day } from './day.js';
import { DAY_WORDS, readDay } from './read-day.js';

const DATE_WORDS = DAY_WORDS + MARKER_WORDS;

export interface FoundDate {
  bestBefore: IsoDate;
  dateKind: DateKind;
}

interface Reading extends FoundDate {
  next: number;
  /** What says that it is a date, if anything. */
  marked: 'clearly' | 'weakly' | 'lot' | 'not';
  kind: Day['kind'];
}

/** The date that a line begins with: only one that is marked as one (“bb fri”), or 2026-12-05. */
export function dateAtStart(
  words: Word[],
  at: number,
  end: number,
  context: DaysContext,
): (FoundDate & { next: number }) | undefined {
  const read = readDate(words, at, end, context);
  if (!read) return undefined;
  // “exp 5 dec 30 eggs”: 30 may be a year or the eggs.
  if (/^\d\d$/.test(words[read.next - 1]?.key ?? '')) return undefined;
  const iso = /^\d{4}-\d{1,2}-\d{1,2}$/.test(words[at]?.key ?? '');
  return read.marked === 'clearly' || iso ? read : undefined;
}

/**
 * The date that a line ends with: “fri”, “exp 5 dec”, “in 5 days”.
 * @param isFact tells whether the words before one end in what was done on a day
 */
export function dateAtEnd(
  words: Word[],
  start: number,
  end: number,
  context: DaysContext,
  isFact: (at: number) => boolean,
): (FoundDate & { at: number }) | undefined {
  for (let from = Math.max(start, end - DATE_WORDS); from < end; from += 1) {
    const read = readDate(words, from, end, context);
    if (read?.next !== end) continue;
    const before = words[from - 1]?.key;
    // “milk 1 l 06/27”: the l is the milk's.
    if (read.marked === 'lot' && looksNumeric(before ?? '')) continue;
    const at = withSeparator(words, start, from);
    if (read.marked !== 'clearly') {
      // “Eggs 12 5 dec”: 12 is how many.
      const isCount =
        words[at - 2]?.known !== undefined && /^\d{1,3} \d/.test(`${before} ${words[from]?.key}`);
      const other = !isCount && isOtherDate(words[at - 1]?.key, words[from]?.key, read);
      if (other && !isFact(at)) return undefined;
      if (read.kind === 'span' && isOfFood(words.slice(start, at), words[from]?.key ?? '')) return undefined;
    }
    return { at, bestBefore: read.bestBefore, dateKind: read.dateKind };
  }
  return undefined;
}

/** “sell by fri” is another date; “31 feb” is none, so 1 feb is not read there. */
function isOtherDate(before = '', first = '', { kind }: Reading): boolean {
  if (meansOtherDate(before) || (kind === 'span' && isAgoBefore(before))) return true;
  // In “eggs 6 5/12” and “eggs 6 10 days” the date is whole without the 6.
  const whole = /\d[/.-]\d/.test(first) || ((kind === 'span' || kind === 'printed') && !isMonth(first));
  if (/^\d{1,3}$/.test(before) && whole) return false;
  return looksNumeric(before) && (looksNumeric(first) || isMonth(first));
}

/** “Gouda 12 months”, “formula 6 months”, “foil 10m”: a span that belongs to the name. */
function isOfFood(name: Word[], span: string): boolean {
  const length = /\dm$/.test(span);
  return name.some(({ key }) => OF_AGE.has(key) || (length && BY_LENGTH.has(key)));
}

/**
 * The day that a whole text is, where only a day is asked for: “12.3” is one there.
 * @param text one line, tidied
 */
export function wholeDay(text: string, context: DaysContext): IsoDate | undefined {
  const words = wordsIn(text);
  const read = readDate(words, 0, words.length, context, true);
  return read?.next === words.length && read.dateKind === 'best_before' ? read.bestBefore : undefined;
}

/** @param isAsked: a day is asked for, so it needs no “use by” before it */
function readDate(
  words: Word[],
  at: number,
  end: number,
  context: DaysContext,
  isAsked = false,
): Reading | undefined {
  if (!mayBeginDate(words[at]?.key ?? '')) return undefined;
  const plain: string[] = [];
  for (const word of words.slice(at, Math.min(end, at + DATE_WORDS))) {
    if (word.quoted) break;
    plain.push(word.key);
  }
  const keys = withMarkerApart(plain);
  const marker = markerIn(keys);
  const lot = !marker && LOT.has(withoutDot(keys[0] ?? ''));
  const marking = marker?.taken ?? (lot ? 1 : 0);
  const after = marking + ((marking > 0 || isAsked) && ON.has(keys[marking] ?? '') ? 1 : 0);
  const day = readDay(keys.slice(after), { ...context, means: COMING, ofMonthEnd: marker?.end === true });
  if (!day || (!marker && !isAsked && !day.sure)) return undefined;
  return {
    bestBefore: day.day,
    dateKind: marker?.kind ?? 'best_before',
    next: at + after + day.taken - (keys.length - plain.length),
    marked: marker ? (marker.weak ? 'weakly' : 'clearly') : lot ? 'lot' : 'not',
    kind: day.kind,
  };
}

/** “exp:5/12” as two words. */
function withMarkerApart([first = '', ...rest]: string[]): string[] {
  const glued = /^(\p{L}{1,8})[:.]?(\d.*)$/u.exec(first);
  const [, marker = '', day = ''] = glued ?? [];
  return markerIn([marker]) || LOT.has(marker) ? [marker, day, ...rest] : [first, ...rest];
}
