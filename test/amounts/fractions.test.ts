import { describe, expect, test } from 'vitest';
import { minus, plus, thousandths } from '../../src/amounts/fractions.js';

const times = (count: number, milli: number) =>
  Array.from({ length: count }, () => milli).reduce((sum, one) => plus(sum, one), 0);

describe('Parts of one', () => {
  test.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 12])('one in %i, added so often, are one again', (below) => {
    expect(times(below, thousandths(1, below))).toBe(1000);
    expect(times(below * 3, thousandths(1, below))).toBe(3000);
  });

  test.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 12])('one in %i, taken so often, leaves nothing', (below) => {
    const part = thousandths(1, below);
    const left = Array.from({ length: below }).reduce<number[]>(
      (all) => [...all, minus(all.at(-1) ?? 0, part)],
      [1000],
    );
    expect(left.at(-1)).toBe(0);
    expect(left.slice(0, -1).every((milli) => milli > 0)).toBe(true);
  });

  test.each([
    ['two thirds and a third', 667, 333, 1000],
    ['a half and a third', 500, 333, 833],
    ['a third and a sixth', 333, 167, 500],
    ['one and two thirds, and a third', 1667, 333, 2000],
  ])('%s add up', (_what, one, other, sum) => {
    expect(plus(one, other)).toBe(sum);
    expect(plus(other, one)).toBe(sum);
    expect([minus(sum, one), minus(sum, other)]).toEqual([other, one]);
  });

  test('leave no crumb of what was rounded before', () => {
    expect([minus(334, 333), minus(335, 333), minus(336, 333)]).toEqual([0, 0, 3]);
    expect([minus(1000, 999), minus(502, 500)]).toEqual([1, 2]);
  });
});

describe('Other quantities', () => {
  test('add up to the thousandth', () => {
    for (let one = 1; one < 3000; one += 13) {
      expect(plus(one * 1000, 5000)).toBe(one * 1000 + 5000);
      expect(plus(one * 10, 250)).toBe(one * 10 + 250);
      expect(minus(one * 10 + 250, 250)).toBe(one * 10);
    }
    expect(plus(999_999_999, 1)).toBe(1_000_000_000);
    expect(minus(1_000_000_000, 1)).toBe(999_999_999);
  });
});
