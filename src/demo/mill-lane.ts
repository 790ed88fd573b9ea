import type { Level, PlaceKind } from '../stock/stock.js';

export interface DemoPlace {
  name: string;
  kind: PlaceKind;
  /** Days ago that the last bag was put away. */
  filledDaysAgo: number;
  /** Name, quantity, unit, and days until it is best before; null: an estimate. */
  items: readonly (readonly [
    name: string,
    quantity: number,
    unit: string,
    days: number | null,
    more?: DemoMore,
  ])[];
}

/** In days before today. */
export interface DemoMore {
  useBy?: true;
  bought?: number;
  opened?: number;
  /** Moved from the fridge to the freezer. */
  frozen?: number;
  thawed?: number;
  level?: Level;
}

/** The demo's household: an ordinary kitchen. */
export const MILL_LANE: readonly DemoPlace[] = [
  {
    name: 'Fridge',
    kind: 'fridge',
    filledDaysAgo: 2,
    items: [
      ['Whole milk', 2, 'l', 3],
      ['Greek yoghurt', 500, 'g', 1],
      ['Eggs', 9, '', 11],
      ['Salted butter', 250, 'g', 34],
      ['Cheddar', 300, 'g', 19],
      ['Feta', 200, 'g', -1],
      ['Cooked ham', 120, 'g', 0, { useBy: true }],
      ['Chicken thighs', 0.6, 'kg', 1, { useBy: true }],
      ['Cooked prawns', 150, 'g', -1, { useBy: true }],
      ['Tinned chickpeas', 0.5, 'tin', 600, { opened: 6 }],
      ['Minced pork', 400, 'g', null, { bought: 6 }],
      ['Minced beef', 300, 'g', null, { bought: 30, frozen: 30, thawed: 1 }],
      ['Single cream', 300, 'ml', 4, { opened: 1 }],
      ['Spinach', 1, 'bag', -2],
      ['Carrots', 1, 'kg', null],
      ['Spring onions', 1, 'bunch', null],
      ['Cherry tomatoes', 250, 'g', null],
      ['Leftover lentil soup', 0.75, 'l', null],
      ['Hummus', 1, 'tub', 5],
      ['Plum jam', 1, 'jar', 160],
      ['Wholegrain mustard', 1, 'jar', 210],
    ],
  },
  {
    name: 'Freezer in the garage',
    kind: 'freezer',
    filledDaysAgo: 16,
    items: [
      ['Peas', 0.9, 'kg', -20],
      ['Salmon fillets', 2, '', -12, { frozen: 10 }],
      ['Fish fingers', 10, '', 150],
      ['Minced lamb', 500, 'g', null],
      ['Bolognese, two portions', 1, 'tub', null],
      ['Blackberries from the lane', 1.2, 'kg', null],
      ['Puff pastry', 2, 'pack', 95],
      ['Vanilla ice cream', 1, 'tub', 130],
      ['Sliced bread', 1, 'loaf', 27],
      ['Chicken stock', 1.5, 'l', null],
    ],
  },
  {
    name: 'Pantry',
    kind: 'pantry',
    filledDaysAgo: 9,
    items: [
      ['Spaghetti', 1.5, 'kg', 410],
      ['Basmati rice', 2, 'kg', 300],
      ['Plain flour', 1.5, 'kg', 120],
      ['Chopped tomatoes', 6, 'tin', 520],
      ['Chickpeas', 4, 'tin', 610],
      ['Tuna', 3, 'tin', 760],
      ['Red lentils', 500, 'g', 190],
      ['Porridge oats', 750, 'g', 75],
      ['Olive oil', 0.7, 'l', 230, { level: 'low' }],
      ['Honey', 1, 'jar', null],
      ['Coconut milk', 2, 'tin', -6],
      ['Ground almonds', 150, 'g', 18],
      ['Vegetable stock cubes', 14, '', 88],
    ],
  },
  {
    name: 'Bread bin',
    kind: 'other',
    filledDaysAgo: 1,
    items: [
      ['Sourdough', 1, 'loaf', 1],
      ['Pitta breads', 5, '', 3],
      ['Oatcakes', 2, 'pack', 52],
    ],
  },
  {
    name: 'Fruit bowl',
    kind: 'other',
    filledDaysAgo: 3,
    items: [
      ['Bananas', 5, '', null],
      ['Bramley apples', 1.5, 'kg', null],
      ['Avocados', 2, '', 2],
      ['Lemons', 3, '', 12],
    ],
  },
];

export const TO_BUY: readonly string[] = ['Lemons', 'Oat milk', 'Bin bags', 'Coffee beans'];
