import { findShelfLife } from './find.js';

const PRODUCE = new Set(['fruit', 'vegetables']);
const CUT = new Set(['meat', 'poultry', 'fish and seafood']);

/** True for what is sold by the piece and without a pack: a weight beside three onions is that of all three. */
export function isProduce(name: string): boolean {
  return PRODUCE.has(findShelfLife(name)?.food.category ?? '');
}

/** True for food in pieces that are weighed together: onions, and cuts of meat that are named in the plural. */
export function isWeighedTogether(name: string): boolean {
  return isProduce(name) || (CUT.has(findShelfLife(name)?.food.category ?? '') && /[^s]s$/i.test(name));
}
