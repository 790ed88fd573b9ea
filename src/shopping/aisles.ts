import { findShelfLife } from '../keeping/shelf-life/find.js';
import type { Category } from '../keeping/shelf-life/foods/food-row.js';
import { CATEGORIES } from '../keeping/shelf-life/table.js';
import { isHouseholdGood } from './household-goods.js';

/** The parts of a shop, in the order in which most have them: ids that are stored, never changed, and their names. */
export const AISLES = {
  greengrocer: 'Fruit and vegetables',
  bakery: 'Bakery',
  chilled: 'Chilled',
  meat: 'Meat and fish',
  cupboard: 'Cupboard',
  snacks: 'Sweets and snacks',
  drinks: 'Drinks',
  frozen: 'Frozen',
  household: 'Household',
  other: 'Other',
} as const;

export type Aisle = keyof typeof AISLES;

export const USUAL_ORDER = Object.keys(AISLES) as Aisle[];

const BY_CATEGORY: Record<Category, Aisle> = {
  fruit: 'greengrocer',
  vegetables: 'greengrocer',
  herbs: 'greengrocer',
  bread: 'bakery',
  'cakes and biscuits': 'bakery',
  dairy: 'chilled',
  cheese: 'chilled',
  eggs: 'chilled',
  'oils and fats': 'chilled',
  'cooked and prepared': 'chilled',
  meatless: 'chilled',
  meat: 'meat',
  'cured and sliced meat': 'meat',
  poultry: 'meat',
  'fish and seafood': 'meat',
  'grains and pasta': 'cupboard',
  'baking and spices': 'cupboard',
  'tins and jars': 'cupboard',
  sauces: 'cupboard',
  spreads: 'cupboard',
  'nuts and seeds': 'cupboard',
  'baby food': 'cupboard',
  snacks: 'snacks',
  drinks: 'drinks',
  frozen: 'frozen',
};

/** Where most shops have a thing, by its name; `'other'` for what nobody knows. */
export function usualAisle(name: string): Aisle {
  if (isHouseholdGood(name)) return 'household';
  const food = findShelfLife(name)?.food;
  if (!food) return 'other';
  const aisle = BY_CATEGORY[food.category];
  const usual = food.usual ?? CATEGORIES[food.category].usual;
  if (usual === 'freezer') return 'frozen';
  // Olive oil and a carton of long-life milk stand on a shelf.
  return aisle === 'chilled' && usual === 'pantry' ? 'cupboard' : aisle;
}

export function isAisle(text: unknown): text is Aisle {
  return typeof text === 'string' && Object.hasOwn(AISLES, text);
}

/** Every aisle once: those of a saved order first, what it does not name after the one that is usually before it. */
export function wholeOrder(saved: readonly unknown[]): Aisle[] {
  const order = [...new Set(saved.filter(isAisle))];
  for (const [n, aisle] of USUAL_ORDER.entries()) {
    if (order.includes(aisle)) continue;
    const before = order.indexOf(USUAL_ORDER[n - 1] ?? aisle);
    order.splice(before + 1, 0, aisle);
  }
  return order;
}

/** The order with one aisle right before or right after another; as it was when it stands on that side already. */
export function moved(order: Aisle[], aisle: Aisle, side: 'before' | 'after', other: Aisle): Aisle[] {
  const isBefore = order.indexOf(aisle) < order.indexOf(other);
  if (aisle === other || isBefore === (side === 'before')) return order;
  const rest = order.filter((one) => one !== aisle);
  return rest.toSpliced(rest.indexOf(other) + (side === 'after' ? 1 : 0), 0, aisle);
}
