import { describe, expect, test } from 'vitest';
import { parseLines } from '../../../src/entry-line/lists/pasted-lines.js';
import { CREMERIE, DRAWER, FREEZER, FRIDGE, kitchen, PANTRY } from '../reading.js';

const read = (...lines: string[]) => parseLines(lines.join('\n'), kitchen);
const placed = (...lines: string[]) =>
  read(...lines).lines.map(({ entry: { name, placeId } }) => [name, placeId]);

describe('A heading', () => {
  test.each([
    ['## Freezer', FREEZER],
    ['# Freezer', FREEZER],
    ['Freezer:', FREEZER],
    ['Freezer :', FREEZER],
    ['*Fridge*', FRIDGE],
    ['**Fridge**', FRIDGE],
    ['**Fridge:**', FRIDGE],
    ['_Fridge_', FRIDGE],
    ['== Pantry ==', PANTRY],
    ['--- Fridge ---', FRIDGE],
    ['-- Fridge --', FRIDGE],
    ['*** Fridge ***', FRIDGE],
    ['[Fridge]', FRIDGE],
    ['(Fridge)', FRIDGE],
    ['FRIDGE', FRIDGE],
    ['fridge', FRIDGE],
    ['- Fridge', FRIDGE],
    ['🧊 Freezer', FREEZER],
    ['🧊 Freezer:', FREEZER],
    ['In the freezer:', FREEZER],
    ['the fridge', FRIDGE],
    ['our larder:', PANTRY],
    ['Freezer drawer 2:', DRAWER],
    ['Refrigerator', FRIDGE],
    ['Kühlschrank:', FRIDGE],
    ['Nevera', FRIDGE],
    ['Cremerie', CREMERIE],
  ])('%s says where what stands below it goes, and is not left out', (heading, placeId) => {
    const { lines, headings, skipped } = read('ham', heading, 'peas', '', 'chips');
    expect(lines.map(({ entry }) => [entry.name, entry.placeId])).toEqual([
      ['ham', null],
      ['peas', placeId],
      ['chips', placeId],
    ]);
    expect([headings, skipped]).toEqual([[heading], []]);
  });

  test('counts until the next one, and a place of its own on a line counts for more', () => {
    expect(
      placed(
        'Fridge:',
        'milk',
        'peas freezer',
        '## Fruit & veg',
        'apples',
        'FREEZER',
        'chips',
        'Pantry',
        'rice',
      ),
    ).toEqual([
      ['milk', FRIDGE],
      ['peas', FREEZER],
      ['apples', null],
      ['chips', FREEZER],
      ['rice', PANTRY],
    ]);
  });

  test.each([
    ...[
      'Dairy:',
      '## Fruit & veg',
      '# Party',
      '== Saturday ==',
      '*Dairy*',
      '**Vegetables**',
      'DAIRY',
      '[Bakery]',
    ],
    ...['– Obst –', '(Milchprodukte)', 'BOISSONS', 'Für die Party:', '---- Drinks ----', '*Fruta y verdura*'],
  ])('%s that names no place is left out, and said to be', (heading) => {
    const { lines, skipped } = read(heading, 'milk', 'ham');
    expect(lines.map(({ entry }) => [entry.name, entry.placeId])).toEqual([
      ['milk', null],
      ['ham', null],
    ]);
    expect(skipped).toEqual([heading]);
  });

  test('may be underlined', () => {
    expect(read('Saturday', '========', 'milk')).toMatchObject({
      lines: [{ line: 'milk' }],
      skipped: ['Saturday', '========'],
    });
  });

  test.each([
    'Vegetables',
    'vegetables',
    'Fruit',
    'Eggs',
    'Fish',
    '*milk*',
    'MILK',
    'Drinks',
    '(milk)',
    '[milk]',
    '🥦 Veg',
  ])('%s is none, but food', (line) => {
    const { lines, skipped } = read(line, 'rice', 'ham');
    expect([lines.length, skipped]).toEqual([3, []]);
  });

  test('A place with nothing below it is left out when it is marked, and a name when it is not', () => {
    expect(read('milk', 'Freezer:')).toMatchObject({ lines: [{ line: 'milk' }], skipped: ['Freezer:'] });
    expect(read('Freezer:', 'Dairy:', 'milk')).toMatchObject({
      headings: [],
      skipped: ['Freezer:', 'Dairy:'],
    });
    expect(placed('milk', 'fridge')).toEqual([
      ['milk', null],
      ['fridge', null],
    ]);
  });

  test('A mark that all lines have makes none of them a heading', () => {
    expect(placed('# milk', '# eggs')).toEqual([
      ['milk', null],
      ['eggs', null],
    ]);
    expect(placed('*Vegetables*', '*Fruit*').length).toBe(2);
  });
});
