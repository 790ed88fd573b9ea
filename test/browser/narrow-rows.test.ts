import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { day, newcomer, windowOf } from './kitchen.js';

const server = usingServer();
let browser: Browser;
let ada: Person;

beforeAll(async () => {
  browser = await sharedBrowser();
  ada = await newcomer(server);
});
afterAll(() => closeWindows(browser));

/** Pixels: two lines of a phone. */
const ROW_AT_MOST = 64;

it('a row of Find with a long place, a day and “Threw away” has two lines on a phone', async () => {
  const form = (await ada.visitor.get('/places/new')).form('/places');
  const place = await form.fill({ name: 'Big chest freezer in the garage, left', kind: 'fridge' }).submit();
  const line = (await ada.visitor.get('/quick-entry')).form('/quick-entry');
  await line
    .fill({
      line: `cooked ham 300 g use by ${day(-1)}`,
      place_id: new URL(place.url).pathname.split('/')[2] ?? '',
    })
    .submit();
  const page = await windowOf(browser, server, ada, { width: 390, height: 844 });
  for (const width of [360, 375, 390, 412]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/search?q=ham');
    expect(await page.locator('.item-main').innerText()).toMatch(/^Threw\s+away/);
    const heights = await page
      .locator('.item')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(heights).toHaveLength(1);
    for (const height of heights) expect(height, `at ${width}`).toBeLessThanOrEqual(ROW_AT_MOST);
  }
});

it('the line to add with has room for words where letters are twice as big on a phone', async () => {
  const page = await windowOf(browser, server, ada);
  await page.setViewportSize({ width: 195, height: 422 });
  for (const address of ['/', '/shopping']) {
    await page.goto(address);
    const field = await page.locator('.quick-entry > .field').boundingBox();
    expect(field?.width).toBeGreaterThan(140);
  }
});

it('the buttons of an entry that is not finished stand on one line on a desk', async () => {
  const form = (await ada.visitor.get('/put-away')).form('/put-away');
  await form.fill({ names: 'Milk' }).submit('Next');
  const page = await windowOf(browser, server, ada);
  await page.goto('/put-away');
  const middles = await page.locator('.item-draft .button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const text = document.createRange();
      text.selectNodeContents(button);
      const { top, height } = text.getBoundingClientRect();
      return Math.round(top + height / 2);
    }),
  );
  expect(middles).toHaveLength(2);
  expect(middles[0]).toBe(middles[1]);
});
