import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { add } from '../shopping/kitchen.js';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import { usingServer } from '../support/using-server.js';
import { newcomer, windowOf } from './kitchen.js';

const server = usingServer();
let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => closeWindows(browser));

/** A phone whose reader has chosen the colours, with things to buy and one that is bought. */
async function forcedPhone(scheme: 'light' | 'dark'): Promise<Page> {
  const ada = await newcomer(server);
  await add(ada.visitor, 'Milk', 'Eggs');
  const page = await windowOf(browser, server, ada, { width: 390, height: 844, scheme });
  await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
  await page.goto('/shopping');
  await page.getByRole('button', { name: 'Tick Milk' }).click();
  await page.getByRole('button', { name: 'Untick Milk' }).waitFor();
  return page;
}

/** Of what is on the page: when it takes its parts afresh meanwhile, what stood there before has no style. */
async function style(what: Locator, name: string): Promise<string> {
  const found = await what.evaluate(
    (element, property) => element.isConnected && getComputedStyle(element).getPropertyValue(property),
    name,
  );
  return found === false ? style(what, name) : found;
}

/** The first ground that is painted behind something. */
async function ground(what: Locator): Promise<string> {
  const found = await what.evaluate((element) => {
    if (!element.isConnected) return false;
    let at: Element | null = element;
    while (at && /, 0\)$|transparent/.test(getComputedStyle(at).backgroundColor)) at = at.parentElement;
    return at ? getComputedStyle(at).backgroundColor : 'none';
  });
  return found === false ? ground(what) : found;
}

it.each(['light', 'dark'] as const)(
  'In forced colours, %s, signs, edges and what is struck are seen',
  async (scheme) => {
    const page = await forcedPhone(scheme);
    const bought = page.getByRole('button', { name: 'Untick Milk' });
    const check = bought.locator('.tick-box svg');
    expect(await style(check, 'stroke')).not.toBe(await ground(check));
    expect(await style(bought.locator('.tick-name'), 'text-decoration-line')).toBe('line-through');
    const box = page.getByRole('button', { name: 'Tick Eggs' }).locator('.tick-box');
    expect(await style(box, 'border-top-color')).not.toBe(await ground(box));
    for (const icon of await page.locator('.tabs svg').all()) {
      expect(await style(icon, 'stroke')).not.toBe(await ground(icon));
    }
    const button = page.locator('.quick-entry .button');
    expect(await style(button, 'border-top-color')).not.toBe(await ground(button));
  },
);

it('In forced colours the focus has an outline, and the tab where one is a mark', async () => {
  const page = await forcedPhone('dark');
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  expect(await style(focused, 'outline-style')).toBe('solid');
  expect(await style(focused, 'outline-color')).not.toBe(await ground(focused));
  const tab = page.locator('.tabs a[aria-current]');
  expect(await tab.evaluate((link) => getComputedStyle(link, '::before').borderTopWidth)).toBe('3px');
});

it('In forced colours the page’s first button, and the tab where one is, differ from the others', async () => {
  const page = await forcedPhone('light');
  await page.setViewportSize({ width: 1280, height: 800 });
  const width = async (what: Locator) => parseFloat(await style(what, 'border-top-width'));
  const plain = await width(page.locator('.find .button'));
  await page.goto('/put-away');
  const primary = page.locator('main .button-primary').first();
  expect(await style(primary, 'border-top-color')).not.toBe(await ground(page.locator('main')));
  expect(await width(primary)).toBeGreaterThan(plain);
  const lines = await page
    .locator('.tabs a')
    .evaluateAll((links) =>
      links.map((link) => [link.ariaCurrent, getComputedStyle(link).textDecorationLine]),
    );
  expect(lines.filter(([, line]) => line === 'underline')).toEqual([['page', 'underline']]);
});
