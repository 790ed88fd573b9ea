import { FRACTION_SIGNS } from '../../amounts/fractions.js';
import { THOUSANDTHS } from '../../amounts/quantity.js';
import { isProduce } from '../../keeping/shelf-life/loose.js';
import { containerNamed } from '../../vocabulary/amounts.js';
import { withoutDot } from '../../vocabulary/spelling.js';
import { isBracketed, type Word, withSeparator } from '../words/words.js';
import { NUMBERED } from './name-words.js';
import { isFraction, looksNumeric } from './numbers.js';
import { packsOf } from './packs.js';
import { AMOUNT_WORDS, type Amount, readAmount } from './read-amount.js';

const SIGN = new RegExp(`[${FRACTION_SIGNS}]`);

/**
 * The amount at the end of a line: “300 g”, “x2”, “2 tins”; a bare number only after a plural: “eggs 6”.
 * @param isElse tells whether the words before one end in a place or a date
 */
export function amountAtEnd(
  words: Word[],
  start: number,
  end: number,
  isElse: (at: number) => boolean,
): (Amount & { at: number }) | undefined {
  for (let from = Math.max(start, end - AMOUNT_WORDS); from < end; from += 1) {
    const amount = packsOf(words, from, end) ?? readAmount(words, from, end);
    if (amount?.next !== end) continue;
    const at = withSeparator(words, start, from);
    const before = words[at - 1];
    if (amount.form === 'article' || (amount.form === 'word' && !isCountOf(before, words.slice(from, end))))
      return undefined;
    if (before && (NUMBERED.has(withoutDot(before.key)) || looksNumeric(before.key)) && !isElse(at))
      return undefined;
    const amountWords = words.slice(from, end);
    const pack = amount.named?.onlyOne && amount.quantityMilli > THOUSANDTHS;
    if (pack) return isPackOf(before, amountWords, amount) ? { ...inPieces(amount), at } : undefined;
    if (amount.form !== 'number') return { ...amount, at };
    if (isCountAfter(before, amount, amountWords)) return { ...amount, at };
    return isBracketed(amountWords) && isMeasured(words, start, at)
      ? { ...amount, form: 'times', at }
      : undefined;
  }
  return undefined;
}

/** “(2 pack)” after a known food is two of it. */
function isPackOf(before: Word | undefined, words: Word[], { unit }: Amount): boolean {
  return before?.known !== undefined && isBracketed(words) && containerNamed(unit)?.multipack === true;
}

function inPieces(amount: Amount): Amount {
  return { ...amount, unit: '', named: undefined, unitAt: undefined, form: 'number' };
}

function isMeasured(words: Word[], start: number, end: number): boolean {
  for (let from = Math.max(start, end - AMOUNT_WORDS); from < end; from += 1) {
    const amount = readAmount(words, from, end);
    if (amount?.next === end && amount.named?.measure) return true;
  }
  return false;
}

/** A whole number from 2 to 99 after a plural; after a known food also 1 and ½. */
function isCountAfter(before: Word | undefined, { quantityMilli }: Amount, words: Word[]): boolean {
  const count = quantityMilli / THOUSANDTHS;
  if (before === undefined || count > 99) return false;
  if (before.known !== undefined) {
    const last = words.at(-1);
    return Number.isInteger(count) || SIGN.test(last?.text ?? '') || isPartOf(before, last);
  }
  const plural = /[a-z]{2}s$/.test(before.key) && !/(ss|us|is)$/.test(before.key);
  return plural && Number.isInteger(count) && count >= 2;
}

/** “eggs 2 x 6”, “bread (half)”; a number in words alone may be part of a name. */
function isCountOf(food: Word | undefined, words: Word[]): boolean {
  const first = words[0]?.text ?? '';
  return food?.known !== undefined && (/\d/.test(first) || (/^[([]/.test(first) && isBracketed(words)));
}

/** “cucumber 1/2”; with food that can have a date, that may be a day. */
function isPartOf(food: Word, word: Word | undefined): boolean {
  return word !== undefined && isFraction(word.key) && isProduce(food.text);
}
