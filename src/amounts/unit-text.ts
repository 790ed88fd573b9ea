import { containerNamed } from '../vocabulary/amounts.js';
import { folded } from '../vocabulary/spelling.js';
import { THOUSANDTHS } from './quantity.js';

/**
 * A unit as it is written after a quantity: 2 tins, 1 tin, half a tin, 2 kg.
 * @param quantityMilli thousandths
 */
export function unitText(unit: string, quantityMilli: number): string {
  return quantityMilli > THOUSANDTHS ? (formsOf(unit)?.several ?? unit) : inOne(unit);
}

/** A unit in the singular, where it has one: tin of tins. */
export function inOne(unit: string): string {
  return formsOf(unit)?.one ?? unit;
}

function formsOf(unit: string) {
  const container = containerNamed(folded(unit));
  return container?.unit === unit ? container : undefined;
}
