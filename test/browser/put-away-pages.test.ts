import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { layoutProblemsOf, problemsOf } from './inspect.js';
import { newcomer, putAway, sharedWindow, tabIn, windowOf } from './kitchen.js';
import { heading, nameFoods, openLine, press, toLines } from './walk.js';

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

const PUT_ONE = 'Put 1 away';

const PAGES: Record<string, (page: Page) => Promise<unknown>> = {
  'the box': (page) => page.goto('/put-away'),
  'the box with the foods of before': async (page) => {
    await page.goto('/put-away');
    await page.getByText('Foods you had before').first().click();
  },
  'the box with errors': (page) => toLines(page, ['x'.repeat(81)]),
  'the box with ten entries open': async (page) => {
    for (let n = 0; n < 10; n += 1) await ada.visitor.post('/put-away', { names: `${LONG}\nFood ${n}` });
    await toLines(page, ['Milk']);
    await page.getByRole('heading', { name: 'Discard one, and go on' }).waitFor();
  },
  'the list of open entries': async (page) => {
    await toLines(page, [LONG, WORDY, 'Eggs', 'Salt', 'Milk']);
    await page.goto('/put-away');
    await page.getByRole('heading', { name: 'Not finished yet' }).waitFor();
  },
  'an entry just discarded': async (page) => {
    await toLines(page, ['Milk']);
    await press(page, 'Discard');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  },
  'the lines': (page) => toLines(page, [LONG, WORDY, 'Milk']),
  'the lines, opened': async (page) => {
    await toLines(page, [LONG, WORDY, 'Milk']);
    for (const line of await page.locator('.put-line > summary').all()) await line.click();
    await page.getByText('A new place').click();
  },
  'the lines with errors': async (page) => {
    await toLines(page, [LONG, WORDY, 'Milk']);
    await openLine(page, LONG);
    await page.getByLabel(`Amount of ${LONG}`).fill('a very large number');
    await openLine(page, 'Milk');
    await page.getByLabel('Amount of Milk').fill('');
    await page.getByLabel('Date of Milk').fill('some day');
    await press(page, 'Put 3 away');
  },
  'the lines with long amounts, and one that is skipped': async (page) => {
    await toLines(page, [LONG, WORDY, 'Milk']);
    for (const line of await page.locator('.put-line > summary').all()) await line.click();
    await page.getByLabel(`Amount of ${LONG}`).fill('999999.999 bottles of twenty ch');
    await page.getByLabel(`Skip ${WORDY}`).check();
    await page.getByLabel('Use by instead of best before, for Milk').check();
    await page.getByLabel('Date of Milk').fill('5 may 2031');
    await page.getByRole('button', { name: 'Done with Milk' }).click();
    await page.getByText('use by 5 May 2031').waitFor();
  },
  'the lines in conflict': async (page) => {
    await toLines(page, [LONG, 'Milk']);
    await meanwhile(page, { best_before_1: '2031-05-05' });
    await openLine(page, 'Milk');
    await page.getByLabel('Amount of Milk').fill('3');
    await press(page, 'Put 2 away');
    await page.getByRole('heading', { name: 'This was changed in another tab' }).waitFor();
  },
  'the list of an entry': async (page) => {
    await toLines(page, [LONG, 'Milk']);
    await press(page, 'Add more');
  },
  'the list of an entry in conflict': async (page) => {
    await toLines(page, ['Milk']);
    await press(page, 'Add more');
    await meanwhile(page, { names: LONG });
    await nameFoods(page, ['Butter']);
    await page.getByRole('heading', { name: 'This was changed in another tab' }).waitFor();
  },
  'what was put away already': async (page) => {
    await toLines(page, [LONG]);
    const lines = page.url();
    await press(page, PUT_ONE);
    await page.goto(lines);
    expect(await heading(page)).toBe('These were put away already');
  },
  'what was typed into an entry put away already': async (page) => {
    await toLines(page, [LONG]);
    await (await ada.visitor.get(page.url())).form(/\/details$/).submit(/^Put/);
    await openLine(page, LONG);
    await page.getByLabel(`Amount of ${LONG}`).fill('3 jars');
    await press(page, PUT_ONE);
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

  it('the lines of two hundred things', async () => {
    const page = await tabIn(window, server);
    onTestFinished(discardAll);
    await toLines(
      page,
      Array.from({ length: 200 }, (_, n) => `Jar ${n + 1}`),
    );
    expect(await layoutProblemsOf(page)).toEqual([]);
  });

  it('the sign-in when the session ended while typing', async () => {
    const page = await windowOf(browser, server, ada, { reducedMotion: true });
    onTestFinished(discardAll);
    await toLines(page, ['Milk']);
    await page.context().clearCookies();
    await press(page, PUT_ONE);
    expect(await heading(page)).toBe('Sign in');
    expect(await problemsOf(page)).toEqual([]);
  });
});

/** Another tab sends the page that this one shows. */
async function meanwhile(page: Page, fields: Record<string, string>): Promise<void> {
  const { pathname } = new URL(page.url());
  const form = (await ada.visitor.get(pathname)).form(new RegExp(`/${pathname.split('/').at(-1)}$`));
  await form.fill(fields).submit();
}

/** Only ten entries may be open at once. */
async function discardAll(): Promise<void> {
  const list = await ada.visitor.get('/put-away');
  const discards = list.queryAll('form[action$="/discard"]').map((form) => form.getAttribute('action') ?? '');
  for (const action of discards) await ada.visitor.post(action);
}
