import { describe, expect, test } from 'vitest';
import { afterDate } from '../../src/shelf-life/after-date.js';

const saying = (names: string[], state?: Parameters<typeof afterDate>[1]) =>
  Object.fromEntries(names.map((name) => [name, afterDate(name, state)]));

const all = (names: string[], advice: ReturnType<typeof afterDate>) =>
  Object.fromEntries(names.map((name) => [name, advice]));

describe('After the date', () => {
  test('what can make people ill without looking bad is thrown away', () => {
    const names = [
      'mince',
      'chicken breasts',
      'smoked salmon',
      'sliced ham',
      'lasagne',
      'leftover curry',
      'brie',
    ];
    names.push('cottage cheese', 'halloumi', 'bean sprouts', 'bagged salad', 'hummus', 'prawns', 'baby food');
    expect(saying(names)).toEqual(all(names, 'throw away'));
  });

  test('what shows when it spoils is looked at and smelled', () => {
    const names = ['yoghurt', 'cheddar', 'bread', 'rice', 'apples', 'carrots', 'crisps', 'flour', 'tea bags'];
    expect(saying(names)).toEqual(all(names, 'look and smell'));
  });

  test('nothing sure is said of eggs, milk, melon, which may be cut, and what is unknown', () => {
    const names = [
      'eggs',
      'milk',
      'sliced melon',
      'watermelon',
      'double cream',
      'mystery box',
      'ice cream',
      'ketchup',
    ];
    expect(saying(names)).toEqual(all(names, undefined));
  });

  test('nothing sure is said of meat in the freezer', () => {
    expect(afterDate('minced beef', { placeKind: 'freezer' })).toBeUndefined();
  });

  test('a closed tin is looked at, an opened one of fish or beans thrown away, and unless that is known nothing is said', () => {
    expect(afterDate('tinned tuna', { opened: false })).toBe('look at the pack');
    expect(afterDate('tinned tuna', { opened: true })).toBe('throw away');
    expect(afterDate('tinned chickpeas', { opened: true })).toBe('throw away');
    expect(afterDate('olives', { opened: true })).toBeUndefined();
    expect(afterDate('tinned tuna')).toBeUndefined();
    expect(afterDate('tuna', { placeKind: 'pantry', opened: false })).toBe('look at the pack');
  });

  test('nothing sure is said of thawed vegetables; thawed bread is bread', () => {
    expect(afterDate('carrots', { thawed: true })).toBeUndefined();
    expect(afterDate('bread', { thawed: true })).toBe('look and smell');
    expect(afterDate('chicken', { thawed: true })).toBe('throw away');
  });
});
