import { describe, expect, test } from 'vitest';
import { editForm, usingKitchen } from './kitchen.js';

const { itemPage, shelf } = usingKitchen();

describe('The page of an item', () => {
  test('says what its date means', async () => {
    const page = await itemPage('Chicken', { best_before: '2026-11-22' });
    expect(page.text).toContain('1 in Fridge, best before 22 Nov (2 days ago).');
    expect(page.texts('.item-advice')).toEqual([
      'Past its best-before date: look at the pack, and when in doubt throw it away.',
    ]);
  });

  test.each([
    ['Chicken', 'Fridge', 'strong'],
    ['Spinach', 'Fridge', 'span'],
    ['Tinned tomatoes', 'Pantry', 'span'],
  ])('has in colour only what is to be done today, as home has: %s', async (name, place, element) => {
    const page = await itemPage(name, { best_before: '2026-11-22' }, place);
    expect(page.query('.item-advice')?.tagName.toLowerCase()).toBe(element);
  });

  test.each([
    ['900 g', '900 g'],
    ['½', '0.5 kg'],
    ['1,5', '1.5 kg'],
    ['2 x 400 g', '2 × 400 g'],
  ])('takes a quantity as the quick line does: %s', async (quantity, amount) => {
    const page = await itemPage('Flour', { quantity: '2', unit: 'kg' });
    await editForm(page).fill({ quantity }).submit();
    expect(await shelf('Fridge')).toEqual([expect.stringContaining(`Flour ${amount} `)]);
  });
});
