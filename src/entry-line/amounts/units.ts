import { containerNamed, measureNamed } from '../../vocabulary/amounts.js';

/** A unit as it is kept, and what may stand before it. */
export interface Unit {
  /** Measures have one spelling: grams are g. What holds food is kept as it was typed: tins. */
  unit: string;
  /** True for weights and volumes. */
  measure: boolean;
  /** True when it counts one thing only: “6 pack beer” may be six packs or one of six. */
  onlyOne: boolean;
}

const WEIGHTS = new Set(['kg', 'hg', 'dag', 'g', 'lb', 'oz']);

/** @param unit as it is kept */
export function isWeight(unit: string): boolean {
  return WEIGHTS.has(unit);
}

/** The unit that a word names. @param key a word's key */
export function unitNamed(key: string): Unit | undefined {
  const measure = measureNamed(key);
  if (measure !== undefined) return { unit: measure, measure: true, onlyOne: false };
  const container = containerNamed(key);
  if (!container) return undefined;
  return { unit: container.unit, measure: false, onlyOne: container.isOne && container.hurried !== true };
}
