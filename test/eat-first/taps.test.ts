import { expect, test } from 'vitest';
import { groupOf } from '../../src/eat-first/group.js';
import { tapsOf } from '../../src/eat-first/taps.js';
import type { Item, Place } from '../../src/stock/stock.js';
import { item } from './items.js';

const TODAY = '2026-11-24';
const PLACES: Place[] = [
  { id: 1, name: 'Fridge', kind: 'fridge' },
  { id: 2, name: 'Freezer', kind: 'freezer' },
  { id: 3, name: 'Pantry', kind: 'pantry' },
];

function labels(name: string, more: Partial<Item>, places = PLACES): string[] {
  const one = item(name, more.printedOn === undefined ? '2027-03-01' : more.printedOn, more);
  const { main, others } = tapsOf(one, groupOf(one, TODAY), places);
  return [main, ...others].map(({ label }) => label);
}

test.each<[string, Partial<Item>, string[]]>([
  ['Carrots', { unit: 'kg' }, ['Ate', 'Ate half', 'Opened', 'Froze', 'Threw away']],
  ['Eggs', { quantityMilli: 9000 }, ['Ate 1', 'Ate all', 'Opened', 'Froze', 'Threw away']],
  [
    'Tuna',
    { quantityMilli: 3000, unit: 'Tins', placeKind: 'pantry', placeId: 3 },
    ['Ate 1', 'Ate all', 'Opened', 'Froze', 'Threw away'],
  ],
  ['Butter', { quantityMilli: 2000, unit: 'KG' }, ['Ate', 'Ate half', 'Opened', 'Froze', 'Threw away']],
  ['Butter', { unit: 'kg', openedOn: TODAY }, ['Ate', 'Ate half', 'Froze', 'Threw away']],
  ['Peas', { unit: 'kg', placeKind: 'freezer', placeId: 2 }, ['Ate', 'Ate half', 'Thawed', 'Threw away']],
  ['Salt', { level: 'have' }, ['Finished', 'Running low', 'Froze', 'Threw away']],
  ['Salt', { level: 'low' }, ['Finished', 'Froze', 'Threw away']],
  ['Ham', { printedOn: '2026-11-22', dateKind: 'use_by' }, ['Threw away', 'Ate']],
])('%s (%j) has the buttons %j', (name, more, wanted) => {
  expect(labels(name, more)).toEqual(wanted);
});

test('Two freezers are told apart, and without one nothing is frozen', () => {
  const chest: Place = { id: 4, name: 'Chest', kind: 'freezer' };
  expect(labels('Bread', {}, [...PLACES, chest])).toEqual(
    expect.arrayContaining(['Froze in Freezer', 'Froze in Chest']),
  );
  expect(labels('Bread', {}, PLACES.slice(0, 1)).join()).not.toMatch(/Froze|Thawed/);
});

test('A half of what can’t be halved to thousandths is the larger one', () => {
  const one = item('Saffron', null, { quantityMilli: 125, unit: 'g' });
  const half = tapsOf(one, 'later', PLACES).others.find(({ label }) => label === 'Ate half');
  expect(half).toMatchObject({ action: 'eaten', field: { name: 'some', value: '0.063' } });
});
