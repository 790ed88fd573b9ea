/**
 * Reads a line such as “spinach 300 g fridge fri”. What is not clearly a quantity, a place or a date stays in the name:
 * a wrong guess that nobody sees is worse than a name that is too long. The rules:
 *
 * - A line is read from both its ends; what is left between is the name. Where nothing would be left, as in “500 g” or
 *   “fridge”, the whole line is the name. A name in "quotes" is taken as it is.
 * - A known food is the name, whatever words it has: the household's own, and those of the shelf-life table; the longest
 *   that the words name (`2 7up`, `500 g 21 seasoning salute`, `vitamin b12 x2`). With it all else in the line must be
 *   understood; but one or two words before it may be plain ones, where there is an amount (`two red onions`).
 * - Quantity: one, at the start (`2 milk`, `1kg rice`, `2 x 500g pasta`, `3 tins of tomatoes`, `a dozen eggs`,
 *   `half a cabbage`, `½ l cream`) or else at the end (`rice 1 kg`, `milk x2`). A bare number is one at the end only
 *   after a plural (`eggs 6`) or a known food (`lettuce 2`), and a number in words only before a known food (`two apples`,
 *   but `seven up`); it is none where it belongs to the name (`7 up`, `5 spice powder`, `omega 3`, `3 in 1
 *   coffee`) and where it would be 0, over a million, finer than a thousandth, or has a comma that may mean two numbers.
 *   `2 x 500 g` is two of `× 500 g`, and so are `2 packs 500 g`, `500 g (2)` and `2 tins … 500 g`;
 *   of known food also `2 milk 1 l`, while `2 onions 300 g` weigh that together: two of `× 150 g`. `2 kg + 500 g` is 2.5 kg,
 *   `box of 6 eggs` and `2 x 3 eggs` are six. `some` and `a few` say nothing.
 *   A bag or tin after a measure only holds it (`1 kg bag`). A third is 0.333.
 * - Date: at the end (`fri`, `5 dec`, `12/3`, `061227`, `in 5 days`, `6m`, `mid dec`); at the start only after `exp`, `best
 *   before`, `use by` or the like, or as 2026-12-05. The rules of dates stand in dates.ts.
 * - What was done on a day: `opened yesterday`, `bought fri`, `frozen 3 nov`, at the end, each once. A date that is to
 *   come is none of that, and stays in the name.
 * - Place: one of the household's by its name, or by its kind's word when there is one of that kind, at the end (`fridge`,
 *   `in the fridge`), or at the start after `in`, before a colon, or before a quantity (`fridge: milk`, `fridge 2 milk`).
 * - Words at the end that nobody understands hide nothing before them that is clear: of `eggs x12 fridge next-ish` only
 *   “next-ish” is left over, as the end of the name, and whoever shows what was read says so (left-over.ts).
 * - Between these a dash, an arrow or the like may stand, and each of them in brackets: `milk (2 l) - fridge`.
 */

import { FRACTION_SIGNS } from '../amounts/fractions.js';
import { tidy } from '../text.js';
import { DOZEN, OF } from '../vocabulary/amounts.js';
import { ADJECTIVES, isPlain } from './amounts/name-words.js';
import { isFraction } from './amounts/numbers.js';
import { isTimesSign } from './amounts/read-amount.js';
import { unitNamed } from './amounts/units.js';
import { type Read, type Reader, readWords } from './ends.js';
import { readLeftOver } from './left-over.js';
import { type Entry, type LineContext, NOTHING_SAID } from './words/entry.js';
import { asOne, foodsIn } from './words/known-foods.js';
import { placeNames } from './words/places.js';
import { type Marks, OPENING_QUOTE, type Word, wordsIn } from './words/words.js';

const NUMBER = new RegExp(`[\\d${FRACTION_SIGNS}]`);

/** @param line what a person typed; line ends and runs of spaces count as one space */
export function parseLine(line: string, context: LineContext): Entry {
  const text = tidy(line);
  const reader = { ...context, names: placeNames(context.places) };
  return readQuoted(text, reader) ?? readKnown(text, reader) ?? readUnknown(text, reader);
}

function readQuoted(text: string, reader: Reader): Entry | undefined {
  if (!OPENING_QUOTE.test(text)) return undefined;
  const read = readWords(lineWords(text, { quotes: true }), reader);
  const [name, ...others] = read?.core ?? [];
  return read && name?.quoted && others.length === 0 ? { ...read.entry, name: name.text } : undefined;
}

function readKnown(text: string, reader: Reader): Entry | undefined {
  const { foods } = reader;
  if (!foods) return undefined;
  const ways = /[([]/.test(text) ? [{}, { brackets: true }] : [{}];
  const lines = ways.flatMap((marks) => {
    const words = lineWords(text, marks);
    return foodsIn(words, foods).map((span) => asOne(words, span));
  });
  const reads: Read[] = [];
  for (const words of lines) {
    const read = readWords(words, reader);
    if (read && isKnown(read, 0)) return { ...read.entry, name: read.name };
    if (read) reads.push(read);
  }
  const read = reads.find((one) => isKnown(one, ADJECTIVES));
  if (read) return { ...read.entry, name: read.name };
  for (const words of lines) {
    const read = readLeftOver(words, reader, true);
    if (read && hasWholeBrackets(read.name)) return read;
  }
  return undefined;
}

/** True for a known food alone, and for one with some words before it where an amount was found. */
function isKnown({ core, entry }: Read, adjectives: number): boolean {
  if (core.at(-1)?.known === undefined || core.length > adjectives + 1) return false;
  return (
    adjectives === 0 || (entry.quantityMilli !== null && core.slice(0, -1).every(({ key }) => isPlain(key)))
  );
}

function readUnknown(text: string, reader: Reader): Entry {
  const words = lineWords(text, {});
  const plain = readWords(words, reader) ?? { entry: undefined, name: text };
  const inside = /[([]/.test(plain.name) ? readWords(lineWords(text, { brackets: true }), reader) : undefined;
  const read = inside && hasWholeBrackets(inside.name) ? inside : plain;
  if (!read.entry) return { ...NOTHING_SAID, name: text };
  const mayCount = read.entry.quantityMilli === null && NUMBER.test(read.name);
  const leftOver = mayCount ? readLeftOver(words, reader, false) : undefined;
  if (leftOver && hasWholeBrackets(leftOver.name)) return leftOver;
  const fraction = fractionIn(read.name);
  return { ...read.entry, name: read.name, ...(fraction && { leftOver: fraction }) };
}

/** The end of “milk 1/2”: a half of it or a day, and so told as what was not understood. */
function fractionIn(name: string): string | undefined {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  return words.length > 1 && isFraction(last) ? last : undefined;
}

/** “x 4” is one word: it can’t be the day of a date that follows. */
function lineWords(text: string, marks: Marks): Word[] {
  const words: Word[] = [];
  for (const word of wordsIn(text, marks)) {
    const [before, times] = words.slice(-2);
    const elided = elidedOf(word, times);
    if (elided) {
      words.push(...elided);
      continue;
    }
    const isCount = times && before && isTimesSign(times.key) && /^\d{1,3}$/.test(word.key);
    if (isCount && !/\d$/.test(before.key)) {
      words[words.length - 1] = {
        ...word,
        text: `${times.text} ${word.text}`,
        key: `${times.key}${word.key}`,
      };
    } else words.push(word);
  }
  return words;
}

/** “Œufs” apart from its “d’”, after a measure or a dozen. @param before the word before it */
function elidedOf(word: Word, before: Word | undefined): Word[] | undefined {
  const isHeld = before && (unitNamed(before.key) !== undefined || DOZEN.has(before.key));
  const of = word.key.slice(0, 2);
  if (!isHeld || word.quoted || !of.endsWith("'") || !OF.has(of)) return undefined;
  const [first, rest] = [word.text.slice(0, 2), word.text.slice(2)];
  return rest === '' ? undefined : wordsIn(`${first} ${rest}`);
}

/** False for a name that lost one of two brackets to what stood beside it: “pasta (fresh” of “pasta (fresh 500 g)”. */
function hasWholeBrackets(name: string): boolean {
  const count = (mark: string) => name.split(mark).length;
  return count('(') === count(')') && count('[') === count(']');
}
