import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { add, keep, tap } from '../shopping/kitchen.js';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import { goOverTo, inTwoHouseholds, invite, joinBy } from '../support/households.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { day, newcomer, putAway, windowOf } from './kitchen.js';

const server = usingServer();
let browser: Browser;
let ada: Person;
let maya: Person;
let fridge: string;
beforeAll(async () => {
  browser = await sharedBrowser();
});
beforeEach(async () => {
  ada = await newcomer(server, { firstName: 'Ada' });
  maya = await newcomer(server, { firstName: 'Maya' });
  await joinBy(maya, await invite(ada));
  fridge = await putAway(ada.visitor, 'Fridge', [
    { name: 'Milk', best_before: day(0) },
    { name: 'Ham', best_before: day(0) },
    { name: 'Leeks', best_before: day(1) },
  ]);
});
afterAll(() => closeWindows(browser));

async function adaLooksAt(path: string): Promise<Page> {
  const page = await windowOf(browser, server, ada, { width: 390, height: 844 });
  await page.goto(path);
  // A page that was loaded anew would have lost it.
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  return page;
}

const isSamePage = (page: Page) => page.evaluate(() => 'isSamePage' in globalThis);
const row = (page: Page, name: string) => page.locator('.item', { hasText: name });

/** Another member eats it, on their own phone. */
async function mayaEats(name: string): Promise<void> {
  const home = await maya.visitor.get('/');
  await home.press(`Ate: ${name}`);
}

describe('What another member does is seen without reloading', () => {
  it('on home: what was eaten leaves, what was added comes, and its place counts it', async () => {
    const page = await adaLooksAt('/');
    await mayaEats('Milk');
    await row(page, 'Milk').waitFor({ state: 'detached' });
    await keep(maya.visitor, 'Fridge', 'Raspberries');
    await row(page, 'Raspberries').waitFor({ state: 'attached' });
    await page.locator('.place-link', { hasText: 'Fridge' }).filter({ hasText: '3' }).waitFor();
    expect(await isSamePage(page)).toBe(true);
  });

  it('on a place', async () => {
    const page = await adaLooksAt(fridge);
    await mayaEats('Ham');
    await row(page, 'Ham').waitFor({ state: 'detached' });
    expect(await isSamePage(page)).toBe(true);
  });

  it('on the shopping list: written down, and ticked', async () => {
    const page = await adaLooksAt('/shopping');
    await add(maya.visitor, 'Batteries');
    await page.getByRole('button', { name: 'Tick Batteries' }).waitFor();
    await tap(maya.visitor, 'Batteries');
    await page.getByRole('button', { name: 'Untick Batteries' }).waitFor();
    expect(await isSamePage(page)).toBe(true);
  });

  it('and what was fetched works: its buttons do what they say', async () => {
    const page = await adaLooksAt('/');
    await mayaEats('Milk');
    await row(page, 'Milk').waitFor({ state: 'detached' });
    await row(page, 'Ham').getByRole('button', { name: /^Ate/ }).click();
    await page
      .getByText(/ate the Ham|Ham/)
      .first()
      .waitFor();
    await expect.poll(() => row(page, 'Ham').count()).toBe(0);
  });
});

describe('Whoever is busy on the page is not disturbed', () => {
  it('what is open stays open, and what has the focus keeps it', async () => {
    const page = await adaLooksAt('/');
    const more = row(page, 'Leeks').locator('summary');
    await more.focus();
    await page.keyboard.press('Enter');
    await mayaEats('Milk');
    await row(page, 'Milk').waitFor({ state: 'detached' });
    expect(await row(page, 'Leeks').locator('details').getAttribute('open')).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('More for Leeks');
  });

  it('what is looked at stays at its height when something above it goes', async () => {
    for (let n = 0; n < 12; n += 1) await keep(maya.visitor, 'Fridge', `Jar ${n}`);
    const page = await adaLooksAt(fridge);
    await row(page, 'Leeks').evaluate((element: HTMLElement) => window.scrollTo(0, element.offsetTop - 20));
    const before = await row(page, 'Leeks').boundingBox();
    await mayaEats('Milk');
    await row(page, 'Milk').waitFor({ state: 'detached' });
    const after = await row(page, 'Leeks').boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
  });

  it('nor when a line above it is ticked, and goes to the end', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `Thing ${n}`);
    await add(maya.visitor, ...names);
    const page = await adaLooksAt('/shopping');
    await page.evaluate(() => window.scrollTo(0, 300));
    const [first, next] = await page
      .locator('.line')
      .evaluateAll((lines) =>
        lines
          .filter((line) => line.getBoundingClientRect().top >= 0)
          .map(({ id, textContent }) => ({ id, name: /Thing \d+/.exec(textContent ?? '')?.[0] ?? '' })),
      );
    const topOf = async () => (await page.locator(`#${next?.id}`).boundingBox())?.y ?? 0;
    const before = await topOf();
    await tap(maya.visitor, first?.name ?? '');
    await page.locator(`#${first?.id} .tick-untick`).waitFor();
    expect(Math.abs((await topOf()) - before)).toBeLessThan(2);
  });

  it('nothing moves under a finger that is down', async () => {
    const page = await adaLooksAt('/');
    const ham = await row(page, 'Ham').locator('.item-what').boundingBox();
    await page.mouse.move((ham?.x ?? 0) + 5, (ham?.y ?? 0) + 5);
    await page.mouse.down();
    const fetched = page.waitForResponse((answer) => answer.request().headers()['larder-part'] !== undefined);
    await mayaEats('Milk');
    await (await fetched).finished();
    expect(await row(page, 'Milk').count()).toBe(1);
    await page.mouse.up();
    await row(page, 'Milk').waitFor({ state: 'detached' });
  });
});

describe('The connection', () => {
  it('is closed while the page is hidden, and what came meanwhile is seen on coming back', async () => {
    const page = await windowOf(browser, server, ada, { width: 390, height: 844 });
    const opened = page.waitForRequest(/\/changes/);
    await page.goto('/');
    await opened;
    const asked: string[] = [];
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname;
      if (['/', '/changes'].includes(path)) asked.push(path);
    });
    const isHidden = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await isHidden(true);
    await mayaEats('Milk');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect([asked, await row(page, 'Milk').count()]).toEqual([[], 1]);
    await isHidden(false);
    await row(page, 'Milk').waitFor({ state: 'detached' });
    expect(asked.filter((path) => path === '/changes')).toHaveLength(1);
  });

  it('is one for a page, and none for a page without such parts', async () => {
    const page = await adaLooksAt('/more');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/account');
    expect(asked).not.toContain('/changes');
    await page.goto('/');
    await keep(maya.visitor, 'Fridge', 'Raspberries');
    await row(page, 'Raspberries').waitFor({ state: 'attached' });
    expect(asked.filter((path) => path === '/changes')).toHaveLength(1);
  });

  it.each(['/', '/shopping'])(
    'leads nothing of another household onto %s, drawn before another tab went over to it',
    async (path) => {
      const both = await inTwoHouseholds(() => server.visitor());
      ada = both.ada;
      const link = await invite(ada);
      await keep(ada.visitor, 'Fridge', 'Mill milk');
      await add(ada.visitor, 'Mill bread');
      await keep(both.olive.visitor, 'Fridge', 'Plot plums');
      await add(both.olive.visitor, 'Plot peas');
      const page = await adaLooksAt(path);
      await goOverTo(ada.visitor, 'Allotment');
      const answered = page.waitForResponse((answer) => answer.status() === 204);
      await joinBy(maya, link);
      await answered;
      await page.evaluate(() => new Promise(requestAnimationFrame));
      const shown = await page.getByRole('main').innerText();
      expect(shown).toMatch(/Mill (milk|bread)/);
      expect(shown).not.toContain('Plot');
    },
  );
});

it('On a slow line a tap shows at once that it was taken', async () => {
  const page = await adaLooksAt('/');
  await page.route('**/eaten*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  const button = row(page, 'Ham').getByRole('button', { name: /^Ate/ });
  const look = await button.evaluate((pressed: HTMLElement) => {
    pressed.click();
    const what = pressed.closest('.item')?.querySelector('.item-what') as Element;
    return [pressed.hasAttribute('data-sent'), Number(getComputedStyle(what).opacity) < 0.7];
  });
  expect(look).toEqual([true, true]);
  await row(page, 'Ham').waitFor({ state: 'detached' });
});
