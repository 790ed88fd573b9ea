import { containerNamed } from '../vocabulary/amounts.js';
import { folded } from '../vocabulary/spelling.js';
import { THOUSANDTHS } from './quantity.js';

/**
 * A unit beside its quantity: 2 tins, 1 tin, half a tin. Measures, and what is no usual container, stay as they are.
 * @param quantityMilli thousandths
 */
export function unitText(unit: string, quantityMilli: number): string {
  return quantityMilli > THOUSANDTHS ? (formsOf(unit)?.several ?? unit) : inOne(unit);
}

/** A unit as it is said of one: tin of tins. Others stay as they are. */
export function inOne(unit: string): string {
  return formsOf(unit)?.one ?? unit;
}

function formsOf(unit: string) {
  const container = containerNamed(folded(unit));
  return container?.unit === unit ? container : undefined;
}
