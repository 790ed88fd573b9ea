import { describe, expect, test } from 'vitest';
import { eatFirst, judged } from '../../src/eat-first/urgency.js';
import type { Item } from '../../src/stock/stock.js';
import { item } from './items.js';

const TODAY = '2026-11-24';

const named = (items: Item[]) => {
  const groups = eatFirst(items, TODAY);
  return Object.fromEntries(Object.entries(groups).map(([group, list]) => [group, list.map((i) => i.name)]));
};
const USE_BY = { dateKind: 'use_by' } as const;
const OPENED = { openedOn: '2026-11-20' };
const FREEZER = { placeKind: 'freezer' } as const;

describe('What to eat first', () => {
  test('is now until tomorrow, this week until seven days on, and later after that or without a date', () => {
    expect(
      named([
        item('no date', null),
        item('in 8 days', '2026-12-02'),
        item('in 7 days', '2026-12-01'),
        item('in 2 days', '2026-11-26'),
        item('tomorrow', '2026-11-25'),
        item('yesterday', '2026-11-23'),
      ]),
    ).toEqual({
      now: ['yesterday', 'tomorrow'],
      'this week': ['in 2 days', 'in 7 days'],
      later: ['in 8 days', 'no date'],
    });
  });

  test('has the past on top, and before a best-before date of today what must be used by tomorrow', () => {
    expect(
      named([
        item('yoghurt', '2026-11-24'),
        item('mince', '2026-11-25', USE_BY),
        item('open soup', '2026-11-25', OPENED),
        item('old jam', '2026-11-20'),
        item('old fish', '2026-11-22', USE_BY),
      ]).now,
    ).toEqual(['old fish', 'old jam', 'mince', 'open soup', 'yoghurt']);
  });

  test('goes by day after that, and on one day by what is riskier', () => {
    expect(
      named([
        item('cheese', '2026-11-27'),
        item('ham', '2026-11-27', USE_BY),
        item('open milk', '2026-11-27', OPENED),
        item('bread', '2026-11-26'),
      ])['this week'],
    ).toEqual(['bread', 'ham', 'open milk', 'cheese']);
  });

  test('does not hurry what is frozen, and looks after what was opened or thawed and has no date', () => {
    const thawed = item('haggis', null, { thawedOn: '2026-11-20' });
    expect(named([item('peas', '2026-11-01', FREEZER), item('pesto', null, OPENED), thawed])).toEqual({
      now: [],
      'this week': ['pesto', 'haggis', 'peas'],
      later: [],
    });
  });

  test('is cut after the most urgent', () => {
    const items = [item('tin', null), item('ham', '2026-11-25'), item('jam', null, OPENED)];
    const { now, later, ...rest } = eatFirst(items, TODAY, 2);
    expect([now, rest['this week'], later].map((group) => group.map(({ name }) => name))).toEqual([
      ['ham'],
      ['jam'],
      [],
    ]);
  });

  test('keeps the order in which things came when all else is the same', () => {
    const [one, two] = [item('one', '2026-11-25'), item('two', '2026-11-25')];
    expect(named([two, one]).now).toEqual(['one', 'two']);
  });
});

describe('What to do with food that is past its date', () => {
  const advice = (name: string, more: Partial<Item> = {}) =>
    judged(item(name, '2026-11-21', more), TODAY).advice;

  test.each([
    ['Chicken thighs', {}, /^Throw it away/],
    ['Salmon', {}, /^Throw it away/],
    ['Yoghurt', {}, /^Look and smell/],
    ['Yoghurt', USE_BY, /^Past its use-by date: throw it away/],
    ['Chicken thighs', FREEZER, /^Still safe while frozen/],
    ['Something of Grandmother’s', {}, /^When in doubt/],
    ['Tinned tuna', {}, /^Still good if its tin or pack is sound/],
    ['Melon', OPENED, /^When in doubt/],
  ] as [string, Partial<Item>, RegExp][])('%s (%j)', (name, more, said) => {
    expect(advice(name, more)).toMatch(said);
  });

  const usedBy = (printedOn: string, more: Partial<Item> = {}) =>
    judged(item('Yoghurt', '2026-11-23', { ...USE_BY, printedOn, estimateId: 'yoghurt', ...more }), TODAY);

  test('heeds the use-by date on an opened pack, whatever opening made of it', () => {
    expect(usedBy('2026-11-23', OPENED).advice).toMatch(/^Past its use-by date/);
    expect(usedBy('2026-11-24', OPENED).advice).toMatch(/^Look and smell/);
  });

  test('heeds a use-by date that was past when it was frozen, and no other while it is frozen or after', () => {
    const late = { bestBefore: '2027-02-01', frozenOn: '2026-11-24' };
    const [froze, thawed] = [FREEZER, { thawedOn: TODAY }];
    for (const where of [froze, thawed])
      expect(usedBy('2026-11-23', { ...late, ...where }).advice).toBe(
        'Frozen after its use-by date: throw it away.',
      );
    expect(usedBy('2026-11-24', { ...late, ...froze }).advice).toBeUndefined();
    expect(usedBy('2026-11-24', { ...late, ...thawed }).advice).toBeUndefined();
    expect(usedBy('2026-11-20', FREEZER).advice).toMatch(/^Still safe while frozen/);
  });

  test('is on top wherever it is, when it is to be thrown away for its use-by date', () => {
    const late = item('mince', '2027-02-01', {
      ...USE_BY,
      ...FREEZER,
      printedOn: '2026-11-20',
      frozenOn: '2026-11-22',
    });
    expect(named([item('ham', TODAY), late]).now).toEqual(['mince', 'ham']);
  });

  test('is nothing when there is none of it', () => {
    expect(advice('Chicken thighs', { level: 'low' })).toMatch(/^Throw it away/);
    expect(advice('Chicken thighs', { level: 'out' })).toBeUndefined();
  });

  test('is nothing until it is past', () => {
    expect(judged(item('Chicken thighs', TODAY), TODAY).advice).toBeUndefined();
    expect(judged(item('Chicken thighs', null), TODAY).advice).toBeUndefined();
  });
});

test('An estimate is never a use-by date: nobody printed it', () => {
  const mince = item('mince', '2026-11-25', { ...USE_BY, estimateId: 'minced-meat', printedOn: null });
  expect(judged(mince, TODAY)).toMatchObject({ isUseBy: false, isEstimate: true });
});
