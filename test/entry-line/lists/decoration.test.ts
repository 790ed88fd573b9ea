import { describe, expect, test } from 'vitest';
import { parseLines } from '../../../src/entry-line/lists/pasted-lines.js';
import { at, entryOf, FRIDGE, kitchen, milli, type Row } from '../reading.js';

const entries = (...lines: string[]) => parseLines(lines.join('\n'), kitchen).lines.map(({ entry }) => entry);
const names = (...lines: string[]) => entries(...lines).map(({ name }) => name);

describe('What makes a line of a list is no food', () => {
  const rows: Row[] = [
    ['-milk', 'milk'],
    ['•rice', 'rice'],
    ['*eggs', 'eggs'],
    ['+ eggs', 'eggs'],
    ['– 2 l milk', 'milk', milli(2000, 'l')],
    ['— milk', 'milk'],
    ['·milk', 'milk'],
    ['→ milk', 'milk'],
    ['➔ milk', 'milk'],
    ['» milk', 'milk'],
    ['[ ] x', 'x'],
    ['[]milk', 'milk'],
    ['[x] milk', 'milk'],
    ['( ) milk', 'milk'],
    ['☐milk', 'milk'],
    ['☑️ milk', 'milk'],
    ['1)milk', 'milk'],
    ['1) 2 milk', 'milk', milli(2000)],
    ['(1) milk', 'milk'],
    ['[1] milk', 'milk'],
    ['1.milk', 'milk'],
    ['A) eggs', 'eggs'],
    ['ii) eggs', 'eggs'],
    ['#milk', 'milk'],
    ['>milk', 'milk'],
    ['> > milk', 'milk'],
    ['✅ milk', 'milk'],
    ['❌milk', 'milk'],
    ['  - milk', 'milk'],
    ['\t* [ ] 1. milk', 'milk'],
    ['1️⃣ milk', 'milk'],
    ['🔟 milk', 'milk'],
    ['milk 🥛 2 l', 'milk', milli(2000, 'l')],
    ['milk 🥛', 'milk'],
    ['2 l 🥛 milk fridge ❄️', 'milk', { ...milli(2000, 'l'), ...at(FRIDGE) }],
    ['👩‍🍳👍🏽 soup 🇮🇹', 'soup'],
    ['🥛 2 l', '🥛', milli(2000, 'l')],
    ['🍕🍕', '🍕🍕'],
    ['milk,', 'milk'],
    ['milk;', 'milk'],
    ['milk -', 'milk'],
    ['milk —', 'milk'],
    ['milk 2 l |', 'milk', milli(2000, 'l')],
    ['milk!!!', 'milk'],
    ['milk??', 'milk'],
    ['Ben &amp; Jerry&#39;s', "Ben & Jerry's"],
    ['cr&egrave;me&nbsp;fra&#xEE;che', 'crème fraîche'],
    ['**milk** 2 l', 'milk', milli(2000, 'l')],
    ['_milk_', 'milk'],
    ['~~milk~~', 'milk'],
    ['`milk`', 'milk'],
    ['[oat milk](https://shop.example/oat)', 'oat milk'],
    ['| milk | 2 l | fridge |', 'milk', { ...milli(2000, 'l'), ...at(FRIDGE) }],
    ['milk\t2', 'milk', milli(2000)],
    ['milk\t2\tl', 'milk', milli(2000, 'l')],
    ['2\tmilk\tfridge', 'milk', { ...milli(2000), ...at(FRIDGE) }],
  ];
  test.each(rows)('%s', (line, name, rest) => {
    expect(entries(line)).toEqual([entryOf(name, rest)]);
  });

  test.each(['1)', 'a.', '-', '[ ]', '•', '☐', '***', '1.', '|', '| --- | --- |'])(
    'nor is %s alone',
    (line) => {
      expect(parseLines(`${line}\nmilk`, kitchen)).toMatchObject({
        lines: [{ line: 'milk' }],
        skipped: [line],
      });
    },
  );

  test.each([
    ...['7-up', 'M&Ms', '5-a-day', 'T-bone', 'M*A*S*H', '7 up', '#1 sauce', '50/50 bread', '3.5% fat milk'],
    ...['Dr. Oetker pizza', 'Haribo® gums', 'no. 7 pasta', 'K. of Spain rice', 'C++ snacks', '__proto__'],
    ...[
      '100%',
      'e.l.f. tea',
      'half-fat milk',
      "'nduja",
      'œufs',
      'A.1. sauce',
      'x',
      '-18 °C peas',
      'a & b',
      '&c',
    ],
  ])('but %s is a name as it is', (line) => {
    expect(names(line)).toEqual([line]);
  });

  test('A minus before a number is a mark where other lines have it, and part of the name where none has', () => {
    expect(entries('-2 milk')).toEqual([entryOf('-2 milk')]);
    expect(entries('-2 milk', '-6 eggs')).toEqual([
      entryOf('milk', milli(2000)),
      entryOf('eggs', milli(6000)),
    ]);
  });

  test('Numbers from one on are those of the lines where something stands between them and the names', () => {
    expect(names('1 - milk', '2 - eggs', '3 - bread')).toEqual(['milk', 'eggs', 'bread']);
    expect(entries('1: milk', '2: eggs')).toEqual([entryOf('milk'), entryOf('eggs')]);
    expect(names('2 - milk', '6 - eggs')).toEqual(['2 - milk', '6 - eggs']);
  });

  test('A table has a first row that names its columns', () => {
    const table = ['| Item | Qty |', '|------|:---:|', '| milk | 2 |', '| rice | 1 kg |'];
    expect(parseLines(table.join('\n'), kitchen)).toMatchObject({
      lines: [{ entry: entryOf('milk', milli(2000)) }, { entry: entryOf('rice', milli(1000, 'kg')) }],
      skipped: table.slice(0, 2),
    });
    expect(names('Produkt\tMenge', 'Milch\t2')).toEqual(['Milch']);
  });
});
