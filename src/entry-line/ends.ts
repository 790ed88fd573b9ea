import { findShelfLife } from '../keeping/shelf-life/find.js';
import { EACH, vagueWords } from '../vocabulary/amounts.js';
import { amountAtStart, type FirstAmount } from './amounts/first-amount.js';
import { amountAtEnd } from './amounts/last-amount.js';
import { ADJECTIVES, isPlain } from './amounts/name-words.js';
import type { Amount } from './amounts/read-amount.js';
import { piecesOf, together } from './amounts/two-amounts.js';
import { dateAtEnd, dateAtStart } from './dates/dates.js';
import { FACTS, factAtEnd } from './dates/facts.js';
import { type Entry, type LineContext, NOTHING_SAID } from './words/entry.js';
import { type PlaceNames, placeAtEnd, placeAtStart } from './words/places.js';
import { type Word, withoutEnd } from './words/words.js';

export interface Reader extends LineContext {
  names: PlaceNames;
}

export type Understood = Omit<Entry, 'name' | 'leftOver'>;

export interface Ends {
  start: number;
  end: number;
  entry: Understood;
  first: FirstAmount | undefined;
  /** Where its quantity comes from. */
  amount: Amount | undefined;
  /** Words that nobody understands stand between the ends and what was read after. */
  hasGap?: boolean;
}

export interface Read {
  entry: Understood;
  core: Word[];
  name: string;
}

/** @returns undefined when no word would be left */
export function readWords(words: Word[], reader: Reader): Read | undefined {
  const ends = readEnds(words, reader);
  return ends && { ...nameOf(words, ends), entry: ends.entry };
}

/** @returns undefined when no word would be left */
export function readEnds(words: Word[], reader: Reader): Ends | undefined {
  const start = readStart(words, reader);
  const ends = readEnd(words, reader, start);
  if (ends.start < ends.end) return ends;
  // In “6 rolls” the unit is the food.
  const food = start.first?.withoutUnit;
  if (!food || start.start !== start.first?.next) return undefined;
  const counted = readEnd(words, reader, taking(start, food));
  return counted.start < counted.end ? counted : undefined;
}

function nameOf(words: Word[], { start, end }: Ends) {
  const core = words.slice(start, end);
  return { core, name: textOf(core, core.length < words.length) };
}

/** @param isPart drop a comma at the end */
export function textOf(words: Word[], isPart: boolean): string {
  const name = words.map((word) => word.text).join(' ');
  return (isPart && withoutEnd(name, ',;: ')) || name;
}

function readStart(words: Word[], reader: Reader): Ends {
  const end = words.length;
  let ends: Ends = { start: 0, end, entry: NOTHING_SAID, first: undefined, amount: undefined };
  for (;;) {
    const { entry, start } = ends;
    const amount = entry.quantityMilli === null ? amountAtStart(words, start, end) : undefined;
    const place =
      entry.placeId === null ? placeAtStart(words, start, end, reader.names, isAmount) : undefined;
    const date = entry.bestBefore === null ? dateAtStart(words, start, end, reader) : undefined;
    const some = vagueWords(words.slice(start, end).map(({ key }) => key));
    // “Some cheese” is cheese; “some zorbix” may be a name.
    if (some > 0 && isFood(start + some)) ends = { ...ends, start: start + some };
    else if (amount) ends = { ...taking(ends, amount), first: amount };
    else if (place) ends = { ...ends, start: place.next, entry: { ...entry, placeId: place.placeId } };
    else if (date) {
      const { bestBefore, dateKind } = date;
      ends = { ...ends, start: date.next, entry: { ...entry, bestBefore, dateKind } };
    } else return ends;
  }

  function isFood(at: number): boolean {
    const word = words[at];
    if (!word || at >= end || word.known !== undefined) return word?.known !== undefined;
    return isAmount(at) || findShelfLife(word.text) !== undefined;
  }

  function isAmount(at: number): boolean {
    return amountAtStart(words, at, end) !== undefined;
  }
}

function taking(ends: Ends, amount: Amount): Ends {
  const { quantityMilli, unit, next } = amount;
  return { ...ends, start: next, entry: { ...ends.entry, quantityMilli, unit }, amount };
}

/** Reads on from the end, where `from` stopped. */
export function readEnd(words: Word[], reader: Reader, from: Ends): Ends {
  let ends = from;
  for (;;) {
    const { entry, start, end } = ends;
    const date = entry.bestBefore === null ? dateAtEnd(words, start, end, reader, isFact) : undefined;
    const done = factLeft(end);
    const place = entry.placeId === null ? placeAtEnd(words, start, end, reader.names) : undefined;
    const withAmount = amountLeft(words, ends, isElse);
    if (place) ends = { ...ends, end: place.at, entry: { ...entry, placeId: place.placeId } };
    else if (date) {
      const { bestBefore, dateKind } = date;
      ends = { ...ends, end: date.at, entry: { ...entry, bestBefore, dateKind } };
    } else if (done) {
      ends = { ...ends, end: done.at, entry: { ...entry, [FACTS[done.fact]]: done.day } };
    } else if (withAmount) ends = withAmount;
    else return ends;
  }

  /** What was done on a day, unless the line says another day for it. */
  function factLeft(end: number) {
    const found = factAtEnd(words, ends.start, end, reader);
    return found && ends.entry[FACTS[found.fact]] === null ? found : undefined;
  }

  function isFact(at: number): boolean {
    return factLeft(at) !== undefined;
  }

  /** “peas freezer drawer 2 300 g”: the 2 is the place's. */
  function isElse(at: number): boolean {
    const { start, entry } = ends;
    if ((entry.placeId === null && placeAtEnd(words, start, at, reader.names)) || isFact(at)) return true;
    return entry.bestBefore === null && dateAtEnd(words, start, at, reader, isFact) !== undefined;
  }
}

/** The quantity at the end, or what each holds: “4 tins tomatoes 400 g”. */
function amountLeft(words: Word[], ends: Ends, isElse: (at: number) => boolean): Ends | undefined {
  const isEach = ends.amount !== undefined && EACH.has(words[ends.end - 1]?.key ?? '');
  const found = amountAtEnd(words, ends.start, ends.end - (isEach ? 1 : 0), isElse);
  if (!found) return undefined;
  const { at: end, ...amount } = found;
  const { quantityMilli, unit } = amount;
  if (!ends.amount) return { ...ends, end, amount, entry: { ...ends.entry, quantityMilli, unit } };
  const food = ends.hasGap ? undefined : foodIn(words.slice(ends.start, end));
  const pieces = food === undefined ? undefined : piecesOf(ends.amount, amount, food);
  const both = together(ends.amount, amount) ?? pieces;
  const combined = { ...ends.amount, ...both, named: undefined, form: 'amount' as const };
  return both && { ...ends, end, amount: combined, entry: { ...ends.entry, ...both } };
}

function foodIn(core: Word[]): string | undefined {
  const [last, ...others] = core.toReversed();
  if (!last || others.length > ADJECTIVES || others.some(({ key }) => !isPlain(key))) return undefined;
  const name = textOf(core, true);
  return last.known !== undefined || findShelfLife(name) !== undefined ? name : undefined;
}
