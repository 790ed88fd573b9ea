import type { FoodRow } from '../food-row.js';

export const BREAD: FoodRow[] = [
  {
    row: 461,
    name: 'wholemeal bread',
    also: 'whole wheat bread, brown bread, granary bread',
    keeps: { freezer: 90, pantry: [3, 5] },
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
