import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { add } from '../shopping/kitchen.js';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { newcomer, putAway, windowOf } from './kitchen.js';
import { brokenWords, misplaced } from './measure.js';
import { banners, heading, press } from './walk.js';

const THINGS = [
  ...[
    '2 l milk',
    'bread',
    '6 eggs',
    '1 kg carrots',
    'bananas',
    'mince 500 g',
    'salmon for saturday',
    'butter',
  ],
  ...['yoghurt', 'cheddar', 'rice', 'penne 500 g', 'tinned tomatoes', 'olive oil', 'juice', 'coffee'],
  ...['frozen peas', 'ice cream', 'toilet paper', 'batteries'],
];
const MORE = [
  'onions 1 kg',
  'garlic',
  'spinach',
  'ham',
  'chicken',
  'biscuits',
  'crisps',
  'wine',
  'jam',
  'gift',
];

const server = usingServer();
let browser: Browser;
let ada: Person;
let page: Page;
beforeAll(async () => {
  browser = await sharedBrowser();
  ada = await newcomer(server);
  await putAway(ada.visitor, 'Fridge', [{ name: 'Milk', unit: 'l' }]);
  await add(ada.visitor, ...THINGS);
  await add(ada.visitor, ...MORE);
});
afterAll(() => closeWindows(browser));

async function at(width: number): Promise<void> {
  page = await windowOf(browser, server, ada, { width, height: 844, reducedMotion: true });
  await page.goto('/shopping');
}

const heights = (css: string) =>
  page.locator(css).evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));

it.each([
  ['a phone', 390, 56, 64],
  ['a small phone', 320, 56, 64],
  ['a desk', 1280, 44, 48],
])('30 things on %s are rows of the same height', async (_which, width, least, most) => {
  await at(width);
  const rows = await heights('.line');
  expect(rows).toHaveLength(30);
  expect(rows.filter((height) => height < least || height > most)).toEqual([]);
  expect(Math.min(...(await heights('.tick, .line-edit')))).toBeGreaterThanOrEqual(44);
  expect([...(await page.evaluate(misplaced)), ...(await page.evaluate(brokenWords))]).toEqual([]);
});

it('begins with what to buy on a phone, and has one field to add to it', async () => {
  await at(390);
  expect((await page.locator('.line').first().boundingBox())?.y).toBeLessThan(160);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2400);
  expect(await page.locator('textarea, input:not([type=hidden], [type=search])').count()).toBe(1);
});

it('goes on to where things are put with one tap, and from there into the kitchen with another', async () => {
  await at(390);
  await page.getByRole('button', { name: 'Tick Rice' }).click();
  await page.getByRole('button', { name: 'Untick Rice' }).waitFor();
  await press(page, 'Put 1 away');
  expect(await heading(page)).toBe('Put away');
  await press(page, /^Put 1 away$/);
  expect(await banners(page)).toEqual([expect.stringContaining('Pantry')]);
});
