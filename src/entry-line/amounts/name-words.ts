import { BEFORE_NUMBER, BETWEEN_NUMBER_AND_NAME, NO_FOOD } from '../../vocabulary/amounts.js';
import { isMonth } from '../../vocabulary/dates.js';
import { withoutEnd } from '../words/words.js';

const SIGNS = ['&', '+', '-', '–', '—', '/'];

export const NO_NAME = new Set([...NO_FOOD, ...SIGNS]);
export const NUMBERED = new Set([...BEFORE_NUMBER, ...SIGNS, '~', 'x', '×', '*', '€', '£', '$']);

export const ADJECTIVES = 2;

/** True for a word that may stand before a food: “red”. */
export function isPlain(key: string): boolean {
  return /^\p{L}[\p{L}'-]+$/u.test(key) && !isNoFood(key) && !isPartOfName(key) && !isMonth(key);
}

/** “5 spice powder”, “7 seeds” */
export function isPartOfName(key: string): boolean {
  return BETWEEN_NUMBER_AND_NAME.has(key) || BETWEEN_NUMBER_AND_NAME.has(withoutEnd(key, 's'));
}

/** True for a word beside which a number is no amount: “in”, “for”, “&”, “about”. */
export function isNoFood(key: string): boolean {
  return NO_NAME.has(key) || NUMBERED.has(key);
}
