import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/calendar/day.js';
import { type Group, grouped, groupOf, inOrder } from '../../src/eat-first/group.js';
import { judged } from '../../src/eat-first/urgency.js';
import type { Item } from '../../src/stock/stock.js';
import { item } from './items.js';

const TODAY = '2026-11-24';
const days = (count: number) => addDays(TODAY, count);
const USE_BY = { dateKind: 'use_by' } as const;
const FREEZER = { placeKind: 'freezer' } as const;
const PANTRY = { placeKind: 'pantry' } as const;
const opened = (ago: number) => ({ openedOn: days(-ago) });
const bought = (ago: number) => ({ boughtOn: days(-ago) });

type Case = [
  name: string,
  printed: number | null,
  more: Partial<Item>,
  group: Group,
  said: string | undefined,
];

describe('An item belongs to a group, and past its day something is said', () => {
  test.each<Case>([
    // A hard day.
    ['Ham', -1, USE_BY, 'throw away', 'Past its use-by date: throw it away.'],
    ['Rice', -1, { ...USE_BY, ...PANTRY }, 'throw away', 'Past its use-by date: throw it away.'],
    ['Ham', 0, USE_BY, 'today', undefined],
    ['Ham', 1, USE_BY, 'today', undefined],
    ['Rice', 1, { ...USE_BY, ...PANTRY }, 'today', undefined],
    ['Ham', 2, USE_BY, 'this week', undefined],
    [
      'Ham',
      -3,
      { ...USE_BY, ...FREEZER, frozenOn: days(-1) },
      'throw away',
      'Frozen after its use-by date: throw it away.',
    ],
    ['Ham', -3, { ...USE_BY, ...FREEZER, frozenOn: days(-3) }, 'later', undefined],
    // Open or thawed for longer than is safe.
    ['Tinned tuna', 400, opened(5), 'throw away', 'Throw it away: 4 days is the most for this once open.'],
    ['Tinned tuna', 400, opened(4), 'today', 'Use it today: it keeps 3 to 4 days.'],
    [
      'Minced beef',
      null,
      { ...bought(40), frozenOn: days(-40), thawedOn: days(-3) },
      'throw away',
      'Throw it away: 2 days is the most for this once thawed.',
    ],
    // Fresh, and it does not show.
    ['Chicken thighs', null, bought(2), 'today', 'Use it today: it keeps 1 to 2 days.'],
    [
      'Chicken thighs',
      null,
      bought(5),
      'look first',
      'The guide allows 2 days: look at the pack, and when in doubt throw it away.',
    ],
    [
      'Chicken thighs',
      -5,
      {},
      'look first',
      'Past its best-before date: look at the pack, and when in doubt throw it away.',
    ],
    // Fresh, and it shows.
    ['Yoghurt', 1, {}, 'today', undefined],
    ['Yoghurt', -3, {}, 'today', 'Look and smell: it may still be good.'],
    ['Yoghurt', -60, {}, 'look first', 'Look and smell: it may still be good.'],
    ['Bread', -1, PANTRY, 'today', 'Look and smell: it may still be good.'],
    // What keeps, and what is frozen.
    ['Rice', -6, PANTRY, 'past its best', 'Past its best, fine while the pack is sound.'],
    ['Tinned tuna', -200, PANTRY, 'past its best', 'Past its best, fine while the pack is sound.'],
    ['Rice', 1, PANTRY, 'this week', undefined],
    ['Peas', -30, FREEZER, 'past its best', 'Past its best, still safe.'],
    [
      'Chicken thighs',
      -7,
      { ...FREEZER, frozenOn: days(-2) },
      'look first',
      'It was past its date when it was frozen: look at it well, and when in doubt throw it away.',
    ],
    ['Bread', -7, { ...FREEZER, frozenOn: days(-2) }, 'past its best', 'Past its best, still safe.'],
    // The figures of an estimate are not told of a date on the pack.
    ['Brie', -2, {}, 'today', 'Use it today: it is past its date.'],
    // Nobody knows the food: what is kept cold is taken for fresh.
    ['Grandmother’s', -1, {}, 'today', 'Look and smell, and when in doubt throw it away.'],
    ['Grandmother’s', -1, PANTRY, 'past its best', 'Past its best, fine while the pack is sound.'],
    ['Grandmother’s', null, bought(3), 'this week', undefined],
    ['Grandmother’s', null, bought(2), 'later', undefined],
    ['Grandmother’s', null, { ...PANTRY, ...opened(0) }, 'this week', undefined],
    ['Honey', null, { ...PANTRY, ...opened(0), ownDate: 'none' }, 'later', undefined],
    ['Grandmother’s', null, { thawedOn: TODAY }, 'this week', undefined],
    // Not in the fridge, where it belongs, and nobody knows how long it keeps there.
    ['Cooked chicken', null, PANTRY, 'this week', undefined],
    ['Egg sandwich', null, { placeKind: 'other' }, 'this week', undefined],
    [
      'Prawns',
      300,
      { ...FREEZER, ...bought(9), thawedOn: days(-8), frozenOn: days(-2), frozenFrom: 'fridge' },
      'throw away',
      'Throw it away: it was thawed for too long before it was frozen.',
    ],
    // A week is seven days.
    ['Rice', 7, PANTRY, 'this week', undefined],
    ['Rice', 8, PANTRY, 'later', undefined],
    ['Rice', null, { ...PANTRY, ...bought(900), ownDate: 'none' }, 'later', undefined],
    ['Ham', -9, { level: 'out' }, 'later', undefined],
  ])('%s, %s days, %j: %s', (name, printed, more, group, said) => {
    const one = judged(item(name, printed === null ? null : days(printed), more), TODAY, []);
    expect([one.group, one.advice?.text]).toEqual([group, said]);
  });
});

describe('The order', () => {
  const names = (items: Item[]) => inOrder(items, TODAY).map(({ name }) => name);

  test('has the ham that must go today above fifty tins past their best', () => {
    const tins = Array.from({ length: 50 }, (_, n) => item('Tinned tuna', days(-6 - n), PANTRY));
    const ham = item('Ham', TODAY, USE_BY);
    expect(inOrder([...tins, ham], TODAY)[0]).toBe(ham);
    expect(grouped([...tins, ham], TODAY).today).toEqual([ham]);
  });

  test('within a group is by the last day, then the hard before the soft, the open before the closed, the oldest first', () => {
    const day = { lastOn: days(1), bestBefore: days(1) };
    expect(
      names([
        item('younger', null, { ...day, boughtOn: days(-1) }),
        item('older', null, { ...day, boughtOn: days(-2) }),
        item('open', null, { ...day, openedOn: TODAY }),
        item('hard', null, { ...day, limitOn: days(1) }),
        item('sooner', null, { ...day, lastOn: TODAY }),
      ]),
    ).toEqual(['sooner', 'hard', 'open', 'older', 'younger']);
  });

  test('has what is lost tomorrow above all that is past its last day, of which the latest comes first', () => {
    const forgotten = [item('Lettuce', days(-12)), item('Bread', days(-2)), item('Sour cream', days(-20))];
    const ham = item('Ham', TODAY, USE_BY);
    const soup = item('Leftover soup', null, bought(3));
    expect(names([...forgotten, soup, ham])).toEqual([
      'Ham',
      'Leftover soup',
      'Bread',
      'Sour cream',
      'Lettuce',
    ]);
  });

  test('has what nobody can see or smell before other food of the same day, and of none', () => {
    const day = { lastOn: days(1), bestBefore: days(1) };
    expect(names([item('Lettuce', null, { ...day, ...opened(1) }), item('Ham', null, day)])).toEqual([
      'Ham',
      'Lettuce',
    ]);
    const none = { ownDate: 'none', ...bought(4) } as const;
    expect(names([item('Butter', null, { ...none, ...bought(20) }), item('Chicken', null, none)])).toEqual([
      'Chicken',
      'Butter',
    ]);
  });

  test('goes through the groups, what is out at the end of the last', () => {
    expect(
      names([
        item('Beer', null, { ...PANTRY, level: 'out' }),
        item('Rice', days(300), PANTRY),
        item('Tinned beans', days(-9), PANTRY),
        item('Cheddar', days(5)),
        item('Milk', days(1)),
        item('Minced beef', null, bought(9)),
        item('Prawns', days(-1), USE_BY),
        item('Honey', null, { ...PANTRY, ownDate: 'none' }),
      ]),
    ).toEqual(['Prawns', 'Minced beef', 'Milk', 'Cheddar', 'Tinned beans', 'Rice', 'Honey', 'Beer']);
  });

  test('is the same for the same items, however they come', () => {
    const items = [item('Milk', days(1)), item('Milk', days(1)), item('Ham', days(1)), item('Odd', null)];
    const ids = (list: Item[]) => inOrder(list, TODAY).map(({ id }) => id);
    expect(ids(items.toReversed())).toEqual(ids(items));
  });

  test('moves an item on as its day comes nearer, and never back', () => {
    const order: Group[] = ['later', 'this week', 'today', 'look first', 'throw away', 'past its best'];
    for (const one of [
      item('Ham', days(20), USE_BY),
      item('Yoghurt', days(20)),
      item('Rice', days(20), PANTRY),
    ]) {
      const groups = Array.from({ length: 90 }, (_, n) => order.indexOf(groupOf(one, days(n))));
      expect(groups).toEqual([...groups].sort((a, b) => a - b));
    }
  });
});

describe('A colour', () => {
  test.each<[name: string, printed: number, more: Partial<Item>, sign: 'past' | 'soon' | undefined]>([
    ['Ham', 0, USE_BY, 'soon'],
    ['Milk', 1, {}, 'soon'],
    ['Milk', 2, {}, undefined],
    // Past its day, and nobody can see or smell it.
    ['Brie', -1, {}, 'past'],
    ['Grandmother’s', -1, {}, 'past'],
    // It shows: nothing alarming, unless it is lost tomorrow.
    ['Butter', -3, {}, undefined],
    ['Lettuce', -12, {}, undefined],
    ['Rice', -3, PANTRY, undefined],
    ['Ham', -3, USE_BY, undefined],
  ])('%s, %s days, %j: %s', (name, printed, more, sign) => {
    expect(judged(item(name, days(printed), more), TODAY, []).sign).toBe(sign);
  });
});

test('An estimate is never a use-by date: nobody printed it', () => {
  const mince = item('Minced beef', null, USE_BY);
  expect(judged(mince, TODAY, [])).toMatchObject({ isUseBy: false, isEstimate: true });
});

test('Nor is what a household says itself of food that was frozen', () => {
  const own = { ...FREEZER, ...USE_BY, frozenOn: days(-1), ownDate: days(90) };
  expect(judged(item('Chicken', TODAY, own), TODAY, [])).toMatchObject({
    bestBefore: days(90),
    isUseBy: false,
  });
});
