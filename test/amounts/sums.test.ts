import { describe, expect, test } from 'vitest';
import { sumOf } from '../../src/amounts/sums.js';
import { amountText } from '../../src/stock/stock.js';

const of = (quantityMilli: number, unit = '') => ({ quantityMilli, unit });

describe('Two amounts', () => {
  test.each([
    ['2 l', of(2000, 'l'), of(4000, 'l'), '6 l'],
    ['3', of(3000), of(2000), '5'],
    ['500 g', of(500_000, 'g'), of(1000, 'kg'), '1.5 kg'],
    ['1.2 kg', of(1200, 'kg'), of(300_000, 'g'), '1.5 kg'],
    ['1 kg', of(1000, 'kg'), of(500, 'g'), '1000.5 g'],
    ['2 l', of(2000, 'l'), of(330_000, 'ml'), '2.33 l'],
    ['75 cl', of(75_000, 'cl'), of(2000, 'dl'), '9.5 dl'],
    ['1 lb', of(1000, 'lb'), of(8000, 'oz'), '1.5 lb'],
    ['1 lb', of(1000, 'lb'), of(1000, 'oz'), '17 oz'],
    ['1 gal', of(1000, 'gal'), of(2000, 'pt'), '1.25 gal'],
    ['1 tin', of(1000, 'tin'), of(3000, 'tins'), '4 tins'],
    ['2 loaves', of(2000, 'loaves'), of(1000, 'loaf'), '3 loaves'],
    ['2 × 500 g', of(2000, '× 500 g'), of(1000, '× 500 g'), '3 × 500 g'],
    ['2 Tins', of(2000, 'Tins'), of(1000, 'tin'), '3 Tins'],
    ['⅓', of(333), of(667), '1'],
    ['⅓ l', of(333, 'l'), of(667, 'l'), '1 l'],
  ])('%s and another are one', (_one, one, other, sum) => {
    expect(amountText(sumOf(one, other) ?? of(0))).toBe(sum);
    expect(amountText(sumOf(other, one) ?? of(0)).toLowerCase()).toBe(sum.toLowerCase());
  });

  test.each([
    ['3 and 500 g', of(3000), of(500_000, 'g')],
    ['1 kg and 1 lb', of(1000, 'kg'), of(1000, 'lb')],
    ['1 kg and 1 l', of(1000, 'kg'), of(1000, 'l')],
    ['2 tins and 2 jars', of(2000, 'tins'), of(2000, 'jars')],
    ['2 of 400 g and 400 g', of(2000, '× 400 g'), of(400_000, 'g')],
    ['2 tins and 2 of 400 g', of(2000, 'tins'), of(2000, '× 400 g')],
    ['8 fl oz and 1 oz', of(8000, 'fl oz'), of(1000, 'oz')],
    ['a million and one', of(1_000_000_000), of(1000)],
  ])('%s stay two', (_both, one, other) => {
    expect([sumOf(one, other), sumOf(other, one)]).toEqual([undefined, undefined]);
  });
});
