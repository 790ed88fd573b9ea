import { describe, expect, test } from 'vitest';
import { FIELDS_TOGETHER } from '../src/items/item.form.js';
import { drawnWith, mergedEdit as merged } from '../src/merged-edit.js';

type Values = Record<string, string>;
const mergedEdit = (was: Values, typed: Values, now: Values) => merged(was, typed, now, FIELDS_TOGETHER);

const WAS = { name: 'Feta', quantity: '200', unit: 'g', level: '', best_before: '', place_id: '1' };

describe('Two edits of an item', () => {
  test('of different things are both kept', () => {
    const mine = { ...WAS, best_before: '3 Dec 2026', once: 'a' };
    const theirs = { ...WAS, quantity: '100', place_id: '2' };
    expect(mergedEdit(WAS, mine, theirs)).toEqual({
      ...WAS,
      best_before: '3 Dec 2026',
      quantity: '100',
      place_id: '2',
      once: 'a',
    });
  });

  test('of the same thing to the same are one', () => {
    const both = { ...WAS, name: 'Feta cheese' };
    expect(mergedEdit(WAS, both, both)).toEqual(both);
  });

  test.each([
    ['name', { name: 'Brie' }, { name: 'Feta cheese' }],
    ['amount and unit', { quantity: '1' }, { unit: 'kg' }],
    ['date and its kind', { best_before: '3 Dec 2026' }, { use_by: 'yes' }],
  ])('of the same thing to different ones can’t be merged: %s', (_, mine, theirs) => {
    expect(mergedEdit(WAS, { ...WAS, ...mine }, { ...WAS, ...theirs })).toBeUndefined();
  });

  test('a box that another unticked is unticked', () => {
    const ticked = { ...WAS, no_date: 'yes' };
    expect(mergedEdit(ticked, { ...ticked, name: 'Brie' }, WAS)).toEqual({ ...WAS, name: 'Brie' });
  });
});

test.each([undefined, '', '[', '7', 'null'])('A form that says %j was drawn with nothing known', (was) => {
  expect(drawnWith(was)).toBeUndefined();
});

test('What a form was drawn with is read as text alone', () => {
  expect(drawnWith('{"name":"Feta","quantity":3}')).toEqual({ name: 'Feta' });
});
