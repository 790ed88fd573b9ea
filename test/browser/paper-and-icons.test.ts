import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindows, newPage, sharedBrowser } from '../support/browser.js';
import type { Person } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { day, newcomer, putAway, windowOf } from './kitchen.js';

const server = usingServer();
let browser: Browser;
let ada: Person;
let pantry: string;

beforeAll(async () => {
  browser = await sharedBrowser();
  ada = await newcomer(server);
  pantry = await putAway(ada.visitor, 'Pantry', [
    { name: 'Salt' },
    { name: 'Flour', best_before: '2199-01-31' },
  ]);
});
afterAll(() => closeWindows(browser));

describe('on paper', () => {
  it.each(['home', 'the pantry'])('%s shows the food, black on white, and nothing to press', async (name) => {
    const page = await windowOf(browser, server, ada, { scheme: 'dark' });
    await page.goto(name === 'home' ? '/' : pantry);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Flour' }).isVisible()).toBe(true);
    expect(await page.getByText('31 Jan 2199').isVisible()).toBe(true);
    const { color, backgroundColor } = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor };
    });
    expect([color, backgroundColor]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  it('names what is in a closed group once', async () => {
    const eve = await newcomer(server, { firstName: 'Eve' });
    await putAway(eve.visitor, 'Fridge', [{ name: 'Ham', best_before: day(-30) }]);
    const page = await windowOf(browser, server, eve);
    await page.goto('/');
    const shown = () => page.getByText('Ham', { exact: true }).filter({ visible: true }).count();
    expect(await shown()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toBe(1);
  });

  it('no page is wider than the paper', async () => {
    const page = await windowOf(browser, server, ada, { width: 720 });
    await page.emulateMedia({ media: 'print' });
    await page.goto('/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(720);
  });
});

describe('the manifest and the icons', () => {
  it('the manifest names icons that are what it says', async () => {
    const page = await welcome();
    const manifest = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
      const answer = await fetch(link?.href ?? '');
      return { type: answer.headers.get('content-type'), ...(await answer.json()) };
    });
    expect(manifest.type).toMatch(/^application\/manifest\+json/);
    expect(manifest).toMatchObject({ name: 'Larder', start_url: '/', scope: '/', display: 'standalone' });
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await picture(page, src);
      expect(icon.type, src).toBe(type);
      if (sizes !== 'any') expect(`${icon.width}x${icon.height}`, src).toBe(sizes);
    }
    const sizes = manifest.icons.map((icon: { sizes: string }) => icon.sizes);
    expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']));
  });

  it('the page names an icon for its tab and one for a telephone’s start', async () => {
    const page = await welcome();
    const links = page.locator('link[rel="icon"], link[rel="apple-touch-icon"]');
    const [tab, start] = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect((await picture(page, tab)).type).toBe('image/svg+xml');
    expect(await picture(page, start)).toEqual({ type: 'image/png', width: 180, height: 180 });
  });
});

describe('titles', () => {
  it('differ from page to page', async () => {
    const out = server.visitor();
    const signedOut = ['/', '/login', '/signup'].map((address) => out.get(address));
    const account = ['', '/edit', '/password', '/sessions', '/delete'].map((end) => `/account${end}`);
    const others = [
      '/',
      pantry,
      `${pantry}/edit`,
      '/places/new',
      '/put-away',
      '/household',
      '/household/edit',
    ];
    const signedIn = [...account, ...others, '/nowhere'].map((address) => ada.visitor.get(address));
    const titles = (await Promise.all([...signedOut, ...signedIn])).map(({ title }) => title);
    expect(titles.filter((title, n) => titles.indexOf(title) !== n)).toEqual([]);
  });
});

async function welcome(): Promise<Page> {
  const page = await newPage(browser, { baseUrl: server.url });
  await page.goto('/');
  return page;
}

/** A picture as the browser itself reads it. */
function picture(page: Page, address = '') {
  return page.evaluate(async (src) => {
    const answer = await fetch(src);
    const image = new Image();
    image.src = src;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    return { type: answer.headers.get('content-type'), width, height };
  }, address);
}
