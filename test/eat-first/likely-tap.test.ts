import { expect, test } from 'vitest';
import { likelyTap } from '../../src/eat-first/likely-tap.js';
import type { Item } from '../../src/stock/stock.js';
import { item } from './items.js';

const TODAY = '2026-11-24';
const labelOf = (name: string, more: Partial<Item>) =>
  likelyTap(item(name, '2027-03-01', more), TODAY)?.label;

test.each<[string, Partial<Item>, string | undefined]>([
  ['Eggs', { quantityMilli: 9000 }, 'Ate 1'],
  ['Tuna', { quantityMilli: 3000, unit: 'Tins', placeKind: 'pantry' }, 'Ate 1'],
  ['Fish fingers', { quantityMilli: 10_000, placeKind: 'freezer' }, 'Ate 1'],
  ['Butter', { quantityMilli: 250_000, unit: 'g' }, 'Opened'],
  ['Butter', { quantityMilli: 2000, unit: 'KG' }, 'Opened'],
  ['Butter', { unit: 'kg', openedOn: TODAY }, undefined],
  ['Butter', { unit: 'kg', placeKind: 'freezer' }, undefined],
  ['Butter', { unit: 'kg', bestBefore: '2026-11-25' }, undefined],
  ['Carrots', { unit: 'kg' }, undefined],
  ['Salt', { quantityMilli: 3000, level: 'have' }, 'Running low'],
  ['Salt', { quantityMilli: 3000, level: 'low' }, undefined],
])('%s (%j) is most often: %s', (name, more, label) => {
  expect(labelOf(name, more)).toBe(label);
});
