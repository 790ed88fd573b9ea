import type { PlaceKind } from '../../database/tables.js';
import { findShelfLife } from './find.js';
import type { Category } from './foods/food-row.js';
import { classOf } from './table.js';
import { isCalledTinned } from './words.js';

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

/** A food that keeps no longer than other tins. */
const LIKE_ANY_TIN = 'tinned meat';

/**
 * The table's name of a food counted in tins: two tins of peaches are tinned peaches.
 * @param name what the household calls it
 * @param unit only a tin changes anything
 * @param placeKind a closed tin of stew in the fridge may be a pot
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
  // Condensed milk is a tin anyway.
  const isTinAlready = food.category === 'dairy' && classOf(food) === 'keeps';
  if (isTinAlready || !(isDish || ALSO_TINNED.has(food.category))) return name;
  const tinned = `tinned ${name}`;
  return findShelfLife(tinned) ? tinned : LIKE_ANY_TIN;
}
