import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeWindows, sharedBrowser } from '../support/browser.js';
import { openSqlite } from '../support/database.js';
import { invite, joinBy, memberPage } from '../support/households.js';
import { type Person, signIn } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { newcomer, windowOf } from './kitchen.js';

const server = usingServer();
let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => closeWindows(browser));

/** Of somebody who joins her household. */
async function pageOfAnother(ada: Person): Promise<string> {
  await joinBy(await newcomer(server), await invite(ada));
  return (await memberPage(ada, 'Make an owner')).path;
}

/** How many forms the page has sent, or tried to. */
async function countSubmits(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.body.dataset.sent = '0';
    document.addEventListener('submit', (event) => {
      event.preventDefault();
      document.body.dataset.sent = String(Number(document.body.dataset.sent) + 1);
    });
  });
  return () => page.evaluate(() => Number(document.body.dataset.sent));
}

it.each([
  ['/account/sessions', 'Sign out everywhere else'],
  ['a member', undefined],
])(
  'Enter in the password field of %s presses none of its buttons, each of which does something else',
  async (address, button) => {
    const ada = await newcomer(server);
    await signIn(server.visitor(), ada);
    const opened = address.startsWith('/') ? address : await pageOfAnother(ada);
    const file = openSqlite(path.join(server.dataDir, 'sessions.sqlite'));
    file.exec(`update sessions set sess = json_set(sess, '$.password_at', '2020-01-01T00:00:00.000Z')`);
    const page = await windowOf(browser, server, ada, { width: 390 });
    await page.goto(opened);
    const sent = await countSubmits(page);
    await page.getByLabel('Your password').fill(ada.password);
    await page.keyboard.press('Enter');
    expect(await sent()).toBe(0);
    if (button) await page.getByRole('button', { name: button }).click();
    expect(await sent()).toBe(button ? 1 : 0);
  },
);
