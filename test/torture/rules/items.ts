import type { Page } from '../../support/page.js';
import { amountShown } from '../quantities.js';
import { notFound, type Result, toLogin } from '../result.js';
import {
  type Detail,
  type Id,
  type Item,
  memberOf,
  type State,
  withAction,
  withHousehold,
  without,
} from '../state.js';

/**
 * Adding one thing on a place's page.
 * @param once the token of the form with what it says
 * @param missing what is right when the place is not there
 */
export function add(
  state: State,
  key: string,
  place: Id,
  detail: Detail | undefined,
  once: string,
  action: string,
  missing: Result,
): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household, person } = member;
  if (household.places[place] === undefined) return missing;
  if (!detail) return { status: 422, after: state, promise: 'tables' };
  const answer = { status: 303, to: `/places/${place}`, promise: 'tables' as const };
  const before = state.once[once];
  if (before !== undefined && !state.actions[before]?.undone) return { ...answer, after: state };
  const [id, item] = [`new:${detail.quantity}`, { ...detail, place, revision: 1 }];
  const more = withHousehold(state, person.current, { items: { ...household.items, [id]: item } });
  const done = withAction(more, action, {
    household: person.current,
    items: { [id]: { before: null, after: item } },
  });
  return { ...answer, after: { ...done, once: { ...done.once, [once]: action } } };
}

interface EditForm {
  change: Omit<Item, 'revision'>;
  drawn: Item;
  back: string;
}

/** Parts of an item that are one thing. */
const TOGETHER = [['name'], ['quantity', 'unit'], ['bestBefore'], ['place']] as const;

/** A change put together with what others changed since its form was drawn; undefined when both changed the same. */
function mergedWith(
  item: Item,
  change: Omit<Item, 'revision'>,
  drawn: Item,
): Omit<Item, 'revision'> | undefined {
  const merged: Record<string, unknown> = { ...change };
  for (const parts of TOGETHER) {
    const isLike = (one: Omit<Item, 'revision'>, other: Omit<Item, 'revision'>) =>
      parts.every((part) => one[part] === other[part]);
    if (isLike(change, item) || isLike(drawn, item)) continue;
    if (!isLike(drawn, change)) return undefined;
    for (const part of parts) merged[part] = item[part];
  }
  return merged as unknown as Omit<Item, 'revision'>;
}

function isSame(change: Omit<Item, 'revision'>, item: Item): boolean {
  return Object.entries(change).every(([name, value]) => item[name as keyof Item] === value);
}

/**
 * Changing or moving an item.
 * @param form what it says, what it was drawn with, and where it leads back to
 * @param missing what is right when the item is not there
 */
export function edit(
  state: State,
  key: string,
  id: Id,
  { change, drawn, back }: EditForm,
  action: string,
  missing: Result,
): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household, person } = member;
  const item = household.items[id];
  if (!item) return missing;
  const answer = { status: 303, to: back, promise: 'tables' as const };
  const merged = item.revision === drawn.revision ? change : mergedWith(item, change, drawn);
  const now = { ...(isSame(change, item) ? change : (merged ?? change)), revision: item.revision };
  if (Object.keys(now).every((name) => now[name as keyof Item] === item[name as keyof Item]))
    return { ...answer, after: state };
  if (!merged) return { status: 409, after: state, promise: 'stale' };
  if (household.places[now.place] === undefined) return { status: 422, after: state, promise: 'tables' };
  const changed = { ...now, revision: item.revision + 1 };
  const items = { ...household.items, [id]: changed };
  const done = withAction(withHousehold(state, person.current, { items }), action, {
    household: person.current,
    items: { [id]: { before: item, after: changed } },
  });
  return { ...answer, after: { ...done, edits: { ...done.edits, [id]: action } } };
}

export function remove(state: State, key: string, id: Id, back: string, action: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household, person } = member;
  const item = household.items[id];
  if (!item) {
    const deleted = state.actions[state.deletions[id] ?? ''];
    const known = deleted?.household === person.current;
    return known ? { status: 303, to: back, after: state, promise: 'tables' } : notFound(state, 'others');
  }
  const rest = withHousehold(state, person.current, { items: without(household.items, id) });
  const items = { [id]: { before: item, after: null } };
  const after = withAction(rest, action, { household: person.current, items });
  return { status: 303, to: back, after, promise: 'tables' };
}

/** Deleting a place, with what is in it. */
export function removePlace(state: State, key: string, id: Id, action: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household, person } = member;
  const name = household.places[id];
  if (name === undefined) {
    const known = state.actions[state.deletions[`place ${id}`] ?? '']?.household === person.current;
    return known ? { status: 303, to: '/', after: state, promise: 'tables' } : notFound(state, 'others');
  }
  const entries = Object.entries(household.items);
  const items = Object.fromEntries(entries.filter(([, item]) => item.place !== id));
  const removed = entries.filter(([, item]) => item.place === id);
  const rest = withHousehold(state, person.current, { items, places: without(household.places, id) });
  const after = withAction(rest, action, {
    household: person.current,
    items: Object.fromEntries(removed.map(([one, item]) => [one, { before: item, after: null }])),
    places: { [id]: { before: name, after: null } },
  });
  return { status: 303, to: '/', after, promise: 'tables' };
}

/** A place's page lists just what is in it. @param missing what is right when it is not there */
export function lookAtPlace(state: State, key: string, id: Id, missing: Result): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  if (member.household.places[id] === undefined) return missing;
  const items = Object.entries(member.household.items).filter(([, item]) => item.place === id);
  const expected = items.map(([id, item]) => `${id} ${amountShown(item)}`);
  const shows = (page: Page) => {
    const listed = page.html.split('<li class="item').slice(1).flatMap(listedIn);
    return listed.sort().join() === expected.sort().join()
      ? undefined
      : `It lists ${listed}, not ${expected}.`;
  };
  return { status: 200, after: state, shows, promise: 'shown' };
}

/** A row is of one item, or of several that it lists. */
function listedIn(row: string): string[] {
  const part = /<li><a href="\/items\/(\d+)\/edit[^"]*"><span class="number">([^<]*)</g;
  const whole =
    /<a class="item-name" href="\/items\/(\d+)\/edit[^"]*">[^<]*<\/a> <span class="item-amount number">([^<]*)</g;
  const parts = [...row.matchAll(part)];
  return (parts.length > 0 ? parts : [...row.matchAll(whole)]).map(([, item, amount]) => `${item} ${amount}`);
}

/** The home page names the household and its places; signed out it is the welcome page. */
export function lookAtHome(state: State, key: string | undefined): Result {
  const member = memberOf(state, key);
  const expected = member ? [member.household.name, ...Object.keys(member.household.places).sort()] : [''];
  const shows = (page: Page) => {
    const name = /<span class="household-name">.*?<\/span>(.*?)<\/span>/.exec(page.html)?.[1] ?? '';
    const places = [...page.html.matchAll(/class="place-link" href="\/places\/(\d+)"/g)].map(([, id]) => id);
    const shown = [name, ...places.sort()];
    return shown.join() === expected.join() ? undefined : `It shows ${shown}, not ${expected}.`;
  };
  return { status: 200, after: state, shows, promise: member ? 'shown' : 'signedOut' };
}
