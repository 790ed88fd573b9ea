import { describe, expect, test } from 'vitest';
import { parseLines } from '../../../src/entry-line/lists/pasted-lines.js';
import { entryOf, FREEZER, FRIDGE, kitchen, milli, until } from '../reading.js';

const entries = (line: string) => parseLines(line, kitchen).lines.map(({ entry }) => entry);

describe('Several things on one line', () => {
  test.each([
    ['milk, eggs, bread', ['milk', 'eggs', 'bread']],
    ['milk,eggs,bread', ['milk', 'eggs', 'bread']],
    ['milk, eggs', ['milk', 'eggs']],
    ['bread, milk', ['bread', 'milk']],
    ['salt, pepper and oil', ['salt', 'pepper', 'oil']],
    ['salt, pepper, and oil', ['salt', 'pepper', 'oil']],
    ['apples, pears & bananas', ['apples', 'pears', 'bananas']],
    ['bread, milk and butter', ['bread', 'milk', 'butter']],
    ['fish and chips, peas, mac and cheese', ['fish and chips', 'peas', 'mac and cheese']],
    ['Milch, Eier, Brot und Butter', ['Milch', 'Eier', 'Brot', 'Butter']],
    ['lait, œufs, pain et beurre', ['lait', 'œufs', 'pain', 'beurre']],
    ['leche, huevos, pan y queso', ['leche', 'huevos', 'pan', 'queso']],
    ['latte, uova, pane e burro', ['latte', 'uova', 'pane', 'burro']],
    ['melk, eieren, brood en boter', ['melk', 'eieren', 'brood', 'boter']],
    ['mleko, jajka, chleb i masło', ['mleko', 'jajka', 'chleb', 'masło']],
    ['milk; eggs', ['milk', 'eggs']],
    ['milk • eggs • bread', ['milk', 'eggs', 'bread']],
    ['milk / eggs / bread', ['milk', 'eggs', 'bread']],
    ['6 beers + crisps', ['beers', 'crisps']],
    ['mac + cheese', ['mac + cheese']],
    ['cheese?', ['cheese']],
    ['milk + eggs + bread', ['milk', 'eggs', 'bread']],
    ['milk、eggs、bread', ['milk', 'eggs', 'bread']],
    ['Tomatoes, tinned, eggs, bread, sliced', ['Tomatoes, tinned', 'eggs', 'bread, sliced']],
    ['rice (long grain, brown), eggs, ham', ['rice (long grain, brown)', 'eggs', 'ham']],
    ['Dairy: milk, cheese, butter', ['milk', 'cheese', 'butter']],
    ['Shopping list: milk, eggs, ham', ['milk', 'eggs', 'ham']],
    ['"salt, pepper", oil, ham', ['"salt, pepper"', 'oil', 'ham']],
  ])('are told apart: %s', (line, expected) => {
    expect(entries(line).map(({ name }) => name)).toEqual(expected.map((name) => name.replaceAll('"', '')));
  });

  test.each([
    ...[
      'Tomatoes, tinned',
      'oil, olive',
      'Cheese, cheddar',
      'Tomatoes, cherry',
      'onions, red',
      'wine, Chianti',
    ],
    ...['eggs, large', 'chicken breast, skinless, boneless', 'milk, semi-skimmed', 'Tomaten, gehackt'],
    ...['tomates, pelées', 'salt and pepper', 'milk and eggs', 'M&S ham', 'half & half', 'mac and cheese'],
    ...['bread / rolls', 'pasta (fresh, egg)', '3,5% milk', 'sugar, caster', 'fish, smoked, any kind'],
  ])('one thing stays one: %s', (line) => {
    expect(entries(line)).toEqual([entryOf(line)]);
  });

  test.each([
    ['milk, 2 l', [entryOf('milk', milli(2000, 'l'))]],
    ['milk, fridge, fri', [entryOf('milk', { placeId: FRIDGE, ...until('2026-11-27') })]],
    ['1,5 l milk', [entryOf('milk', milli(1500, 'l'))]],
    ['beans, black, 2 tins', [entryOf('beans, black', milli(2000, 'tins'))]],
    ['peppers, red, 3', [entryOf('peppers, red', milli(3000))]],
    ['Coke, 2', [entryOf('Coke', milli(2000))]],
    ['2 milk, 6 eggs', [entryOf('milk', milli(2000)), entryOf('eggs', milli(6000))]],
    ['1,5 l milk, 2,5 kg flour', [entryOf('milk', milli(1500, 'l')), entryOf('flour', milli(2500, 'kg'))]],
    [
      'milk 2 l, eggs 6, ham freezer',
      [entryOf('milk', milli(2000, 'l')), entryOf('eggs', milli(6000)), entryOf('ham', { placeId: FREEZER })],
    ],
    ['fridge: milk, ham', [entryOf('milk', { placeId: FRIDGE }), entryOf('ham', { placeId: FRIDGE })]],
    [
      'fridge: milk, peas freezer',
      [entryOf('milk', { placeId: FRIDGE }), entryOf('peas', { placeId: FREEZER })],
    ],
  ])('each has its own amount, place and day: %s', (line, expected) => {
    expect(entries(line)).toEqual(expected);
  });

  test('are counted one by one when there are too many, and each knows its line', () => {
    const { lines, rest } = parseLines('milk, eggs, ham, rice', kitchen, 3);
    expect(lines.map(({ raw }) => raw)).toEqual(Array(3).fill(['milk, eggs, ham, rice']));
    expect(rest).toEqual(['milk, eggs, ham, rice']);
  });
});
