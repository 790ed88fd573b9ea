import { describe, expect, test } from 'vitest';
import { findShelfLife } from '../../../src/keeping/shelf-life/find.js';
import { FIRST_WORDS, NEAR } from '../../../src/keeping/shelf-life/near.js';
import { SHELF_FOODS, shelfFood } from '../../../src/keeping/shelf-life/table.js';
import { NOTHING, OF_THE_CATEGORY, OF_THE_FOOD } from './names.js';

/** The row that each name is given, and how. */
function answers(lists: Record<string, string>, by: 'food' | 'category') {
  return Object.entries(lists).flatMap(([id, names]) =>
    names.split('; ').map((name) => ({ name, expected: { id, by }, given: given(name) })),
  );
}

function given(name: string) {
  const found = findShelfLife(name);
  return found && { id: found.food.id, by: found.by };
}

const wrong = (list: ReturnType<typeof answers>) =>
  list.filter(({ expected: { id, by }, given: is }) => is?.id !== id || is.by !== by);

describe('A food is found in the table', () => {
  test('by its own name, in any case, number and order, with a brand, an adjective or an amount', () => {
    const list = answers(OF_THE_FOOD, 'food');
    expect(list.length).toBeGreaterThan(150);
    expect(wrong(list)).toEqual([]);
  });

  test('by its category, when the thing itself is not there', () => {
    expect(wrong(answers(OF_THE_CATEGORY, 'category'))).toEqual([]);
  });

  test('never by a wild guess', () => {
    const guessed = NOTHING.split('; ').filter((name) => given(name));
    expect(guessed).toEqual([]);
    for (const empty of ['', ' ', '500 g', '…', '2 x']) expect(findShelfLife(empty)).toBeUndefined();
  });

  test('under each of its names, as it stands and in capitals', () => {
    const names = SHELF_FOODS.flatMap(({ id, name, also }) =>
      [name, ...(also?.split(', ') ?? [])].map((text) => ({ id, text: text.replace(/^[*=]/, '') })),
    );
    const lost = names.filter(
      ({ id, text }) =>
        findShelfLife(text)?.food.id !== id || findShelfLife(text.toUpperCase())?.food.id !== id,
    );
    expect(lost).toEqual([]);
  });

  test('in a table whose stand-ins exist', () => {
    const ids = [...Object.keys(NEAR), ...Object.values(FIRST_WORDS)];
    expect(ids.filter((id) => !shelfFood(id))).toEqual([]);
  });

  test('however long the name is', () => {
    expect(findShelfLife('milk '.repeat(13))).toBeUndefined();
    expect(findShelfLife(`${'very '.repeat(3)}milk`)?.food.id).toBe('milk');
    expect(findShelfLife(`${'very '.repeat(4)}milk`)).toBeUndefined();
  });
});
