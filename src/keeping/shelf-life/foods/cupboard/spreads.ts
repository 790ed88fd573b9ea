import type { FoodRow } from '../food-row.js';

export const SPREADS: FoodRow[] = [
  { row: 345, name: 'honey', keeps: { pantry: 730 } },
  {
    row: 347,
    name: 'jam',
    also: '*jam, *marmalade, *preserves, *conserve',
    keeps: { pantry: [180, 540] },
    opened: { fridge: [180, 360] },
  },
  { row: 387, name: 'peanut butter', keeps: { pantry: [180, 720] }, opened: { pantry: [60, 90] } },
  { row: 466, name: 'almond butter', keeps: { pantry: 365 } },
  { row: 467, name: 'cashew butter', keeps: { pantry: 90 } },
  { row: 615, name: 'chocolate spread', also: 'chocolate hazelnut spread, hazelnut spread', keeps: {} },
  {
    row: 376,
    name: 'chocolate syrup',
    also: 'chocolate sauce',
    keeps: { pantry: 730 },
    opened: { fridge: 180, pantry: 'no' },
  },
  {
    row: 398,
    name: 'syrup',
    also: 'golden syrup, pancake syrup',
    keeps: { pantry: 365 },
    opened: { fridge: 180 },
  },
  { row: 534, name: 'maple syrup', keeps: { fridge: [540, 720], pantry: 730 } },
  { row: 650, name: 'corn syrup', keeps: { pantry: 1095 } },
  {
    row: 382,
    name: 'marshmallow creme',
    also: 'marshmallow fluff',
    keeps: { pantry: [60, 150] },
    opened: { pantry: 30 },
  },
  { name: 'lemon curd', also: 'lime curd, fruit curd', spoilsOpen: 'shows' },
  { name: 'yeast extract', also: 'marmite, vegemite' },
];
