import type { PromiseName } from './promises.js';
import { pruned } from './pruned.js';
import { linesText } from './rules/steps.js';
import type { Seen } from './seen.js';
import type { Draft, Id, State } from './state.js';

export interface Difference {
  promise: PromiseName;
  words: string;
}

/** A state with the ids that its new rows got, as far as such rows were made. */
export function withIds(state: State, seen: Seen): State {
  const found = [...newRows(state, seen), ...newDrafts(state, seen)];
  if (found.length === 0) return state;
  let text = JSON.stringify(pruned(state));
  for (const [name, id] of found) text = text.replaceAll(JSON.stringify(name), JSON.stringify(id));
  return JSON.parse(text) as State;
}

function newRows(state: State, seen: Seen): [string, Id][] {
  return Object.entries(state.households).flatMap(([household, { items, places }]) => {
    const there = seen.households[household];
    const rows = Object.keys(there?.items ?? {}).map((id): [string, Id] => [
      `new:${there?.items[id]?.quantity}`,
      id,
    ]);
    const named = Object.keys(there?.places ?? {}).map((id): [string, Id] => [
      `new:${there?.places[id]}`,
      id,
    ]);
    return [
      ...rows.filter(([name, id]) => items[name] && !items[id]),
      ...named.filter(([name, id]) => places[name] !== undefined && places[id] === undefined),
    ];
  });
}

function newDrafts(state: State, seen: Seen): [string, Id][] {
  const found: [string, Id][] = [];
  for (const [key, { drafts }] of Object.entries(seen.sessions)) {
    const unknown = state.sessions[key] ? undefined : state.sessions['new:session'];
    if (unknown) found.push(['new:session', key]);
    const known = (state.sessions[key] ?? unknown)?.drafts ?? {};
    for (const [id, { once }] of Object.entries(drafts))
      if (known[`new:${once}`]) found.push([`new:${once}`, id]);
  }
  return found;
}

/** What is not as it must be. @param state with its ids (see withIds) */
export function differences(
  state: State,
  seen: Seen,
  isNew: (username: string, password: string) => boolean,
): Difference[] {
  return [...inHouseholds(state, seen), ...inPeople(state, seen, isNew), ...inSessions(state, seen)];
}

function inHouseholds(state: State, seen: Seen): Difference[] {
  return Object.entries(state.households).flatMap(([id, { name, places, items }]) => {
    const there = seen.households[id];
    return [
      ...compare(`place of ${name}`, 'tables', places, there?.places ?? {}),
      ...compare(`item of ${name}`, 'tables', items, there?.items ?? {}),
    ];
  });
}

function inPeople(
  state: State,
  seen: Seen,
  isNew: (username: string, password: string) => boolean,
): Difference[] {
  const households = (list: Id[]) => list.toSorted((a, b) => Number(a) - Number(b));
  const expected = Object.entries(state.people).map(([name, one]) => {
    const password = isNew(name, one.password) ? 'another' : 'as before';
    return [name, { current: one.current, households: households(one.households), password }];
  });
  return compare('person', 'tables', Object.fromEntries(expected), seen.people);
}

function inSessions(state: State, seen: Seen): Difference[] {
  const id = (username: string | null | undefined) => (username && state.people[username]?.id) ?? null;
  const expected = Object.entries(state.sessions).map(([key, { user, former }]) => [
    key,
    { user: id(user), former: id(former) },
  ]);
  const there = Object.entries(seen.sessions).map(([key, { user, former }]) => [key, { user, former }]);
  const wrong = compare('session', 'sessions', Object.fromEntries(expected), Object.fromEntries(there));
  if (wrong.length > 0) return wrong;
  return Object.entries(state.sessions).flatMap(([key, { drafts }]) =>
    compare('draft', 'drafts', told(drafts), told(seen.sessions[key]?.drafts ?? {})),
  );
}

/** What counts of drafts: a step that has to be done again says nothing. */
function told(drafts: Record<Id, Draft>): Record<Id, unknown> {
  const entries = Object.entries(drafts).map(([id, draft]) => {
    if (draft.kind === 'join') return [id, { kind: 'join', household: draft.household }];
    const { details, foods, place, steps, ...rest } = draft;
    return [
      id,
      {
        ...rest,
        steps: Object.fromEntries(Object.entries(steps).sort()),
        place,
        foods: linesText(foods),
        details: steps.details === undefined ? [] : details,
      },
    ];
  });
  return Object.fromEntries(entries);
}

function compare(
  what: string,
  promise: PromiseName,
  expected: Record<string, unknown>,
  there: Record<string, unknown>,
): Difference[] {
  const ids = [...new Set([...Object.keys(expected), ...Object.keys(there)])];
  return ids
    .filter((id) => text(expected[id]) !== text(there[id]))
    .map((id) => ({
      promise,
      words: `The ${what} ${id} must be ${text(expected[id])}, and is ${text(there[id])}.`,
    }));
}

/** As JSON with its names in order. */
function text(value: unknown): string {
  if (value === undefined) return 'absent';
  return JSON.stringify(value, (_name, one) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
