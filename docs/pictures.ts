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
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' };

const dataDir = mkdtempSync(path.join(tmpdir(), 'larder-pictures-'));
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const mara = await seedDemo({ dataDir });
const server = await startServer({ dataDir, env: { LOG_LEVEL: 'warn' } });
const browser = await launchBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  await picture(browser, 'home-phone', PHONE, async () => {});
  await picture(browser, 'home-desktop', DESKTOP, async () => {});
  await picture(browser, 'put-away-phone', PHONE, putAway);
} finally {
  await browser.close();
  await server.stop();
}

/** Signs in through the form, goes where the picture is taken, and takes it. */
async function picture(
  from: Browser,
  name: string,
  look: BrowserContextOptions,
  goThere: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await from.newContext({ ...look, baseURL: server.url, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('Username').fill(mara.username);
  await page.getByLabel('Password').fill(mara.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Eat first' }).waitFor();
  await goThere(page);
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  await context.close();
  const { size } = statSync(file);
  console.log(`${path.relative(process.cwd(), file)}: ${Math.round(size / 1024)} KiB`);
  if (size > MOST) throw new Error(`${name} is too large`);
}

/** A bag from the market, half described: the details step. */
async function putAway(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Put away' }).click();
  await page.getByRole('button', { name: 'Put groceries away' }).click();
  await page.getByRole('radio', { name: 'Fridge' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('What did you bring?').fill('Whole milk\nSmoked salmon\nRaspberries\nCream');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Quantity of Whole milk').fill('2');
  await page.getByLabel('Unit of Whole milk').fill('l');
  await page.getByLabel('Best before of Whole milk').fill(inDays(8));
  await page.getByLabel('Quantity of Smoked salmon').fill('100');
  await page.getByLabel('Unit of Smoked salmon').fill('g');
  await page.getByLabel('Unit of Smoked salmon').blur();
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
