import { containerNamed, measureNamed } from '../../vocabulary/amounts.js';

export interface Unit {
  /** `g` for grams; a container as it was typed: tins. */
  unit: string;
  /** A weight or a volume. */
  measure: boolean;
  /** Counts one thing only: “6 pack beer” may be six packs or one of six. */
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
