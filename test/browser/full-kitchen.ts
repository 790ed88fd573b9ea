import type { Person } from '../support/people.js';
import { day, type Groceries, putAway } from './kitchen.js';

/** Food for every one of home's groups: days from today; undefined for an estimate, the freezer's stay closed. */
const FRIDGE: [string, string, string, number?][] = [
  ['Mince', '400', 'g', -2],
  ['Ham', '1', 'pack', -1],
  ['Yoghurt', '4', '', -3],
  ['Cream', '200', 'ml', 0],
  ['Spinach', '300', 'g', 0],
  ['Salmon', '250', 'g', 0],
  ['Lettuce', '1', '', 1],
  ['Whole milk', '2', 'l', 1],
  ['Feta', '200', 'g', 2],
  ['Mushrooms', '250', 'g', 3],
  ['Tofu', '2', 'pack', 4],
  ['Hummus', '1', 'tub', 5],
  ['Carrots', '1', 'kg', 6],
  ['Butter', '250', 'g', 20],
  ['Eggs', '10', '', 12],
  ['Cheddar', '350', 'g', 25],
  ['Mustard', '1', 'jar', 200],
];
const PANTRY: [string, string, string, number?][] = [
  ['Bread', '1', 'loaf', 1],
  ['Bananas', '6', '', 2],
  ['Apples', '8', '', 6],
  ['Rice', '1', 'kg'],
  ['Flour', '1', 'kg'],
  ['Penne', '500', 'g'],
  ['Red lentils', '500', 'g'],
  ['Tinned peas', '3', 'tin', 400],
  ['Chickpeas', '2', 'tin', 500],
  ['Olive oil', '1', 'bottle'],
  ['Honey', '1', 'jar'],
  ['Salt', '1', ''],
  ['Tea', '40', 'bag', 90],
  ['Onions', '1', 'kg'],
];
const FREEZER: [string, string, string, number?][] = [
  ['Chicken thighs', '6', '', 3],
  ['Peas', '750', 'g'],
  ['Raspberries', '300', 'g'],
  ['Bread rolls', '8', ''],
  ['Cod', '400', 'g'],
  ['Stock', '1', 'l'],
  ['Ice cream', '1', 'tub', 150],
  ['Puff pastry', '1', 'pack', 60],
  ['Minced lamb', '500', 'g'],
  ['Soup', '2', 'box'],
  ['Spinach cubes', '450', 'g'],
  ['Prawns', '200', 'g'],
  ['Sweetcorn', '500', 'g'],
  ['Pizza', '2', '', 100],
];

export interface FullKitchen {
  fridge: string;
  freezer: string;
  pantry: string;
}

/** 45 things with all kinds of dates, in three places. */
export async function fillKitchen({ visitor }: Person): Promise<FullKitchen> {
  return {
    fridge: await putAway(visitor, 'Fridge', FRIDGE.map(groceries)),
    pantry: await putAway(visitor, 'Pantry', PANTRY.map(groceries)),
    freezer: await putAway(visitor, 'Freezer', FREEZER.map(groceries)),
  };
}

/** 45 things that all have to be eaten within the week. */
export function fillWithUrgent({ visitor }: Person): Promise<string> {
  const names = [...FRIDGE, ...PANTRY, ...FREEZER].map(([name]) => name);
  return putAway(
    visitor,
    'Fridge',
    names.map((name, n) => ({ name, best_before: day(n % 7) })),
  );
}

function groceries([name, quantity, unit, days]: [string, string, string, number?]): Groceries {
  return { name, quantity, unit, ...(days !== undefined && { best_before: day(days) }) };
}
