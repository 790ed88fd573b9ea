import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import { usingServer } from '../support/using-server.js';
import { problemsOf } from './inspect.js';
import { day, newcomer, putAway, sharedWindow, tabIn, windowOf } from './kitchen.js';
import { click, heading, openMore, press } from './walk.js';

const server = usingServer();
let browser: Browser;
let window: BrowserContext;
let fridge: string;

beforeAll(async () => {
  browser = await sharedBrowser();
  const ada = await newcomer(server);
  fridge = await putAway(ada.visitor, 'Fridge', [
    { name: 'Yoghurt', quantity: '4', best_before: day(30) },
    { name: 'Spinach' },
    { name: 'A jar of something whose name takes more than a line of a phone' },
  ]);
  window = await sharedWindow(browser, server, ada);
});
afterAll(() => closeWindows(browser));

async function lookThrough(page: Page): Promise<void> {
  await page.goto(fridge);
  await openMore(page);
  await press(page, 'Take stock of Fridge');
  expect(await heading(page)).toBe('What is there?');
}

async function sayTheRest(page: Page): Promise<void> {
  await lookThrough(page);
  await page.getByRole('checkbox', { name: 'Spinach' }).check();
  await press(page, 'Next');
  expect(await heading(page)).toBe('And the rest?');
}

const PAGES: Record<string, (page: Page) => Promise<unknown>> = {
  'a place where more of an item is open': async (page) => {
    await page.goto(fridge);
    await page.getByText('More for Yoghurt').click();
    await page.getByRole('button', { name: /^Ate (all|half)/ }).waitFor();
  },
  'an item that is gone': async (page) => {
    await page.goto(fridge);
    await click(page, 'Spinach');
    const item = page.url();
    await press(page, 'Ate');
    await page.goto(item);
    expect(await heading(page)).toBe('Spinach is no longer there');
    expect(await problemsOf(page)).toEqual([]);
    await press(page, 'Bring Spinach back');
  },
  'an item that was opened': async (page) => {
    await page.goto(fridge);
    await click(page, 'Yoghurt');
    await press(page, 'Opened');
    await click(page, 'Yoghurt');
  },
  'an item, with a wrong amount': async (page) => {
    await page.goto(fridge);
    await click(page, 'Yoghurt');
    await page.getByRole('heading', { name: 'Another amount or day' }).click();
    await page.getByLabel('How much').fill('lots');
    await press(page, 'Ate that');
    expect(await page.title()).toMatch(/^Error: /);
  },
  'an item whose date is estimated': async (page) => {
    await page.goto(fridge);
    await click(page, 'Spinach');
    expect(await page.getByRole('button', { name: 'No date' }).count()).toBe(1);
  },
  'where an estimate comes from': async (page) => {
    await page.goto(fridge);
    await page.locator('a[href^="/shelf-life/"]').first().click();
    await page.waitForURL(/\/shelf-life\//);
  },
  'the history': (page) => page.goto('/journal'),
  'the history with a banner that can be undone': async (page) => {
    await page.goto('/journal');
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.locator('[data-flash]').waitFor();
  },
  'the start of a stock-take': (page) => page.goto('/stock-take'),
  'a stock-take: the place': async (page) => {
    await page.goto('/stock-take');
    await press(page, 'Begin');
  },
  'a stock-take: what is there': lookThrough,
  'a stock-take: the rest': sayTheRest,
  'a stock-take: the rest, with errors': async (page) => {
    await sayTheRest(page);
    await press(page, 'Next');
    expect(await page.title()).toMatch(/^Error: /);
  },
  'a stock-take: its review, and what it says when it is sent again': async (page) => {
    await sayTheRest(page);
    for (const choice of await page.getByRole('combobox').all()) await choice.selectOption('eaten');
    await press(page, 'Next');
    expect(await problemsOf(page)).toEqual([]);
    const review = page.url();
    await press(page, 'Put it right');
    await page.goto(review);
    expect(await heading(page)).toBe('That stock-take is done already');
  },
};

it.each(Object.entries(PAGES))('can be used at any width, in light and in dark: %s', async (_name, open) => {
  const page = await tabIn(window, server);
  await open(page);
  expect(await problemsOf(page)).toEqual([]);
});

it('what was typed in a stock-take is there again after it was left by a tab', async () => {
  const olive = await newcomer(server);
  const place = await putAway(olive.visitor, 'Fridge', [{ name: 'Yoghurt' }]);
  const page = await windowOf(browser, server, olive);
  await page.goto(place);
  await openMore(page);
  await press(page, 'Take stock of Fridge');
  const shelf = page.url();
  await page.getByLabel('Yoghurt').check();
  await page.getByLabel('Here, but not listed').fill('half a lemon');
  await click(page, 'Shopping');
  await expect
    .poll(async () => {
      await page.goto(shelf);
      return page.getByLabel('Here, but not listed').inputValue();
    })
    .toBe('half a lemon');
  expect(await page.getByLabel('Yoghurt').isChecked()).toBe(true);
});
