import type { FoodRow } from '../food-row.js';

export const EGGS: FoodRow[] = [
  {
    row: 21,
    name: 'eggs',
    also: 'hen eggs, chicken eggs, duck eggs, quail eggs, goose eggs',
    keeps: { fridge: [21, 35], freezer: 'no' },
  },
  {
    row: 22,
    name: 'egg whites',
    also: 'egg yolks, raw egg whites, raw egg yolks',
    keeps: { fridge: [2, 4], freezer: 360 },
    spoils: 'does not show',
  },
  {
    row: 23,
    name: 'boiled eggs',
    also: 'hard-boiled eggs, cooked eggs',
    keeps: { fridge: 7, freezer: 'no' },
    spoils: 'does not show',
  },
  {
    row: 24,
    name: 'egg dishes',
    also: 'omelette, omelet, frittata, scrambled eggs',
    keeps: { fridge: [3, 4], freezer: [60, 90] },
    spoils: 'does not show',
  },
  {
    row: 17,
    name: 'liquid egg',
    also: 'egg substitute, liquid eggs',
    keeps: { fridge: 7, freezer: 'no' },
    spoils: 'does not show',
    opened: { fridge: 3 },
  },
];
