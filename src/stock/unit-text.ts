import { THOUSANDTHS } from './quantity.js';

/** What food comes in: of one, and of several. */
const CONTAINERS: [one: string, several: string][] = [
  ...['bag', 'bottle', 'can', 'carton', 'jar', 'pack', 'packet', 'pot', 'slice', 'tin', 'tub'].map(
    (one): [string, string] => [one, `${one}s`],
  ),
  ['box', 'boxes'],
  ['bunch', 'bunches'],
  ['loaf', 'loaves'],
];
const SEVERAL = new Map(CONTAINERS);
const ONE = new Map(CONTAINERS.map(([one, several]) => [several, one]));

/**
 * A unit beside its quantity: 2 tins, 1 tin, half a tin. Measures, and what is no usual container, stay as they are.
 * @param quantityMilli thousandths
 */
export function unitText(unit: string, quantityMilli: number): string {
  return (quantityMilli > THOUSANDTHS ? SEVERAL : ONE).get(unit) ?? unit;
}

/** A unit as it is said of one: tin of tins. Others stay as they are. */
export function inOne(unit: string): string {
  return ONE.get(unit) ?? unit;
}
