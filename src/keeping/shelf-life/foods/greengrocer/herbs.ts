import type { FoodRow } from '../food-row.js';

export const HERBS: FoodRow[] = [
  {
    row: 288,
    name: 'fresh herbs',
    also: '=herbs, mixed fresh herbs',
    keeps: { fridge: [7, 10], freezer: [30, 60] },
  },
  {
    row: 506,
    name: 'coriander leaves',
    also: '=coriander, fresh coriander, cilantro, fresh cilantro',
    keeps: { fridge: [14, 21], pantry: [7, 14] },
    inPlace: { pantry: 'ground-coriander' },
  },
  { row: 507, name: 'fresh mint', also: '=mint, mint leaves', keeps: { fridge: [14, 21], pantry: [7, 14] } },
  {
    row: 509,
    name: 'fresh basil',
    also: '=basil, basil leaves, basil plant',
    keeps: { fridge: 10, pantry: 5 },
    inPlace: { pantry: 'dried-basil' },
  },
  {
    row: 510,
    name: 'fresh oregano',
    also: '=oregano',
    keeps: { fridge: [14, 21], pantry: [7, 14] },
    inPlace: { pantry: 'dried-oregano' },
  },
  {
    row: 511,
    name: 'fresh rosemary',
    also: '=rosemary',
    keeps: { fridge: [14, 21], pantry: [7, 14] },
    inPlace: { pantry: 'dried-herbs' },
  },
  {
    row: 513,
    name: 'fresh thyme',
    also: '=thyme',
    keeps: { fridge: [14, 21], pantry: [7, 14] },
    inPlace: { pantry: 'dried-thyme' },
  },
  { row: 512, name: 'chives', also: 'fresh chives', keeps: { fridge: [14, 21], pantry: [7, 14] } },
  {
    row: 611,
    name: 'parsley',
    also: 'fresh parsley, flat-leaf parsley',
    keeps: { fridge: [2, 3], freezer: [90, 120] },
    inPlace: { pantry: 'dried-herbs' },
  },
  { row: 505, name: 'lemongrass', also: 'lemon grass', keeps: { fridge: [7, 9], freezer: 180 } },
];
