import { describe, expect, test } from 'vitest';
import { parseLine } from '../../src/entry-line/entry-line.js';
import { allName, at, entryOf, FRIDGE, kitchen, milli, readAs, until } from './reading.js';

readAs('A name', [
  ['', ''],
  ['   ', ''],
  ['milk', 'milk'],
  ['  Whole   milk ', 'Whole milk'],
  ['Whole\tmilk\n2 l', 'Whole milk', milli(2000, 'l')],
  ['crème fraîche 200 g', 'crème fraîche', milli(200_000, 'g')],
  ['Jalapeños', 'Jalapeños'],
  ['牛乳 2 l fridge', '牛乳', { ...milli(2000, 'l'), ...at(FRIDGE) }],
  ['🥛 2 l', '🥛', milli(2000, 'l')],
  ['beans, black, 2 tins', 'beans, black', milli(2000, 'tins')],
]);

readAs('A name in quotes', [
  ['“milk fridge”', 'milk fridge'],
  ['"7 up"', '7 up'],
  ['2 "7 up" fridge', '7 up', { ...milli(2000), ...at(FRIDGE) }],
  ['2 l “may fri”, fri', 'may fri', { ...milli(2000, 'l'), ...until('2026-11-27') }],
  ['2 "fridge"', 'fridge', milli(2000)],
  ['2 "Päckchen" "Tee"', 'Tee', milli(2000, 'Päckchen')],
  ['"5"" pipe"', '5" pipe'],
  ['„Milch fri“ 2 l', 'Milch fri', milli(2000, 'l')],
  ['«lait fri» 2 l', 'lait fri', milli(2000, 'l')],
  ['“fri”', 'fri'],
]);

allName('Quotation marks that are no quotes round the name', [
  ...[
    '12" pizza',
    '"milk" of ours',
    '" "',
    '„ “ 2',
    'the “best” milk',
    '""',
    '“',
    '"milk',
    'milk"',
    '"one" "two"',
    '“milk" x',
  ],
]);

const PARTS = [
  '1',
  ' 1',
  '1 ',

  '" ',
  '"a ',
  '“a ',
  'x',
  '1x',
  '½',
  'a,',
  '1,',
  'fri ',
  'in ',
  'in the ',
  '5 dec ',
  '1/',
  '2 x ',
];

describe('A long line', () => {
  test('of 10,000 characters is a long name, and what stands at its ends is understood', () => {
    const name = 'milk '.repeat(2000).trim();
    expect(parseLine(`2 ${name} fridge fri`, kitchen)).toEqual(
      entryOf(name, { ...milli(2000), ...at(FRIDGE), ...until('2026-11-27') }),
    );
  });

  // Nobody measures the time: work that grows with the square of the length would not end here.
  test.each(PARTS)('that is %j again and again is read to its end', (part) => {
    const line = part.repeat(500_000 / part.length);
    expect(parseLine(line, kitchen).name.length).toBeGreaterThan(line.length - 20);
  });
});
