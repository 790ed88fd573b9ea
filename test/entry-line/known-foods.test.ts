import { describe, expect, test } from 'vitest';
import { parseLine } from '../../src/entry-line/entry-line.js';
import type { Entry } from '../../src/entry-line/words/entry.js';
import { knownFoods, TABLE_NAMES } from '../../src/entry-line/words/known-foods.js';
import { at, entryOf, FRIDGE, kitchen, milli, PANTRY, type Row, readAs, until } from './reading.js';

/** Names with a number, a unit, a container, a place or a day in them. */
const OWN = [
  ...['21 Seasoning Salute', 'Vitamin B12', '7up', '7 Up Zero', 'Omega 3', 'Half Fat Cheddar', 'Pot noodles'],
  ...[
    'Lemon & dill mayo 2',
    'May apples',
    'Freezer jam',
    'Fridge raiders',
    'Café au lait 2 in 1',
    'Tin loaf',
  ],
  ...[
    'Sunday roast',
    'Pound cake',
    'Bag o’ nuts',
    '3 bean salad',
    'Two-bite brownies',
    '2 x 4 cake',
    'A2 milk',
  ],
  ...[
    'Five spice',
    'No. 7 sauce',
    'Cup a soup',
    '00 flour',
    '100% cacao',
    'Box of 6 eggs',
    'Pizza for two',
    'Fri',
  ],
];

/** How people write how much of X there is, and what that is. */
const FORMS: [form: string, says: Partial<Entry>][] = [
  ['X', {}],
  ['2 X', milli(2000)],
  ['X 2', milli(2000)],
  ['2x X', milli(2000)],
  ['X x2', milli(2000)],
  ['2 x X', milli(2000)],
  ['500 g X', milli(500_000, 'g')],
  ['X 500g', milli(500_000, 'g')],
  ['1,5 l X', milli(1500, 'l')],
  ['½ X', milli(500)],
  ['1/2 X', milli(500)],
  ['1 1⁄2 kg X', milli(1500, 'kg')],
  ['a dozen X', milli(12_000)],
  ['two X', milli(2000)],
  ['a couple of X', milli(2000)],
  ['half a X', milli(500)],
  ['2 x 400g X', milli(2000, '× 400 g')],
  ['X 2 x 400 g', milli(2000, '× 400 g')],
  ['4 tins X 400 g', milli(4000, '× 400 g')],
  ['3 tins X', milli(3000, 'tins')],
  ['3 tins of X', milli(3000, 'tins')],
  ['X (2 pack)', milli(2000)],
  ['X (2)', milli(2000)],
  ['X 1 kg bag', milli(1000, 'kg')],
  ['2 X fridge 5 dec', { ...milli(2000), ...at(FRIDGE), ...until('2026-12-05') }],
  ['X, 500g - in the fridge exp 5 dec', { ...milli(500_000, 'g'), ...at(FRIDGE), ...until('2026-12-05') }],
  ['fridge: 2 X', { ...milli(2000), ...at(FRIDGE) }],
];

/** The lines that are read as anything else. */
function misread(names: string[], own: string[]): string[] {
  const context = { ...kitchen, foods: knownFoods(own) };
  return names.flatMap((name) =>
    FORMS.flatMap(([form, says]) => {
      const line = form.replace('X', () => name);
      const read = parseLine(line, context);
      const expected = entryOf(name, says);
      const isRight = (Object.keys(expected) as (keyof Entry)[]).every((key) => read[key] === expected[key]);
      return isRight ? [] : [`${line}: ${JSON.stringify(read)}`];
    }),
  );
}

describe('A known food is read whole, with every way to say how much of it', () => {
  test('each of the shelf-life table, by each of its names', () => {
    const names = [...new Set(TABLE_NAMES)];
    expect(names.length).toBeGreaterThan(1500);
    expect(misread(names, []).slice(0, 20)).toEqual([]);
  }, 120_000);

  test('each of a household’s own, whatever words it has', () => {
    expect(misread(OWN, OWN).slice(0, 20)).toEqual([]);
  });

  test('in another case, in the plural and without accents', () => {
    const foods = knownFoods(['Crème fraîche 2', 'May Apple', 'Berry mix No 4', '7-Up']);
    const context = { ...kitchen, foods };
    const read = (line: string) => parseLine(line, context);
    expect(read('3 CREME FRAICHE 2')).toEqual(entryOf('CREME FRAICHE 2', milli(3000)));
    expect(read('may apples 500 g')).toEqual(entryOf('may apples', milli(500_000, 'g')));
    expect(read('berries mix no 4 x2')).toEqual(entryOf('berries mix no 4', milli(2000)));
    expect(read('2 7up')).toEqual(entryOf('7up', milli(2000)));
    expect(read('7 up 2 l')).toEqual(entryOf('7 up', milli(2000, 'l')));
  });

  test('the longest one that the words name, at the ends of words only', () => {
    const foods = knownFoods(['Mayo', 'Dill mayo', 'Dill mayo 2', 'Zorb', '500']);
    const read = (line: string) => parseLine(line, { ...kitchen, foods });
    expect(read('dill mayo 2')).toEqual(entryOf('dill mayo 2'));
    expect(read('dill mayo 3')).toEqual(entryOf('dill mayo', milli(3000)));
    expect(read('2 dill mayo 2 fridge')).toEqual(entryOf('dill mayo 2', { ...milli(2000), ...at(FRIDGE) }));
    expect(read('zorbix 2')).toEqual(entryOf('zorbix 2'));
    expect(read('500 g zorbix')).toEqual(entryOf('zorbix', milli(500_000, 'g')));
  });
});

const rows: Row[] = [
  ['two red onions', 'red onions', milli(2000)],
  ['organic milk 2', 'organic milk', milli(2000)],
  ['ten apples fridge', 'apples', { ...milli(10_000), ...at(FRIDGE) }],
  ['a cabbage', 'cabbage', milli(1000)],
  ['2 stick celery', 'celery', milli(2000, 'stick')],
  ['a tin tomatoes pantry', 'tomatoes', { ...milli(1000, 'tin'), ...at(PANTRY) }],
];
readAs('A known food with other words before it', rows, { ...kitchen, foods: knownFoods([]) });

readAs(
  'A known food that is only a part of another name leaves that name whole',
  [
    ...[
      '7 grain bread',
      '3 bean salad',
      'half fat cheddar',
      'half cream',
      'five spice pork',
      '2 for 1 pizza',
    ],
    ...['10 % fat yoghurt', '3 in 1 coffee', '50/50 bread', '4 cheese pizza', 'chocolate fridge cake'],
    ...[
      'may wine',
      'fridge magnets',
      'sunday roast beef',
      'omega 3 eggs',

      '6 pack beer',
      '£2 cheese',
    ],
  ].map((line): Row => [line, line]),
  { ...kitchen, foods: knownFoods([]) },
);
