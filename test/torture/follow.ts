import type { Page } from '../support/page.js';
import type { Act } from './act.js';
import type { Family } from './family.js';
import type { Answer } from './result.js';
import type { Tab } from './tab.js';

const REDIRECTS_AT_MOST = 5;
const PREFETCH = { 'sec-purpose': 'prefetch', 'sec-fetch-dest': 'document' };

/** Follows a redirect as a browser does, or as an impatient one might. @returns where that ends */
export async function follow(
  family: Family,
  act: Act,
  redirect: Page,
  key: string | undefined,
): Promise<Page | undefined> {
  const { tab, way = 'follow' } = act;
  const address = redirect.location ?? '/';
  const { pathname } = new URL(address, redirect.url);
  if (way === 'later') {
    tab.waiting = { address, key };
    return undefined;
  }
  if (way === 'prefetch first') await tab.ask(1, 'GET', address, [], PREFETCH);
  if (way === 'head first') await tab.ask(0, 'HEAD', address);
  if (way === 'look elsewhere first') {
    await tab.ask(1, 'GET', pathname);
    await tab.ask(0, 'GET', address.replace(/^[^?]*/, pathname === '/' ? '/put-away' : '/'));
  }
  const times = way === 'follow twice at once' ? [0, 1] : [family.tabs.indexOf(tab) % 2];
  const answers = await Promise.all(times.map((server) => tab.ask(server, 'GET', address)));
  const last = await followOn(tab, mostTold(answers));
  // What a killed process may have taken out of the session can't be asked for; nor by another session.
  if ([...answers, last].every((answer) => answer.page && answer.key === key)) {
    family.followed(key, address);
    if (family.wires.messages.of(redirect.path)?.session === key) family.followed(key, redirect.path);
  }
  if (last.page) tab.show(last.page);
  return last.page;
}

/** Goes on where a page leads that stands for another one by now. */
export async function followOn(tab: Tab, answer: Answer): Promise<Answer> {
  let last = answer;
  for (let n = 0; last.page?.location && n < REDIRECTS_AT_MOST; n += 1)
    last = await tab.ask(0, 'GET', last.page.location);
  return last;
}

/** Of what came at once, the page with the message, or the way to it; else the last one. */
function mostTold(answers: Answer[]): Answer {
  const told = answers.find(({ page }) => page?.html.includes('data-flash'));
  const onTheWay = answers.find(({ page }) => page?.location?.includes('flash='));
  return told ?? onTheWay ?? (answers.at(-1) as Answer);
}
