import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { newPage, type PageOptions } from '../support/browser.js';
import { watchForProblems } from '../support/page-problems.js';
import { type Newcomer, type Person, signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import type { Visitor } from '../support/visitor.js';

export interface Groceries {
  name: string;
  quantity?: string;
  unit?: string;
  best_before?: string;
}

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
  await carryCookies(person.visitor, page, server);
  return page;
}

/** A second tab of the same window, watched like the first one. */
export async function secondTab(page: Page, server: LarderServer): Promise<Page> {
  const tab = await page.context().newPage();
  const problems = watchForProblems(tab, server.url);
  onTestFinished(() => {
    if (problems.length > 0) throw new Error(`The second tab had problems:\n${problems.join('\n')}`);
  });
  return tab;
}

/** Groceries put away without a browser; answers with the address of the place. */
export async function putAway(visitor: Visitor, place: string, groceries: Groceries[]): Promise<string> {
  const start = await visitor.get('/put-away');
  const where = await start.form('/put-away').submit();
  const label = where.queryAll('label.choice').find((choice) => choice.textContent?.includes(place));
  const placeId = label?.querySelector('input')?.getAttribute('value') ?? '';
  const what = await where.form(/\/place$/).fill({ place_id: placeId }).submit();
  const names = groceries.map(({ name }) => name).join('\n');
  const howMuch = await what.form(/\/foods$/).fill({ names }).submit();
  const details = howMuch.form(/\/details$/);
  const ids = details.entries().flatMap(([name]) => /^quantity_(.+)$/.exec(name)?.[1] ?? []);
  for (const [n, { quantity = '1', unit = '', best_before = '' }] of groceries.entries()) {
    details.fill({ [`quantity_${ids[n]}`]: quantity, [`unit_${ids[n]}`]: unit });
    details.fill({ [`best_before_${ids[n]}`]: best_before });
  }
  const review = await details.submit();
  const done = await review.form(/\/commit$/).submit();
  return new URL(done.url).pathname;
}

/** The posts that reached the server since, as its log tells them. */
export function watchPosts(server: LarderServer, path: RegExp): () => number {
  const isPost = ({ req }: { req?: { method?: string; path?: string } }) =>
    req?.method === 'POST' && path.test(req.path ?? '');
  const before = server.logs.filter(isPost).length;
  return () => server.logs.filter(isPost).length - before;
}

async function carryCookies(visitor: Visitor, page: Page, server: LarderServer): Promise<void> {
  const cookies = visitor.cookies.all();
  await page.context().addCookies(cookies.map(({ key, value }) => ({ name: key, value, url: server.url })));
}

function zoneAtNoon(): string {
  const hourIn = (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' }).format(new Date());
  return Intl.supportedValuesOf('timeZone').find((zone) => hourIn(zone) === '12') ?? 'UTC';
}
