import { LANGUAGES } from './languages.js';
import { folded, spellings } from './spelling.js';

const phrases = (part: 'totals' | 'payments' | 'taxes' | 'discounts' | 'chatter' | 'headings') => [
  ...new Set(LANGUAGES.flatMap(({ receipt }) => (receipt[part] ?? []).map(folded))),
];
const wordsOf = (part: 'numbered' | 'numberWords' | 'countedIn' | 'items') => [
  ...new Set(LANGUAGES.flatMap(({ receipt }) => spellings(receipt[part]))),
];

/** Phrases of receipts and lists, as `folded` has them: each names no food when nothing but numbers follows. */
export const TOTALS = phrases('totals');
export const PAYMENTS = phrases('payments');
export const TAXES = phrases('taxes');
export const DISCOUNTS = phrases('discounts');
/** What talk begins with. */
export const CHATTER = phrases('chatter');
/** What stands over a list. */
export const HEADINGS = phrases('headings');
/** Before the number of a telephone, a till, a tax. */
export const NUMBERED = wordsOf('numbered');
/** What such a number is called. */
export const NUMBER_WORDS = wordsOf('numberWords');
/** What shops count in, besides units. */
export const COUNTED_IN = wordsOf('countedIn');
/** “5 items” */
export const ITEMS = wordsOf('items');
