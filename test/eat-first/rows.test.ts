import { expect, test } from 'vitest';
import { rowsOf } from '../../src/eat-first/rows.js';
import { judged } from '../../src/eat-first/urgency.js';
import type { Item } from '../../src/stock/stock.js';
import { item } from './items.js';

const TODAY = '2026-11-24';
const milk = (more: Partial<Item> = {}) =>
  judged(item('Milk', '2026-11-26', { foodId: 7, unit: 'l', ...more }), TODAY, []);
const told = (items: ReturnType<typeof milk>[]) =>
  rowsOf(items).map((row) => [row.amount, row.placeName, row.items.length]);

test('Foods of one name and day are one row with the sum, at the place of the first', () => {
  const eggs = judged(item('Eggs', '2026-11-25'), TODAY, []);
  const rows = rowsOf([milk(), eggs, milk({ quantityMilli: 500, placeName: 'Pantry' })]);
  expect(rows.map((row) => [row.items[0].name, row.amount, row.placeName])).toEqual([
    ['Milk', '1.5 l', 'Fridge, Pantry'],
    ['Eggs', '1', 'Fridge'],
  ]);
});

test('Different units are said one after the other', () => {
  expect(told([milk(), milk({ unit: 'bottle' }), milk({ unit: 'bottle' })])).toEqual([
    ['1 l and 2 bottles', 'Fridge', 3],
  ]);
});

test('Another day, a use-by date or what is not counted is a row of its own', () => {
  const later = judged(item('Milk', '2026-11-27', { foodId: 7, unit: 'l' }), TODAY, []);
  expect(told([milk(), later, milk({ dateKind: 'use_by' }), milk({ level: 'have' })])).toEqual([
    ['1 l', 'Fridge', 1],
    ['1 l', 'Fridge', 1],
    ['1 l', 'Fridge', 1],
    ['some', 'Fridge', 1],
  ]);
});
