import { describe, expect, test } from 'vitest';
import { itemsIn, typedInWords } from '../../src/kept-forms/typed-in-words.js';

const words = (values: Record<string, string>) =>
  typedInWords(values).map(({ label, lines }) => `${label}: ${lines.join(' / ')}`);

describe('What was typed, in words', () => {
  test('is each field by its name, and only what says something', () => {
    expect(words({ name: 'Whole milk', unit: '', best_before: '2026-03-09' })).toEqual([
      'Name: Whole milk',
      'Best before: 2026-03-09',
    ]);
  });

  test('keeps the lines of a list apart', () => {
    expect(words({ names: 'Milk\n\nEggs, a dozen' })).toEqual(['Foods: Milk / Eggs, a dozen']);
  });

  test('counts the lines of a table from 1, whatever their ids are', () => {
    expect(words({ quantity_61: '2', unit_61: 'l', quantity_7: '3', place_7: '12' })).toEqual([
      'Amount (1): 2',
      'Unit (1): l',
      'Amount (2): 3',
    ]);
  });

  test('has no ids, and nothing that the form carries for itself', () => {
    const carried = { once: 'x', revision: '3', return_to: '/', household_id: '4', next: '5' };
    expect(words({ ...carried, place_id: '5', food_id: '6', to: '7', place_to: '8' })).toEqual([]);
  });

  test('names the items of a stock-take, and leaves out what is only ids', () => {
    const values = {
      there: '1\n2',
      listed: '1,2,3,4,5',
      item_3: 'thrown_away',
      item_4: 'place_9',
      item_5: 'eaten',
    };
    const items = new Map([
      [3, 'Ham'],
      [4, 'Jam'],
    ]);
    expect(itemsIn(values)).toEqual([3, 4, 5]);
    expect(typedInWords(values, items)).toEqual([
      { label: 'Ham', lines: ['thrown away'] },
      { label: 'Jam', lines: ['in another place'] },
    ]);
  });
});
