import type { FoodRow } from '../food-row.js';

export const FROZEN: FoodRow[] = [
  {
    row: 313,
    name: 'oven chips',
    also: 'french fries, hash browns, tater tots, frozen chips, potato waffles, =fries',
    keeps: { fridge: 'no', freezer: 360 },
  },
  {
    row: 315,
    name: 'frozen fruit',
    also: 'frozen berries, frozen strawberries, frozen raspberries, frozen blueberries, frozen mango, smoothie mix',
    keeps: { freezer: 300 },
  },
  {
    row: 331,
    name: 'frozen vegetables',
    also: 'frozen peas, frozen sweetcorn, frozen spinach, frozen broccoli, frozen carrots, frozen beans, frozen mixed vegetables',
    keeps: { fridge: 3, freezer: 300 },
  },
  { row: 317, name: 'ice cream', also: '*ice cream', keeps: { freezer: 180 } },
  { row: 318, name: 'ice lollies', also: 'ice pops, popsicles', keeps: { freezer: 270 } },
  { row: 324, name: 'sorbet', also: '*sorbet, *sherbet', keeps: { fridge: 'no', freezer: 270 } },
  {
    row: 311,
    name: 'fish fingers',
    also: 'fish sticks, breaded fish, battered fish, breaded cod, breaded haddock, battered cod',
    keeps: { fridge: 'no', freezer: 540 },
  },
  { row: 312, name: 'frozen fish', keeps: { fridge: 3, freezer: 180 } },
  {
    row: 325,
    name: 'frozen prawns',
    also: 'frozen shrimp, frozen seafood, frozen mussels',
    keeps: { fridge: 3, freezer: 360 },
  },
  {
    row: 330,
    name: 'frozen ready meals',
    also: 'frozen dinners, frozen lasagne, TV dinners',
    keeps: { fridge: 'no', freezer: 360 },
  },
  { row: 571, name: 'pizza', also: '*pizza', keeps: { fridge: 3, freezer: 360 } },
  { row: 641, name: 'frozen edamame', keeps: { freezer: 730 }, thawed: 7 },
  {
    row: 321,
    name: 'waffles',
    also: 'frozen waffles, frozen pancakes',
    keeps: { fridge: 'no', freezer: 90 },
  },
  {
    row: 309,
    name: 'frozen dough',
    also: 'frozen bread dough, frozen cookie dough',
    keeps: { fridge: 3, freezer: 360 },
  },
  { row: 551, name: 'puff pastry', also: 'frozen puff pastry', keeps: { freezer: 360 } },
  {
    row: 554,
    name: 'shortcrust pastry',
    also: 'pie crust, pie crusts, pastry case',
    keeps: { fridge: 'label', freezer: 60 },
  },
  { row: 319, name: 'juice concentrate', also: 'frozen juice concentrate', keeps: { freezer: 730 } },
];
