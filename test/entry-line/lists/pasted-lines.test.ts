import { describe, expect, test } from 'vitest';
import { parseLines } from '../../../src/entry-line/lists/pasted-lines.js';
import { at, entryOf, FRIDGE, kitchen, milli, type Row, until } from '../reading.js';

const read = (...lines: string[]) => parseLines(lines.join('\n'), kitchen);
const entries = (...lines: string[]) => read(...lines).lines.map(({ entry }) => entry);

describe('A line of a list', () => {
  const rows: Row[] = [
    ['- 2 milk', 'milk', milli(2000)],
    ['* milk fridge fri', 'milk', { ...at(FRIDGE), ...until('2026-11-27') }],
    ['• milk', 'milk'],
    ['– milk', 'milk'],
    ['[ ] milk', 'milk'],
    ['- [ ] 2 milk', 'milk', milli(2000)],
    ['[x] milk', 'milk'],
    ['☐ milk', 'milk'],
    ['✔️ milk', 'milk'],
    ['✓ milk', 'milk'],
    ['1. milk', 'milk'],
    ['12) 2 milk', 'milk', milli(2000)],
    ['7 up', '7 up'],
    ['-milk', 'milk'],
    ['> milk', 'milk'],
    ['● milk', 'milk'],
    ['a) milk', 'milk'],
    ['1.milk', 'milk'],
    ['⬜ milk', 'milk'],
    ['👉 2 milk', 'milk', milli(2000)],
    ['🍎🍏 apples x6', 'apples', milli(6000)],
    ['🥛', '🥛'],
    ['*milk*', 'milk'],
    ['- **milk** 2l', 'milk', milli(2000, 'l')],
    ['~milk~', 'milk'],
    ['[22/11/2026, 10:15:03] Ada: 2 milk', 'milk', milli(2000)],
    ['22/11/26, 10:15 - Ada Byron: milk', 'milk'],
    ['11/22/26, 10:15 PM - Ada: milk', 'milk'],
    ['fridge: milk', 'milk', at(FRIDGE)],
    ['WHOLE MILK 2L 2.49', 'WHOLE MILK', milli(2000, 'l')],
    ['Milk 2,49', 'Milk'],
    ['Milk €1,99 A', 'Milk'],
    ['Milk € 1,99', 'Milk'],
    ['Milk 1.99 € B', 'Milk'],
    ['Milk EUR 1,99', 'Milk'],
    ['Milk £3.50', 'Milk'],
    ['Milk 3.50 *', 'Milk'],
    ['Milk $12.00 T', 'Milk'],
    ['Milk 2 x 1.29 2.58', 'Milk', milli(2000)],
    ['Milk 1.50 L', 'Milk', milli(1500, 'l')],
    ['Milk 1.50 l 2.10', 'Milk', milli(1500, 'l')],
    ['Yoghurt bb 12.03', 'Yoghurt', until('2027-03-12')],
    ['Rice 2.4', 'Rice 2.4'],
    ['GV WHOLE MLK 007874235186 F 3.48 O', 'GV WHOLE MLK'],
    ['267030042 OAT MILK $3.49', 'OAT MILK'],
    ['POMMES GALA 1.250 KG 2,49€', 'POMMES GALA', milli(1250, 'kg')],
    ['1.99 store milk', 'store milk', milli(1990)],
  ];
  test.each(rows)('%s', (line, name, rest) => {
    expect(entries(line)).toEqual([entryOf(name, rest)]);
  });
});

describe('A pasted list', () => {
  test('is read line by line, whatever ends them; empty ones are nothing', () => {
    const { lines, rest, skipped } = parseLines('2 milk\r\n\r\n \t\r6 eggs\u2028rice\n', kitchen);
    expect(lines.map(({ entry }) => entry.name)).toEqual(['milk', 'eggs', 'rice']);
    expect([rest, skipped]).toEqual([[], []]);
  });

  test('keeps a line that stands there twice', () => {
    expect(entries('milk', 'milk')).toEqual([entryOf('milk'), entryOf('milk')]);
  });

  test('says what each line was without its bullet and price', () => {
    expect(read('- 2 milk  €1,99 A').lines.map(({ line }) => line)).toEqual(['2 milk']);
  });

  test.each([
    ...['Shopping list:', 'Dairy:', '-----', '=======', '* * *', 'TOTAL 23.40', 'Subtotal: €23,40', '4.99'],
    ...['0.845 kg @ £0.85/kg 0.72', '2 @ £1.35', '4 x 0,49', '0,512 kg x 1,99 EUR/kg', '2 Stk x 1,49'],
    ...['2.41 lb @ 1 lb /0.58 1.40 N', 'Clubcard Price -0.60', 'Cc OFFER -£0.60', 'Rabatt 0,50-'],
    ...[
      'VISA DEBIT £8.37',
      'CONTACTLESS 8.37',
      'CHANGE DUE 0.00',
      'DEBIT TEND 11.33',
      'Total: 5 items',
      '# ITEMS SOLD 4',
    ],
    ...[
      'SUMME EUR 14,20',
      'A= 19,0% 0,42 0,08 0,50',
      '22/11/2026 14:05',
      'Tel: 0345 677 9402',
      'VAT No: 220 4302 31',
    ],
    ...[
      'AUTH CODE 123456',
      'Thank you for shopping with us',
      'https://example.com/list',
      'Sent from my phone',
    ],
    ...['🛒 Shopping list', 'Groceries', 'Ada Byron, [22.11.2026 10:15]', 'POINTS EARNED 8'],
    ...['Total EUR 23,40', 'CASH 30.00', 'Change 6.60', 'Card ************1234', 'VAT 20% 3.90', '[ ]', '-'],
  ])('leaves out %s, which names no food, and says so', (line) => {
    expect(read(line, 'milk')).toMatchObject({ lines: [{ line: 'milk' }], skipped: [line] });
  });

  test.each([
    'total milk',
    'Changeling ale',
    'Cash crop beans',
    'balance bar',
    'taxi snack',
    'tellicherry pepper',
    'itemised cake',
    'change-up crisps',
    'thanksgiving turkey',
    '1664',
    'card sharp cider',
  ])('has %s', (line) => {
    expect(entries(line)).toEqual([entryOf(line)]);
  });

  test('takes twenty lines, and reports the others as they were', () => {
    const list = Array.from({ length: 23 }, (_, index) => `- food ${'abcdefghijklmnopqrstuvw'[index]}`);
    const { lines, rest } = read('Food:', ...list);
    expect(lines).toHaveLength(20);
    expect(rest).toEqual(['- food u', '- food v', '- food w']);
  });

  test('of 100,000 characters is read to its end', () => {
    const { lines, rest } = parseLines('- 1.99 € '.repeat(12_000), kitchen);
    expect([lines.length, rest.length]).toEqual([1, 0]);
    expect(parseLines('- 2 milk 1.99\n'.repeat(8000), kitchen).rest).toHaveLength(7980);
  });
});
