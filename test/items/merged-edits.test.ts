import { describe, expect, test } from 'vitest';
import { editForm, usingKitchen } from './kitchen.js';

const { get, shelf, itemPage } = usingKitchen();

/** The form of one item in two tabs. */
async function twoTabs() {
  const mine = await itemPage('Feta', { quantity: '200', unit: 'g', best_before: '2026-12-03' });
  return { mine: editForm(mine), theirs: editForm(await get(mine.path)) };
}

describe('Two people who correct an item at once', () => {
  test('are both heard when one corrects the amount and the other the date', async () => {
    const { mine, theirs } = await twoTabs();
    await theirs.fill({ quantity: '100' }).submit();
    const saved = await mine.fill({ best_before: '2026-12-20' }).submit();
    expect([saved.status, saved.flashes()]).toEqual([
      200,
      [expect.stringContaining('What was changed meanwhile is kept too.')],
    ]);
    expect(await shelf('Fridge')).toEqual(['Feta 100 g 20 Dec']);
  });

  test('are both heard when one moves it and the other renames it', async () => {
    const { mine, theirs } = await twoTabs();
    await theirs.fill({ place_id: 'Pantry' }).submit();
    await mine.fill({ name: 'Sheep cheese' }).submit();
    expect(await shelf('Fridge')).toEqual([]);
    expect(await shelf('Pantry')).toEqual([expect.stringMatching(/^Sheep cheese 200 g /)]);
  });

  test('are one when both say the same', async () => {
    const { mine, theirs } = await twoTabs();
    await theirs.fill({ place_id: 'Pantry' }).submit();
    expect((await mine.fill({ place_id: 'Pantry' }).submit()).status).toBe(200);
    expect(await shelf('Pantry')).toEqual([expect.stringMatching(/^Feta 200 g /)]);
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['place', { place_id: 'Freezer' }, { place_id: 'Pantry' }],
    ['amount', { quantity: '150' }, { quantity: '100' }],
    ['amount and its unit', { quantity: '150' }, { unit: 'kg' }],
    ['date', { best_before: '2026-12-20' }, { best_before: '2026-12-24' }],
  ])('are asked when both changed its %s, and nothing typed is lost', async (_what, mine, theirs) => {
    const tabs = await twoTabs();
    await tabs.theirs.fill(theirs).submit();
    const asked = await tabs.mine.fill(mine).submit();
    expect([asked.status, asked.h1]).toEqual([409, 'Feta was changed meanwhile']);
    const typed = editForm(asked);
    for (const name of Object.keys(mine)) expect(typed.value(name)).toBe(tabs.mine.value(name));
    const saved = await typed.submit('Save mine');
    expect(saved.status).toBe(200);
    expect(saved.flashes()).toHaveLength(1);
  });
});
