import { expect, test } from 'vitest';
import { happenedForm, usingKitchen } from './kitchen.js';

const { shelf, itemPage } = usingKitchen();

test.each([
  ['Ate that', 'Eggs: 2 eaten, 4 left.'],
  ['Threw that away', 'Eggs: 2 thrown away, 4 left.'],
])('A second tap on “%s” says of some of it what the first has done', async (button, words) => {
  const form = happenedForm(await itemPage('Eggs', { quantity: '6' })).fill({ amount: '2' });
  for (const _tap of [1, 2]) expect((await form.submit(button)).flashes()).toEqual([words]);
  expect(await shelf('Fridge')).toEqual([expect.stringContaining('Eggs 4')]);
});
