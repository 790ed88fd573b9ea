import type { PlaceKind } from '../../database/tables.js';
import { daysOf } from './days.js';
import { findIn, isCutProduce, usualPlace } from './estimate.js';
import type { ShelfFood, SpoilClass } from './foods/food-row.js';
import { CATEGORIES, classOf } from './table.js';
import { isCalledFrozen } from './words.js';

export type { SpoilClass };

/** Days: opened food that keeps no longer feeds bacteria. */
const RISKY_ONCE_OPEN = 4;
/** Days: opened food that keeps no longer goes mouldy or sour. */
const FRESH_ONCE_OPEN = 14;

/** Once cut, as cold as meat. Source: US Food and Drug Administration (FDA), "Food Code 2022", 1-201.10. */
const RISKY_ONCE_CUT = new Set(
  ['cabbage', 'cherry-tomatoes', 'greens', 'iceberg-lettuce', 'kale', 'leaf-lettuce', 'pak-choi'].concat([
    'radicchio',
    'rocket',
    'spinach',
    'swiss-chard',
    'tomatoes',
  ]),
);

/**
 * How a closed pack of a food, or the whole food, spoils.
 *
 * - `'does not show'`: meat, poultry, fish, cooked dishes, soft cheese, sprouts, cut fruit, bagged salad, baby food, and
 *   what is sold chilled and ready to eat. The bacteria that make people ill can't be seen or smelled (UK Food
 *   Standards Agency, FSA, "Best before and use-by dates"; US Food Safety and Inspection Service, FSIS, "Food Product
 *   Dating", which says so of infant formula; FSIS, "Molds on Food: Are They Dangerous?", which has soft cheese, cooked
 *   dishes and sliced meat thrown away at the first mould; US Food Code, 1-201.10, on sprouts and cut melon).
 * - `'shows'`: bread, fruit, vegetables, herbs, yoghurt, hard cheese, milk, cream, eggs, butter. FSIS, "Food Product
 *   Dating": good "until the time spoilage is evident"; FSA: look and smell. Eggs are here too, though what the FSA allows, a day or two after their date,
 *   cooked through, is stricter.
 * - `'keeps'`: dry goods, tins, jars, drinks that keep, spices, sweets, biscuits, snacks, flour, oils, sauces. FSIS,
 *   "Shelf-Stable Food Safety": safe while the pack is sound, never when it leaks, bulges or is badly dented.
 *
 * @param placeKind where it is, when that is known: tuna in the pantry is a tin
 * @returns nothing when the food is not known
 */
export function spoilClass(name: string, placeKind?: PlaceKind): SpoilClass | undefined {
  const food = findIn(name, placeKind)?.food;
  if (!food) return undefined;
  if (!isCutProduce(name, food)) return classOf(food);
  return food.category === 'fruit' || RISKY_ONCE_CUT.has(food.id) ? 'does not show' : classOf(food);
}

/**
 * As `spoilClass`, once open: a tin is cooked food then (FSIS, "Shelf-Stable Food Safety"), long-life milk is milk;
 * dry, sweet or sour food stays what it was.
 */
export function spoilClassOnceOpen(name: string, placeKind?: PlaceKind): SpoilClass | undefined {
  const closed = spoilClass(name, placeKind);
  const food = findIn(name, placeKind)?.food;
  if (!food || closed === 'does not show') return closed;
  return food.spoilsOpen ?? (closed === 'keeps' ? classOnceOpen(food) : closed);
}

/** As `spoilClass`, once thawed: stock came out of its jar before freezing; flour and beer did not change. */
export function spoilClassOnceThawed(name: string, placeKind?: PlaceKind): SpoilClass | undefined {
  const closed = spoilClass(name, placeKind);
  const food = findIn(name, placeKind)?.food;
  if (!food || closed !== 'keeps') return closed;
  const staysClosed = food.category === 'drinks' || CATEGORIES[food.category].openKeepsToo;
  return staysClosed ? closed : spoilClassOnceOpen(name, placeKind);
}

/** True for what shops sell frozen, by its usual place or its name. */
export function isSoldFrozen(name: string): boolean {
  return isCalledFrozen(name) || usualPlace(name) === 'freezer';
}

function classOnceOpen({ opened, category }: ShelfFood): SpoilClass {
  const days = daysOf(opened?.fridge)?.days;
  if (days === undefined) return category === 'tins and jars' ? 'does not show' : 'keeps';
  if (days <= RISKY_ONCE_OPEN) return 'does not show';
  return days <= FRESH_ONCE_OPEN ? 'shows' : 'keeps';
}
