import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { seedDemo } from '../src/demo/seed.js';
import { launchBrowser } from '../test/support/chromium.js';
import { startServer } from '../test/support/server.js';

/** Bytes: a README full of pictures still has to open quickly. */
const MOST = 150 * 1024;
const FOLDER = path.join(import.meta.dirname, 'pictures');

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  colorScheme: 'light',
  isMobile: true,
  hasTouch: true,
};
const BAG = '2 l whole milk\n100 g smoked salmon 5 dec\nraspberries\n500 g spaghetti\npeas 1 kg\n6 eggs';
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' };

const dataDir = mkdtempSync(path.join(tmpdir(), 'larder-pictures-'));
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const PAGES: Record<string, (page: Page) => Promise<unknown>> = {
  home: (page) => page.goto('/'),
  place: (page) => page.getByRole('link', { name: /^Fridge/ }).click(),
  item: (page) => page.getByRole('link', { name: 'Leftover lentil soup', exact: true }).click(),
  'put-away': putAway,
  shopping: (page) => page.goto('/shopping'),
  find: (page) => page.goto('/search?q=milk'),
  history: (page) => page.goto('/journal'),
  more: (page) => page.goto('/more'),
  household: (page) => page.goto('/household'),
  account: (page) => page.goto('/account'),
};

const mara = await seedDemo({ dataDir });
const server = await startServer({ dataDir, env: { LOG_LEVEL: 'warn' } });
const browser = await launchBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, goThere] of Object.entries(PAGES)) {
    await picture(browser, `${name}-phone`, PHONE, goThere);
    await picture(browser, `${name}-desktop`, DESKTOP, goThere);
  }
} finally {
  await browser.close();
  await server.stop();
}

/** Signs in through the form, goes where the picture is taken, and takes it. */
async function picture(
  from: Browser,
  name: string,
  look: BrowserContextOptions,
  goThere: (page: Page) => Promise<unknown>,
): Promise<void> {
  const context = await from.newContext({ ...look, baseURL: server.url, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('Username').fill(mara.username);
  await page.getByLabel('Password').fill(mara.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Eat first' }).waitFor();
  await goThere(page);
  await page.waitForLoadState('networkidle');
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  await context.close();
  const { size } = statSync(file);
  console.log(`${path.relative(process.cwd(), file)}: ${Math.round(size / 1024)} KiB`);
  if (size > MOST) throw new Error(`${name} is too large`);
}

/** A bag from the market, on the page of its lines. */
async function putAway(page: Page): Promise<void> {
  await page.goto('/put-away');
  await page.getByLabel('What did you bring?').fill(BAG);
  await page.getByRole('button', { name: 'Next' }).click();
}
