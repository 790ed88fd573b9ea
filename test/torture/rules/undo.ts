import type { Item } from '../item.js';
import { notFound, type Result, toLogin } from '../result.js';
import {
  type Action,
  type Change,
  type Household,
  type Id,
  memberOf,
  type State,
  withAction,
  withHousehold,
} from '../state.js';

/** Pressing Undo: everything is as it was, or nothing is changed. Only revisions go on counting. */
export function undo(state: State, key: string, name: string, back: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household, person } = member;
  const action = state.actions[name];
  if (!action || action.household !== person.current) return notFound(state, 'others');
  const answer = { status: 303, to: back, promise: 'undo' as const };
  const items = changed(
    household.items,
    mapped(action.items, (id, { before }) => renumbered(before, household.items[id])),
  );
  const places = changed(
    household.places,
    mapped(action.places, (_id, { before }) => before),
  );
  if (action.answered || !isAsLeft(household, action) || !isSound(items, places))
    return { ...answer, after: state };
  const undoing = withAction(withHousehold(state, person.current, { items, places }), undoingOf(name), {
    household: person.current,
    items: mapped(action.items, (id) => ({ before: household.items[id] ?? null, after: items[id] ?? null })),
    places: mapped(action.places, (_id, { before, after }) => ({ before: after, after: before })),
    undoes: name,
  });
  return { ...answer, after: { ...undoing, actions: reversed(undoing.actions, name) } };
}

/** What the action is called that undoes another. */
export function undoingOf(name: string): string {
  return `${name} undone`;
}

/** True when nothing that the action changed was changed since. */
function isAsLeft({ items, places }: Household, action: Action): boolean {
  return (
    Object.entries(action.items).every(([id, { after }]) => isSame(items[id], after)) &&
    Object.entries(action.places).every(([id, { after }]) => (places[id] ?? null) === after)
  );
}

function isSame(one: Item | undefined, other: Item | null): boolean {
  if (!one || !other) return !one && !other;
  return (Object.keys(other) as (keyof Item)[]).every(
    (name) => name === 'revision' || one[name] === other[name],
  );
}

/** No two places have the same name, and everything is in a place that is there. */
function isSound(items: Household['items'], places: Household['places']): boolean {
  const names = Object.values(places);
  return (
    new Set(names).size === names.length &&
    Object.values(items).every(({ place }) => places[place] !== undefined)
  );
}

function renumbered(back: Item | null, now: Item | undefined): Item | null {
  return back && now ? { ...back, revision: now.revision + 1 } : back;
}

/** What was undone no longer stands; what that had undone stands again, and so on down. */
function reversed(actions: State['actions'], name: string): State['actions'] {
  const all = { ...actions };
  let undone = true;
  for (let one: string | undefined = name; one !== undefined; one = all[one]?.undoes) {
    const action = all[one];
    if (!action) break;
    all[one] = { ...action, undone, answered: action.answered || one === name };
    undone = !undone;
  }
  return all;
}

function mapped<T, U>(changes: Record<Id, Change<T>>, to: (id: Id, change: Change<T>) => U): Record<Id, U> {
  return Object.fromEntries(Object.entries(changes).map(([id, change]) => [id, to(id, change)]));
}

function changed<T>(rows: Record<Id, T>, back: Record<Id, T | null>): Record<Id, T> {
  const entries = Object.entries({ ...rows, ...back }).filter(
    (entry): entry is [Id, T & {}] => entry[1] !== null,
  );
  return Object.fromEntries(entries);
}
