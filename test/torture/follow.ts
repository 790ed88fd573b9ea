import type { Page } from '../support/page.js';
import type { Act } from './act.js';
import type { Family } from './family.js';

const PREFETCH = { 'sec-purpose': 'prefetch', 'sec-fetch-dest': 'document' };

/** Follows a redirect as a browser does, or as an impatient one might. */
export async function follow(
  family: Family,
  act: Act,
  redirect: Page,
  key: string | undefined,
): Promise<void> {
  const { tab, way = 'follow' } = act;
  const address = redirect.location ?? '/';
  const { pathname } = new URL(address, redirect.url);
  if (way === 'later') {
    tab.waiting = { address, key };
    return;
  }
  if (way === 'prefetch first') await tab.ask(1, 'GET', address, [], PREFETCH);
  if (way === 'head first') await tab.ask(0, 'HEAD', address);
  if (way === 'look elsewhere first') {
    await tab.ask(1, 'GET', pathname);
    await tab.ask(0, 'GET', address.replace(/^[^?]*/, pathname === '/' ? '/put-away' : '/'));
  }
  const times = way === 'follow twice at once' ? [0, 1] : [family.tabs.indexOf(tab) % 2];
  const answers = await Promise.all(times.map((server) => tab.ask(server, 'GET', address)));
  // What a killed process may have taken out of the session can't be asked for; nor by another session.
  if (answers.every((answer) => answer.page && answer.key === key)) family.followed(key, address);
  let page = answers.at(-1)?.page;
  const flashed = answers.find((answer) => answer.page?.html.includes('data-flash'))?.page;
  if (page?.location) page = (await tab.ask(0, 'GET', page.location)).page;
  if (flashed ?? page) tab.show((flashed ?? page) as Page);
}
