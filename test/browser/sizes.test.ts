import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { type FullKitchen, fillKitchen, fillWithUrgent } from './full-kitchen.js';
import { newcomer, sharedWindow, tabIn, windowOf } from './kitchen.js';
import { brokenWords, isInView, misplaced, rowsOnFirstScreen } from './measure.js';
import { banners, click, follow, moreOf, press } from './walk.js';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 844 };
/** Pixels. */
const PHONE_ROW = [56, 64] as const;
const DESK_ROW = [44, 48] as const;

const server = usingServer();
let browser: Browser;
let ada: Person;
let kitchen: FullKitchen;
let window: BrowserContext;
let urgent: BrowserContext;

beforeAll(async () => {
  browser = await sharedBrowser();
  ada = await newcomer(server);
  kitchen = await fillKitchen(ada);
  window = await sharedWindow(browser, server, ada);
  const eve = await newcomer(server, { firstName: 'Eve' });
  await fillWithUrgent(eve);
  urgent = await sharedWindow(browser, server, eve);
});
afterAll(() => closeWindows(browser));

describe.each([
  ['with all kinds of dates', () => window],
  ['that are all urgent', () => urgent],
])('home, with 45 things %s', (_which, whose) => {
  it('shows six rows at least on the first screen of a phone', async () => {
    const page = await phone(whose(), '/');
    expect(await page.evaluate(rowsOnFirstScreen)).toBeGreaterThanOrEqual(6);
  });

  it('is under 1,500 pixels high, and nothing scrolls sideways', async () => {
    const page = await phone(whose(), '/');
    expect(await heightOf(page)).toBeLessThan(1500);
    expect(await page.evaluate(misplaced)).toEqual([]);
  });

  it('has rows of two lines on a phone and of one on a desk', async () => {
    const page = await phone(whose(), '/');
    expect(await rowsOutside(page, PHONE_ROW)).toEqual([]);
    await page.setViewportSize(DESK);
    expect(await rowsOutside(page, DESK_ROW)).toEqual([]);
  });
});

describe('a place', () => {
  it.each(['fridge', 'freezer', 'pantry'] as const)('begins with food: the %s', async (name) => {
    const page = await phone(window, kitchen[name]);
    const { y = Number.NaN } = (await page.locator('.item').first().boundingBox()) ?? {};
    expect(y).toBeLessThan(160);
    expect(await rowsOutside(page, PHONE_ROW)).toEqual([]);
    await page.setViewportSize(DESK);
    expect(await rowsOutside(page, DESK_ROW)).toEqual([]);
  });
});

describe('an item', () => {
  it.each(['Spinach', 'Eggs', 'Mince', 'Salt'])('has a page under 900 pixels: %s', async (name) => {
    const page = await phone(window, name === 'Salt' ? kitchen.pantry : kitchen.fridge);
    await click(page, name);
    expect(await heightOf(page)).toBeLessThan(900);
  });

  it('gets another date with two taps and the date', async () => {
    const page = await phone(window, kitchen.fridge);
    await click(page, 'Cheddar');
    await page.getByRole('heading', { name: 'Correct' }).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('5 Jan 2199');
    await press(page, 'Save');
    expect(await banners(page)).toEqual([expect.stringContaining('5 Jan 2199')]);
  });

  it('has the field of its date under the fingers within the tap that opens it', async () => {
    const page = await phone(window, kitchen.fridge);
    await click(page, 'Butter');
    const correct = page.locator('details', { has: page.getByRole('heading', { name: 'Correct' }) });
    const focused = await correct.evaluate((details) => {
      details.querySelector('summary')?.click();
      return document.activeElement?.getAttribute('name');
    });
    expect(focused).toBe('best_before');
    expect(await correct.getAttribute('open')).not.toBeNull();
    await page.getByRole('heading', { name: 'Correct' }).click();
    expect(await correct.getAttribute('open')).toBeNull();
  });

  it('is moved with two taps', async () => {
    const page = await phone(window, kitchen.fridge);
    await click(page, 'Mustard');
    await page.getByRole('heading', { name: 'Move' }).click();
    await press(page, /^To Pantry$/);
    expect(await banners(page)).toEqual([expect.stringContaining('Mustard: in Pantry now')]);
  });
});

describe('what happened to a thing', () => {
  it('is told with one tap when it was eaten', async () => {
    const page = await phone(window, '/');
    await press(page, buttonOf('Ate', 'Cream'));
    expect(await banners(page)).toEqual(['Done: Cream: all eaten.']);
  });

  it.each([
    ['Ate half', 'Spinach', /150 g eaten, 150 g left/],
    ['Opened', 'Whole milk', /Whole milk: opened/],
    ['Threw away', 'Ham', /Ham: all thrown away/],
    ['Froze', 'Salmon', /Salmon: in Freezer now, frozen/],
  ])('is told with two taps: %s', async (what, name, said) => {
    const page = await phone(window, '/');
    await page.getByText(`More for ${name}`).click();
    await follow(page, moreOf(page, name, what));
    expect(await banners(page)).toEqual([expect.stringMatching(said)]);
  });

  it('leaves the page at the height where it was, with the message in view', async () => {
    const page = await phone(window, kitchen.freezer);
    const height = () =>
      page.getByRole('heading', { level: 1 }).evaluate((h1) => h1.getBoundingClientRect().top);
    // Not the last ones: the end of the page would move up.
    for (const button of [page.locator('.item-main').nth(5), page.locator('.item-main').nth(6)]) {
      await button.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
      const before = await height();
      await follow(page, button);
      expect(await height()).toBeCloseTo(before, 0);
      expect(await banners(page)).toEqual([expect.stringMatching(/^Done: .+ eaten/)]);
      expect(await page.locator('[data-flash]').evaluate(isInView)).toBe(true);
    }
  });

  it('lets the Tab key go on at the row beside it', async () => {
    const page = await phone(window, kitchen.freezer);
    await press(page, buttonOf('Ate', 'Stock'));
    await page.keyboard.press('Tab');
    const row = await page.locator(':focus').evaluate((element) => element.closest('.item')?.id);
    expect(row).toBe(new URL(page.url()).hash.slice(1));
  });

  it.each(['Ate', 'Ate half'])('leads without script to its row or the one beside it: %s', async (what) => {
    const page = await windowOf(browser, server, ada, { ...PHONE, javaScript: false });
    await page.goto(kitchen.pantry);
    if (what !== 'Ate') await page.getByText('More for Onions').click();
    const button =
      what === 'Ate'
        ? page.getByRole('button', { name: buttonOf(what, 'Onions') })
        : moreOf(page, 'Onions', what);
    await button.click();
    await page.locator('[data-flash]').waitFor();
    expect(await banners(page)).toEqual([expect.stringMatching(/^Done: Onions: /)]);
    expect(await page.locator('[data-flash]').evaluate(isInView)).toBe(true);
    expect(await page.locator('.item:target').evaluate(isInView)).toBe(true);
    if (what === 'Ate') await page.getByRole('button', { name: 'Undo' }).click();
  });
});

it('the way back takes less than a fifth of a row of history', async () => {
  const page = await phone(window, '/journal');
  const undo = page.locator('.past-action').getByRole('button').first();
  const { width = Number.NaN, height = Number.NaN } = (await undo.boundingBox()) ?? {};
  expect(width).toBeLessThan(PHONE.width / 5);
  expect(height).toBe(44);
});

describe('in a narrow window', () => {
  const ADDRESSES = [
    '/',
    'fridge',
    'an item',
    '/shopping',
    '/search?q=e',
    '/more',
    '/household',
    '/account',
    '/journal',
    '/foods',
  ];

  it.each(ADDRESSES)('no word breaks inside and nothing scrolls sideways: %s', async (address) => {
    const page = await phone(window, address.startsWith('/') ? address : kitchen.fridge);
    if (address === 'an item') await click(page, 'Eggs');
    await page.setViewportSize({ width: 320, height: 844 });
    expect(await page.evaluate(misplaced)).toEqual([]);
    expect(await page.evaluate(brokenWords)).toEqual([]);
  });

  // A page at 200% is laid out for half of the window.
  it.each([
    ['a desk', '/', DESK],
    ['a desk', 'fridge', DESK],
    ['a desk', 'an item', DESK],
    ['a phone', '/', PHONE],
    ['a phone', 'fridge', PHONE],
    ['a phone', 'an item', PHONE],
  ])('nor at twice the size on %s: %s', async (_which, address, { width, height }) => {
    const page = await phone(window, address === '/' ? '/' : kitchen.fridge);
    if (address === 'an item') await click(page, 'Eggs');
    await page.setViewportSize({ width: width / 2, height: height / 2 });
    expect(await page.evaluate(misplaced)).toEqual([]);
    expect(await page.evaluate(brokenWords)).toEqual([]);
  });
});

async function phone(whose: BrowserContext, address: string): Promise<Page> {
  const page = await tabIn(whose, server);
  await page.setViewportSize(PHONE);
  await page.goto(address);
  return page;
}

/** What a row's button is called, with the words that only a reader aloud has. */
function buttonOf(what: string, name: string): RegExp {
  return new RegExp(`^${what} ?: ${name}$`);
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}

/** The rows in view whose height is not between these two, with it. */
async function rowsOutside(page: Page, [least, most]: readonly [number, number]): Promise<string[]> {
  const rows = await page.locator('.item').evaluateAll((items) =>
    items
      .filter((item) => item.checkVisibility())
      .map((item) => ({
        name: item.querySelector('.item-name')?.textContent,
        height: item.getBoundingClientRect().height,
      })),
  );
  expect(rows.length).toBeGreaterThan(5);
  return rows
    .filter(({ height }) => height < least || height > most)
    .map(({ name, height }) => `${name}: ${height}`);
}
