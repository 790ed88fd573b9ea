import { describe, expect, it } from 'vitest';
import type { LineContext } from '../../src/entry-line/words/entry.js';
import { readFoods, typedText } from '../../src/pages/put-away/read-foods.js';

const context: LineContext = {
  places: [
    { id: 4, name: 'Fridge', kind: 'fridge' },
    { id: 5, name: 'Pantry', kind: 'pantry' },
  ],
  today: '2026-11-22',
  dateOrder: 'day-month',
};

function linesIn(text: string) {
  const read = readFoods(text, 0, context);
  return 'lines' in read ? read.lines : read.error;
}
const names = (text: string) => readFoods(text, 0, context);

describe('what was typed', () => {
  it('is a food on each line, whatever ends the line; the same twice is two', () => {
    expect(linesIn('Milk\r\nEggs\nRice\rMilk')).toEqual(
      ['Milk', 'Eggs', 'Rice', 'Milk'].map((name) => ({ foodId: null, name })),
    );
  });

  it('says how much, until when and where, as far as it does', () => {
    expect(linesIn('2 l milk fridge fri\nham use by 5 dec\n6 eggs\nrice pantry\n“7 up”')).toEqual([
      {
        foodId: null,
        name: 'Milk',
        known: {
          quantityMilli: 2000,
          unit: 'l',
          bestBefore: '2026-11-27',
          placeId: 4,
        },
      },
      { foodId: null, name: 'Ham', known: { bestBefore: '2026-12-05', dateKind: 'use_by' } },
      { foodId: null, name: 'Eggs', known: { quantityMilli: 6000 } },
      { foodId: null, name: 'Rice', known: { placeId: 5 } },
      { foodId: null, name: '7 up' },
    ]);
  });

  it('may be a receipt: bullets, prices and totals are left out', () => {
    const receipt = ['MY SHOP:', 'MILK 2L  2.49 A', 'EGGS 6 1,99', '- Rice', '-------', 'TOTAL 4.48', ''];
    expect(linesIn(receipt.join('\r\n'))).toMatchObject([
      { name: 'MILK', known: { quantityMilli: 2000, unit: 'l' } },
      { name: 'EGGS', known: { quantityMilli: 6000 } },
      { name: 'Rice' },
    ]);
  });

  it('is 250 lines at a time, with what is picked; how many are too many is said', () => {
    const text = (count: number) => Array.from({ length: count }, (_, n) => `Food ${n}`).join('\r\n');
    expect(linesIn(text(250))).toHaveLength(250);
    expect(names(text(251))).toEqual({ error: expect.stringMatching(/251 .*250/) });
    expect(readFoods(text(250), 1, context)).toEqual({ error: expect.stringMatching(/251 .*250/) });
  });

  it('is refused when there is nothing, and names the line that is wrong', () => {
    expect(names(' \r\n ')).toEqual({ error: 'Type or pick what you brought.' });
    expect(names('TOTAL 4.48')).toEqual({ error: 'Type or pick what you brought. “TOTAL 4.48” names none.' });
    expect(names(`Milk\r\n2 ${'x'.repeat(81)}`)).toEqual({ error: expect.stringMatching(/^“x{40}…”: .*80/) });
    expect(readFoods('', 1, context)).toMatchObject({ lines: [] });
  });

  it('is shown again so that it reads back, whatever day it is by then', () => {
    const text = 'milk 2 l fridge fri\nham use by 5 dec\n“7 rolls fri”\nRice';
    const shown = (linesIn(text) as Parameters<typeof typedText>[0][]).map((line) =>
      typedText(line, context),
    );
    expect(shown).toEqual([
      '2 l Milk in Fridge best before 2026-11-27',
      'Ham use by 2026-12-05',
      '"7 rolls fri"',
      'Rice',
    ]);
    const later = { ...context, today: '2026-11-28' };
    expect(readFoods(shown.join('\n'), 0, later)).toMatchObject({ lines: linesIn(text) });
  });

  it.each([
    ...[
      'Total',
      '*Milk*',
      '🥛 Milk',
      '…',
      'Beer 12345678',
      'Milk 2.49',
      '4 x 0,49',
      '- Rice',
      'Groceries',
      'Eggs:',
    ],
    ...['Tel 123', '1. Bread', '7 up', 'Change -0.60'],
  ])('is shown again so that it reads back, even when a list would not have %s for a food', (name) => {
    for (const known of [undefined, { quantityMilli: 2000, unit: 'l', placeId: 4 }]) {
      const line = { foodId: null, name, ...(known && { known }) };
      expect(linesIn(typedText(line, context))).toEqual([line]);
    }
  });
});
