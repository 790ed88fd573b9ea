import type { Page } from '../support/page.js';
import { visibleText } from '../support/visible-text.js';
import type { Visitor } from '../support/visitor.js';

/** The page of a place, by the link on the home page. */
export async function placePage(visitor: Visitor, name: string): Promise<Page> {
  const home = await visitor.get('/');
  const cards = home.queryAll('a.place-link');
  const card = cards.find((one) => visibleText(one.querySelector('.place-name')) === name);
  if (!card) throw new Error(`${home} shows no place ${name}`);
  return visitor.get(card.getAttribute('href') ?? '');
}

/** Which food a message tells of, such as “Food 7” in “Done: Food 7 (1) is in Fridge.” */
export function messageIn(flash: string): string {
  return /(Food \d+) \(1\) is in/.exec(flash)?.[1] ?? flash;
}

/** Which new place a message tells of, such as “Shelf 7” in “Shelf 7 is ready.” */
export function shelfIn(flash: string): string {
  return /Shelf \d+/.exec(flash)?.[0] ?? flash;
}

export const shelves = (count: number) => Array.from({ length: count }, (_, n) => `Shelf ${n}`);

/**
 * Leaves messages at once: each new place leaves one for its own page.
 * @param tabs of one browser, on one process or several; they take turns
 * @param names of the places
 * @returns the addresses that show them
 */
export async function leaveMessages(tabs: Visitor[], names: string[]): Promise<string[]> {
  const pages = await Promise.all(tabs.map((tab) => tab.get('/places/new')));
  const presses = names.map((name, n) => pages[n % pages.length]?.form('/places').fill({ name }).submitRaw());
  return (await Promise.all(presses)).map((answer) => answer?.location ?? 'no redirect');
}
