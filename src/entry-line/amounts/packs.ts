import { MOST_MILLI, THOUSANDTHS } from '../../amounts/quantity.js';
import { containerNamed, numberNamed, OF, PACK_ENDINGS } from '../../vocabulary/amounts.js';
import type { Word } from '../words/words.js';
import { type Amount, readAmount } from './read-amount.js';

const MOST_IN_A_PACK = 48;
const HYPHENED = /^(\d{1,2}\p{L}*|\p{L}+)-(\p{L}+)$/u;
const GLUED = /^(\d{1,2})(\p{L}+)$/u;

/** How many pieces there are: “a box of 6”, “2 packs of 8 rashers”, “6-pack”, “4er Pack”. */
export function packsOf(words: Word[], at: number, end: number): Amount | undefined {
  return inOneWord(words, at, end) ?? ofSeveral(words, at, end);
}

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
  if (!Number.isInteger(count) || count < 2 || count > MOST_IN_A_PACK) return false;
  return named ? containerNamed(unit)?.part === true : form === 'number';
}

function afterOf(words: Word[], next: number, end: number): number {
  return OF.has(words[next]?.key ?? '') && next + 1 < end ? next + 1 : next;
}

function inOneWord(words: Word[], at: number, end: number): Amount | undefined {
  const key = words[at]?.key ?? '';
  const [, number = '', written = ''] = HYPHENED.exec(key) ?? GLUED.exec(key) ?? [];
  const isApart = PACK_ENDINGS.has(written);
  const next = at + (isApart ? 2 : 1);
  const holder = isApart && next <= end ? words[at + 1]?.key : written;
  const count = countIn(number);
  if (count < 2 || count > MOST_IN_A_PACK || !containerNamed(holder ?? '')?.multipack) return undefined;
  const pieces = { quantityMilli: count * THOUSANDTHS, unit: '', named: undefined, unitAt: undefined };
  return { ...pieces, form: 'times', next: afterOf(words, next, end) };
}

function countIn(text: string): number {
  const [, digits = '', ending = ''] = /^(\d*)(.*)$/.exec(text) ?? [];
  if (digits === '') return numberNamed(text) ?? 0;
  return ending === '' || PACK_ENDINGS.has(ending) ? Number(digits) : 0;
}
