import { describe, expect, test } from 'vitest';
import {
  estimateDate,
  type Keeping,
  shelfLife,
  usualPlace,
} from '../../../src/keeping/shelf-life/estimate.js';

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
      last: '2027-01-11',
      days: 7,
      most: 14,
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
  });

  test('in a bread bin, a fruit bowl or a cellar is that of the pantry', () => {
    const names = ['apples', 'wholemeal bread', 'red wine', 'tuna', 'yoghurt', 'rice', 'sliced melon'];
    for (const state of [{}, { opened: true }, { thawed: true }]) {
      const inOther = names.map((name) => shelfLife(name, { placeKind: 'other', ...state }));
      expect(inOther).toEqual(names.map((name) => shelfLife(name, { ...pantry, ...state })));
    }
    expect(days('apples', { placeKind: 'other' })).toBe(21);
  });

  test('has both figures of its source, also where two are combined', () => {
    const both = (name: string, keeping: Keeping) => {
      const life = shelfLife(name, keeping);
      return life && [life.days, life.most];
    };
    expect(both('chicken', fridge)).toEqual([1, 2]);
    expect(both('cooked ham', fridge)).toEqual([3, 4]);
    // Never longer opened than closed, in either figure.
    expect(both('cornmeal', { ...pantry, opened: true })).toEqual([180, 360]);
    expect(both('grated parmesan', { ...fridge, opened: true })).toBeUndefined();
    // A week at most is as good as open, and no more than a week.
    expect(both('yoghurt', fridge)).toEqual([7, 14]);
    expect(both('yoghurt', { ...fridge, opened: true })).toEqual([7, 7]);
    expect(both('blackberries', fridge)).toEqual([3, 6]);
    expect(both('sliced blackberries', fridge)).toEqual([3, 4]);
    expect(both('sliced melon', fridge)).toEqual([2, 4]);
    expect(both('carrots', { ...fridge, thawed: true })).toEqual([3, 4]);
    expect(both('smoked salmon', { ...fridge, thawed: true })).toEqual([3, 4]);
    expect(both('minced beef', { ...fridge, thawed: true })).toEqual([1, 2]);
    expect(both('tinned tuna', { ...fridge, opened: true })).toEqual([3, 4]);
    expect(both('packaged ham', { ...fridge, thawed: true, opened: true })).toEqual([3, 4]);
  });

  test('is none for a food, a place or a state that the table does not know', () => {
    expect(days('mystery box', fridge)).toBeUndefined();
    expect(days('yoghurt', pantry)).toBeUndefined();
    expect(days('lettuce', freezer)).toBeUndefined();
    expect(days('smoked salmon', { ...fridge, opened: true })).toBeUndefined();
  });

  test('is none where only the pack has the date, as on soya milk', () => {
    expect(days('soy milk', fridge)).toBeUndefined();
    expect(days('pudding pots', fridge)).toBeUndefined();
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

  test('of a closed pack is never that of an open one: in the fridge it keeps as in the pantry', () => {
    const names = ['ketchup', 'white wine', 'UHT milk', 'jam', 'pesto', 'olives', 'tinned tuna', 'passata'];
    expect(names.map((name) => days(name, fridge))).toEqual([365, 365, 180, 180, 180, 360, 1095, 360]);
    expect(days('baby food', fridge)).toBeUndefined();
    expect(days('cola', fridge)).toBeUndefined();
    expect(days('vegetable stock', fridge)).toBeUndefined();
    expect(days('salted nuts', fridge)).toBeUndefined();
  });

  test('of an open bag in the fridge is that of the pantry, when no other is known', () => {
    for (const name of ['crisps', 'popcorn', 'tea', 'instant coffee', 'baking powder', 'breakfast cereal']) {
      const [cold, dry] = [fridge, pantry].map((place) => shelfLife(name, { ...place, opened: true }));
      expect([name, cold?.days, cold?.most]).toEqual([name, dry?.days, dry?.most]);
    }
    expect(days('crisps', { ...fridge, opened: true })).toBe(7);
    expect(days('capers', { ...fridge, opened: true })).toBeUndefined();
  });

  test('of grains and beans in the fridge is that of cooked ones, unless they are called dry', () => {
    const names = ['rice', 'pasta', 'noodles', 'quinoa', 'couscous', 'lentils', 'chickpeas', 'pearl barley'];
    expect(names.map((name) => days(name, fridge))).toEqual([1, 3, 3, 6, 3, 3, 3, 3]);
    expect(names.map((name) => days(name, { ...fridge, opened: true }))).toEqual([1, 3, 3, 6, 3, 3, 3, 3]);
    expect(days('dried lentils', fridge)).toBe(365);
    expect(days('dry pasta', fridge)).toBe(730);
    expect(days('lentils', pantry)).toBe(365);
  });

  test('of a cake, which is never sealed, is that of the fridge', () => {
    expect(['cheesecake', 'quiche', 'eclairs', 'chocolate cake'].map((name) => days(name, fridge))).toEqual([
      ...[5, 3, 2, 7],
    ]);
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
    expect(['cheddar', 'smoked salmon'].map((name) => days(name, { ...fridge, thawed: true }))).toEqual([
      3, 3,
    ]);
    expect(days('tuna', { ...pantry, thawed: true })).toBeUndefined();
  });

  test('of dry goods, oils and butter is the same after thawing as before it', () => {
    const names = [
      'flour',
      'almonds',
      'walnuts',
      'desiccated coconut',
      'ground coffee',
      'butter',
      'margarine',
    ];
    names.push('olive oil', 'crackers', 'coconut flour', 'millet', 'dates', 'tomato puree', 'chocolate');
    for (const place of [fridge, pantry]) {
      const thawed = names.map((name) => [name, days(name, { ...place, thawed: true })]);
      expect(thawed).toEqual(names.map((name) => [name, days(name, place)]));
    }
    expect(days('almonds', { ...pantry, thawed: true })).toBe(120);
    expect(days('butter', { ...fridge, thawed: true })).toBe(30);
  });

  test('reads a name by the place: tuna in the pantry is a tin, rice in the fridge was cooked', () => {
    expect(days('tuna', fridge)).toBe(1);
    expect(days('tuna', pantry)).toBe(1095);
    expect(days('rice', pantry)).toBe(730);
    expect(days('rice', fridge)).toBe(1);
    expect(days('rice', { ...pantry, thawed: true })).toBeUndefined();
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
