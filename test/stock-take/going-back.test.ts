import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Person;
let shelf: Page;
beforeEach(async () => {
  ada = await signUp(larder.visitor());
  const fridge = await (await ada.visitor.get('/')).click(/^Fridge/);
  for (const name of ['Eggs', 'Ham'])
    await fridge
      .form(/\/items$/)
      .fill({ name })
      .submit();
  shelf = await (await ada.visitor.get(fridge.path)).form('/stock-take').submit();
});

const step = (page: Page) => page.form(/\/(place|shelf|missing)$/);

describe('Going back in a stock-take', () => {
  test.each([
    ['the shelf', 'Which place are you looking through?'],
    ['the rest', 'What is there?'],
  ])('is a button of the form, which saves what was typed: %s', async (where, before) => {
    const page = where === 'the shelf' ? shelf : await step(shelf).submit();
    const [egg] = page.queryAll('select[name^="item_"]').map((field) => field.getAttribute('name') ?? '');
    const typed = egg ? { [egg]: 'eaten' } : { also: '2 l juice' };
    const back = await step(page).fill(typed).submit('Back');
    expect(back.h1).toBe(before);
    expect(step(await ada.visitor.get(page.path)).values()).toMatchObject(typed);
  });

  test('keeps even what is wrong, and says so only when one goes on', async () => {
    const back = await step(shelf)
      .fill({ also: 'x'.repeat(90) })
      .submit('Back');
    expect([back.status, back.h1, back.errors()]).toEqual([200, 'Which place are you looking through?', {}]);
    const again = await ada.visitor.get(shelf.path);
    expect(step(again).value('also')).toBe('x'.repeat(90));
  });

  test('from the first step leads home', async () => {
    const place = await (await ada.visitor.get('/stock-take')).form('main form').submit();
    const back = await step(place).submit('Back');
    expect(back.path).toBe('/');
  });
});
