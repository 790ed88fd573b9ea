import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindows, newPage, type PageOptions, sharedBrowser } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { newcomer, putAway, stockPantry, watchPosts, windowOf } from './kitchen.js';
import { addOne, banners, follow, itemNames, openBox, openMore, pathOf, press } from './walk.js';

const server = usingServer();
let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => closeWindows(browser));

describe('deleting a place', () => {
  it('is asked about first, and Escape keeps it', async () => {
    const { page, question, posts } = await askedToDelete();
    expect(await question.innerText()).toContain('Delete Pantry and the 1 item in it?');
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Delete Pantry and its 1 item');
    expect(await posts()).toBe(0);
  });

  it('starts on Cancel, which keeps it too', async () => {
    const { page, question, posts } = await askedToDelete();
    expect(await focused(page)).toBe('Cancel');
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    expect(await posts()).toBe(0);
  });

  it('is done once by Delete, and can be asked again after a Cancel', async () => {
    const { page, question, posts } = await askedToDelete();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: /^Delete Pantry/ }).click();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Delete');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await banners(page)).toEqual(['Done: Pantry with its 1 item is deleted.']);
    expect(await posts()).toBe(1);
    await press(page, 'Undo');
    expect(await banners(page)).toEqual(['Done: Pantry is back with 1 item.']);
  });

  it('happens at once without script', async () => {
    const { page, pantry } = await openPantry({ javaScript: false });
    await page.goto(`${pantry}/edit`);
    await press(page, /^Delete Pantry/);
    expect(await banners(page)).toEqual(['Done: Pantry with its 1 item is deleted.']);
  });
});

describe('a banner', () => {
  it('can be dismissed, and leaves the focus in the page and no key in the address', async () => {
    const { page, pantry } = await openPantry();
    await press(page, /^Ate ?: Salt$/);
    expect(new URL(page.url()).search).toBe('');
    await page.getByRole('button', { name: 'Dismiss this message' }).click();
    expect(await banners(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(pathOf(page)).toBe(pantry);
  });

  it('keeps its Undo without script, where it can’t be dismissed', async () => {
    const { page } = await openPantry({ javaScript: false });
    await press(page, /^Ate ?: Salt$/);
    expect(await page.getByRole('button', { name: 'Dismiss this message' }).count()).toBe(0);
    await press(page, 'Undo');
    expect(await itemNames(page)).toEqual(['Salt']);
  });
});

describe('a wrong form', () => {
  it('says so first, and its links lead to the fields', async () => {
    const page = await newPage(browser, { baseUrl: server.url });
    await page.goto('/signup');
    await press(page, 'Sign up');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator(':focus').getByRole('heading').innerText()).toBe('There is a problem');
    await page.getByRole('link', { name: 'Use 8 characters at least.' }).click();
    expect(await page.getByLabel('Password').evaluate(isFocused)).toBe(true);
    await page.getByRole('link', { name: 'Enter a username.' }).click();
    expect(await page.getByLabel('Username').evaluate(isFocused)).toBe(true);
  });

  it('leads to the first of its choices', async () => {
    const { page } = await openPantry();
    await page.goto('/stock-take');
    await press(page, 'Begin');
    await press(page, 'Next');
    await page.locator('.error-summary a').click();
    expect(await page.getByRole('radio').first().evaluate(isFocused)).toBe(true);
  });
});

describe('the time zone at sign-up', () => {
  it('is the browser’s own, until another one is chosen', async () => {
    const page = await newPage(browser, { baseUrl: server.url });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' });
    await page.goto('/signup');
    await page.getByText('More, which can wait').click();
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Asia/Tokyo');
    await page.getByLabel('Time zone').selectOption('Europe/Paris');
    await press(page, 'Sign up');
    expect(await page.locator('#time_zone').inputValue()).toBe('Europe/Paris');
  });
});

describe('a button', () => {
  it('sends once when it is pressed twice', async () => {
    const { page } = await openPantry();
    const posts = watchPosts(server, /\/items$/);
    await page.getByLabel('Food', { exact: true }).fill('Flour');
    const add = page.getByRole('button', { name: 'Add', exact: true });
    await Promise.all([page.waitForEvent('load'), add.dblclick()]);
    expect(await posts()).toBe(1);
    expect((await itemNames(page)).sort()).toEqual(['Flour', 'Salt']);
  });

  it('adds one thing when it is pressed twice without script', async () => {
    const { page, pantry } = await openPantry({ javaScript: false });
    await page.getByLabel('Food', { exact: true }).fill('Flour');
    const add = page.getByRole('button', { name: 'Add', exact: true });
    await Promise.all([page.waitForEvent('load'), add.dblclick()]);
    await page.goto(pantry);
    expect((await itemNames(page)).sort()).toEqual(['Flour', 'Salt']);
  });

  it('works again after going back', async () => {
    const { page } = await openPantry();
    await page.getByLabel('Food', { exact: true }).fill('Flour');
    await follow(page, page.getByRole('button', { name: 'Add', exact: true }));
    await page.goBack();
    await addOne(page, 'Sugar');
    expect((await itemNames(page)).sort()).toEqual(['Flour', 'Salt', 'Sugar']);
  });

  it('waits for the answer, and works again when the browser brings back the whole page', async () => {
    const { page } = await openPantry();
    const sent: (string | null)[] = [];
    await page.route('**/items', (route) => {
      sent.push(new URLSearchParams(route.request().postData() ?? '').get('name'));
      return route.fulfill({ status: 204 });
    });
    const add = async (food: string) => {
      await page.getByLabel('Food', { exact: true }).fill(food);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
    };
    await add('Flour');
    expect(await page.locator('form.line-form').getAttribute('aria-busy')).toBe('true');
    await add('Sugar');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    const teaIsSent = page.waitForRequest((request) => request.postData()?.includes('Tea') ?? false);
    await Promise.all([teaIsSent, add('Tea')]);
    expect(sent).toEqual(['Flour', 'Tea']);
  });
});

describe('a day', () => {
  it('that is picked from the calendar stands in the field, to be typed over', async () => {
    const { page } = await openPantry();
    await page.getByLabel('Food', { exact: true }).fill('Flour');
    expect(await page.getByRole('button', { name: 'Pick a day' }).isVisible()).toBe(true);
    await page.locator('#best_before_picked').evaluate((picker: HTMLInputElement) => {
      picker.value = '2199-12-03';
      picker.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(await page.getByLabel('Best before').evaluate(isFocused)).toBe(true);
    expect(await page.getByLabel('Best before').inputValue()).toBe('3 Dec 2199');
    await page.getByLabel('Best before').fill('5 jan 2199');
    await follow(page, page.getByRole('button', { name: 'Add', exact: true }));
    expect(await page.locator('.item', { hasText: 'Flour' }).innerText()).toContain('5 Jan 2199');
  });
});

describe('a long list of foods', () => {
  const foods = ['Crème fraîche', 'Milk', 'Oat milk', 'Eggs', 'Rice', 'Flour', 'Tea', 'Jam'];

  it('is narrowed by typing, never by what was picked, and Enter sends nothing', async () => {
    const { page, person } = await openPantry();
    await putAway(person.visitor, 'Fridge', foods.map(named));
    await openBox(page);
    await page.getByRole('checkbox', { name: 'Rice' }).check();
    const find = page.getByRole('searchbox', { name: 'Find a food' });
    await find.fill('MILK');
    expect(await page.getByRole('checkbox').count()).toBe(3);
    expect(await page.getByText('3 of 9 shown').isVisible()).toBe(true);
    await find.fill('creme fr');
    expect(await page.getByRole('checkbox', { name: 'Crème fraîche' }).isVisible()).toBe(true);
    const posts = watchPosts(server, /\/put-away$/);
    await find.press('Enter');
    expect(await posts()).toBe(0);
    await find.fill('');
    expect(await page.getByRole('checkbox').count()).toBe(9);
  });

  it('stands whole without script, and a short one has no search', async () => {
    const { page, person } = await openPantry({ javaScript: false });
    await putAway(person.visitor, 'Fridge', foods.map(named));
    await openBox(page);
    expect(await page.getByRole('checkbox').count()).toBe(9);
    expect(await page.getByRole('searchbox').count()).toBe(0);
    const { page: short } = await openPantry();
    await openBox(short);
    expect(await short.getByRole('checkbox').count()).toBe(1);
    expect(await short.getByRole('searchbox').count()).toBe(0);
  });
});

interface Opened {
  page: Page;
  person: Person;
  pantry: string;
}

/** The pantry of somebody new, with salt in it. */
async function openPantry(options: Partial<PageOptions> = {}): Promise<Opened> {
  const person = await newcomer(server);
  const pantry = await stockPantry(person, 'Salt');
  const page = await windowOf(browser, server, person, options);
  await page.goto(pantry);
  await openMore(page);
  return { page, person, pantry };
}

async function askedToDelete() {
  const { page, pantry } = await openPantry();
  const posts = watchPosts(server, new RegExp(`^${pantry}/delete$`));
  await page.goto(`${pantry}/edit`);
  await page.getByRole('button', { name: /^Delete Pantry/ }).click();
  const question = page.getByRole('dialog');
  await question.waitFor();
  return { page, question, posts };
}

async function focused(page: Page): Promise<string> {
  return (await page.locator(':focus').innerText()).replace(/\s+/g, ' ').trim();
}

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

function named(name: string) {
  return { name };
}
