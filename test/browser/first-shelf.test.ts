import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeWindows, newPage, sharedBrowser } from '../support/browser.js';
import { PASSWORD, uniqueName } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { banners, click, follow, itemNames, pathOf } from './walk.js';

const server = usingServer();
let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => closeWindows(browser));

/** Taps what leads on, and counts it. */
function counting(page: Page) {
  let taps = 0;
  const tap = async (target: Locator) => {
    taps += 1;
    await follow(page, target);
  };
  return { tap, taps: () => taps };
}

it.each([true, false])(
  'from nothing to the first shelf filled it takes five taps besides typing, with script: %s',
  async (javaScript) => {
    const page = await newPage(browser, { baseUrl: server.url, width: 390, javaScript });
    const { tap, taps } = counting(page);
    const main = page.getByRole('main');
    await page.goto('/');
    await tap(main.getByRole('link', { name: 'Start a household' }));
    await page.getByLabel('Username').fill(uniqueName('ada'));
    await page.getByLabel('Password').fill(PASSWORD);
    await tap(main.getByRole('button', { name: 'Sign up' }));
    expect(await page.locator('.main .field:visible').count()).toBe(2);
    await tap(main.getByRole('button', { name: 'Next' }));
    expect([pathOf(page), taps()]).toEqual(['/put-away', 3]);
    await page.getByLabel('What did you bring?').fill('2 l milk\n6 eggs\nspaghetti 500 g');
    await tap(main.getByRole('button', { name: 'Next' }));
    await tap(main.getByRole('button', { name: 'Put 3 away' }));
    expect(await banners(page)).toEqual(['Done: 3 items are put away: 2 in Fridge and 1 in Pantry.']);
    expect(taps()).toBe(5);
    await click(page, /^Fridge/);
    expect((await itemNames(page)).sort()).toEqual(['Eggs', 'Milk']);
  },
);
