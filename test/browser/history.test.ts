import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindows, type PageOptions, sharedBrowser } from '../support/browser.js';
import { usingServer } from '../support/using-server.js';
import { newcomer, stockPantry, watchPosts, windowOf } from './kitchen.js';
import { addOne, banners, heading, itemNames, nameFoods, openLine, press, toLines } from './walk.js';

const server = usingServer();
let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => closeWindows(browser));

describe.each([{ javaScript: true }, { javaScript: false }])('with script: $javaScript', (options) => {
  it('going back and forward while putting away loses nothing and doubles nothing', async () => {
    const { page, pantry } = await open(options);
    await toLines(page, ['Milk', 'Eggs']);
    await openLine(page, 'Milk');
    await page.getByLabel('Amount of Milk').fill('2');
    await press(page, 'Add more');
    await page.goBack();
    expect(await page.getByLabel('Amount of Milk').inputValue()).toBe('2');
    await page.goForward();
    expect(await page.getByLabel('What did you bring?').inputValue()).toBe('Milk\nEggs');
    await nameFoods(page, ['Milk', 'Eggs', 'Mustard in Fridge']);
    expect(await page.getByLabel('Amount of Milk').inputValue()).toBe('2');
    await press(page, 'Put 3 away');
    const fridge = page.url();
    await page.goBack();
    expect(await heading(page)).toBe('These were put away already');
    await page.goto(fridge);
    expect((await itemNames(page)).sort()).toEqual(['Eggs', 'Milk', 'Mustard']);
    await page.goto(pantry);
    expect(await itemNames(page)).toEqual(['Salt']);
  });

  it('a reload after a post does not post again', async () => {
    const { page } = await open(options);
    const posts = watchPosts(server, /\/(items|eaten|undo)$/);
    await addOne(page, 'Flour');
    expect((await itemNames(page)).sort()).toEqual(['Flour', 'Salt']);
    await page.reload();
    expect(await banners(page)).toEqual([]);
    await press(page, /^Ate ?: Flour$/);
    await page.reload();
    expect(await itemNames(page)).toEqual(['Salt']);
    expect(await posts()).toBe(2);
  });

  it('going back to a page shows what is there now, not what was there then', async () => {
    const { page } = await open(options);
    await press(page, /^Ate ?: Salt$/);
    await page.goBack();
    expect(await itemNames(page)).toEqual([]);
    expect(await banners(page)).toEqual([]);
    await page.goForward();
    expect(await banners(page)).toEqual([]);
  });

  it('after signing out, going back shows nothing of the household', async () => {
    const { page } = await open(options);
    await press(page, 'Sign out');
    await page.goBack();
    expect(await heading(page)).toBe('Sign in');
  });
});

/** The pantry of somebody new, with salt in it. */
async function open(options: Partial<PageOptions>): Promise<{ page: Page; pantry: string }> {
  const person = await newcomer(server);
  const pantry = await stockPantry(person, 'Salt');
  const page = await windowOf(browser, server, person, options);
  await page.goto(pantry);
  return { page, pantry };
}
