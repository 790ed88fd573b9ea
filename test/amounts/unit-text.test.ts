import { expect, test } from 'vitest';
import { amountText } from '../../src/stock/stock.js';

test.each([
  [2000, 'tin', '2 tins'],
  [1000, 'tins', '1 tin'],
  [500, 'loaves', '0.5 loaf'],
  [3000, 'loaf', '3 loaves'],
  [1500, 'kg', '1.5 kg'],
  [2000, 'g', '2 g'],
  [2000, 'Tin', '2 Tin'],
  [4000, 'wheel', '4 wheel'],
  [6000, '', '6'],
])('%i thousandths of “%s” are “%s”', (quantityMilli, unit, expected) => {
  expect(amountText({ quantityMilli, unit })).toBe(expected);
});
