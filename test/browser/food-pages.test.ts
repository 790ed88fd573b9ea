import path from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { layoutProblemsOf, problemsOf } from './inspect.js';
import { day, newcomer, putAway, sharedWindow, tabIn, windowOf } from './kitchen.js';
import { click, follow, openMore, openToCorrect, press } from './walk.js';

const LONG = 'Extraordinarily-long-name-without-any-break-Donaudampfschifffahrtsgesellschaft';
const WORDY = 'A long name of several words that has to wrap over a number of lines, surely';

const server = usingServer();
let browser: Browser;
let ada: Person;
let fridge: string;
let window: BrowserContext;
let evesWindow: BrowserContext;

beforeAll(async () => {
  browser = await sharedBrowser();
  evesWindow = await sharedWindow(browser, server, await newcomer(server, { firstName: 'Eve' }));
  ada = await newcomer(server, { householdName: 'The long-named household of everybody at 14 Mill Lane' });
  fridge = await putAway(ada.visitor, 'Fridge', [
    { name: LONG, quantity: '999999.999', unit: 'bottles of twenty ch', best_before: day(400) },
    { name: WORDY, quantity: '1000000', unit: 'g', best_before: day(3) },
    { name: 'Yoghurt', quantity: '0.125', unit: 'kg', best_before: day(-5) },
    { name: 'Eggs', quantity: '10', best_before: day(9) },
    { name: 'Salt' },
  ]);
  const form = (await ada.visitor.get('/places/new')).form('/places');
  await form.fill({ name: LONG.slice(0, 60), kind: 'other' }).submit();
  window = await sharedWindow(browser, server, ada);
});
afterAll(() => closeWindows(browser));

const FULL: Record<string, (page: Page) => Promise<unknown>> = {
  home: (page) => page.goto('/'),
  'home, with a banner to undo': async (page) => {
    await page.goto('/');
    await page.getByText('Later', { exact: false }).first().click();
    await press(page, /^Ate ?: Salt$/);
  },
  'a place': (page) => page.goto(fridge),
  'a place, with errors': async (page) => {
    await page.goto(fridge);
    await openMore(page);
    await page.getByLabel('Amount').fill('lots');
    await follow(page, page.getByRole('main').getByRole('button', { name: 'Add', exact: true }));
  },
  'the form of a place': (page) => page.goto(`${fridge}/edit`),
  'the form of a place, with errors': async (page) => {
    await page.goto(`${fridge}/edit`);
    await page.getByLabel('Name').fill('');
    await press(page, 'Save');
  },
  'the question whether to delete a place': async (page) => {
    await page.goto(`${fridge}/edit`);
    await page.getByRole('button', { name: /^Delete Fridge/ }).click();
    await page.getByRole('dialog').waitFor();
  },
  'the form of a new place': (page) => page.goto('/places/new'),
  'the form of an item': async (page) => {
    await page.goto('/');
    await click(page, WORDY);
    await openToCorrect(page);
  },
  'the form of an item, with errors': async (page) => {
    await page.goto(fridge);
    await click(page, 'Eggs');
    await openToCorrect(page);
    await page.getByLabel('Amount').fill('0');
    await press(page, 'Save');
  },
  'an item that was changed meanwhile': async (page) => {
    await page.goto(fridge);
    await click(page, 'Eggs');
    const elsewhere = (await ada.visitor.get(page.url())).form(/^\/items\/\d+$/);
    await elsewhere.fill({ quantity: '9' }).submit();
    await openToCorrect(page);
    await page.getByLabel('Amount').fill('8');
    await press(page, 'Save');
    await page.getByRole('heading', { name: 'Eggs was changed meanwhile' }).waitFor();
  },
  'a place as it was on a day': (page) => page.goto(`${fridge}/on/${day(0)}`),
  'a place on a day before it was there': (page) => page.goto(`${fridge}/on/${day(-9)}`),
  'a place on a day that is to come': (page) => page.goto(`${fridge}/on/${day(9)}`),
  'a place on no day': (page) => page.goto(`${fridge}/on?day=`),
  'the foods': (page) => page.goto('/foods'),
  'the foods, filtered': (page) => page.goto('/foods?q=long'),
  'a food, with the name of another': async (page) => {
    await page.goto('/foods');
    await click(page, /^Extraordinarily/);
    await page.getByLabel('Name', { exact: true }).fill(WORDY);
    await press(page, 'Save');
    await page.getByRole('button', { name: /^Merge Extra/ }).waitFor();
  },
  'a food that was changed meanwhile': async (page) => {
    await page.goto('/foods');
    await click(page, /^Eggs/);
    const elsewhere = (await ada.visitor.get(page.url())).form(/^\/foods\/\d+$/);
    await elsewhere.fill({ name: 'Hen’s eggs' }).submit();
    await page.getByLabel('Name', { exact: true }).fill('Duck eggs');
    await press(page, 'Save');
    await page.getByRole('heading', { name: 'Hen’s eggs was changed meanwhile' }).waitFor();
  },
  'where to look for things': (page) => page.goto('/search'),
  'what was found': (page) => page.goto('/search?q=e'),
  'what was nearly found': (page) => page.goto('/search?q=yohgurt'),
  'what was not found': (page) => page.goto('/search?q=dragon'),
  'what is too long to be looked for': (page) => page.goto(`/search?q=${LONG}${LONG}`),
  'what is not there': (page) => page.goto('/places/999999'),
};

const EMPTY: Record<string, (page: Page) => Promise<unknown>> = {
  home: (page) => page.goto('/'),
  'a place': async (page) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Fridge' }).click();
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
  },
};

const NEW: Record<string, (page: Page) => Promise<unknown>> = {
  'setting it up': (page) => page.goto('/welcome'),
  'setting it up, with errors': async (page) => {
    await page.goto('/welcome');
    await page.getByLabel('What is it called?').fill('');
    for (const place of await page.getByRole('checkbox').all()) await place.uncheck();
    await press(page, 'Next');
  },
};

describe('with food in it, a household can use, at any width, in light and in dark,', () => {
  it.each(Object.entries(FULL))('%s', async (_name, open) => {
    const page = await tabIn(window, server);
    await open(page);
    expect(await problemsOf(page)).toEqual([]);
  });

  it('a list of sixty items', async () => {
    const sixty = Array.from({ length: 60 }, (_, n) => ({ name: `Jar ${n + 1}`, quantity: `${n + 1}` }));
    const grace = await newcomer(server);
    const pantry = await putAway(grace.visitor, 'Pantry', sixty);
    const page = await windowOf(browser, server, grace, { reducedMotion: true });
    await page.goto(pantry);
    expect(await layoutProblemsOf(page)).toEqual([]);
  });

  it('what it gets when the server fails, with what was sent still there', async () => {
    const page = await tabIn(window, server);
    await page.goto(fridge);
    await openMore(page);
    await page.getByLabel('Food', { exact: true }).fill('Radishes');
    server.expectError(/no such table/);
    const add = page.getByRole('main').getByRole('button', { name: 'Add', exact: true });
    await withoutItems(() => follow(page, add));
    expect(await problemsOf(page)).toEqual([]);
    await press(page, 'Send it again');
    await page.getByRole('link', { name: 'Radishes', exact: true }).waitFor();
  });
});

describe('without any food, a household can use, at any width, in light and in dark,', () => {
  it.each(Object.entries(EMPTY))('%s', async (_name, open) => {
    const page = await tabIn(evesWindow, server);
    await open(page);
    expect(await problemsOf(page)).toEqual([]);
  });

  it.each(Object.entries(NEW))('%s', async (_name, open) => {
    const page = await windowOf(browser, server, await newcomer(server), { reducedMotion: true });
    await open(page);
    expect(await problemsOf(page)).toEqual([]);
  });
});

/** Breaks the server's data for as long as the work takes. */
async function withoutItems(work: () => Promise<void>): Promise<void> {
  const database = new Database(path.join(server.dataDir, 'larder.sqlite'));
  database.exec('ALTER TABLE items RENAME TO items_away');
  try {
    await work();
  } finally {
    database.exec('ALTER TABLE items_away RENAME TO items');
    database.close();
  }
}
