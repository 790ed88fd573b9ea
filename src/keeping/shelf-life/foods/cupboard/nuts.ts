import type { FoodRow } from '../food-row.js';

export const NUTS: FoodRow[] = [
  { row: 438, name: 'almonds', keeps: { fridge: 240, freezer: 300, pantry: 120 } },
  { row: 439, name: 'cashews', also: 'cashew nuts', keeps: { fridge: 180, freezer: 360, pantry: [14, 28] } },
  {
    row: 440,
    name: 'macadamias',
    also: 'macadamia nuts',
    keeps: { fridge: 360, freezer: 720, pantry: [14, 28] },
  },
  { row: 442, name: 'peanuts', keeps: { fridge: 360, freezer: 720, pantry: 28 } },
  {
    row: 441,
    name: 'peanuts in the shell',
    also: 'monkey nuts',
    keeps: { fridge: 360, freezer: 720, pantry: 120 },
  },
  { row: 444, name: 'pecans', also: 'pecan nuts', keeps: { fridge: 270, freezer: 720, pantry: [14, 28] } },
  { row: 445, name: 'pistachios', also: 'pistachio nuts', keeps: { fridge: 360, freezer: 720, pantry: 21 } },
  {
    row: 446,
    name: 'walnuts',
    also: 'walnut halves',
    keeps: { fridge: [270, 360], freezer: 720, pantry: [14, 28] },
  },
  { row: 653, name: 'pine nuts', keeps: { fridge: 90, freezer: 270, pantry: [14, 21] } },
  {
    row: 616,
    name: 'roasted nuts',
    also: 'salted nuts, salted peanuts, roasted peanuts, roasted almonds, roasted cashews, dry roasted peanuts',
    keeps: { pantry: 'label' },
    opened: { fridge: 28, pantry: [7, 14] },
  },
  { row: 604, name: 'pumpkin seeds', keeps: { fridge: 180, pantry: 180 } },
  { row: 608, name: 'sunflower seeds', keeps: { pantry: 360 } },
  { row: 613, name: 'sesame seeds', keeps: { pantry: 1825 } },
];
