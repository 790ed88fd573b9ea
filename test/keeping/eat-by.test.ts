import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/calendar/day.js';
import { eatBy } from '../../src/keeping/eat-by.js';
import { frozenOnArrival } from '../../src/keeping/fact-changes.js';
import type { Facts } from '../../src/keeping/facts.js';
import { type Keeping, shelfLife } from '../../src/keeping/shelf-life/estimate.js';
import { factsOf } from '../eat-first/items.js';
import { after, days, open, TODAY, to } from './doing.js';

function life(name: string, keeping: Keeping) {
  const found = shelfLife(name, keeping);
  if (!found) throw new Error(`${name} has no figure there`);
  return found;
}

describe('A closed pack', () => {
  test('is eaten by the date on it, and without one by an estimate from the day it was bought', () => {
    expect(eatBy(factsOf('Yoghurt', days(20)))).toMatchObject({ day: days(20), estimateId: null });
    const bought = { boughtOn: days(-3) };
    const { days: least, most } = life('Yoghurt', { placeKind: 'fridge' });
    expect(eatBy(factsOf('Yoghurt', null, bought))).toMatchObject({
      day: days(least - 3),
      last: days(most - 3),
      estimateId: 'yoghurt',
    });
  });

  test('has the larger figure beyond its best-before date, and nothing beyond its use-by date', () => {
    const { days: least, most } = life('Ham', { placeKind: 'fridge' });
    expect(most).toBeGreaterThan(least);
    expect(eatBy(factsOf('Ham', days(2))).last).toBe(days(2 + most - least));
    const hard = { day: days(2), last: days(2), limit: days(2) };
    expect(eatBy(factsOf('Ham', days(2), { dateKind: 'use_by' }))).toMatchObject(hard);
  });

  test('counts from the same day wherever it is put', () => {
    const apples = factsOf('Apples', null, { placeKind: 'pantry', boughtOn: days(-10) });
    const there = eatBy(apples).day;
    expect(eatBy(after(apples, to('fridge'), to('pantry'))).day).toBe(there);
    expect(eatBy(after(apples, to('other'))).day).toBe(there);
  });

  test.each([
    'Red wine',
    'UHT milk',
    'Oat milk',
    'Soya milk',
    'Strawberry jam',
    'Tinned tuna',
    'Pesto',
    'Olives',
  ])('%s keeps no shorter in the fridge than in the pantry', (name) => {
    const pantry = eatBy(factsOf(name, null, { placeKind: 'pantry' }));
    const fridge = eatBy(factsOf(name));
    // No figure is no promise either.
    if (fridge.day !== null && pantry.day !== null) expect(fridge.day >= pantry.day).toBe(true);
    expect(eatBy(factsOf(name, days(500))).day).toBe(days(500));
    expect(fridge.day === null || fridge.day > days(30)).toBe(true);
  });
});

describe('An opened pack', () => {
  test('is eaten by what opening makes of it, whether it was moved before or after', () => {
    const tuna = factsOf('Tinned tuna', days(500), { placeKind: 'pantry' });
    const one = eatBy(after(tuna, open(), to('fridge')));
    const other = eatBy(after(tuna, to('fridge'), open()));
    expect(one).toEqual(other);
    expect([one.day, one.last]).toEqual([days(3), days(4)]);
    // Left in the pantry it keeps no longer than in the fridge.
    expect(eatBy(after(tuna, open())).day).toBe(days(3));
  });

  test('never gets a later date than the one on it', () => {
    expect(eatBy(after(factsOf('Milk', days(1)), open())).day).toBe(days(1));
    const hard = after(factsOf('Cream', days(1), { dateKind: 'use_by' }), open());
    expect(eatBy(hard)).toMatchObject({ day: days(1), limit: days(1) });
  });

  test('is thrown away after the larger figure, where spoiling does not show', () => {
    const tuna = after(factsOf('Tinned tuna', days(500), { placeKind: 'pantry' }), open(), to('fridge'));
    expect(eatBy(tuna).limit).toBe(days(4));
    expect(eatBy(after(factsOf('Strawberry jam', days(500)), open())).limit).toBeNull();
  });

  test('counts from the day on which it was opened', () => {
    const ham = factsOf('Packaged ham', days(30));
    expect(eatBy(after(ham, open(days(-2)))).day).toBe(addDays(eatBy(after(ham, open())).day ?? '', -2));
  });
});

describe('Freezing stops the clock, and does not turn it back', () => {
  const frozen = (name: string, printedOn: string | null, more: Partial<Facts> = {}) =>
    eatBy(after(factsOf(name, printedOn, more), to('freezer')));

  test('of what was good: it keeps as the table says', () => {
    const { days: least, most } = life('Chicken thighs', { placeKind: 'freezer' });
    const good = { day: days(least), last: days(most), limit: null, spoils: 'frozen' };
    expect(frozen('Chicken thighs', days(1))).toMatchObject(good);
    expect(frozen('Chicken thighs', days(0), { dateKind: 'use_by' })).toMatchObject(good);
  });

  test('never replaces a date that was meant for the freezer by a later one', () => {
    expect(frozen('Chicken thighs', days(60)).day).toBe(days(60));
    expect((frozen('Chicken thighs', days(9)).day ?? '') > days(60)).toBe(true);
  });

  test('of what was past its day, whatever kind of date that was', () => {
    expect(frozen('Chicken thighs', days(-5))).toMatchObject({ day: days(-5), limit: null });
    const hard = { day: days(-1), limit: days(-1) };
    expect(frozen('Chicken thighs', days(-1), { dateKind: 'use_by' })).toMatchObject(hard);
    const lain = frozen('Chicken thighs', null, { boughtOn: days(-10) });
    expect(lain.day).toBe(days(-9));
    // Within the larger figure it is still food.
    expect(frozen('Chicken thighs', null, { boughtOn: days(-2) }).day).toBe(
      days(life('Chicken thighs', { placeKind: 'freezer' }).days),
    );
    const open = { placeKind: 'pantry', openedOn: days(-9) } as const;
    expect(frozen('Tinned tuna', days(500), open).limit).toBe(days(-5));
  });

  test('never loses a date: into the freezer and back gives it again', () => {
    for (const [name, kind] of [
      ['Plain flour', 'pantry'],
      ['Butter', 'fridge'],
      ['Chicken thighs', 'fridge'],
      ['Odd thing', 'fridge'],
    ] as const) {
      const before = factsOf(name, days(4), { placeKind: kind });
      expect(eatBy(after(before, to('freezer'), to(kind)))).toEqual(eatBy(before));
    }
    const flour = factsOf('Plain flour', days(400), { placeKind: 'pantry' });
    expect(eatBy(after(flour, to('freezer'))).day).toBe(days(400));
    expect(eatBy(after(flour, to('freezer'), to('pantry', days(30)))).day).toBe(days(400));
  });

  test('keeps the date of what is sold frozen', () => {
    const fish = factsOf('Fish fingers', days(150));
    expect(eatBy(after(fish, to('freezer'))).day).toBe(days(150));
    expect(eatBy({ ...fish, placeKind: 'freezer' }).day).toBe(days(150));
    const thawed = after({ ...fish, placeKind: 'freezer' }, to('fridge', days(3)));
    expect(eatBy(thawed)).toMatchObject({ day: days(4), limit: days(5) });
  });

  test('goes on where it was when it is thawed', () => {
    const thawed = (printed: number, more: Partial<Facts> = {}) =>
      eatBy(after(factsOf('Chicken thighs', days(printed), more), to('freezer'), to('fridge', days(30))));
    const { days: least, most } = life('Chicken thighs', { placeKind: 'fridge', thawed: true });
    expect(thawed(9)).toMatchObject({ day: days(30 + least), last: days(30 + most), limit: days(30 + most) });
    expect(thawed(0, { dateKind: 'use_by' })).toMatchObject({ day: days(31), limit: days(31) });
    expect(thawed(-5).day).toBe(days(-5));
    // Still to come, the date on the pack is never replaced by a later one.
    expect(thawed(30, { dateKind: 'use_by' })).toMatchObject({ day: days(30), limit: days(30) });
  });

  test('counts the days before and after the freezer, not those in it', () => {
    const ham = factsOf('Packaged ham', null, { boughtOn: days(-3) });
    const closed = life('Packaged ham', { placeKind: 'fridge' });
    const back = eatBy(after(ham, to('freezer'), to('fridge', days(20))));
    expect((back.day ?? '~') <= days(20 + closed.days - 3)).toBe(true);
    const opened = after(ham, open(days(-1)), to('freezer'), to('fridge', days(20)));
    expect(
      (eatBy(opened).day ?? '~') <=
        days(19 + life('Packaged ham', { placeKind: 'fridge', opened: true }).days),
    ).toBe(true);
  });

  test('is what a fresh pack has done to it that is put straight into the freezer', () => {
    const arrives = (name: string, printedOn: string | null, more: Partial<Facts> = {}) =>
      frozenOnArrival(factsOf(name, printedOn, { placeKind: 'freezer', ...more }));
    expect(arrives('Minced beef', days(2))).toBe(TODAY);
    expect(arrives('Odd stew', days(2), { dateKind: 'use_by' })).toBe(TODAY);
    expect(arrives('Minced beef', days(90))).toBeNull();
    expect(arrives('Fish fingers', days(10))).toBeNull();
    expect(arrives('Minced beef', null)).toBeNull();
    expect(arrives('Minced beef', days(2), { placeKind: 'fridge' })).toBeNull();
  });
});

describe('What the household says', () => {
  test('takes the place of every estimate, and leaves the date on the pack', () => {
    const own = { ownDate: days(3) };
    expect(eatBy(factsOf('Yoghurt', null, own))).toMatchObject({ day: days(3), estimateId: null });
    expect(eatBy(factsOf('Yoghurt', days(2), own)).day).toBe(days(2));
    expect(eatBy(factsOf('Yoghurt', null, { ownDate: 'none' })).day).toBeNull();
    expect(eatBy(factsOf('Minced beef', null, { ...own, placeKind: 'freezer' })).day).toBe(days(3));
  });

  test('ends when the pack is opened, frozen or thawed', () => {
    const own = factsOf('Yoghurt', null, { ownDate: days(60) });
    expect((eatBy(after(own, open())).day ?? '~') < days(60)).toBe(true);
    expect(eatBy(after(own, to('freezer'))).estimateId).toBe('yoghurt');
  });

  test('is later than what is safe only when it means to be', () => {
    const tuna = factsOf('Tinned tuna', null, { openedOn: TODAY, ownDate: days(9) });
    expect(eatBy(tuna)).toMatchObject({ day: days(9), limit: days(9) });
    expect(eatBy({ ...tuna, ownDate: 'none' })).toMatchObject({ day: null, limit: days(4) });
  });
});
