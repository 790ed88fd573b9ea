import { MARKER_WORDS, markerIn } from '../vocabulary/dates.js';
import { folded } from '../vocabulary/spelling.js';

export const CURRENCY = 'EUR|USD|GBP|CHF|[€$£]';
/** The letter of a tax after a price (G and L are rather units), or the star of a reduced one. */
export const TAX = '(?: (?:[A-FH-KM-Z]\\d?|\\*))?';

/** 2.49, € 1,99 A: a price at the end. */
const PRICE = new RegExp(
  `(?:^| )(?:(?:${CURRENCY}) ?\\d{1,5}[.,]\\d\\d|\\d{1,5}[.,]\\d\\d(?: ?(?:${CURRENCY}))?)${TAX}$`,
);
/** Longer than any price: only this much of a line's end is looked at. */
const CHARACTERS = 24;
/** As long as what may make a date of it. */
const CHARACTERS_BEFORE = 60;

/** The numbers under which shops know their goods, on the receipts of some. */
const FIRST_CODE = /^\d{8,14} (?=.*\p{L})/u;
const LAST_CODE = / \d{8,14}(?: ?[A-Z]{1,2})?$/;

/** A line of a receipt without what its food costs, and without the shop's number of it. */
export function withoutPrices(line: string): string {
  const once = withoutPrice(line);
  // “Milk 2 x 1.29 2.58”: what one costs, and what all do.
  const rest = /\d ?[x×] \S+$/i.test(once.slice(-CHARACTERS)) ? withoutPrice(once) : once;
  return rest.replace(FIRST_CODE, '').replace(LAST_CODE, '');
}

/** A line without the price at its end. */
export function withoutPrice(line: string): string {
  const end = line.slice(-CHARACTERS);
  const price = PRICE.exec(end);
  if (!price || isDate(line.slice(0, line.length - end.length + price.index))) return line;
  return line.slice(0, line.length - end.length + price.index);
}

/** True when what stands before a number makes a date of it: “bb 12.03”. */
function isDate(before: string): boolean {
  const words = folded(before.slice(-CHARACTERS_BEFORE)).trimEnd().split(' ').slice(-MARKER_WORDS);
  return words.some((_, at) => markerIn(words.slice(at))?.taken === words.length - at);
}
