import { FRACTION_SIGNS } from '../../amounts/fractions.js';
import { andHalf, saidNumber } from '../../amounts/number-words.js';
import { quantityText, THOUSANDTHS } from '../../amounts/quantity.js';
import { sumOf } from '../../amounts/sums.js';
import { A, containerNamed, DOZEN, FLUID, FLUID_OUNCE, isCompound } from '../../vocabulary/amounts.js';
import { isWord } from '../../vocabulary/lists.js';
import { withoutDot } from '../../vocabulary/spelling.js';
import type { Word } from '../words/words.js';
import { isFraction, milliOf, NUMBER } from './numbers.js';
import { type Unit, unitNamed } from './units.js';

export const UNIT_AT_MOST = 20;
const MOST = 1_000_000 * THOUSANDTHS;
export const AMOUNT_WORDS = 7;

export interface Amount {
  quantityMilli: number;
  unit: string;
  /** The index after it. */
  next: number;
  /** None in “2 milk”. */
  named: Unit | undefined;
  /** Its index, when it is a word of its own. */
  unitAt: number | undefined;
  /** `number`: a number alone; `times`: 2x; `word`: “two”, which needs more beside it; `article`: “a”. */
  form: 'number' | 'times' | 'word' | 'article' | 'amount';
  /** “400 g tins”. */
  held?: boolean;
  /** Two measures, added up. */
  isSum?: boolean;
}

interface Atom {
  text: string;
  next: number | undefined;
  glued: boolean;
}

const TIMES = '[x×*✕✖]';
const TIMES_SIGN = new RegExp(`^${TIMES}$`);
const NUMERIC = new RegExp(`^[.\\d${FRACTION_SIGNS}]`);
const SIGN = new RegExp(`^[${FRACTION_SIGNS}]$`);
const GLUED = [
  new RegExp(`^(${NUMBER})(${TIMES}|\\p{L}{1,12}\\.?)$`, 'u'),
  new RegExp(`^(${TIMES})(${NUMBER})(\\p{L}{1,12})?$`, 'u'),
  new RegExp(`^(${NUMBER})(${TIMES})(${NUMBER})(\\p{L}{1,12})?$`, 'u'),
];

/**
 * The longest amount that begins at a word.
 * @param end the index to stop before
 */
export function readAmount(words: Word[], at: number, end: number): Amount | undefined {
  const atoms = atomsIn(words.slice(at, Math.min(end, at + AMOUNT_WORDS)), at);
  const found = timesFirst(atoms) ?? numberFirst(atoms);
  const last = found && atoms[found.taken - 1];
  if (!found || last?.next === undefined || mayBeThousands(atoms.slice(0, found.taken))) return undefined;
  if (found.quantityMilli > MOST || found.unit.length > UNIT_AT_MOST) return undefined;
  const { taken: _taken, ...amount } = found;
  return { ...amount, next: last.next };
}

/** A unit for several of so much each: “× 500 g”. */
export function eachOf(quantityMilli: number, unit: string): string {
  return `× ${quantityText(quantityMilli, unit)} ${unit}`;
}

/** “1.500 g” may be 1.5 g or 1500 g; scales print 1.500 kg. */
function mayBeThousands(atoms: Atom[]): boolean {
  return atoms.some(({ text }, at) => {
    const unit = unitNamed(atoms[at + 1]?.text ?? '')?.unit;
    return /^\d{1,3}\.\d{3}$/.test(text) && (unit === 'g' || unit === 'ml');
  });
}

type Found = Omit<Amount, 'next'> & { taken: number };

function timesFirst(atoms: Atom[]): Found | undefined {
  if (!isTimes(atoms[0])) return undefined;
  const milli = milliOf(atoms[1]?.text ?? '');
  if (milli === undefined) return undefined;
  return { quantityMilli: milli, unit: '', named: undefined, unitAt: undefined, form: 'times', taken: 2 };
}

function numberFirst(atoms: Atom[]): Found | undefined {
  const number = numberIn(atoms);
  if (!number) return undefined;
  const { milli: quantityMilli, taken, form } = number;
  const plain = { quantityMilli, unit: '', named: undefined, unitAt: undefined, form, taken };
  if (isTimes(atoms[taken]))
    return form === 'number' || form === 'word' ? severalOf(atoms, plain) : undefined;
  const unit = unitIn(atoms, taken);
  if (!unit) return plain;
  const end = unit.named.measure ? afterContainer(atoms, unit.taken) : unit.taken;
  const named = {
    ...plain,
    ...unit,
    taken: end,
    held: end > unit.taken,
    form: form === 'article' ? form : ('amount' as const),
  };
  return backwards(atoms, named) ?? withMore(atoms, named);
}

/** “2 kg + 500 g”, “2 lb 8 oz” */
function withMore(atoms: Atom[], one: Found): Found {
  if (!one.named?.measure) return one;
  const and = atoms[one.taken]?.text ?? '';
  const more = one.taken + (and === '+' || isWord('and', and) ? 1 : 0);
  const rest = atoms.slice(more);
  const number = numberIn(rest);
  const unit = number?.form === 'number' ? unitIn(rest, number.taken) : undefined;
  // “A kilo and a half”
  const isPart = number && number.milli < THOUSANDTHS && number.form !== 'number';
  if (isPart && !unit && more > one.taken)
    return { ...one, quantityMilli: one.quantityMilli + number.milli, taken: more + number.taken };
  // “500 g 500 g” says it twice.
  if (!number || !unit?.named.measure || (more === one.taken && unit.unit === one.unit)) return one;
  const sum = sumOf(one, { quantityMilli: number.milli, unit: unit.unit });
  return sum ? { ...one, ...sum, unitAt: undefined, taken: more + unit.taken, isSum: true } : one;
}

/** “2 x 500 g”, or “2 x” alone. */
function severalOf(atoms: Atom[], count: Found): Found | undefined {
  const taken = count.taken + 1;
  const each = milliOf(atoms[taken]?.text ?? '');
  if (each === undefined) return { ...count, form: 'times', taken };
  const unit = unitIn(atoms, taken + 1);
  if (!unit) return ofSeveral(count, each, taken + 1);
  const next = unit.named.measure ? afterContainer(atoms, unit.taken) : unit.taken;
  return { ...count, unit: eachOf(each, unit.unit), form: 'amount', taken: next };
}

function ofSeveral(count: Found, each: number, taken: number): Found | undefined {
  const [packs, pieces] = [count.quantityMilli / THOUSANDTHS, each / THOUSANDTHS];
  const isCount = [packs, pieces].every((number) => Number.isInteger(number) && number <= 48);
  return isCount ? { ...count, quantityMilli: packs * each, form: 'word', taken } : undefined;
}

/** “2 x 400 g tins”, “1 kg bag”: words for what it came in. */
function afterContainer(atoms: Atom[], at: number): number {
  const [holds, next] = [atoms[at], atoms[at + 1]];
  if (!holds || holds.glued) return at;
  const container = containerNamed(holds.text);
  const isHolder = container?.sure === true && (container.wrapsOnly || container.hurried);
  return isHolder && !(next && isCompound(holds.text, next.text)) ? at + 1 : at;
}

/** “500 g x 2” */
function backwards(atoms: Atom[], each: Found): Found | undefined {
  const count = milliOf(atoms[each.taken + 1]?.text ?? '');
  if (!isTimes(atoms[each.taken]) || count === undefined || each.form !== 'amount') return undefined;
  const unit = eachOf(each.quantityMilli, each.unit);
  return { ...each, quantityMilli: count, unit, named: undefined, unitAt: undefined, taken: each.taken + 2 };
}

function numberIn(atoms: Atom[]): { milli: number; taken: number; form: Amount['form'] } | undefined {
  const texts = atoms.map(({ text }) => text);
  const [first = '', second = ''] = texts;
  const written = milliOf(first);
  if (written === undefined) return saidNumber(texts);
  // “1/2 a lemon”
  if (isPart(first) && A.has(second)) return { milli: written, taken: 2, form: 'number' };
  const half = andHalf(texts.slice(1));
  if (half) return { milli: written + half.milli, taken: 1 + half.taken, form: 'number' };
  const more = isPart(second) && Number.isInteger(written / THOUSANDTHS) ? (milliOf(second) ?? 0) : 0;
  const taken = more > 0 ? 2 : 1;
  if (DOZEN.has(withoutDot(texts[taken] ?? ''))) {
    return { milli: (written + more) * 12, taken: taken + 1, form: 'amount' };
  }
  return { milli: written + more, taken, form: 'number' };
}

function unitIn(
  atoms: Atom[],
  at: number,
): { unit: string; named: Unit; taken: number; unitAt: number | undefined } | undefined {
  const atom = atoms[at];
  const fluid = atom !== undefined && FLUID.has(withoutDot(atom.text));
  const named = atom && unitNamed(fluid ? (atoms[at + 1]?.text ?? '') : atom.text);
  if (!named || (fluid && named.unit !== 'oz')) return undefined;
  const unitAt = atom.glued || atom.next === undefined ? undefined : atom.next - 1;
  return { unit: fluid ? FLUID_OUNCE : named.unit, named, taken: at + (fluid ? 2 : 1), unitAt };
}

function atomsIn(words: Word[], at: number): Atom[] {
  return words.flatMap(({ key, quoted }, index) => {
    const next = at + index + 1;
    if (quoted) return [{ text: '', next, glued: false }];
    const parts = partsOf(key);
    return parts.map((text, part) => ({
      text,
      next: part === parts.length - 1 ? next : undefined,
      glued: parts.length > 1,
    }));
  });
}

function partsOf(key: string): string[] {
  if (key.length > 30) return [key];
  for (const pattern of GLUED) {
    const parts = pattern
      .exec(key)
      ?.slice(1)
      .filter((part) => part !== undefined);
    const last = parts?.at(-1) ?? '';
    if (parts && (NUMERIC.test(last) || isTimesSign(last) || unitNamed(last) || DOZEN.has(last)))
      return parts;
  }
  return [key];
}

function isPart(text: string): boolean {
  return isFraction(text) || SIGN.test(text);
}

function isTimes(atom: Atom | undefined): boolean {
  return atom !== undefined && isTimesSign(atom.text);
}

export function isTimesSign(text: string): boolean {
  return TIMES_SIGN.test(text);
}
