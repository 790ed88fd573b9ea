import type { FoodRow } from './food-row.js';

export const BABY: FoodRow[] = [
  {
    row: 363,
    name: 'baby food',
    also: '*baby food, baby food pouches, baby food jars',
    keeps: {},
    opened: { fridge: [2, 3] },
  },
  {
    row: 367,
    name: 'baby cereal',
    also: 'baby rice, baby porridge',
    keeps: {},
    spoils: 'keeps',
    opened: { pantry: 30 },
  },
  {
    row: 369,
    name: 'liquid formula',
    also: 'baby milk, infant milk, =formula, baby formula, infant formula, ready-to-feed formula, ready-made formula',
    keeps: {},
    opened: { fridge: 2 },
  },
  {
    row: 368,
    name: 'made-up formula',
    also: 'prepared formula',
    keeps: {},
    opened: { fridge: 1, pantry: 'no' },
  },
  {
    row: 364,
    name: 'baby fruit puree',
    also: 'baby fruit pouches, baby fruit',
    keeps: {},
    opened: { fridge: 3 },
  },
  { row: 366, name: 'baby dinners', also: 'baby meals', keeps: {}, opened: { fridge: 2 } },
];
