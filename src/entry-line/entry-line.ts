/**
 * Reads a line such as “spinach 300 g fridge fri”. What is not clearly a quantity, a place or a date stays in the name:
 * a wrong guess that nobody sees is worse than a name that is too long. The rules:
 *
 * - A line is read from both its ends; what is left between is the name. Where nothing would be left, as in “500 g” or
 *   “fridge”, the whole line is the name. A name in "quotes" is taken as it is.
 * - Quantity: one, at the start (`2 milk`, `1kg rice`, `2 x 500g pasta`, `3 tins of tomatoes`, `a dozen eggs`,
 *   `half a cabbage`, `½ l cream`) or else at the end (`rice 1 kg`, `milk x2`). A bare number is one at the end only
 *   after a plural (`eggs 6`); it is none where it belongs to the name (`7 up`, `5 spice powder`, `omega 3`, `3 in 1
 *   coffee`) and where it would be 0, over a million, finer than a thousandth, or has a comma that may mean two numbers.
 *   `2 x 500 g` is two of `× 500 g`. A third is 0.333.
 * - Date: at the end (`fri`, `5 dec`, `tomorrow`, `in 5 days`, `2w`, `12/3`); at the start only after `exp`, `best
 *   before`, `use by` or the like, or as 2026-12-05. After such words 12.3, 1/2 and `may` are dates too; alone they may be
 *   a price, a half, a word. A date after a word such as `made`, `for` or `sell by` says something else and stays.
 *   Without a year it is the next such day, or the last one if that is thirty days ago at the most: on a pack the year
 *   may be missing only where food keeps three months at most. A day of the week may be today. So a food is looked at too
 *   early rather than too late. A month is its last day, as “best before end” on a pack (Regulation (EU) No 1169/2011,
 *   Annex X, 1).
 * - Place: one of the household's by its name, or by its kind's word when there is one of that kind, at the end (`fridge`,
 *   `in the fridge`), or at the start after `in`, before a colon, or before a quantity (`fridge: milk`, `fridge 2 milk`).
 * - Between these a dash, an arrow or the like may stand, and each of them in brackets: `milk (2 l) - fridge`.
 */

import { tidy } from '../text.js';
import { amountAtEnd, amountAtStart, type FirstAmount } from './amounts.js';
import { dateAtEnd, dateAtStart } from './dates.js';
import { type Entry, type LineContext, NOTHING_SAID } from './entry.js';
import { FACTS, factAtEnd } from './facts.js';
import { type PlaceNames, placeAtEnd, placeAtStart, placeNames } from './places.js';
import { eachOf, UNIT_AT_MOST } from './read-amount.js';
import { type Marks, OPENING_QUOTE, type Word, withoutEnd, wordsIn } from './words.js';

/** What was read at the two ends of a line. */
interface Ends {
  start: number;
  end: number;
  entry: Omit<Entry, 'name'>;
  first: FirstAmount | undefined;
}

/** @param line what a person typed; line ends and runs of spaces count as one space */
export function parseLine(line: string, context: LineContext): Entry {
  const text = tidy(line);
  const names = placeNames(context.places);
  const readWith = (marks: Marks) => readWords(wordsIn(text, marks), context, names);
  if (OPENING_QUOTE.test(text)) {
    const quoted = readWith({ quotes: true });
    if (quoted?.core.length === 1 && quoted.core[0]?.quoted) {
      return { ...quoted.entry, name: quoted.core[0].text };
    }
  }
  const plain = readWith({}) ?? { entry: NOTHING_SAID, name: text };
  const inside = /[([]/.test(plain.name) ? readWith({ brackets: true }) : undefined;
  const { entry, name } = inside && hasWholeBrackets(inside.name) ? inside : plain;
  return { ...entry, name };
}

/** False for a name that lost one of two brackets to what stood beside it: “pasta (fresh” of “pasta (fresh 500 g)”. */
function hasWholeBrackets(name: string): boolean {
  const count = (mark: string) => name.split(mark).length;
  return count('(') === count(')') && count('[') === count(']');
}

/** @returns what the ends of a line say and the words between; undefined when no word would be left */
function readWords(words: Word[], context: LineContext, names: PlaceNames) {
  const start = readStart(words, context, names);
  const ends = readEnd(words, context, names, start);
  if (ends.start < ends.end) return read(words, ends);
  // In “6 rolls” the unit is the food.
  const food = start.first?.withoutUnit;
  if (!food || start.start !== start.first?.next) return undefined;
  const counted = readEnd(words, context, names, { ...start, ...taking(start, food) });
  return counted.start < counted.end ? read(words, counted) : undefined;
}

function read(words: Word[], { entry, start, end }: Ends) {
  const core = words.slice(start, end);
  const name = core.map((word) => word.text).join(' ');
  return { entry, core, name: core.length < words.length ? withoutEnd(name, ',;: ') || name : name };
}

function readStart(words: Word[], context: LineContext, names: PlaceNames): Ends {
  const end = words.length;
  let ends: Ends = { start: 0, end, entry: NOTHING_SAID, first: undefined };
  for (;;) {
    const { entry, start } = ends;
    const amount = entry.quantityMilli === null ? amountAtStart(words, start, end) : undefined;
    const place = entry.placeId === null ? placeAtStart(words, start, end, names, isAmount) : undefined;
    const date = entry.bestBefore === null ? dateAtStart(words, start, end, context) : undefined;
    if (amount) ends = { ...ends, ...taking(ends, amount), first: amount };
    else if (place) ends = { ...ends, start: place.next, entry: { ...entry, placeId: place.placeId } };
    else if (date) {
      const { bestBefore, dateKind } = date;
      ends = { ...ends, start: date.next, entry: { ...entry, bestBefore, dateKind } };
    } else return ends;
  }

  function isAmount(at: number): boolean {
    return amountAtStart(words, at, end) !== undefined;
  }
}

function taking(ends: Ends, amount: { quantityMilli: number; unit: string; next: number }) {
  const { quantityMilli, unit } = amount;
  return { start: amount.next, entry: { ...ends.entry, quantityMilli, unit } };
}

function readEnd(words: Word[], context: LineContext, names: PlaceNames, from: Ends): Ends {
  let ends = from;
  for (;;) {
    const { entry, start, end } = ends;
    const date = entry.bestBefore === null ? dateAtEnd(words, start, end, context, isFact) : undefined;
    const done = factLeft(end);
    const place = entry.placeId === null ? placeAtEnd(words, start, end, names) : undefined;
    const amount = amountLeft(words, ends, isElse);
    if (place) ends = { ...ends, end: place.at, entry: { ...entry, placeId: place.placeId } };
    else if (date) {
      const { bestBefore, dateKind } = date;
      ends = { ...ends, end: date.at, entry: { ...entry, bestBefore, dateKind } };
    } else if (done) {
      ends = { ...ends, end: done.at, entry: { ...entry, [FACTS[done.fact]]: done.day } };
    } else if (amount) ends = { ...ends, end: amount.at, entry: { ...entry, ...amount.content } };
    else return ends;
  }

  /** What was done on a day, unless the line says another day of it too. */
  function factLeft(end: number) {
    const found = factAtEnd(words, ends.start, end, context);
    return found && ends.entry[FACTS[found.fact]] === null ? found : undefined;
  }

  function isFact(at: number): boolean {
    return factLeft(at) !== undefined;
  }

  /** True when the words before one end in a place or a date: the 2 of “peas freezer drawer 2 300 g”. */
  function isElse(at: number): boolean {
    const { start, entry } = ends;
    if ((entry.placeId === null && placeAtEnd(words, start, at, names)) || isFact(at)) return true;
    return entry.bestBefore === null && dateAtEnd(words, start, at, context, isFact) !== undefined;
  }
}

/** The quantity at the end, when there was none at the start; or what each of several holds: “2x milk 1 l”. */
function amountLeft(words: Word[], { entry, start, end, first }: Ends, isElse: (at: number) => boolean) {
  const amount = amountAtEnd(words, start, end, isElse);
  if (!amount) return undefined;
  const { quantityMilli, unit, at } = amount;
  if (entry.quantityMilli === null) return { at, content: { quantityMilli, unit } };
  if (first?.form !== 'times' || entry.unit !== '' || !amount.named?.measure) return undefined;
  const each = eachOf(quantityMilli, unit);
  return each.length <= UNIT_AT_MOST ? { at, content: { unit: each } } : undefined;
}
