import { CURRENCY, TAX, withoutPrice } from './prices.js';

/** Nothing but this, and numbers: a sum, a payment, a tax. */
const SUMS = [
  ...['(?:sub ?-?|grand )?total(?: due| to pay)?', 'sum(?:me)?', 'gesamt(?:betrag)?', 'balance(?: due)?'],
  ...['amount(?: due| paid)?', 'to pay', 'zu zahlen', 'cash', 'change(?: due)?', 'rückgeld', 'contactless'],
  ...[
    '(?:(?:credit|debit|gift) )?card',
    '(?:visa|mastercard|maestro|amex)(?: debit| credit)?',
    'debit(?: tend)?',
  ],
  ...[
    'vat',
    'tax',
    'tva',
    'mwst',
    'you saved',
    '(?:total )?savings?',
    'points(?: earned)?',
    'items?(?: sold)?',
  ],
  ...['number of items', 'no\\.? of items'],
];
const SUM = new RegExp(
  `^#? ?(?:${SUMS.join('|')})(?![\\p{L}-])[^\\p{L}]*(?:EUR|USD|GBP|CHF|items?)?[^\\p{L}]*$`,
  'iu',
);
/** “Tel: 0345 677 9402”, “AUTH CODE 123456” */
const NUMBERED =
  /^(?:tel|phone|fax|vat|uid|auth|receipt|invoice|order|till|cashier)\b[ .:#]*(?:no|nr|number|id|code)?[ .:#]*[a-z]{0,3}\d[\d ()/*-]*$/i;
/** A day at the start of a line with a time or nothing after it; and after a name, as messengers have it. */
const MOMENT = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[\d:., ]*$|, ?\[\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[\d:., ]*\]$/;
const CHATTER = /^(?:https?:\/\/|www\.|thank(?:s| you)\b|sent from my\b)/i;
const LIST = /^(?:(?:our|my|the) )?(?:(?:shopping|grocery) list|groceries|shopping)$/i;
/** A price that is taken off: -0.60, 0,50- */
const NEGATIVE = new RegExp(
  `(?:^| )(?:-(?:${CURRENCY})? ?\\d{1,5}[.,]\\d\\d|(?:${CURRENCY}) ?-\\d{1,5}[.,]\\d\\d|\\d{1,5}[.,]\\d\\d-)${TAX}$`,
);
const UNITS = /(?<!\p{L})(?:kg|g|lbs?|oz|l|ml|st|stk|pcs?|ea|each|eur|usd|gbp|chf|x|per)(?!\p{L})/giu;

/** True for a line of a list or of a receipt that names no food: a heading, a sum, what one of several costs. */
export function namesNoFood(line: string): boolean {
  // What stands in quotes is a name, whatever it is.
  if (/"[^"]+"(?!.*:$)/.test(line)) return false;
  return (
    !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line) ||
    line.endsWith(':') ||
    [SUM, NUMBERED, MOMENT, CHATTER, LIST, NEGATIVE].some((pattern) => pattern.test(line)) ||
    isReckoning(line)
  );
}

/** “0.845 kg @ £0.85/kg”, “4 x 0,49”, “A= 19,0% 0,42 0,08”: numbers, and a price among them. */
function isReckoning(line: string): boolean {
  const words = withoutPrice(line)
    .replace(UNITS, '')
    .replace(/^[A-Z] ?=/, '');
  return /\d[.,]\d\d(?!\d)/.test(line) && /[x×*@/=]/i.test(line) && !/\p{L}/u.test(words);
}
