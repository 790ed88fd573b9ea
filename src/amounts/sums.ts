import { plus, times } from './fractions.js';
import { MOST_MILLI } from './quantity.js';
import { inOne } from './unit-text.js';

export interface Amount {
  /** Thousandths. */
  quantityMilli: number;
  unit: string;
}

/** Measures that can be added up, in their smallest one. Pints differ between countries, but 8 are always a gallon. */
const FAMILIES: Record<string, number>[] = [
  { g: 1, kg: 1000 },
  { ml: 1, cl: 10, dl: 100, l: 1000 },
  { oz: 1, lb: 16 },
  { pt: 1, qt: 2, gal: 8 },
];

/**
 * The sum of two amounts of one thing: 2 l and 500 ml, a tin and 3 tins; in the larger measure if thousandths hold
 * it exactly.
 * @returns undefined where they can't be added up, such as 3 and 500 g, and above 1,000,000
 */
export function sumOf(one: Amount, other: Amount): Amount | undefined {
  const [first, second] = [inOne(one.unit.toLowerCase()), inOne(other.unit.toLowerCase())];
  const sum =
    first === second
      ? { quantityMilli: plus(one.quantityMilli, other.quantityMilli), unit: one.unit }
      : measured({ ...one, unit: first }, { ...other, unit: second });
  return sum && sum.quantityMilli <= MOST_MILLI ? sum : undefined;
}

/**
 * An amount in another unit: 900 g is 0.9 kg; without a unit of its own it is in that one.
 * @returns thousandths, or undefined where the one can't be said in the other, or not exactly
 */
export function inUnit({ quantityMilli, unit }: Amount, other: string): number | undefined {
  const [from, to] = [inOne(unit.toLowerCase()), inOne(other.toLowerCase())];
  if (unit === '' || from === to) return quantityMilli;
  const family = FAMILIES.find((units) => from in units && to in units) ?? {};
  const [own, wanted] = [family[from], family[to]];
  if (own === undefined || wanted === undefined) return undefined;
  const all = times(quantityMilli, own);
  return all % wanted === 0 ? all / wanted : undefined;
}

function measured(one: Amount, other: Amount): Amount | undefined {
  const family = FAMILIES.find((units) => one.unit in units && other.unit in units) ?? {};
  const [first, second] = [family[one.unit], family[other.unit]];
  if (first === undefined || second === undefined) return undefined;
  const [small, large] = first < second ? [one, other] : [other, one];
  const ratio = Math.max(first, second) / Math.min(first, second);
  const quantityMilli = plus(small.quantityMilli, times(large.quantityMilli, ratio));
  const isExact = quantityMilli % ratio === 0;
  return isExact
    ? { quantityMilli: quantityMilli / ratio, unit: large.unit }
    : { quantityMilli, unit: small.unit };
}
