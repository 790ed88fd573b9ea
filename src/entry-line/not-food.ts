import { ARTICLES } from '../vocabulary/places.js';
import {
  CHATTER,
  COUNTED_IN,
  DISCOUNTS,
  HEADINGS,
  ITEMS,
  NUMBER_WORDS,
  NUMBERED,
  PAYMENTS,
  TAXES,
  TOTALS,
} from '../vocabulary/receipts.js';
import { folded } from '../vocabulary/spelling.js';
import { CURRENCY, TAX, withoutPrice } from './prices.js';
import { unitNamed } from './units.js';

/** Nothing but one of these, and numbers: a sum, a payment, a tax. */
const SUMS = new Set([...TOTALS, ...PAYMENTS, ...TAXES, ...DISCOUNTS].map(bare));
const COUNTED = new RegExp(`[^\\p{L}]*(?:${CURRENCY}|${ITEMS.join('|')})?[^\\p{L}]*$`, 'iu');
/** No sum takes more. */
const CHARACTERS = 120;
/** “Tel: 0345 677 9402”, “AUTH CODE 123456” */
const OF_NUMBER = new RegExp(
  `^(?:${NUMBERED.join('|')})\\b[ .:#]*(?:${NUMBER_WORDS.join('|')})?[ .:#]*[a-z]{0,3}\\d[\\d ()/*-]*$`,
);
/** A day at the start of a line with a time or nothing after it; and after a name, as messengers have it. */
const MOMENT = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[\d:., ]*$|, ?\[\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[\d:., ]*\]$/;
const ADDRESS = /^(?:https?:\/\/|www\.)/i;
const TALK = new RegExp(`^(?:${CHATTER.join('|')})(?!\\p{L})`, 'u');
const LISTS = new Set(HEADINGS);
/** A price that is taken off: -0.60, 0,50- */
const NEGATIVE = new RegExp(
  `(?:^| )(?:-(?:${CURRENCY})? ?\\d{1,5}[.,]\\d\\d|(?:${CURRENCY}) ?-\\d{1,5}[.,]\\d\\d|\\d{1,5}[.,]\\d\\d-)${TAX}$`,
);
const IS_CURRENCY = new RegExp(`^(?:${CURRENCY})$`, 'i');
const LETTERS = /\p{L}+/gu;

/** True for a line of a list or of a receipt that names no food: a heading, a sum, what one of several costs. */
export function namesNoFood(line: string): boolean {
  // What stands in quotes is a name, whatever it is.
  if (/"[^"]+"(?!.*:$)/.test(line)) return false;
  return (
    !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line) ||
    line.endsWith(':') ||
    [MOMENT, ADDRESS, NEGATIVE].some((pattern) => pattern.test(line)) ||
    (line.length <= CHARACTERS && isSaidOnReceipts(folded(line))) ||
    isReckoning(line)
  );
}

function isSaidOnReceipts(said: string): boolean {
  const plain = bare(said.replace(/^# ?/, ''));
  if (SUMS.has(plain) || SUMS.has(bare(plain.replace(COUNTED, '')))) return true;
  return OF_NUMBER.test(said) || TALK.test(said) || LISTS.has(plain) || LISTS.has(withoutArticle(plain));
}

/** Text without the signs and numbers at its end. */
function bare(text: string): string {
  return text.replace(/[^\p{L}]{1,120}$/u, '');
}

function withoutArticle(text: string): string {
  const [first = '', ...rest] = text.split(' ');
  return ARTICLES.has(first) ? rest.join(' ') : text;
}

/** “0.845 kg @ £0.85/kg”, “4 x 0,49”, “A= 19,0% 0,42 0,08”: numbers, and a price among them. */
function isReckoning(line: string): boolean {
  const words = withoutPrice(line)
    .replace(/^[A-Z] ?=/, '')
    .replace(LETTERS, (word) => (countsFood(folded(word)) ? '' : word));
  return /\d[.,]\d\d(?!\d)/.test(line) && /[x×*@/=]/i.test(line) && !/\p{L}/u.test(words);
}

function countsFood(word: string): boolean {
  return unitNamed(word) !== undefined || COUNTED_IN.includes(word) || IS_CURRENCY.test(word);
}
