import type { IsoDate } from '../stock/best-before.js';
import { isMonth, MARKER_WORDS, markerIn, meansOtherDate, ON } from '../vocabulary/dates.js';
import type { DateKind, LineContext } from './entry.js';
import { looksNumeric } from './numbers.js';
import { DAY_WORDS, readDay } from './read-day.js';
import { type Word, withSeparator } from './words.js';

/** A marker and a day. */
const DATE_WORDS = DAY_WORDS + MARKER_WORDS;

export interface FoundDate {
  bestBefore: IsoDate;
  dateKind: DateKind;
}

interface Reading extends FoundDate {
  next: number;
  /** What says that it is a date, if anything. */
  marked: 'clearly' | 'weakly' | 'not';
}

/** The date that a line begins with: only one that is marked as one (“bb fri”), or 2026-12-05. */
export function dateAtStart(
  words: Word[],
  at: number,
  end: number,
  context: LineContext,
): (FoundDate & { next: number }) | undefined {
  const read = readDate(words, at, end, context);
  if (!read) return undefined;
  // In “exp 5 dec 30 eggs” it may be the year or the eggs.
  if (/^\d\d$/.test(words[read.next - 1]?.key ?? '')) return undefined;
  const iso = /^\d{4}-\d{1,2}-\d{1,2}$/.test(words[at]?.key ?? '');
  return read.marked === 'clearly' || iso ? read : undefined;
}

/** The date that a line ends with: “fri”, “exp 5 dec”, “in 5 days”. */
export function dateAtEnd(
  words: Word[],
  start: number,
  end: number,
  context: LineContext,
): (FoundDate & { at: number }) | undefined {
  for (let from = Math.max(start, end - DATE_WORDS); from < end; from += 1) {
    const read = readDate(words, from, end, context);
    if (read?.next !== end) continue;
    const at = withSeparator(words, start, from);
    if (read.marked !== 'clearly' && isOtherDate(words[at - 1]?.key, words[from]?.key)) return undefined;
    return { at, bestBefore: read.bestBefore, dateKind: read.dateKind };
  }
  return undefined;
}

/** What stands before a date may make it another one: “sell by fri”, or the rest of none, as in “31 feb”. */
function isOtherDate(before = '', first = ''): boolean {
  if (meansOtherDate(before)) return true;
  // In “eggs 6 5/12” the date is whole.
  if (/^\d{1,3}$/.test(before) && /\d[/.-]\d/.test(first)) return false;
  return looksNumeric(before) && (looksNumeric(first) || isMonth(first));
}

function readDate(words: Word[], at: number, end: number, context: LineContext): Reading | undefined {
  const plain: string[] = [];
  for (const word of words.slice(at, Math.min(end, at + DATE_WORDS))) {
    if (word.quoted) break;
    plain.push(word.key);
  }
  const keys = withMarkerApart(plain);
  const marker = markerIn(keys);
  const after = marker ? marker.taken + (ON.has(keys[marker.taken] ?? '') ? 1 : 0) : 0;
  const day = readDay(keys.slice(after), context);
  if (!day || (!marker && !day.sure)) return undefined;
  return {
    bestBefore: day.day,
    dateKind: marker?.kind ?? 'best_before',
    next: at + after + day.taken - (keys.length - plain.length),
    marked: marker ? (marker.weak ? 'weakly' : 'clearly') : 'not',
  };
}

/** “exp:5/12” as two words. */
function withMarkerApart([first = '', ...rest]: string[]): string[] {
  const glued = /^([a-z]{2,3})[:.]?(\d.*)$/.exec(first);
  const [, marker = '', day = ''] = glued ?? [];
  return markerIn([marker]) ? [marker, day, ...rest] : [first, ...rest];
}
