import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindows, type PageOptions, sharedBrowser } from '../support/browser.js';
import { usingServer } from '../support/using-server.js';
import { newcomer, windowOf } from './kitchen.js';
import { banners, click, follow, openLine, press, toLines } from './walk.js';

const server = usingServer();
let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => closeWindows(browser));

/** A week's shop. */
const BAG = [
  ...['2 x 2 l milk', 'butter', '6 eggs', 'cheddar 400 g', '4 natural yoghurt', 'chicken thighs 900 g'],
  ...['minced beef 500 g', '2 salmon fillets', 'frozen peas', 'ice cream', 'spaghetti 500 g'],
  ...['2 tins tomatoes', 'rice 1 kg', 'olive oil', 'bread', 'onions 1 kg', 'carrots', '6 apples'],
  ...['spinach 200 g', 'halloumi', 'orange juice 1 l', 'coffee 250 g'],
];

const phone = async (options: Partial<PageOptions> = {}) =>
  windowOf(browser, server, await newcomer(server), { width: 390, height: 844, ...options });

/** Pages of as many pixels, from top to end. */
const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

describe.each([{ javaScript: true }, { javaScript: false }])('with script: $javaScript', (options) => {
  it('22 things are put away with one paste and three taps, on a page of less than 1,800 pixels', async () => {
    const page = await phone(options);
    await page.goto('/');
    await click(page, 'Put away');
    await page.getByLabel('What did you bring?').fill(BAG.join('\n'));
    await press(page, 'Next');
    expect(await page.locator('.put-line').count()).toBe(22);
    expect(await heightOf(page)).toBeLessThan(1800);
    const places = await page.locator('.put-group > h2').allInnerTexts();
    expect(places.map((place) => place.replace(/\s*\d+$/, '').trim())).toEqual([
      'Fridge',
      'Freezer',
      'Pantry',
    ]);
    await press(page, 'Put 22 away');
    expect(await banners(page)).toEqual([expect.stringMatching(/^Done: 22 items are put away: /)]);
  });

  it('a place is changed with two taps, and the button is in reach all the while', async () => {
    const page = await phone(options);
    await toLines(page, BAG);
    await openLine(page, 'Bread');
    await page.getByLabel('Place of Bread').selectOption('Freezer');
    const button = page.getByRole('button', { name: 'Put 22 away' });
    for (const to of ['bottom', 'top'] as const) {
      await page.evaluate((end) => scrollTo(0, end === 'top' ? 0 : document.body.scrollHeight), to);
      await expect.poll(() => isInView(page)).toBe(true);
    }
    await follow(page, button);
    await click(page, /^Freezer/);
    expect(await page.locator('.item-name').allInnerTexts()).toContain('Bread');
  });
});

function isInView(page: Page): Promise<boolean> {
  return page.locator('.actions-sticky .button-primary').evaluate((element) => {
    const { top, bottom, left } = element.getBoundingClientRect();
    const shown = document.elementFromPoint(left + 20, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && element.contains(shown);
  });
}

describe('a line that is changed', () => {
  it('says so in its row before it is sent, and what is skipped is not counted', async () => {
    const page = await phone();
    await toLines(page, ['2 l milk', 'zorbulons']);
    const row = page.locator('.put-line').filter({ hasText: 'Milk' });
    await openLine(page, 'Milk');
    await page.getByLabel('Amount of Milk').fill('3 l');
    await page.getByLabel('Date of Milk').fill('5 may 2031');
    await page.getByLabel('Place of Milk').selectOption('Pantry');
    await page.getByLabel('Place of Milk').press('Tab');
    expect((await row.locator('summary').innerText()).replace(/\s+/g, ' ')).toBe(
      'Milk 3 l 5 may 2031 → Pantry',
    );
    await openLine(page, 'Zorbulons');
    await page.getByLabel('Skip Zorbulons').check();
    await press(page, 'Put 1 away');
    expect(await banners(page)).toEqual(['Done: 1 item is put away in Pantry.']);
  });
});

describe('what was typed is there again', () => {
  const ways: Record<string, (page: Page) => Promise<unknown>> = {
    'by a tab of the bar': (page) => click(page, 'Home'),
    'by another address': (page) => page.goto('/foods'),
    'by a reload': (page) => page.reload(),
  };
  it.each(Object.entries(ways))('on the lines, when they are left %s', async (_way, leave) => {
    const page = await phone();
    await toLines(page, ['milk', 'eggs']);
    const lines = page.url();
    await openLine(page, 'Milk');
    await page.getByLabel('Amount of Milk').fill('lots and lots');
    await page.getByLabel('Place of Eggs').evaluate((select: HTMLSelectElement) => {
      select.selectedIndex = 2;
    });
    await leave(page);
    await expect
      .poll(async () => {
        await page.goto(lines);
        return page.getByLabel('Amount of Milk').inputValue();
      })
      .toBe('lots and lots');
    expect(
      await page.getByLabel('Place of Eggs').evaluate((select: HTMLSelectElement) => select.selectedIndex),
    ).toBe(2);
  });

  it('in the list of open entries, when the box is left before it was sent', async () => {
    const page = await phone();
    await page.goto('/put-away');
    await page.getByLabel('What did you bring?').fill('Milk\nEggs');
    await click(page, 'Home');
    await expect
      .poll(async () => {
        await page.goto('/put-away');
        return page.locator('.item-draft .item-name').allInnerTexts();
      })
      .toEqual(['Milk, Eggs']);
    await click(page, 'Go on with Milk, Eggs');
    expect(await page.getByLabel('What did you bring?').inputValue()).toBe('Milk\nEggs');
  });

  it('and nothing is kept of a box that was left empty, or of a form that was sent', async () => {
    const page = await phone();
    await page.goto('/put-away');
    await click(page, 'Home');
    await toLines(page, ['milk']);
    await press(page, 'Put 1 away');
    await page.goto('/put-away');
    expect(await page.locator('.item-draft').count()).toBe(0);
  });
});
