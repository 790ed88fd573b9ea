import { THOUSANDTHS } from '../stock/quantity.js';
import {
  AND,
  BEFORE_NUMBER,
  BETWEEN_NUMBER_AND_NAME,
  containerNamed,
  isCompound,
  NO_FOOD,
  OF,
} from '../vocabulary/amounts.js';
import { isMonth } from '../vocabulary/dates.js';
import { withoutDot } from '../vocabulary/spelling.js';
import { looksNumeric } from './numbers.js';
import { AMOUNT_WORDS, type Amount, readAmount, UNIT_AT_MOST } from './read-amount.js';
import { isSeparator, type Word, withSeparator } from './words.js';

/** Signs that stand for words. */
const SIGNS = ['&', '+', '-', '–', '—', '/'];
/** What goes on after one of these is no food of which there is so much: “2 g & t”. */
const GOES_ON = new Set([...AND, '&', '+']);
const NO_NAME = new Set([...NO_FOOD, ...SIGNS]);
const NUMBERED = new Set([...BEFORE_NUMBER, ...SIGNS, '~', 'x', '×', '*', '€', '£', '$']);

/** An amount that a line begins with. */
export interface FirstAmount extends Amount {
  /** The same without its unit, for “6 rolls” and the like, where the unit is the food. */
  withoutUnit: Amount | undefined;
}

/** The amount at the start of a line: “2”, “300 g”, “2 x 500 g”, “3 tins of”, “a dozen”. */
export function amountAtStart(words: Word[], at: number, end: number): FirstAmount | undefined {
  const amount = readAmount(words, at, end);
  if (!amount) return undefined;
  if (!amount.named) return amount.form === 'number' ? plainNumber(words, amount) : counted(words, amount);
  const after = words[amount.next];
  if (amount.named.onlyOne && amount.quantityMilli > THOUSANDTHS) {
    return containerNamed(amount.unit)?.multipack ? undefined : withoutUnit(words, amount);
  }
  if (after && GOES_ON.has(after.key)) return undefined;
  if (after && isCompound(amount.unit, after.key)) return withoutUnit(words, amount);
  const of = after !== undefined && OF.has(after.key) && amount.next + 1 < end;
  if (amount.form === 'article' && !of) return undefined;
  const separated = after !== undefined && isSeparator(after) && amount.next + 1 < end;
  const food = amount.named.measure ? undefined : withoutUnit(words, amount);
  return { ...amount, next: amount.next + (of || separated ? 1 : 0), withoutUnit: food };
}

/**
 * The amount at the end of a line: “300 g”, “x2”, “2 tins”; a bare number after a plural only: “eggs 6”.
 * @param isElse tells whether the words before one end in a place or a date
 */
export function amountAtEnd(
  words: Word[],
  start: number,
  end: number,
  isElse: (at: number) => boolean,
): (Amount & { at: number }) | undefined {
  for (let from = Math.max(start, end - AMOUNT_WORDS); from < end; from += 1) {
    const amount = readAmount(words, from, end);
    if (amount?.next !== end) continue;
    const at = withSeparator(words, start, from);
    const before = words[at - 1];
    if (amount.form === 'word' || amount.form === 'article') return undefined;
    if (before && (NUMBERED.has(withoutDot(before.key)) || looksNumeric(before.key)) && !isElse(at))
      return undefined;
    if (amount.form === 'number' && !isCountAfter(before, amount)) return undefined;
    if (amount.named?.onlyOne && amount.quantityMilli > THOUSANDTHS) return undefined;
    return isOneOfTwo(words, start, at, amount) ? undefined : { ...amount, at };
  }
  return undefined;
}

/** Of “2 packs 500 g” neither says how much there is. */
function isOneOfTwo(words: Word[], start: number, at: number, { named }: Amount): boolean {
  if (!named?.measure) return false;
  for (let from = Math.max(start, at - AMOUNT_WORDS); from < at; from += 1) {
    const other = readAmount(words, from, at);
    if (other?.next === at && other.named) return true;
  }
  return false;
}

/** “2 milk”, but not “7 up”, “5 spice powder” and “50 50 bread”. */
function plainNumber(words: Word[], amount: Amount): FirstAmount | undefined {
  const [after, next] = [words[amount.next], words[amount.next + 1]];
  if (!after) return undefined;
  if (after.quoted) {
    // What stands in quotes between a number and a quoted name is a unit that Larder does not know.
    const isUnit = next?.quoted && after.text.length <= UNIT_AT_MOST;
    return isUnit
      ? { ...amount, unit: after.text, next: amount.next + 1, withoutUnit: undefined }
      : counted(words, amount);
  }
  if (NO_NAME.has(after.key) || /^[%°]/.test(after.key) || isMonth(after.key)) {
    return undefined;
  }
  return next && BETWEEN_NUMBER_AND_NAME.has(after.key) ? undefined : counted(words, amount);
}

/** “2x”, “a dozen”, “2 x 500 g”. */
function counted(words: Word[], amount: Amount): FirstAmount | undefined {
  if (looksNumeric(words[amount.next]?.key ?? '')) return undefined;
  if (amount.form === 'word' || amount.form === 'article') return undefined;
  return { ...amount, withoutUnit: undefined };
}

function withoutUnit(words: Word[], amount: Amount): FirstAmount | undefined {
  if (amount.unitAt === undefined || amount.form !== 'amount') return undefined;
  if (!looksNumeric(words[amount.unitAt - 1]?.key ?? '')) return undefined;
  const { unitAt: next } = amount;
  return { ...amount, unit: '', named: undefined, unitAt: undefined, next, withoutUnit: undefined };
}

/** A whole number from 2 to 99 after a plural. */
function isCountAfter(before: Word | undefined, { quantityMilli }: Amount): boolean {
  const count = quantityMilli / THOUSANDTHS;
  const plural = before !== undefined && /[a-z]{2}s$/.test(before.key) && !/(ss|us|is)$/.test(before.key);
  return plural && Number.isInteger(count) && count >= 2 && count <= 99;
}
