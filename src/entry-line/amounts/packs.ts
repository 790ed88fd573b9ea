import { isWeighedTogether } from '../../shelf-life/loose.js';
import { MOST_MILLI, THOUSANDTHS } from '../../stock/quantity.js';
import { containerNamed, numberNamed, OF, PACK_ENDINGS } from '../../vocabulary/amounts.js';
import type { Word } from '../words.js';
import { type Amount, eachOf, readAmount, UNIT_AT_MOST } from './read-amount.js';
import { isWeight } from './units.js';

/** No pack of food has more in it. */
const MOST = 48;
const HYPHENED = /^(\d{1,2}\p{L}*|\p{L}+)-(\p{L}+)$/u;
const GLUED = /^(\d{1,2})(\p{L}+)$/u;

/**
 * How many there are in what they come in: “a box of 6”, “2 packs of 8 rashers”, “6-pack”, “4er Pack”.
 * @returns the pieces in all of them
 */
export function packsOf(words: Word[], at: number, end: number): Amount | undefined {
  return inOneWord(words, at, end) ?? ofSeveral(words, at, end);
}

/** “Box of 6”, “two packs of 8 rashers” */
function ofSeveral(words: Word[], at: number, end: number): Amount | undefined {
  const packs = readAmount(words, at, end);
  const isHeld = packs?.named && !packs.named.measure && containerNamed(packs.unit)?.part !== true;
  const first = packs
    ? packs.next
    : containerNamed(words[at]?.key ?? '')?.isOne && !words[at]?.quoted && at + 1;
  if (!first || (packs && !isHeld) || !OF.has(words[first]?.key ?? '')) return undefined;
  const inside = readAmount(words, first + 1, end);
  if (!inside || !isCount(inside)) return undefined;
  const quantityMilli = ((packs?.quantityMilli ?? THOUSANDTHS) * inside.quantityMilli) / THOUSANDTHS;
  if (quantityMilli > MOST_MILLI) return undefined;
  return { ...inside, next: afterOf(words, inside.next, end), quantityMilli, form: 'amount' };
}

function isCount({ form, unit, named, quantityMilli }: Amount): boolean {
  const count = quantityMilli / THOUSANDTHS;
  if (!Number.isInteger(count) || count < 2 || count > MOST) return false;
  return named ? containerNamed(unit)?.part === true : form === 'number';
}

function afterOf(words: Word[], next: number, end: number): number {
  return OF.has(words[next]?.key ?? '') && next + 1 < end ? next + 1 : next;
}

/** “6-pack”, “six-pack of”, “4pk”, “4er-Pack”, “4er Pack” */
function inOneWord(words: Word[], at: number, end: number): Amount | undefined {
  const [word, after] = words.slice(at, end);
  const [, number = '', written = ''] = HYPHENED.exec(word?.key ?? '') ?? GLUED.exec(word?.key ?? '') ?? [];
  const isApart = PACK_ENDINGS.has(written);
  const holder = isApart ? after?.key : written;
  const digits = number.replace(/\D+$/, '');
  const isNumber = digits === number || PACK_ENDINGS.has(number.slice(digits.length));
  const count = digits !== '' && isNumber ? Number(digits) : (numberNamed(number) ?? 0);
  if (count < 2 || count > MOST || !containerNamed(holder ?? '')?.multipack) return undefined;
  const next = at + (isApart ? 2 : 1);
  return {
    ...{ quantityMilli: count * THOUSANDTHS, unit: '', named: undefined, unitAt: undefined, form: 'times' },
    next: afterOf(words, next, end),
  };
}

/**
 * Some pieces of a food, and a weight or a volume beside them, as so many of so much: 2 onions and 300 g are 2 of 150 g,
 * since onions are weighed together; 2 milk and 1 l are 2 of 1 l.
 * @param food that is known
 * @returns undefined where one of the two is no number of pieces, or the other no measure
 */
export function piecesOf(
  one: Amount,
  other: Amount,
  food: string,
): Pick<Amount, 'quantityMilli' | 'unit'> | undefined {
  const [count, measure] = one.named?.measure ? [other, one] : [one, other];
  const isPart = containerNamed(count.unit)?.part === true;
  if (!measure.named?.measure || (count.unit !== '' && !isPart) || count.quantityMilli < THOUSANDTHS)
    return undefined;
  if (count.quantityMilli % THOUSANDTHS !== 0) return undefined;
  const together = isWeight(measure.unit) && (isPart || isWeighedTogether(food));
  const each = together ? (measure.quantityMilli * THOUSANDTHS) / count.quantityMilli : measure.quantityMilli;
  // A gram more or less is none that scales show.
  const unit = eachOf(
    Math.max(1, each < 10 * THOUSANDTHS ? Math.round(each) : Math.round(each / THOUSANDTHS) * THOUSANDTHS),
    measure.unit,
  );
  return unit.length <= UNIT_AT_MOST ? { quantityMilli: count.quantityMilli, unit } : undefined;
}
