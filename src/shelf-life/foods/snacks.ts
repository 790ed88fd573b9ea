import type { FoodRow } from '../food-row.js';

export const SNACKS: FoodRow[] = [
  {
    row: 377,
    name: 'crackers',
    also: '*crackers, cream crackers',
    keeps: { freezer: [90, 120], pantry: 240 },
    opened: { fridge: [90, 120], pantry: 30 },
  },
  { row: 378, name: 'graham crackers', also: 'animal crackers', keeps: { pantry: [180, 270] } },
  {
    row: 379,
    name: 'dried fruit',
    also: 'raisins, sultanas, currants, prunes, dried apricots, dried cranberries, dried mango, dried figs',
    keeps: { pantry: 180 },
    opened: { fridge: 180, pantry: 30 },
  },
  {
    row: 380,
    name: 'fruit snacks',
    also: 'fruit gums, gummy sweets, gummy bears',
    keeps: { pantry: [180, 270] },
  },
  { row: 381, name: 'marshmallows', keeps: { pantry: 365 }, opened: { pantry: 30 } },
  { row: 390, name: 'popcorn', also: '*popcorn', keeps: { pantry: [60, 90] }, opened: { pantry: [7, 14] } },
  { row: 391, name: 'microwave popcorn', keeps: { pantry: [180, 360] }, opened: { pantry: [1, 2] } },
  {
    row: 392,
    name: 'crisps',
    also: '*crisps, potato chips, potato crisps',
    keeps: { pantry: 60 },
    opened: { pantry: [7, 14] },
  },
  { row: 394, name: 'pretzels', also: '*pretzels', keeps: { pantry: [120, 270] }, opened: { pantry: 21 } },
  { row: 399, name: 'toaster pastries', keeps: { pantry: [180, 360] }, opened: { pantry: [7, 14] } },
  { row: 556, name: 'pork scratchings', also: 'pork rinds', keeps: { pantry: 120 } },
  {
    row: 658,
    name: 'cereal bars',
    also: '*cereal bars, granola bars, *granola bars, muesli bars',
    keeps: { pantry: [180, 360] },
  },
];
