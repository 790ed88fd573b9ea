import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { newcomer, stockPantry, windowOf } from './kitchen.js';
import { banners, itemNames, openMore, pathOf, toLines } from './walk.js';

const server = usingServer();
let browser: Browser;
let ada: Person;
let pantry: string;

beforeAll(async () => {
  browser = await sharedBrowser();
  ada = await newcomer(server, { householdName: '14 Mill Lane' });
  pantry = await stockPantry(ada, 'Salt');
});
afterAll(() => closeWindows(browser));

const NAV = ['Home', 'Put away', 'Shopping', 'Find', 'More'];
const TOP = ['Skip to the main content', 'Larder', ...NAV];
const LINE = ['Quick add', 'Add this food', 'How to write it'];

describe('with the keyboard alone', () => {
  it.each([390, 1280])('the skip link shows first and leads past the navigation, %i wide', async (width) => {
    const page = await windowOf(browser, server, ada, { width });
    await page.goto('/');
    const skip = page.getByRole('link', { name: 'Skip to the main content' });
    expect((await skip.boundingBox())?.y).toBeLessThan(-20);
    await page.keyboard.press('Tab');
    expect((await skip.boundingBox())?.y).toBe(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await nameOfFocus(page)).toBe('Fridge nothing yet');
  });

  it('the home page is gone through in the order in which it is read', async () => {
    const page = await windowOf(browser, server, ada, { width: 1280 });
    await page.goto('/');
    const find = ['Find food', 'Find'];
    const places = ['Fridge nothing yet', 'Freezer nothing yet', 'Pantry 1 item', 'Add a place'];
    expect(await tabOrder(page)).toEqual([...TOP, 'Sign out', ...LINE, ...find, ...places, 'Later 1 item']);
  });

  it('a place is gone through in the order in which it is read', async () => {
    const page = await windowOf(browser, server, ada, { width: 390 });
    await page.goto(pantry);
    await openMore(page);
    await page.locator('.skip-link').focus();
    const main = ['Salt', 'Ate: Salt', 'More for Salt', 'More'];
    const all = ['Put groceries away', 'Edit Pantry', 'Take stock of Pantry', 'Print'];
    const form = ['Food', 'Amount', 'Unit', 'Best before', 'Pick a day', 'Add'];
    const past = ['What was in it on', 'Look back'];
    const line = ['Add to Pantry', ...LINE.slice(1)];
    expect(await tabOrder(page)).toEqual([...TOP.slice(1), ...line, ...main, ...all, ...form, ...past]);
  });

  it.each([390, 1280])('groceries are put away, %i wide', async (width) => {
    const person = await newcomer(server);
    const page = await windowOf(browser, server, person, { width });
    await page.goto('/');
    await enter(page, page.getByRole('link', { name: 'Put away', exact: true }));
    await tabTo(page, page.getByLabel('What did you bring?'));
    await page.keyboard.type('Frozen peas');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ice cream');
    await enter(page, page.getByRole('button', { name: 'Next' }));
    await tabTo(page, page.locator('.put-line > summary').filter({ hasText: 'Ice cream' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Amount of Ice cream'));
    await page.keyboard.type('2');
    // Enter saves the lines; only the button puts them away.
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.locator('.put-line').filter({ hasText: 'Ice cream' }).innerText()).toContain('2');
    await enter(page, page.getByRole('button', { name: 'Put 2 away' }));
    expect(await banners(page)).toEqual(['Done: 2 items are put away in Freezer.']);
    expect((await itemNames(page)).sort()).toEqual(['Frozen peas', 'Ice cream']);
    await enter(page, page.getByRole('button', { name: 'Undo' }));
    expect(await itemNames(page)).toEqual([]);
  });

  it('what has the focus is never under the bars of a phone', async () => {
    const page = await windowOf(browser, server, ada, { width: 390, height: 700 });
    await toLines(page, ['Eggs', 'Milk', 'Bread', 'Tea', 'Jam', 'Rice']);
    for (const line of await page.locator('.put-line > summary').all()) await line.click();
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(isCovered);
      expect(covered).toBe(false);
    }
    await page.getByRole('button', { name: 'Put 6 away' }).click();
    await page.getByText('6 items are put away').waitFor();
  });
});

describe('where motion is not wanted', () => {
  it('nothing moves', async () => {
    const page = await windowOf(browser, server, ada, { reducedMotion: true });
    for (const address of ['/', pantry, '/put-away', '/account']) {
      await page.goto(address);
      expect(await page.evaluate(movingParts)).toEqual([]);
    }
    expect(pathOf(page)).toBe('/account');
  });
});

/** Tabs on until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${target}`);
}

async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** The names of what Tab leads to, from the top of the page to its end. */
async function tabOrder(page: Page): Promise<string[]> {
  const names: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await nameOfFocus(page);
    if (name === undefined || (name === names[0] && names.length > 1)) return names;
    // A date field has several parts, each with a focus of its own.
    if (name !== names.at(-1)) names.push(name);
  }
  throw new Error(`There is no end: ${names}`);
}

function nameOfFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    if (!element || element === document.body) return undefined;
    const words = element.labels?.[0] ?? element;
    return words.textContent?.replace(/\s+/g, ' ').trim();
  });
}

function isCovered(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return false;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return !(seen && (focused.contains(seen) || seen.contains(focused)));
}

function movingParts(): string[] {
  const isMoving = (style: CSSStyleDeclaration) =>
    [style.transitionDuration, style.animationDuration].some((time) => /[1-9]/.test(time)) ||
    style.scrollBehavior === 'smooth';
  const elements = [...document.querySelectorAll('*')];
  return elements.filter((element) => isMoving(getComputedStyle(element))).map(({ tagName }) => tagName);
}
