import type { PlaceKind } from '../../database/tables.js';
import { findShelfLife } from './find.js';
import type { Category } from './foods/food-row.js';
import { classOf } from './table.js';
import { isCalledTinned } from './words.js';

/** What is sold in tins as well as fresh, dried or chilled. */
const ALSO_TINNED = new Set<Category>([
  'fruit',
  'vegetables',
  'meat',
  'cured and sliced meat',
  'poultry',
  'fish and seafood',
  'grains and pasta',
  'dairy',
]);

/** It keeps no longer than other tins, closed or open. */
const LIKE_ANY_TIN = 'tinned meat';

/**
 * The name by which the table knows a food that is counted in tins: peaches, two tins, are tinned peaches.
 * @param name what the household calls it
 * @param unit what it is counted in; only a tin changes anything
 * @param placeKind a tin of stew in the fridge, closed, may be what it was cooked in
 */
export function nameInTin(
  name: string,
  unit: string,
  { placeKind, isOpen }: { placeKind: PlaceKind; isOpen: boolean },
): string {
  if (unit === '' || placeKind === 'freezer' || !isCalledTinned(unit) || isCalledTinned(name)) return name;
  const food = findShelfLife(name)?.food;
  if (!food) return name;
  const isDish = food.category === 'cooked and prepared' && (placeKind !== 'fridge' || isOpen);
  // Condensed milk is in the table as the tin that it is.
  const isTinAlready = food.category === 'dairy' && classOf(food) === 'keeps';
  if (isTinAlready || !(isDish || ALSO_TINNED.has(food.category))) return name;
  const tinned = `tinned ${name}`;
  return findShelfLife(tinned) ? tinned : LIKE_ANY_TIN;
}
