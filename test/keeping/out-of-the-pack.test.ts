import { describe, expect, test } from 'vitest';
import { eatBy } from '../../src/keeping/eat-by.js';
import type { Facts } from '../../src/keeping/facts.js';
import { factsOf } from '../eat-first/items.js';
import { after, days, open, TODAY, to } from './doing.js';

describe('What is counted in tins is tinned', () => {
  const tins = (name: string, more: Partial<Facts> = {}) =>
    eatBy(factsOf(name, null, { placeKind: 'pantry', unit: 'tin', ...more }));

  test.each(['Peaches', 'Tomatoes', 'Pears', 'Ravioli', 'Hot dogs', 'Sweetcorn', 'Ham', 'Custard', 'Soup'])(
    '%s keep for months in the pantry, and a few days once open',
    (name) => {
      expect(tins(name).day?.slice(0, 4) ?? '2027').not.toBe('2026');
      expect(tins(name).spoils).toBe('keeps');
      const open = tins(name, { placeKind: 'fridge', openedOn: TODAY });
      expect(open.day !== null && open.day >= days(3) && open.day <= days(5)).toBe(true);
      expect(tins(name, { openedOn: TODAY }).day).toBe(open.day);
    },
  );

  test('whatever the unit is called, and nothing else is', () => {
    for (const unit of ['tins', 'can', 'Cans']) expect(tins('Peaches', { unit })).toEqual(tins('Peaches'));
    expect(tins('Peaches', { unit: 'kg' })).toEqual(tins('Peaches', { unit: '' }));
    for (const name of ['Beer', 'Biscuits', 'Chocolate', 'Condensed milk', 'Golden syrup', 'Odd thing'])
      expect(tins(name)).toEqual(tins(name, { unit: '' }));
    // A tin of stew in the fridge may be what it was roasted in.
    const stew = { placeKind: 'fridge', unit: 'tin' } as const;
    expect(tins('Lasagne', stew)).toEqual(tins('Lasagne', { ...stew, unit: '' }));
  });
});

describe('What came out of a freezer', () => {
  test.each([
    'Chicken stock',
    'Passata',
    'Tinned chickpeas',
    'UHT milk',
    'Oat milk',
    'Puff pastry',
    'Bagels',
  ])('%s that was frozen keeps a few days once thawed', (name) => {
    const frozen = factsOf(name, null, { placeKind: 'freezer', boughtOn: days(-40), frozenOn: days(-40) });
    const { day } = eatBy(after(frozen, to('fridge')));
    expect(day !== null && day >= TODAY && day <= days(10)).toBe(true);
    const printed = after({ ...frozen, printedOn: days(200) }, to('fridge'));
    expect(eatBy(printed).day).toBe(day);
  });

  test.each(['Plain flour', 'Walnuts', 'Polenta', 'Beer', 'Red wine', 'Coffee beans'])(
    '%s does not mind having been frozen',
    (name) => {
      const shelf = factsOf(name, days(200), { placeKind: 'pantry', boughtOn: days(-40) });
      const back = after(shelf, to('freezer', days(-9)), to('pantry'));
      expect(eatBy(back)).toEqual(eatBy(shelf));
    },
  );
});

describe('What is open and has no figure for it', () => {
  test.each(['Smoked salmon', 'Cream cheese', 'Pepperoni', 'Tomato juice', 'Oat milk', 'Soya milk'])(
    '%s does not keep until a date far off, whatever nobody says of the open pack',
    (name) => {
      for (const placeKind of ['fridge', 'pantry'] as const) {
        const { day } = eatBy(after(factsOf(name, days(300), { placeKind }), open()));
        expect(day !== null && day <= days(30)).toBe(true);
      }
    },
  );
});
