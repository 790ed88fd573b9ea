import { findShelfLife } from './find.js';

const PRODUCE = new Set(['fruit', 'vegetables']);
const CUT = new Set(['meat', 'poultry', 'fish and seafood']);

/** True for food sold by the piece without a pack: a weight beside three onions is for all three. */
export function isProduce(name: string): boolean {
  return PRODUCE.has(findShelfLife(name)?.food.category ?? '');
}

/** True for pieces that are weighed together: onions, and cuts of meat in the plural. */
export function isWeighedTogether(name: string): boolean {
  return isProduce(name) || (CUT.has(findShelfLife(name)?.food.category ?? '') && /[^s]s$/i.test(name));
}
