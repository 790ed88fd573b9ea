import { type Detail, newItem } from '../item.js';
import { notFound, type Result, toLogin } from '../result.js';
import { type Id, memberOf, type State, withAction, withHousehold, without } from '../state.js';

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
  const [id, item] = [`new:${detail.quantity}`, newItem(detail, place)];
  const more = withHousehold(state, person.current, { items: { ...household.items, [id]: item } });
  const done = withAction(more, action, {
    household: person.current,
    items: { [id]: { before: null, after: item } },
  });
  return { ...answer, after: { ...done, once: { ...done.once, [once]: action } } };
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
