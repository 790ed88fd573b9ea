import type { FoodRow } from '../food-row.js';

export const BREAD: FoodRow[] = [
  {
    row: 461,
    name: 'wholemeal bread',
    also: 'whole wheat bread, brown bread, granary bread',
    keeps: { freezer: 90, pantry: [3, 5] },
    more: [{ source: 'consumers', keeps: { fridge: [7, 14] } }],
  },
  {
    name: 'white bread',
    also: 'white loaf, sandwich bread, toast bread, toastie loaf',
    more: [{ source: 'consumers', keeps: { fridge: [7, 14], freezer: 90, pantry: [5, 7] } }],
  },
  {
    name: 'bread rolls',
    also: 'burger buns, hot dog buns, baps, dinner rolls, finger rolls, =rolls, =buns',
    more: [
      { source: 'pantry', keeps: { pantry: 3 } },
      { source: 'food-keeper', keeps: { fridge: 7, freezer: 60 } },
    ],
  },
  {
    name: 'pitta bread',
    also: 'pitta, pita, pita bread, naan, naan bread, flatbreads, flat breads, chapatis, rotis',
    more: [{ source: 'food-keeper', keeps: { fridge: [4, 7], freezer: 120, pantry: [2, 4] } }],
  },
  {
    name: 'baguettes',
    also: 'french bread, french stick',
    more: [
      { source: 'counter', keeps: { pantry: 2 } },
      { source: 'consumers', keeps: { fridge: [7, 14], freezer: 90 } },
    ],
  },
  { row: 449, name: 'bagels', also: 'fresh bagels', keeps: { freezer: 90, pantry: [1, 2] } },
  {
    row: 196,
    name: 'flour tortillas',
    also: '=tortillas, tortilla wraps, =wraps, wholemeal wraps, flour wraps',
    keeps: { freezer: 180, pantry: 90 },
    opened: { fridge: 90 },
  },
  { row: 553, name: 'corn tortillas', keeps: { fridge: [60, 90], pantry: [25, 45] } },
  { row: 643, name: 'breadcrumbs', also: 'bread crumbs, panko', keeps: { pantry: 180 }, spoils: 'keeps' },
  {
    row: 682,
    name: 'croutons',
    keeps: { fridge: [150, 180], freezer: [330, 360], pantry: [150, 180] },
    spoils: 'keeps',
  },
];
