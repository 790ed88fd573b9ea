import { describe, expect, test } from 'vitest';
import { estimateDate, type Keeping, usualPlace } from '../../src/shelf-life/estimate.js';

const FROM = '2026-11-22';

function days(name: string, keeping: Keeping): number | undefined {
  return estimateDate(name, { ...keeping, from: FROM })?.days;
}

const fridge = { placeKind: 'fridge' } as const;
const freezer = { placeKind: 'freezer' } as const;
const pantry = { placeKind: 'pantry' } as const;

describe('An estimated date', () => {
  test('counts from the day, and says which row gave it', () => {
    expect(estimateDate('Cultured buttermilk', { ...fridge, from: '2026-12-28' })).toEqual({
      bestBefore: '2027-01-04',
      days: 7,
      source: { id: 'buttermilk', name: 'buttermilk', category: 'dairy' },
      by: 'food',
    });
  });

  test('says when the row stands for the category', () => {
    expect(estimateDate('Halloumi', { ...fridge, from: FROM })).toMatchObject({
      bestBefore: '2026-11-29',
      source: { id: 'soft-cheese', category: 'cheese' },
      by: 'category',
    });
  });

  test('depends on the place', () => {
    expect(days('apples', fridge)).toBe(28);
    expect(days('apples', freezer)).toBe(240);
    expect(days('apples', pantry)).toBe(21);
    expect(days('apples', { placeKind: 'other' })).toBeUndefined();
  });

  test('is none for a food, a place or a state that the table does not know', () => {
    expect(days('mystery box', fridge)).toBeUndefined();
    expect(days('yoghurt', pantry)).toBeUndefined();
    expect(days('lettuce', freezer)).toBeUndefined();
    expect(days('smoked salmon', { ...fridge, opened: true })).toBeUndefined();
  });

  test('is none where the pack has the date, as on milk', () => {
    expect(days('milk', fridge)).toBeUndefined();
    expect(days('soy milk', fridge)).toBeUndefined();
    expect(days('soy milk', { ...fridge, opened: true })).toBe(7);
  });

  test('is shorter once the pack is open', () => {
    expect(days('cheddar', fridge)).toBe(180);
    expect(days('cheddar', { ...fridge, opened: true })).toBe(21);
    expect(days('pesto', { ...fridge, opened: true })).toBe(3);
  });

  test('is never longer opened than closed', () => {
    expect(days('cornmeal', pantry)).toBe(180);
    expect(days('cornmeal', { ...pantry, opened: true })).toBe(180);
  });

  test('of what keeps a week at most holds when it is opened, of dry goods too', () => {
    expect(days('chicken', { ...fridge, opened: true })).toBe(1);
    expect(days('honey', { ...pantry, opened: true })).toBe(730);
    expect(days('carrots', { ...fridge, opened: true })).toBeUndefined();
  });

  test('of cut fruit is that of cut fruit, of cut vegetables that of opened ones, and neither keeps in the pantry', () => {
    expect(days('melon', fridge)).toBe(14);
    expect(days('Sliced melon', fridge)).toBe(2);
    expect(days('half melon', { ...fridge, opened: true })).toBe(2);
    expect(estimateDate('apple slices', { ...fridge, from: FROM })).toMatchObject({
      days: 4,
      source: { id: 'fruit-salad' },
      by: 'category',
    });
    expect(days('prepared mango', fridge)).toBe(4);
    expect(days('sliced strawberries', fridge)).toBe(2);
    expect(days('chopped onions', fridge)).toBeUndefined();
    expect(days('sliced mushrooms', fridge)).toBe(3);
    expect(days('peeled potatoes', pantry)).toBeUndefined();
    expect(days('chopped onions', freezer)).toBe(300);
    expect(days('sliced bread', pantry)).toBe(3);
  });

  test('of what is called fresh is not that of the tin or the jar', () => {
    expect(days('tomato soup', pantry)).toBe(730);
    expect(days('fresh tomato soup', pantry)).toBeUndefined();
    expect(days('homemade tomato soup', pantry)).toBeUndefined();
    expect(days('fresh tomato soup', fridge)).toBe(3);
    expect(days('fresh coriander', pantry)).toBeUndefined();
    expect(days('fresh egg noodles', pantry)).toBeUndefined();
    expect(days('fresh egg noodles', fridge)).toBe(1);
  });

  test('of roasted peppers in the fridge is not that of the closed jar', () => {
    expect(days('roasted peppers', fridge)).toBe(3);
  });

  test('of an opened tin is a few days in the fridge and none in the pantry, whatever is in it', () => {
    expect(days('tinned tuna', pantry)).toBe(1095);
    expect(days('tinned tuna', { ...pantry, opened: true })).toBeUndefined();
    expect(estimateDate('tinned tuna', { ...fridge, opened: true, from: FROM })).toMatchObject({
      days: 3,
      source: { id: 'tinned-vegetables' },
      by: 'category',
    });
    expect(days('tinned peaches', { ...fridge, opened: true })).toBe(5);
  });

  test('of a closed jar in the fridge is that of an open one, when no other is known', () => {
    expect(days('ketchup', fridge)).toBe(180);
  });

  test('of thawed food is that of the fresh one, or what the table says of thawing', () => {
    expect(days('minced beef', { ...fridge, thawed: true })).toBe(1);
    expect(days('chicken nuggets', { ...fridge, thawed: true })).toBe(1);
    expect(days('carrots', { ...fridge, thawed: true })).toBe(3);
    expect(days('bread', { ...pantry, thawed: true })).toBe(3);
    expect(days('minced beef', { ...pantry, thawed: true })).toBeUndefined();
    expect(days('strawberries', { ...fridge, thawed: true })).toBe(2);
  });

  test('of thawed food that would keep long is three days', () => {
    expect(
      ['butter', 'cheddar', 'smoked salmon'].map((name) => days(name, { ...fridge, thawed: true })),
    ).toEqual([3, 3, 3]);
    expect(days('tuna', { ...pantry, thawed: true })).toBeUndefined();
  });

  test('reads a name by the place: tuna in the pantry is a tin, rice in the fridge was cooked', () => {
    expect(days('tuna', fridge)).toBe(1);
    expect(days('tuna', pantry)).toBe(1095);
    expect(days('rice', pantry)).toBe(730);
    expect(days('rice', fridge)).toBeUndefined();
    expect(days('pasta', fridge)).toBe(3);
    expect(days('oregano', pantry)).toBe(365);
  });
});

describe('The usual place', () => {
  test('is where a closed pack is kept', () => {
    const places = ['milk', 'bananas', 'ice cream', 'tinned tuna', 'minced beef', 'ketchup'].map(usualPlace);
    expect(places).toEqual(['fridge', 'pantry', 'freezer', 'pantry', 'fridge', 'pantry']);
  });

  test('is the freezer for what is called frozen', () => {
    expect(usualPlace('frozen chicken breasts')).toBe('freezer');
    expect(usualPlace('Strawberries (frozen)')).toBe('freezer');
  });

  test('is the fridge for fruit and vegetables that are cut', () => {
    expect(['onions', 'chopped onions', 'half lemon', 'sliced bread'].map(usualPlace)).toEqual([
      ...['pantry', 'fridge', 'fridge', 'pantry'],
    ]);
  });

  test('is unknown for an unknown food', () => {
    expect(usualPlace('mystery box')).toBeUndefined();
  });
});
