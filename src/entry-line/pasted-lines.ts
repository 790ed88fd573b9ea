import { tidy } from '../text.js';
import type { Entry, LineContext } from './entry.js';
import { parseLine } from './entry-line.js';

/** As many lines as are read at a time. */
export const PASTED_AT_MOST = 20;

export interface PastedLine {
  /** The line without what only makes a list or a receipt of it. */
  line: string;
  entry: Entry;
}

export interface Pasted {
  lines: PastedLine[];
  /** Lines that name no food: headings, totals, rules. */
  skipped: string[];
  /** The food lines after those, not read. */
  rest: string[];
}

const BULLET = /^(?:[-–—*+•·‣▪◦]\s+)?(?:\[[ xX✓✔]?\]\s*|[☐☑✓✔✅]\uFE0F?\s*)?(?:\d{1,2}[.)]\s+(?=\S))?/u;
/** What messengers put before a message that is copied: [22/11/2026, 10:15:03] Ada: */
const SENDER =
  /^\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?\]?(?: -)? [^:]{1,40}: /i;
const CURRENCY = '(?:EUR|USD|GBP|CHF|[€$£])';
/** 2.49, € 1,99 A: a price at the end, with the letter of its tax (G and L are rather units). */
const PRICE = new RegExp(
  `(?:^| )(?:${CURRENCY} ?-?\\d{1,5}[.,]\\d\\d|-?\\d{1,5}[.,]\\d\\d(?: ?${CURRENCY})?)(?: (?:[A-FH-KM-Z]\\d?|\\*))?$`,
);
/** Longer than any price: only this much of a line's end is looked at. */
const PRICE_CHARACTERS = 24;
const TOTAL =
  /^(?:sub ?-?total|total|sum|balance(?: due)?|amount(?: due)?|cash|change|card|visa|mastercard|vat|tax)\b[^a-z]*(?:EUR|USD|GBP|CHF)?[^a-z]*$/i;

/**
 * Reads a list that was pasted: from a messenger, a shop's receipt, a page. Bullets, ticks, numbers of lines, senders
 * and prices are left out; a line that stands there twice is two.
 * @param most lines that are read
 */
export function parseLines(pasted: string, context: LineContext, most = PASTED_AT_MOST): Pasted {
  const found: Pasted = { lines: [], skipped: [], rest: [] };
  for (const raw of pasted.split(/\r\n|[\r\n\u2028\u2029]/)) {
    const typed = tidy(raw);
    if (typed === '') continue;
    const line = foodLine(typed);
    if (line === undefined) found.skipped.push(typed);
    else if (found.lines.length < most) found.lines.push({ line, entry: parseLine(line, context) });
    else found.rest.push(typed);
  }
  return found;
}

/** @returns undefined when it names no food */
function foodLine(typed: string): string | undefined {
  const bare = typed.replace(SENDER, '').replace(BULLET, '');
  if (!/[\p{L}\p{N}]/u.test(bare) || bare.endsWith(':') || TOTAL.test(bare)) return undefined;
  const line = withoutPrice(bare);
  // “Milk 2 x 1.29 2.58”: what one costs, and what all do.
  return (/\d ?[x×] \S+$/i.test(line.slice(-PRICE_CHARACTERS)) ? withoutPrice(line) : line) || undefined;
}

function withoutPrice(line: string): string {
  const end = line.slice(-PRICE_CHARACTERS);
  const price = PRICE.exec(end);
  if (!price || isDate(line.slice(0, line.length - end.length + price.index))) return line;
  return line.slice(0, line.length - end.length + price.index);
}

/** True when what stands before a number makes a date of it: “bb 12.03”. */
function isDate(before: string): boolean {
  return /(?:^| )(?:bbe?|bbd|exp|expires|expiry|by|before|until|till?)[.:]?$/i.test(before.slice(-12));
}
