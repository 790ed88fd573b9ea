import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import { usingServer } from '../support/using-server.js';
import { problemsOf } from './inspect.js';
import { newcomer, windowOf } from './kitchen.js';
import { banners, click, follow, heading, itemNames, pathOf, press, toLines } from './walk.js';

const server = usingServer();
let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => closeWindows(browser));

/** Types a line into the form that every page has. */
async function quickAdd(page: Page, line: string): Promise<void> {
  await page.getByLabel('Quick add').fill(line);
  await press(page, 'Add this food');
}

describe('a line on every page', () => {
  it.each([
    { width: 390, javaScript: false },
    { width: 1280, javaScript: true },
  ])(
    'takes food in, $width wide, with script: $javaScript',
    async (window) => {
      const page = await windowOf(browser, server, await newcomer(server), window);
      await page.goto('/account');
      await quickAdd(page, '300 g spinach fridge tomorrow');
      expect([pathOf(page), await banners(page)]).toEqual([
        '/account',
        [expect.stringMatching(/^Done: Added 300 g Spinach to Fridge, best before \w+ \d+ \w+\.$/)],
      ]);
      await quickAdd(page, '6 eggs');
      await click(page, 'Edit Eggs');
      expect([await heading(page), await page.getByLabel('Amount').inputValue()]).toEqual(['Eggs', '6']);
      await quickAdd(page, '2 milk pantry');
      await press(page, 'Undo');
      await click(page, 'Home');
      expect((await itemNames(page)).sort()).toEqual(['Eggs', 'Spinach']);
      await press(page, 'Add this food');
      expect(await heading(page)).toBe('Add with one line');
      await page.getByLabel('What do you add?').fill('rice 1 kg');
      await follow(page, page.getByRole('main').getByRole('button', { name: 'Add' }));
      expect(await banners(page)).toEqual([expect.stringContaining('Added 1 kg Rice to Pantry')]);
    },
    60_000,
  );

  it('lies under the thumb on a phone, and covers nothing at the end of a page', async () => {
    const page = await windowOf(browser, server, await newcomer(server), { width: 390, height: 700 });
    await page.goto('/account');
    const line = await page.getByLabel('Quick add').boundingBox();
    expect(line?.y).toBeGreaterThan(500);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const last = await page.locator('main > .page > :last-child').boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(line?.y ?? 0);
  });

  it('has a page of its own that a household can use, at any width, in light and in dark', async () => {
    const page = await windowOf(browser, server, await newcomer(server), { reducedMotion: true });
    await page.goto('/quick-entry');
    expect(await problemsOf(page)).toEqual([]);
  }, 60_000);

  it('fills in the lines of a put-away, pasted', async () => {
    const options = { width: 390, javaScript: false };
    const page = await windowOf(browser, server, await newcomer(server), options);
    await toLines(page, ['Shop:', '- 2 l milk', 'EGGS 6 1.99', 'peas freezer', 'TOTAL 9.99']);
    expect(await page.getByLabel('Amount of Milk').inputValue()).toBe('2 l');
    expect(await page.getByLabel('Amount of EGGS').inputValue()).toBe('6');
    await press(page, 'Put 3 away');
    expect(await banners(page)).toEqual(['Done: 3 items are put away: 2 in Fridge and 1 in Freezer.']);
  });
});
