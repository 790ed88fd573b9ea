import type { Browser, BrowserContext, Page } from 'playwright-core';
import { onTestFinished, vi } from 'vitest';
import { newPage, type PageOptions } from '../support/browser.js';
import { watchForProblems } from '../support/page-problems.js';
import { type Newcomer, type Person, signUp, uniqueName } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import type { Visitor } from '../support/visitor.js';

export interface Groceries {
  name: string;
  quantity?: string;
  unit?: string;
  best_before?: string;
}

const VIEWPORT = { width: 1280, height: 844 };

/** A time zone where it is about noon now, so that no midnight falls into a test. */
export const NOON_ZONE = zoneAtNoon();

/** The day so many days from today, where it is noon. */
export function day(after: number): string {
  const noon = new Date(Date.now() + after * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: NOON_ZONE }).format(noon);
}

/** Somebody who signed up without a browser, which is quicker. */
export function newcomer(server: LarderServer, options: Newcomer = {}): Promise<Person> {
  return signUp(server.visitor(), { timeZone: NOON_ZONE, ...options });
}

/** A browser window in which this person is signed in already. */
export async function windowOf(
  browser: Browser,
  server: LarderServer,
  person: Person,
  options: Partial<PageOptions> = {},
): Promise<Page> {
  const page = await newPage(browser, { baseUrl: server.url, ...options });
  await carryCookies(person.visitor, page.context(), server);
  return page;
}

/**
 * A window for many tests, which is quicker than one for each: its tabs are (see tabIn).
 * @param person who is signed in there already, if anybody
 */
export async function sharedWindow(browser: Browser, server: LarderServer, person?: Person) {
  const context = await browser.newContext({
    baseURL: server.url,
    reducedMotion: 'reduce',
    viewport: VIEWPORT,
  });
  if (person) await carryCookies(person.visitor, context, server);
  return context;
}

/** Tabs that nobody uses: one that has shown a page shows the next one far quicker than a new one does. */
const idle = new WeakMap<BrowserContext, Page>();

/** Another tab of a window, as if it were new, watched like the first one and given back when the test is done. */
export async function tabIn(window: BrowserContext, server: LarderServer): Promise<Page> {
  const tab = idle.get(window) ?? (await window.newPage());
  idle.delete(window);
  const { problems, stop } = watchForProblems(tab, server.url);
  onTestFinished(async () => {
    // Unless it never came to a page of ours, which alone can keep something there.
    if (tab.url().startsWith(server.url)) await tab.evaluate(() => sessionStorage.clear());
    await tab.goto('about:blank');
    stop();
    await tab.setViewportSize(VIEWPORT);
    await tab.emulateMedia({ colorScheme: null });
    idle.set(window, tab);
    if (problems.length > 0) throw new Error(`The tab had problems:\n${problems.join('\n')}`);
  });
  return tab;
}

/** Groceries put away without a browser; answers with the address of the place. */
export async function putAway(visitor: Visitor, place: string, groceries: Groceries[]): Promise<string> {
  const box = (await visitor.get('/put-away')).form('/put-away');
  const lines = await box.fill({ names: groceries.map(({ name }) => name).join('\n') }).submit('Next');
  const form = lines.form(/\/details$/);
  for (const { name, quantity = '1', unit = '', best_before = '' } of groceries) {
    const line = lines
      .queryAll('.put-line')
      .find((one) =>
        name.toLowerCase().endsWith(one.querySelector('.put-name')?.textContent?.toLowerCase() ?? '?'),
      );
    const id = line?.id.replace('line-', '');
    form.fill({ [`amount_${id}`]: `${quantity} ${unit}`.trim(), [`best_before_${id}`]: best_before });
    form.fill({ [`place_${id}`]: place });
  }
  const done = await form.submit(/^Put/);
  return new URL(done.url).pathname;
}

/** One thing in the pantry of somebody new; answers with the address of the pantry. */
export async function stockPantry({ visitor }: Person, name: string): Promise<string> {
  const pantry = await (await visitor.get('/')).click(/^Pantry/);
  await pantry
    .form(/\/items$/)
    .fill({ name })
    .submit();
  return pantry.path;
}

/**
 * Counts the posts to a path from now on, as the server's own log tells them.
 * @returns asks for the count so far; every post that was answered is in it
 */
export function watchPosts(server: LarderServer, path: RegExp): () => Promise<number> {
  const posts = () => requests(server).filter(({ method, path: to }) => method === 'POST' && path.test(to));
  const before = posts().length;
  return async () => {
    const marker = `/${uniqueName('marker')}`;
    await server.visitor().getRaw(marker);
    await vi.waitUntil(() => requests(server).some(({ path: to }) => to === marker), { interval: 10 });
    return posts().length - before;
  };
}

function requests({ logs }: LarderServer): { method: string; path: string }[] {
  return logs.flatMap(({ req }) => (req ? [req as { method: string; path: string }] : []));
}

async function carryCookies(visitor: Visitor, window: BrowserContext, server: LarderServer): Promise<void> {
  const cookies = visitor.cookies.all();
  await window.addCookies(cookies.map(({ key, value }) => ({ name: key, value, url: server.url })));
}

function zoneAtNoon(): string {
  const hourIn = (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' }).format(new Date());
  return Intl.supportedValuesOf('timeZone').find((zone) => hourIn(zone) === '12') ?? 'UTC';
}
