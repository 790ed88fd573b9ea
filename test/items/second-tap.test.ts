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

test.each([
  ['Ate that', 'eaten'],
  ['Threw that away', 'thrown-away'],
  ['Opened that', 'opened'],
  [/^To Freezer$/, 'moved'],
  ['Some', 'level'],
  ['Running low', 'level'],
  ['None', 'level'],
])('“%s” of what is gone says so, and offers the way back', async (button, way) => {
  const page = await itemPage('Ham');
  await happenedForm(page).submit('Ate that');
  const late = await page.form(way === 'level' ? /\/level$/ : /\/eaten$/).submit(button);
  expect([late.status, late.flashes()]).toEqual([
    200,
    ['Ham is gone already, so nothing was changed. You ate it all, just now.'],
  ]);
  await late.form(/\/undo$/).submit('Undo');
  expect(await shelf('Fridge')).toHaveLength(1);
});
