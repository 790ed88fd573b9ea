import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { add, tickForm } from '../shopping/kitchen.js';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import { goOverTo, inTwoHouseholds } from '../support/households.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { problemsOf } from './inspect.js';
import { newcomer, sharedWindow, watchPosts, windowOf } from './kitchen.js';
import { click, heading, press } from './walk.js';

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
  page.getByRole('list', { name: list }).locator('.tick-name').allInnerTexts();

/** From an empty list to the table of what was bought. */
const PAGES: Record<string, (page: Page) => Promise<unknown>> = {
  'with nothing on it': (page) => page.goto('/shopping'),
  'with long names, bought and to buy': async (page) => {
    await write(page, `999999.999 g ${LONG}`, 'Milk', `2 ${LONG.slice(3)}`, 'Rice');
    await page.getByRole('button', { name: 'Tick Rice' }).click();
    await page.getByRole('button', { name: 'Untick Rice' }).waitFor();
  },
  'with errors': async (page) => {
    await page.goto('/shopping');
    await press(page, 'Add');
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
    await press(page, 'Put them away');
    expect(await heading(page)).toBe('Put away');
  },
};

async function write(page: Page, ...lines: string[]): Promise<void> {
  await page.goto('/shopping');
  await page.getByLabel('What do you need?').fill(lines.join('\n'));
  await press(page, 'Add');
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
    await page.getByLabel('What do you need?').fill('Half a thought');
    await page.getByRole('button', { name: 'Tick Milk' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Untick Milk' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tick Eggs');
    expect([await names(page, 'To buy'), await names(page, 'Bought')]).toEqual([['Eggs', 'Bread'], ['Milk']]);
    expect(await page.getByLabel('What do you need?').inputValue()).toBe('Half a thought');
  });

  it('is ticked without any script', async () => {
    const page = await withList({ javaScript: false });
    await press(page, 'Tick Milk');
    expect([await names(page, 'To buy'), await names(page, 'Bought')]).toEqual([['Eggs', 'Bread'], ['Milk']]);
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
    expect(await names(page, 'To buy')).toEqual(['Milk', 'Eggs', 'Bread']);
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

  it('shows what another phone ticked once it is looked at again', async () => {
    const page = await withList();
    const other = await ada.visitor.get('/shopping');
    await tickForm(other, 'Milk').submit();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('button', { name: 'Untick Milk' }).waitFor();
  });

  it('stays its household’s when another tab has gone over to another household', async () => {
    ({ ada } = await inTwoHouseholds(() => server.visitor()));
    await add(ada.visitor, 'Milk');
    const page = await windowOf(browser, server, ada, { width: 390, height: 844 });
    await page.goto('/shopping');
    await goOverTo(ada.visitor, 'Allotment');
    const asked = page.waitForResponse('**/shopping');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await (await asked).finished();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await names(page, 'To buy')).toEqual(['Milk']);
    expect(await page.locator('.household-name').innerText()).toContain('14 Mill Lane');
  });

  it('is a list to tick by hand on paper', async () => {
    const page = await withList();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tick-name').allInnerTexts()).toEqual(['Milk', 'Eggs', 'Bread']);
    expect(await page.getByLabel('What do you need?').isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Edit Milk' }).isVisible()).toBe(false);
  });
});
