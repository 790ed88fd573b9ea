import { beginsWith, isPhrase, isWord, plainWords } from '../../vocabulary/lists.js';
import { scanned } from './receipt-line.js';

/** “22 Nov 10:15”, or a day after a name, as messengers print it. */
const MOMENT =
  /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[\d:., -]*(?:[ap]m)?$|, ?\[\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[\d:., ]*\]$/i;
const DAY_OR_TIME = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d{2}/;
const ADDRESS = /^(?:https?:\/\/|www\.)|^\S+@\S+\.\p{L}+$/iu;
const NUMBERING = /^\(?\w{1,3}[.)]$/;
const CHARACTERS = 200;
/** A price, or the digits of a card or a telephone. */
const TELLING_NUMBER = /\d[.,]\d\d(?!\d)|\d{4}/;

/** True for a line that names no food: a sum, a payment, a price of one. */
export function namesNoFood(line: string): boolean {
  // A quoted text is a name.
  if (/"(?:[^"]|"")+"/.test(line)) return false;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line)) return true;
  if (NUMBERING.test(line)) return true;
  if (line.length > CHARACTERS) return false;
  if (MOMENT.test(line) || ADDRESS.test(line)) return true;
  const words = plainWords(line);
  if (isPhrase('titles', words) || beginsWith('chatter', words)) return true;
  const read = scanned(line, { receipt: false });
  return (read.total ?? 0) < 0 || isPricesOnly(line, read.head) || (/\d/.test(line) && isSum(line));
}

/** A sum that ends the goods: “TOTAL 23.40”. @param head without its numbers at the end */
export function isTotal(head: string): boolean {
  return isPhraseWithCount('totals', head);
}

export function isSubtotal(head: string): boolean {
  return isPhraseWithCount('subtotals', head);
}

function isPhraseWithCount(kind: 'totals' | 'subtotals', head: string): boolean {
  const words = plainWords(head);
  if (words.length === 0 || words.length > 6) return false;
  return (
    isPhrase(kind, words) ||
    isPhrase(
      kind,
      words.filter((word) => !isWord('besides', word)),
    )
  );
}

/** Only words of sums, payments and tills: “VISA DEBIT £8.37”, “POINTS EARNED 8”. */
export function isSum(line: string): boolean {
  const words = plainWords(line.replace(/\*{2,}|(?<=\d)[A-Z]\b/g, ' ')).filter((word) => word.length > 1);
  if (words.length === 0) return false;
  const telling = words.filter((word) => isWord('sums', word)).length + (DAY_OR_TIME.test(line) ? 1 : 0);
  if (telling === 0 || !words.every((word) => isWord('sums', word) || isWord('besides', word))) return false;
  // One word may be a name: “Total” is a cereal.
  return words.length > 1 || TELLING_NUMBER.test(line);
}

/** A deposit, a bag, a discount, a delivery, on a receipt. */
export function isCharge(head: string): boolean {
  const words = plainWords(head);
  return beginsWith('charges', words) || words.some((word) => isWord('deposits', word));
}

/** “0.845 kg @ £0.85/kg”, “4 x 0,49”, “A= 19,0% 0,42 0,08”: prices, no word. */
function isPricesOnly(line: string, head: string): boolean {
  return /\d?[.,]\d\d(?!\d)/.test(line) && !/\p{L}{2}/u.test(head) && head !== line;
}
