import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { add, tickForm } from '../shopping/kitchen.js';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { problemsOf } from './inspect.js';
import { newcomer, sharedWindow, watchPosts, windowOf } from './kitchen.js';
import { click, heading, logIn, press } from './walk.js';

const LONG = 'Extraordinarily-long-name-without-any-break-Donaudampfschifffahrtsgesellschaft';

const server = usingServer();
let browser: Browser;
let ada: Person;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => closeWindows(browser));

/** Somebody new with milk and eggs to buy, on a phone. */
async function withList(options: { javaScript?: boolean } = {}): Promise<Page> {
  ada = await newcomer(server);
  await add(ada.visitor, 'Milk', 'Eggs', 'Bread');
  const page = await windowOf(browser, server, ada, { width: 390, height: 844, ...options });
  await page.goto('/shopping');
  return page;
}

const names = (page: Page, list: 'To buy' | 'Bought') =>
  page.locator(list === 'Bought' ? '.tick-untick .tick-name' : '.tick-tick .tick-name').allInnerTexts();

const field = (page: Page) => page.getByLabel('Add to the list');
const ADD = 'Add this food';

/** From an empty list to the table of what was bought. */
const PAGES: Record<string, (page: Page) => Promise<unknown>> = {
  'with nothing on it': (page) => page.goto('/shopping'),
  'with long names, bought and to buy': async (page) => {
    await write(page, `999999.999 g ${LONG}`, 'Milk', `2 ${LONG.slice(3)}`, 'Rice');
    const isTold = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await Promise.all([isTold, page.getByRole('button', { name: 'Tick Rice' }).click()]);
    // What the tick changes is drawn once more a moment later, perhaps while it is looked at.
    await page.goto('/shopping');
  },
  'the order of the aisles': (page) => page.goto('/shopping/aisles'),
  'with errors': async (page) => {
    await page.goto('/shopping');
    await press(page, ADD);
  },
  'the form of a line, with errors': async (page) => {
    await write(page, 'Milk');
    await click(page, 'Edit Milk');
    await page.getByLabel('Unit').fill('l');
    await press(page, 'Save');
  },
  'the table of what was bought': async (page) => {
    await write(page, LONG, 'Rice');
    for (const name of [LONG, 'Rice']) {
      await page.getByRole('button', { name: `Tick ${name}` }).click();
      await page.getByRole('button', { name: `Untick ${name}` }).waitFor();
    }
    await press(page, 'Put 2 away');
    expect(await heading(page)).toBe('Put away');
  },
};

async function write(page: Page, ...lines: string[]): Promise<void> {
  await page.goto('/shopping');
  await field(page).fill(lines.join('\n'));
  await page.getByRole('button', { name: ADD }).click();
  await page.locator('[data-flash]').getByText('Added').waitFor();
}

describe('the shopping list', () => {
  it.each(Object.entries(PAGES))(
    'can be used at any width, in light and in dark: %s',
    async (_name, open) => {
      const page = await windowOf(browser, server, await newcomer(server), { reducedMotion: true });
      await open(page);
      expect(await problemsOf(page)).toEqual([]);
    },
  );

  it('is ticked without waiting for the page, and goes on at the next line', async () => {
    const page = await withList();
    await field(page).fill('Half a thought');
    await page.getByRole('button', { name: 'Tick Milk' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Untick Milk' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tick Eggs');
    expect([await names(page, 'To buy'), await names(page, 'Bought')]).toEqual([['Bread', 'Eggs'], ['Milk']]);
    expect(await field(page).inputValue()).toBe('Half a thought');
  });

  it('takes one thing after the other: type, Enter, and the cursor is in the field still', async () => {
    const page = await withList();
    const posts = watchPosts(server, /^\/shopping$/);
    await field(page).focus();
    await page.keyboard.type('2 l juice\n');
    await page.keyboard.type('salt, sugar\n');
    await page.getByRole('button', { name: 'Tick Sugar' }).waitFor();
    await page.getByRole('button', { name: 'Tick Juice 2 l' }).waitFor();
    expect([await names(page, 'To buy'), await field(page).inputValue(), await posts()]).toEqual([
      ['Bread', 'Milk', 'Eggs', 'Salt', 'Sugar', 'Juice'],
      '',
      2,
    ]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('names');
  });

  it('takes what is pasted, line by line', async () => {
    const page = await withList();
    await field(page).focus();
    await page.keyboard.insertText('rice\nsoap');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tick Soap' }).waitFor();
    expect(await names(page, 'To buy')).toEqual(['Bread', 'Milk', 'Eggs', 'Rice', 'Soap']);
  });

  it('gives back into the field what there was no connection for', async () => {
    await withList();
    // A window that nobody watches: a lost connection is told on the console too.
    const page = await (await sharedWindow(browser, server, ada)).newPage();
    await page.goto('/shopping');
    await page.route('**/shopping', (route) => route.abort());
    await field(page).fill('rice');
    await page.keyboard.press('Enter');
    await page.getByText('No connection').waitFor();
    expect(await field(page).inputValue()).toBe('rice');
    await page.unroute('**/shopping');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tick Rice' }).waitFor();
    await page.context().close();
  });

  it('says what is wrong with a line, and keeps it', async () => {
    await withList();
    const page = await (await sharedWindow(browser, server, ada)).newPage();
    await page.goto('/shopping');
    await field(page).fill('x'.repeat(81));
    await page.keyboard.press('Enter');
    await page.locator('[data-error-summary]').getByText('Shorten the name').waitFor();
    expect(await field(page).inputValue()).toBe('x'.repeat(81));
    await page.context().close();
  });

  it('keeps what was typed when it was signed out meanwhile', async () => {
    await withList();
    const page = await (await sharedWindow(browser, server, ada)).newPage();
    await page.goto('/shopping');
    await page.context().clearCookies();
    await field(page).fill('rice');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await logIn(page, ada.username, ada.password);
    expect(await field(page).inputValue()).toBe('rice');
    await page.context().close();
  });

  it('is added to without any script, with Enter for another line', async () => {
    const page = await withList({ javaScript: false });
    await field(page).fill('rice\nsoap');
    await press(page, ADD);
    expect(await names(page, 'To buy')).toEqual(['Bread', 'Milk', 'Eggs', 'Rice', 'Soap']);
  });

  it('is ticked without any script', async () => {
    const page = await withList({ javaScript: false });
    await press(page, 'Tick Milk');
    expect([await names(page, 'To buy'), await names(page, 'Bought')]).toEqual([['Bread', 'Eggs'], ['Milk']]);
  });

  it('keeps ticks while there is no connection, even over a reload, and sends each once', async () => {
    await withList();
    const posts = watchPosts(server, /\/tick$/);
    // A window that nobody watches: a lost connection is told on the console too.
    const page = await (await sharedWindow(browser, server, ada)).newPage();
    await page.goto('/shopping');
    await page.route('**/tick', (route) => route.abort());
    await page.getByRole('button', { name: 'Tick Milk' }).click();
    await page.getByRole('button', { name: 'Tick Eggs' }).click();
    await page.getByText('No connection').waitFor();
    await page.reload();
    await page.getByText('No connection').waitFor();
    expect(await names(page, 'To buy')).toEqual(['Bread', 'Milk', 'Eggs']);
    await page.unroute('**/tick');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByRole('button', { name: 'Untick Eggs' }).waitFor();
    expect([await names(page, 'Bought'), await posts()]).toEqual([['Milk', 'Eggs'], 2]);
    expect(await page.getByText('No connection').count()).toBe(0);
    await page.context().close();
  });

  it('keeps a tick over a sign-in that it finds to be needed', async () => {
    const page = await withList();
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Tick Milk' }).click();
    await page.waitForURL(/\/login/);
    await page.context().addCookies(cookies);
    await page.goto('/shopping');
    await page.getByRole('button', { name: 'Untick Milk' }).waitFor();
  });

  it('shows what another phone ticked', async () => {
    const page = await withList();
    const other = await ada.visitor.get('/shopping');
    await tickForm(other, 'Milk').submit();
    await page.getByRole('button', { name: 'Untick Milk' }).waitFor();
  });

  it('is a list to tick by hand on paper', async () => {
    const page = await withList();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tick-name').allInnerTexts()).toEqual(['Bread', 'Milk', 'Eggs']);
    expect(await field(page).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Edit Milk' }).isVisible()).toBe(false);
  });
});
