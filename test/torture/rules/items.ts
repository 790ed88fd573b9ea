import type { Page } from '../../support/page.js';
import { notFound, type Result, toLogin } from '../result.js';
import { type Detail, type Id, type Item, memberOf, type State, withHousehold, without } from '../state.js';

/** Adding one thing on a place's page. @param once the token of the form with what it says */
export function add(
  state: State,
  key: string,
  place: Id,
  detail: Detail | undefined,
  once: string,
  action: string,
): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household, person } = member;
  if (household.places[place] === undefined) return notFound(state, 'others');
  if (!detail) return { status: 422, after: state, promise: 'tables' };
  const answer = { status: 303, to: `/places/${place}`, promise: 'tables' as const };
  const before = state.once[once];
  if (before !== undefined && !state.actions[before]?.undone) return { ...answer, after: state };
  const added = { [`new:${detail.quantity}`]: { ...detail, place, revision: 1 } };
  const more = withHousehold(state, person.current, { items: { ...household.items, ...added } });
  const after = {
    ...more,
    once: { ...more.once, [once]: action },
    actions: {
      ...more.actions,
      [action]: { household: person.current, added, removed: {}, places: {}, undone: false },
    },
  };
  return { ...answer, after };
}

/** Changing or moving an item. @param revision that the form was drawn at */
export function edit(
  state: State,
  key: string,
  id: Id,
  change: Omit<Item, 'revision'>,
  revision: number,
): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household, person } = member;
  const item = household.items[id];
  if (!item) return notFound(state, 'others');
  const answer = { status: 303, to: `/places/${change.place}`, promise: 'tables' as const };
  const now = { ...change, revision: item.revision };
  if (Object.keys(now).every((name) => now[name as keyof Item] === item[name as keyof Item]))
    return { ...answer, after: state };
  if (item.revision !== revision) return { status: 409, after: state, promise: 'stale' };
  if (household.places[change.place] === undefined) return { status: 422, after: state, promise: 'tables' };
  const items = { ...household.items, [id]: { ...now, revision: item.revision + 1 } };
  return { ...answer, after: withHousehold(state, person.current, { items }) };
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
  const done = { household: person.current, added: {}, removed: { [id]: item }, places: {}, undone: false };
  const after = {
    ...rest,
    deletions: { ...rest.deletions, [id]: action },
    actions: { ...rest.actions, [action]: done },
  };
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
  const removed = Object.fromEntries(Object.entries(household.items).filter(([, item]) => item.place === id));
  const items = Object.fromEntries(Object.entries(household.items).filter(([, item]) => item.place !== id));
  const rest = withHousehold(state, person.current, { items, places: without(household.places, id) });
  const gone = Object.fromEntries([...Object.keys(removed), `place ${id}`].map((one) => [one, action]));
  const done = { household: person.current, added: {}, removed, places: { [id]: name }, undone: false };
  const after = {
    ...rest,
    deletions: { ...rest.deletions, ...gone },
    actions: { ...rest.actions, [action]: done },
  };
  return { status: 303, to: '/', after, promise: 'tables' };
}

/** Pressing Undo: everything is as it was, or nothing is changed. */
export function undo(state: State, key: string, name: string, back: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household, person } = member;
  const action = state.actions[name];
  if (!action || action.household !== person.current) return notFound(state, 'others');
  const answer = { status: 303, to: back, promise: 'undo' as const };
  const unchanged = Object.entries(action.added).every(([id, item]) => isSame(household.items[id], item));
  const places = { ...household.places, ...action.places };
  const free = Object.values(action.places).every((one) => !Object.values(household.places).includes(one));
  const fits = Object.entries(action.removed).every(
    ([id, item]) => !household.items[id] && places[item.place] !== undefined,
  );
  if (action.undone || !unchanged || !free || !fits) return { ...answer, after: state };
  const kept = Object.entries(household.items).filter(([id]) => !action.added[id]);
  const items = { ...Object.fromEntries(kept), ...action.removed };
  const restored = withHousehold(state, person.current, { items, places });
  // Taken out again is gone too: deleting it once more finds the undoing, which an Undo would undo.
  const undoing = `${name} undone`;
  const gone = Object.fromEntries(Object.keys(action.added).map((id) => [id, undoing]));
  const reversed = { ...action, added: {}, removed: action.added, places: {} };
  const after = {
    ...restored,
    actions: { ...restored.actions, [name]: { ...action, undone: true }, [undoing]: reversed },
    deletions: { ...restored.deletions, ...gone },
  };
  return { ...answer, after };
}

function isSame(one: Item | undefined, other: Item): boolean {
  return (
    one !== undefined && (Object.keys(other) as (keyof Item)[]).every((name) => one[name] === other[name])
  );
}

/** A place's page lists just what is in it. */
export function lookAtPlace(state: State, key: string, id: Id): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  if (member.household.places[id] === undefined) return notFound(state, 'others');
  const items = Object.entries(member.household.items).filter(([, item]) => item.place === id);
  const expected = items.map(
    ([item, { quantity, unit }]) => `${item} ${`${quantity / 1000} ${unit}`.trim()}`,
  );
  const shows = (page: Page) => {
    const row =
      /href="\/items\/(\d+)\/edit">[^<]*<\/a>\s*<span class="item-meta"><span class="number">([^<]*)</g;
    const listed = [...page.html.matchAll(row)].map(([, item, amount]) => `${item} ${amount}`);
    return listed.sort().join() === expected.sort().join()
      ? undefined
      : `It lists ${listed}, not ${expected}.`;
  };
  return { status: 200, after: state, shows, promise: 'shown' };
}

/** The home page names the household and its places; signed out it is the welcome page. */
export function lookAtHome(state: State, key: string | undefined): Result {
  const member = memberOf(state, key);
  const expected = member ? [member.household.name, ...Object.keys(member.household.places).sort()] : [''];
  const shows = (page: Page) => {
    const name = /<span class="household-name">.*?<\/span>(.*?)<\/span>/.exec(page.html)?.[1] ?? '';
    const places = [...page.html.matchAll(/class="place-card" href="\/places\/(\d+)"/g)].map(([, id]) => id);
    const shown = [name, ...places.sort()];
    return shown.join() === expected.join() ? undefined : `It shows ${shown}, not ${expected}.`;
  };
  return { status: 200, after: state, shows, promise: member ? 'shown' : 'signedOut' };
}
