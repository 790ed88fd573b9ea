import { A, OF } from '../vocabulary/amounts.js';
import { isMonth, spanNamed } from '../vocabulary/dates.js';
import { isNoFood, isPartOfName } from './amounts/name-words.js';
import { unitNamed } from './amounts/units.js';
import { dateAtEnd } from './dates/dates.js';
import { type Ends, type Reader, readEnd, readEnds, textOf } from './ends.js';
import type { Entry } from './words/entry.js';
import { foodsIn } from './words/known-foods.js';
import { isBracketed, isSeparator, type Word } from './words/words.js';

const LEFT_OVER_WORDS_AT_MOST = 4;
const IN_BRACKETS = 6;
const SHARE = /^\d{1,2}(?:[.,]\d)?%$/;

/**
 * Reads what stands before words that say nothing: the 12 and the fridge of “eggs x12 fridge next-ish”. Those words are
 * the end of the name. What was understood must be clear: an amount with its unit or ×, a date with numbers, a place
 * after a known food. “Fridge magnets” and “friday pizza” are names.
 * @param isKnown true when the words before must end in a known food; after others only an amount is clear enough
 */
export function readLeftOver(words: Word[], reader: Reader, isKnown: boolean): Entry | undefined {
  const ends = readEnds(words, reader);
  if (!ends) return undefined;
  for (let at = ends.end - 1; at > ends.start + 1 && at >= ends.end - IN_BRACKETS; at -= 1) {
    const rest = words.slice(at, ends.end);
    if (!isLeftOver(rest)) continue;
    const before = readEnd(words, reader, { ...ends, end: at, hasGap: true });
    if (
      before.end < at &&
      before.start < before.end &&
      isClear(words, { ends, before, at }, isKnown, reader)
    ) {
      const name = [...words.slice(before.start, before.end), ...rest];
      return { ...before.entry, name: textOf(name, true), leftOver: textOf(rest, true) };
    }
  }
  return undefined;
}

/** Words that may end a name: without numbers, or all in brackets. */
function isLeftOver(words: Word[]): boolean {
  const [first] = words;
  if (!first || isSeparator(first) || words.some(({ known }) => known !== undefined)) return false;
  if (words.length === 1 && SHARE.test(first.key)) return true;
  if (!/\p{L}/u.test(words.at(-1)?.key ?? '')) return false;
  return (
    isBracketed(words) ||
    (words.length <= LEFT_OVER_WORDS_AT_MOST && !words.some(({ key }) => /\d|[()[\]]/.test(key)))
  );
}

interface Found {
  ends: Ends;
  before: Ends;
  /** Index of the first word that is left over. */
  at: number;
}

function isClear(words: Word[], { ends, before, at }: Found, isKnown: boolean, reader: Reader): boolean {
  if (isKnown && words[before.end - 1]?.known === undefined) return false;
  // “Tomatoes 400 g sun dried”
  const date = ends.entry.bestBefore === null && dateAtEnd(words, ends.start, at, reader, () => false);
  if (date && !words.slice(date.at, at).some(({ key }) => /\d/.test(key))) return false;
  const { form, named, isSum } = (before.amount !== ends.amount && before.amount) || {};
  // “flour 2 kg + 1 kg sugar”: the second amount is the sugar's.
  if (isSum && isFood(words.slice(at, ends.end), reader)) return false;
  if (form === 'times' || named?.measure || (form === 'amount' && (!named || isKnown))) return true;
  const rest = words.slice(at, ends.end);
  return isKnown && !goesOn(rest[0]?.key ?? '') && !isFood(rest, reader);
}

/** “Coffee 3 in 1”, “bread 7 seeds”; “soup 32 dec” is no day. */
function goesOn(key: string): boolean {
  const isLittle = isNoFood(key) || OF.has(key) || A.has(key);
  return (
    isLittle ||
    isMonth(key) ||
    isPartOfName(key) ||
    spanNamed(key) !== undefined ||
    unitNamed(key) !== undefined
  );
}

function isFood(words: Word[], { foods }: Reader): boolean {
  return foods !== undefined && foodsIn(words, foods).length > 0;
}
