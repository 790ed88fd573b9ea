import { describe, expect, test } from 'vitest';
import { datedAs, dateShown, redatedAs } from '../../src/stock/dated.js';
import type { Item } from '../../src/stock/stock.js';

const TODAY = '2026-11-22';
const inFridge = { placeKind: 'fridge' } as const;

const NOTHING = { level: null, openedOn: null, frozenOn: null, thawedOn: null } as const;

/** A yoghurt in the fridge, whose date was estimated two days ago unless said otherwise. */
function yoghurt(item: Partial<Item> = {}): Item {
  const estimate = { bestBefore: '2026-11-27', printedOn: null, estimateId: 'yoghurt' };
  const place = { placeId: 1, placeName: 'Fridge', placeKind: 'fridge' as const };
  const amount = { quantityMilli: 1000, unit: '', dateKind: 'best_before' as const, revision: 1 };
  return { id: 1, foodId: 1, name: 'Yoghurt', ...place, ...amount, ...NOTHING, ...estimate, ...item };
}
const printed = { bestBefore: '2026-12-05', printedOn: '2026-12-05', estimateId: null };
const isSame = { name: 'Yoghurt', placeKind: 'fridge' } as const;

describe('The date of a new item', () => {
  test('is what was typed, whatever the table says', () => {
    const typed = { bestBefore: '2026-12-24' };
    expect(datedAs('Yoghurt', typed, inFridge, TODAY)).toEqual({ ...typed, estimateId: null });
    expect(datedAs('Yoghurt', { ...typed, noDate: true }, inFridge, TODAY)).toEqual({
      ...typed,
      estimateId: null,
    });
  });

  test('is estimated when nothing was typed', () => {
    expect(datedAs('Yoghurt', { bestBefore: null }, inFridge, TODAY)).toEqual({
      bestBefore: '2026-11-29',
      estimateId: 'yoghurt',
    });
  });

  test('is none when that was said, or when nothing is known', () => {
    const none = { bestBefore: null, estimateId: null };
    expect(datedAs('Yoghurt', { bestBefore: null, noDate: true }, inFridge, TODAY)).toEqual(none);
    expect(datedAs('Mystery box', { bestBefore: null }, inFridge, TODAY)).toEqual(none);
  });
});

describe('What the form of an item shows of its date', () => {
  test('is the date on the pack, never an estimate', () => {
    expect(dateShown(yoghurt())).toEqual({ bestBefore: null, noDate: false });
    expect(dateShown(yoghurt(printed))).toEqual({ bestBefore: '2026-12-05', noDate: false });
    const opened = yoghurt({ ...printed, bestBefore: '2026-11-28', estimateId: 'yoghurt' });
    expect(dateShown(opened)).toEqual({ bestBefore: '2026-12-05', noDate: false });
  });

  test('says “no date” when one could be estimated and was not wanted', () => {
    expect(dateShown(yoghurt({ bestBefore: null, estimateId: null })).noDate).toBe(true);
    expect(dateShown(yoghurt({ name: 'Box', bestBefore: null, estimateId: null })).noDate).toBe(false);
  });
});

describe('The date of an item that is edited', () => {
  const kept = ({ bestBefore, estimateId }: Item) => ({ bestBefore, estimateId });

  test('stays when it was left as it stood: an estimate still counts from the day it was made', () => {
    for (const item of [yoghurt(), yoghurt(printed), yoghurt({ bestBefore: null, estimateId: null })])
      expect(redatedAs(item, dateShown(item), isSame, TODAY)).toEqual(kept(item));
  });

  test('stays as opening made it, beside the one on the pack', () => {
    const opened = yoghurt({ ...printed, bestBefore: '2026-11-28', estimateId: 'yoghurt', openedOn: TODAY });
    expect(redatedAs(opened, dateShown(opened), isSame, TODAY)).toEqual(kept(opened));
  });

  test('is what was typed, even the day that was estimated', () => {
    const typed = { bestBefore: '2026-11-27' };
    expect(redatedAs(yoghurt(), typed, isSame, TODAY)).toEqual({ ...typed, estimateId: null });
  });

  test('is none when that is ticked, and estimated again when it is unticked', () => {
    const none = { bestBefore: null, estimateId: null };
    expect(redatedAs(yoghurt(), { bestBefore: null, noDate: true }, isSame, TODAY)).toEqual(none);
    expect(redatedAs(yoghurt(none), { bestBefore: null }, isSame, TODAY)).toEqual({
      bestBefore: '2026-11-29',
      estimateId: 'yoghurt',
    });
  });

  test('is estimated anew for another food or another kind of place', () => {
    const typed = { bestBefore: null };
    expect(redatedAs(yoghurt(), typed, { ...isSame, name: 'Tofu' }, TODAY).estimateId).toBe('tofu');
    expect(redatedAs(yoghurt(), typed, { ...isSame, placeKind: 'freezer' }, TODAY).bestBefore).toBe(
      '2026-12-22',
    );
  });

  test('stays the one on the pack, wherever it goes', () => {
    const item = yoghurt(printed);
    expect(redatedAs(item, dateShown(item), { ...isSame, placeKind: 'freezer' }, TODAY)).toEqual(kept(item));
  });
});
