import { monthNamed } from '../../vocabulary/dates.js';
import type { DaysContext } from '../words/entry.js';
import { foodsIn } from '../words/known-foods.js';
import { OPENING_QUOTE, type Word, wordsIn } from '../words/words.js';
import { wholeDay } from './dates.js';
import { yearNumber } from './day.js';

/** The longest is “31 of feb 2027”. */
const WORDS = 3;

/**
 * The words of a name that were meant as a day, but of which there is none: “31 feb” of “milk 2 l 31 feb”.
 * @param name what a line says beside what was understood of it
 * @param context the days it was read by, with the foods whose names are read whole
 * @returns undefined when there are none, when the name is in quotes, or when a known food has them
 */
export function noSuchDayIn(name: string, context: DaysContext): string | undefined {
  if (OPENING_QUOTE.test(name)) return undefined;
  const words = wordsIn(name);
  const known = context.foods ? foodsIn(words, context.foods) : [];
  for (let at = 0; at < words.length; at += 1) {
    for (let count = WORDS; count > 0; count -= 1) {
      const part = words.slice(at, at + count);
      const isKnown = known.some((food) => food.at <= at && food.next >= at + part.length);
      if (part.length === count && !isKnown && isNoDay(part, context)) return textOf(part);
    }
  }
  return undefined;
}

function isNoDay(words: Word[], context: DaysContext): boolean {
  return isLikeDay(words.map(({ key }) => key)) && wholeDay(textOf(words), context) === undefined;
}

function textOf(words: Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** A number and a month in words, or numbers that can only be a date: “30/2” may, “80/20” and “30.2” may not. */
function isLikeDay(keys: string[]): boolean {
  const parts = keys.flatMap((key) => partsOf(key) ?? [key]);
  const [first = '', second = '', year, more] = parts;
  if (parts.length > 1 && more === undefined && (year === undefined || yearNumber(year) !== undefined)) {
    const [day, month] = /^\d/.test(first) ? [first, second] : [second, first];
    const isInWords = monthNamed(month) !== undefined;
    return isInWords && isDayLike(day, /^\d/.test(first) ? DAY_FIRST_AT_MOST : DAYS_AT_MOST);
  }
  return keys.length === 1 && isInNumbers(first);
}

/** “31feb”, not “31st”. */
function partsOf(key: string): string[] | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-.]?(\p{L}+)[-.]?(\d*)$/u.exec(key) ?? [];
  return monthNamed(month) && [day, month, year].filter(Boolean);
}

const DAYS_AT_MOST = 31;
/** “32 jan” is a slip; “dec 32” may be a year. */
const DAY_FIRST_AT_MOST = 39;

function isDayLike(day: string, most: number): boolean {
  const number = /^(\d{1,2})(?:\p{L}{2}|\.)?$/u.exec(day)?.[1];
  return number !== undefined && Number(number) <= most;
}

function isInNumbers(key: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(key) || /^\d{1,2}([-/.])\d{1,2}\1\d{4}$/.test(key)) return true;
  const [, one = '', two = ''] = /^(\d{1,2})\/(\d{1,2})(?:\/\d{2})?$/.exec(key) ?? [];
  const [less, more] = [Number(one), Number(two)].toSorted((a, b) => a - b);
  return (
    less !== undefined && more !== undefined && less >= 1 && less <= 12 && more > 28 && more <= DAYS_AT_MOST
  );
}
