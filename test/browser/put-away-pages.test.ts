import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { layoutProblemsOf, problemsOf } from './inspect.js';
import { newcomer, putAway, sharedWindow, tabIn, windowOf } from './kitchen.js';
import { heading, nameFoods, press, startPutAway } from './walk.js';

const LONG = 'Extraordinarily-long-name-without-any-break-Donaudampfschifffahrtsgesellschaft';
const WORDY = 'A long name of several words that has to wrap over a number of lines, surely';

const server = usingServer();
let browser: Browser;
let ada: Person;
let window: BrowserContext;

beforeAll(async () => {
  browser = await sharedBrowser();
  ada = await newcomer(server);
  const known = [LONG, WORDY, ...Array.from({ length: 8 }, (_, n) => `Food ${n + 1}`)];
  await putAway(
    ada.visitor,
    'Pantry',
    known.map((name) => ({ name })),
  );
  window = await sharedWindow(browser, server, ada);
});
afterAll(() => closeWindows(browser));

const PAGES: Record<string, (page: Page) => Promise<unknown>> = {
  'the start': (page) => page.goto('/put-away'),
  'the list of open entries': async (page) => {
    await toDetails(page, [LONG, WORDY, 'Eggs', 'Salt', 'Milk']);
    await page.goto('/put-away');
    await page.getByRole('heading', { name: 'Not finished yet' }).waitFor();
  },
  'an entry just discarded': async (page) => {
    await startPutAway(page, 'Fridge');
    await page.goto('/put-away');
    await page.getByRole('button', { name: 'Discard Nothing listed yet' }).first().click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  },
  'the first step': (page) => start(page),
  'the first step with a new place': async (page) => {
    await start(page);
    await page.getByRole('radio', { name: 'A new place' }).check();
  },
  'the first step with errors': async (page) => {
    await start(page);
    await page.getByRole('radio', { name: 'A new place' }).check();
    await press(page, 'Continue');
  },
  'the first step in conflict': async (page) => {
    await start(page);
    await meanwhile(page, { place_id: 'new', name: 'Cellar' });
    await page.getByRole('radio', { name: 'Fridge' }).first().check();
    await press(page, 'Continue');
    await page.getByRole('heading', { name: 'This was changed in another tab' }).waitFor();
  },
  'the second step': (page) => startPutAway(page, 'Fridge'),
  'the second step with errors': async (page) => {
    await startPutAway(page, 'Fridge');
    await nameFoods(page, ['x'.repeat(81)]);
  },
  'the second step in conflict': async (page) => {
    await startPutAway(page, 'Fridge');
    await meanwhile(page, { names: LONG });
    await nameFoods(page, ['Milk']);
    await page.getByRole('heading', { name: 'This was changed in another tab' }).waitFor();
  },
  'the third step': (page) => toDetails(page, [LONG, WORDY, 'Milk']),
  'the third step with errors': async (page) => {
    await toDetails(page, [LONG, WORDY, 'Milk']);
    await page.getByLabel(`Quantity of ${LONG}`).fill('a very large number');
    await page.getByLabel('Quantity of Milk').fill('');
    await press(page, 'Continue');
  },
  'the third step in conflict': async (page) => {
    await toDetails(page, [LONG, 'Milk']);
    await meanwhile(page, {});
    await page.getByLabel('Quantity of Milk').fill('3');
    await press(page, 'Continue');
    await page.getByRole('heading', { name: 'This was changed in another tab' }).waitFor();
  },
  'the review': async (page) => {
    await toDetails(page, [LONG, WORDY, 'Milk']);
    await page.getByLabel('Quantity of Milk').fill('999999.999');
    await page.getByLabel('Unit of Milk').fill('bottles of twenty ch');
    await press(page, 'Continue');
  },
  'the review of what was changed since': async (page) => {
    await toReview(page);
    await meanwhile(page, { unit_1: 'jar' }, 'details');
    await press(page, 'Put 1 item away');
    await page.getByRole('heading', { name: 'This was changed since you looked' }).waitFor();
  },
  'what was put away already': async (page) => {
    await toReview(page);
    const review = page.url();
    await press(page, 'Put 1 item away');
    await page.goto(review);
    expect(await heading(page)).toBe('These were put away already');
  },
  'what was typed into an entry put away already': async (page) => {
    await toDetails(page, [LONG]);
    const details = (await ada.visitor.get(page.url())).form(/\/details$/);
    await (await details.submit()).form(/\/commit$/).submit();
    await page.getByLabel('Unit').fill('jar');
    await press(page, 'Continue');
    expect(await heading(page)).toBe('These were put away already');
  },
};

describe('while putting away one can use, at any width, in light and in dark,', () => {
  it.each(Object.entries(PAGES))('%s', async (_name, open) => {
    const page = await tabIn(window, server);
    onTestFinished(discardAll);
    await open(page);
    expect(await problemsOf(page)).toEqual([]);
  });

  it('the third step with sixty lines', async () => {
    const page = await tabIn(window, server);
    onTestFinished(discardAll);
    const sixty = Array.from({ length: 60 }, (_, n) => `Jar ${n + 1}`);
    await toDetails(page, sixty);
    expect(await layoutProblemsOf(page)).toEqual([]);
  });

  it('the sign-in when the session ended while typing', async () => {
    const page = await windowOf(browser, server, ada, { reducedMotion: true });
    onTestFinished(discardAll);
    await toDetails(page, ['Milk']);
    await page.context().clearCookies();
    await press(page, 'Continue');
    expect(await heading(page)).toBe('Sign in');
    expect(await problemsOf(page)).toEqual([]);
  });
});

async function start(page: Page): Promise<void> {
  await page.goto('/put-away');
  await press(page, 'Put groceries away');
}

async function toDetails(page: Page, names: string[]): Promise<void> {
  await startPutAway(page, 'Fridge');
  await nameFoods(page, names);
}

async function toReview(page: Page): Promise<void> {
  await toDetails(page, [LONG]);
  await press(page, 'Continue');
}

/** Another tab sends the step that this one shows, or the step named. */
async function meanwhile(page: Page, fields: Record<string, string>, step?: string): Promise<void> {
  const address = step ? page.url().replace(/\w+$/, step) : page.url();
  const form = (await ada.visitor.get(address)).form(new RegExp(`/${address.split('/').at(-1)}$`));
  await form.fill(fields).submit();
}

/** Only ten entries may be open at once. */
async function discardAll(): Promise<void> {
  const list = await ada.visitor.get('/put-away');
  const discards = list.queryAll('form[action$="/discard"]').map((form) => form.getAttribute('action') ?? '');
  for (const action of discards) await ada.visitor.post(action);
}
