import { describe, expect, test } from 'vitest';
import { datedAs, dateShown, newFacts, redated } from '../../src/items/item-date.js';
import { item } from '../eat-first/items.js';

const TODAY = '2026-11-22';
const typed = (bestBefore: string | null, more = {}) => ({ name: 'Yoghurt', unit: '', bestBefore, ...more });

describe('The date of a new item', () => {
  test('is what was typed, whatever the table says', () => {
    for (const more of [{}, { noDate: true }])
      expect(datedAs(typed('2026-12-24', more), 'fridge', TODAY)).toMatchObject({
        bestBefore: '2026-12-24',
        estimateId: null,
      });
  });

  test('is estimated when nothing was typed, from the day on which it was bought', () => {
    const estimate = { bestBefore: '2026-11-29', estimateId: 'yoghurt' };
    expect(datedAs(typed(null), 'fridge', TODAY)).toMatchObject(estimate);
    expect(datedAs(typed(null, { boughtOn: '2026-11-20' }), 'fridge', TODAY).bestBefore).toBe('2026-11-27');
  });

  test('is none when that was said, or when nothing is known', () => {
    const none = { bestBefore: null, estimateId: null };
    expect(datedAs(typed(null, { noDate: true }), 'fridge', TODAY)).toMatchObject(none);
    expect(datedAs({ name: 'Mystery box', unit: '', bestBefore: null }, 'fridge', TODAY)).toMatchObject(none);
  });

  test('of what was opened or frozen before was bought by then at the latest', () => {
    const opened = newFacts(typed(null, { openedOn: '2026-11-19' }), 'fridge', TODAY);
    expect(opened).toMatchObject({ openedOn: '2026-11-19', boughtOn: '2026-11-19' });
    const frozen = newFacts(typed(null, { frozenOn: '2026-11-03' }), 'freezer', TODAY);
    expect(frozen).toMatchObject({ frozenOn: '2026-11-03', boughtOn: '2026-11-03' });
  });
});

describe('What the form of an item shows of its date', () => {
  test('is the date on the pack or the household’s own, never an estimate', () => {
    expect(dateShown(item('Yoghurt'))).toMatchObject({ bestBefore: null, noDate: false });
    const opened = item('Yoghurt', '2027-02-01', { openedOn: '2026-11-24' });
    expect(opened.bestBefore).not.toBe('2027-02-01');
    expect(dateShown(opened)).toMatchObject({ bestBefore: '2027-02-01', noDate: false });
    expect(dateShown(item('Yoghurt', null, { ownDate: '2026-12-03' })).bestBefore).toBe('2026-12-03');
  });

  test('says “no date” when none was wanted', () => {
    expect(dateShown(item('Yoghurt', null, { ownDate: 'none' }))).toMatchObject({ noDate: true });
    expect(dateShown(item('Mystery box')).noDate).toBe(false);
  });
});

describe('The facts of an item that is edited', () => {
  const printed = '2026-12-05';

  test('stay when the date was left as it stood', () => {
    for (const one of [
      item('Yoghurt'),
      item('Yoghurt', printed, { dateKind: 'use_by' }),
      item('Yoghurt', null, { ownDate: 'none' }),
      item('Yoghurt', null, { ownDate: '2026-12-01' }),
      item('Yoghurt', printed, { openedOn: '2026-11-24' }),
    ])
      expect(redated(one, dateShown(one))).toEqual({});
  });

  test('say what was typed, even the day that was estimated', () => {
    const facts = { printed_on: '2026-12-01', date_kind: 'best_before', own_date: null };
    expect(redated(item('Yoghurt'), { bestBefore: '2026-12-01' })).toEqual(facts);
  });

  test('say that there is none, and nothing again', () => {
    const none = { printed_on: null, date_kind: 'best_before', own_date: 'none' };
    expect(redated(item('Yoghurt', printed), { bestBefore: null, noDate: true })).toEqual(none);
    const unticked = redated(item('Yoghurt', null, { ownDate: 'none' }), { bestBefore: null });
    expect(unticked).toEqual({ ...none, own_date: null });
  });

  test('make a guess the pack’s date when it is one to use it by', () => {
    const guess = item('Yoghurt', null, { ownDate: '2026-12-01' });
    expect(redated(guess, { bestBefore: '2026-12-01', dateKind: 'use_by' })).toEqual({
      printed_on: '2026-12-01',
      date_kind: 'use_by',
      own_date: null,
    });
  });
});
