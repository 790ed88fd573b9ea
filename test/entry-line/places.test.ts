import {
  allName,
  at,
  BREAD_BIN,
  CREMERIE,
  DRAWER,
  FREEZER,
  FRIDGE,
  kitchen,
  milli,
  PANTRY,
  readAs,
} from './reading.js';

readAs('A place, at the end of a line', [
  ['milk fridge', 'milk', at(FRIDGE)],
  ['milk FRIDGE', 'milk', at(FRIDGE)],
  ['milk, fridge', 'milk', at(FRIDGE)],
  ['milk in fridge', 'milk', at(FRIDGE)],
  ['milk in the fridge', 'milk', at(FRIDGE)],
  ['milk into our fridge', 'milk', at(FRIDGE)],
  ['peas freezer', 'peas', at(FREEZER)],
  ['peas freezer drawer 2', 'peas', at(DRAWER)],
  ['peas in the freezer drawer 2', 'peas', at(DRAWER)],
  ['bagels bread bin', 'bagels', at(BREAD_BIN)],
  ['brie crèmerie', 'brie', at(CREMERIE)],
  ['brie cremerie', 'brie', at(CREMERIE)],
  ['rice larder', 'rice', at(PANTRY)],
  ['rice in the cupboard', 'rice', at(PANTRY)],
  ['milk in the refrigerator', 'milk', at(FRIDGE)],
  ['milk (fridge)', 'milk', at(FRIDGE)],
  ['milk in the fridge.', 'milk', at(FRIDGE)],
  ['milk - fridge', 'milk', at(FRIDGE)],
  ['milk -> fridge', 'milk', at(FRIDGE)],
  ['milk @ fridge', 'milk', at(FRIDGE)],
  ['peas freezer drawer 2 300 g', 'peas', { ...milli(300_000, 'g'), ...at(DRAWER) }],
  ['milk in "Fridge"', 'milk in "Fridge"'],
  ['"milk" in "Freezer drawer 2"', 'milk', at(DRAWER)],
]);

readAs('A place, at the start of a line', [
  ['fridge: milk', 'milk', at(FRIDGE)],
  ['Freezer drawer 2: peas', 'peas', at(DRAWER)],
  ['fridge 2 milk', 'milk', { ...milli(2000), ...at(FRIDGE) }],
  ['freezer drawer 2 300 g peas', 'peas', { ...milli(300_000, 'g'), ...at(DRAWER) }],
  ['in the freezer 2 pizzas', 'pizzas', { ...milli(2000), ...at(FREEZER) }],
  ['in pantry rice 1 kg', 'rice', { ...milli(1000, 'kg'), ...at(PANTRY) }],
]);

allName('A place that is in a name, or is not where the food goes', [
  ...['fridge magnets', 'freezer bags', 'pantry moth trap', 'bread bin liners', 'fridge', 'in the fridge'],
  ...[
    'peas from the freezer',
    'cake for fridge',
    'ice the freezer',
    'milk cellar',
    'milk in the cellar',
    'fridge:',
  ],
  ...['not in', 'crème fraîche', 'freezer 7 up', 'milk fridge door'],
]);

const twoFridges = {
  ...kitchen,
  places: [
    { id: 1, name: 'Kitchen fridge', kind: 'fridge' as const },
    { id: 2, name: 'Garage fridge', kind: 'fridge' as const },
    { id: 3, name: 'Café', kind: 'other' as const },
    { id: 4, name: 'Cafe', kind: 'other' as const },
    { id: 5, name: 'Fri', kind: 'other' as const },
    { id: 6, name: 'Box (blue)', kind: 'other' as const },
    { id: 7, name: 'Blue', kind: 'other' as const },
  ],
};

readAs(
  'In a household with two fridges',
  [
    ['milk kitchen fridge', 'milk', at(1)],
    ['milk garage fridge', 'milk', at(2)],
    ['milk fridge', 'milk fridge'],
    ['milk in the fridge', 'milk in the fridge'],
    ['cake café', 'cake', at(3)],
    ['cake cafe', 'cake', at(4)],
    ['cake CAFÈ', 'cake CAFÈ'],
    ['milk fri', 'milk', at(5)],
    ['milk box (blue)', 'milk', at(6)],
  ],
  twoFridges,
);

readAs(
  'In a household whose fridge has a name of its own',
  [
    ['milk fridge', 'milk', at(9)],
    ['milk Kühlschrank', 'milk', at(9)],
    ['milk kuhlschrank', 'milk', at(9)],
    ['peas freezer', 'peas freezer'],
  ],
  { ...kitchen, places: [{ id: 9, name: 'Kühlschrank', kind: 'fridge' }] },
);

readAs('In a household without a place', [['milk fridge fri', 'milk fridge', { bestBefore: '2026-11-27' }]], {
  ...kitchen,
  places: [],
});
