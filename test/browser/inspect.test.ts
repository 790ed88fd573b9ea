import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import { usingServer } from '../support/using-server.js';
import { problemsOf } from './inspect.js';
import { sharedWindow, tabIn } from './kitchen.js';

const server = usingServer();
let page: () => Promise<Page>;

beforeAll(async () => {
  const window = await sharedWindow(await sharedBrowser(), server);
  page = () => tabIn(window, server);
});
afterAll(async () => closeWindows(await sharedBrowser()));

const EVERYWHERE = 'h1 { color: #888; background: #999 }';

const FAINT: [where: string, css: string, found: RegExp][] = [
  ['on its ground', EVERYWHERE, /^390 wide, light: color-contrast at .*h1/],
  ['as it was when it was found before', EVERYWHERE, /^390 wide, light: color-contrast at .*h1/],
  [
    'in the dark',
    '@media (prefers-color-scheme: dark) { h1 { color: #777; background: #666 } }',
    /^390 wide, dark: color-contrast at .*h1/,
  ],
  [
    'in the dark where there is room',
    '@media (prefers-color-scheme: dark) and (width > 1000px) { h1 { color: #777; background: #667 } }',
    /^1280 wide, dark: color-contrast at .*h1/,
  ],
  [
    'where there is room, by what is behind it',
    '@media (width > 1000px) { main { background: #567 } h1 { color: #555 } }',
    /^1280 wide, light: color-contrast at .*h1/,
  ],
];

describe('A page on which a text is faint', () => {
  it.each(FAINT)('%s is found out, though it was right before', async (_where, css, found) => {
    const tab = await page();
    await tab.goto('/login');
    expect(await problemsOf(tab)).toEqual([]);
    await tab.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, css);
    expect(await problemsOf(tab)).toContainEqual(expect.stringMatching(found));
  });
});
