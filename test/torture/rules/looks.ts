import type { Page } from '../../support/page.js';
import type { Item } from '../item.js';
import { amountShown } from '../quantities.js';
import { type Result, toLogin } from '../result.js';
import { type Household, type Id, memberOf, type State } from '../state.js';

/** A place's page lists just what is in it. @param missing what is right when it is not there */
export function lookAtPlace(state: State, key: string, id: Id, missing: Result): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  if (member.household.places[id] === undefined) return missing;
  const items = Object.entries(member.household.items).filter(([, item]) => item.place === id);
  const expected = items.map(([id, item]) => toldOf(id, item));
  const shows = (page: Page) => {
    const listed = listedOn(page);
    return listed.sort().join() === expected.sort().join()
      ? undefined
      : `It lists ${listed}, not ${expected}.`;
  };
  return { status: 200, after: state, shows, promise: 'shown' };
}

/** An item's page says how much there is, where, and whether it is open or frozen. */
export function lookAtItem(state: State, household: Household, item: Item): Result {
  const place = household.places[item.place] ?? '';
  const states = [
    item.opened === null ? '' : ', opened',
    item.frozen !== null && place === 'Freezer' ? ', frozen' : '',
  ];
  const expected = `${amountShown(item)} in ${place}${states.join('')}, `;
  const shows = (page: Page) => {
    const said = page.query('.item-state')?.textContent ?? '';
    return said.startsWith(expected) ? undefined : `It says “${said}”, not “${expected}”.`;
  };
  return { status: 200, after: state, shows, promise: 'shown' };
}

/** What a row tells of an item. */
function toldOf(id: Id, item: Item): string {
  return `${id} ${amountShown(item)}${item.opened === null ? '' : ', opened'}`;
}

function listedOn(page: Pick<Page, 'html'>): string[] {
  return page.html.split('<li class="item').slice(1).flatMap(listedIn);
}

/** A row is of one item, or of several that it lists. */
function listedIn(row: string): string[] {
  const part = /<li><a href="\/items\/(\d+)\/edit[^"]*"><span class="number">([^<]*)<(.*?)<\/a>/g;
  const whole =
    /<a class="item-name" href="\/items\/(\d+)\/edit[^"]*">[^<]*<\/a> <span class="item-amount number">([^<]*)<(.*?)class="item-date"/gs;
  const parts = [...row.matchAll(part)];
  const told = parts.length > 0 ? parts : [...row.matchAll(whole)];
  return told.map(
    ([, item, amount, more = '']) =>
      `${item} ${amount}${/, opened$|<span>opened</.test(more) ? ', opened' : ''}`,
  );
}

/**
 * The home page names the household and its places, and shows what to eat first; signed out it is the welcome page.
 * @param whole the group that is asked for whole
 */
export function lookAtHome(state: State, key: string | undefined, whole: string | null): Result {
  const member = memberOf(state, key);
  const expected = member ? [member.household.name, ...Object.keys(member.household.places).sort()] : [''];
  const shows = (page: Page) => {
    const name = /<span class="household-name">.*?<\/span>(.*?)<\/span>/.exec(page.html)?.[1] ?? '';
    const places = [...page.html.matchAll(/class="place-link" href="\/places\/(\d+)"/g)].map(([, id]) => id);
    const shown = [name, ...places.sort()];
    if (shown.join() !== expected.join()) return `It shows ${shown}, not ${expected}.`;
    return member && wrongInGroups(page, member.household, whole);
  };
  return { status: 200, after: state, shows, promise: member ? 'shown' : 'signedOut' };
}

/** Home lists what is there, each thing once; a group that is asked for whole has as many as it says. */
function wrongInGroups(page: Page, { items }: Household, whole: string | null): string | undefined {
  const listed = listedOn(page);
  const there = Object.entries(items).filter(([, { level }]) => level !== 'out');
  const told = new Set(there.map(([id, item]) => toldOf(id, item)));
  const strange = listed.filter((one, n) => !told.has(one) || listed.indexOf(one) !== n);
  if (strange.length > 0) return `It lists ${strange}, which is not there, or twice.`;
  const counts = [...page.html.matchAll(/<span class="count">(\d+)</g)].map(([, count]) => Number(count));
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all !== told.size) return `Its groups have ${all} things, and there are ${told.size}.`;
  const [, group] = page.html.split(`id="eat-${whole?.replaceAll(' ', '-')}-group"`);
  if (group === undefined) return undefined;
  const [own = ''] = group.split(/id="eat-[\w-]+-group"/);
  const [count, shown] = [Number(/class="count">(\d+)</.exec(own)?.[1]), listedOn({ html: own }).length];
  return count === shown ? undefined : `Of ${whole} it counts ${count}, and lists ${shown}.`;
}
