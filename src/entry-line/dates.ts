import type { IsoDate } from '../stock/best-before.js';
import { isMonth, markerIn, meansOtherDate } from './calendar-words.js';
import type { DateKind, LineContext } from './entry.js';
import { looksNumeric } from './numbers.js';
import { DAY_WORDS, readDay } from './read-day.js';
import type { Word } from './words.js';

/** A marker of up to three words, and a day. */
const DATE_WORDS = DAY_WORDS + 3;

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
  for (let at = Math.max(start, end - DATE_WORDS); at < end; at += 1) {
    const read = readDate(words, at, end, context);
    if (read?.next !== end) continue;
    if (read.marked !== 'clearly' && isOtherDate(words[at - 1]?.key, words[at]?.key)) return undefined;
    return { at, bestBefore: read.bestBefore, dateKind: read.dateKind };
  }
  return undefined;
}

/** What stands before a date may make it another one: “sell by fri”, or the rest of none, as in “31 feb”. */
function isOtherDate(before = '', first = ''): boolean {
  if (meansOtherDate(before)) return true;
  return looksNumeric(before) && (looksNumeric(first) || isMonth(first));
}

function readDate(words: Word[], at: number, end: number, context: LineContext): Reading | undefined {
  const keys: string[] = [];
  for (const word of words.slice(at, Math.min(end, at + DATE_WORDS))) {
    if (word.quoted) break;
    keys.push(word.key);
  }
  const marker = markerIn(keys);
  const after = marker ? marker.taken + (keys[marker.taken] === 'on' ? 1 : 0) : 0;
  const day = readDay(keys.slice(after), context);
  if (!day || (!marker && !day.sure)) return undefined;
  return {
    bestBefore: day.day,
    dateKind: marker?.kind ?? 'best_before',
    next: at + after + day.taken,
    marked: marker ? (marker.weak ? 'weakly' : 'clearly') : 'not',
  };
}
