import type { FoodRow } from '../food-row.js';

export const MEATLESS: FoodRow[] = [
  {
    row: 168,
    name: 'tofu',
    also: 'silken tofu, smoked tofu, firm tofu',
    keeps: { fridge: 7, freezer: 150 },
  },
  {
    row: 169,
    name: 'miso',
    also: 'miso paste',
    keeps: { fridge: 365, freezer: 'no' },
    spoils: 'keeps',
  },
  {
    row: 171,
    name: 'soya protein',
    also: 'textured soya protein, TVP, TSP, textured vegetable protein, textured soy protein, dried soya mince',
    keeps: { pantry: 730 },
    spoils: 'keeps',
    opened: { pantry: [90, 120] },
    usual: 'pantry',
  },
  {
    row: 326,
    name: 'vegetarian hot dogs',
    also: 'veggie hot dogs, vegan hot dogs, soy hot dogs',
    keeps: { fridge: [3, 4], freezer: [30, 60] },
    usual: 'freezer',
  },
  {
    row: 327,
    name: 'veggie burgers',
    also: 'vegetarian burgers, vegan burgers, veggie mince, vegetarian mince, vegan mince, meat-free mince, veggie sausages, vegetarian sausages, vegan sausages, meat substitute, plant-based burgers, plant-based mince, bean burgers',
    keeps: { fridge: [3, 4], freezer: [360, 540] },
    usual: 'freezer',
  },
  { row: 328, name: 'tempeh', keeps: { fridge: [3, 4], freezer: 180 } },
];
