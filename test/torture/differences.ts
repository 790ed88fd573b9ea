import type { PromiseName } from './promises.js';
import { pruned } from './pruned.js';
import { isReachable } from './rules/own-drafts.js';
import { detailsText, isDone, linesText, NEW_MARK } from './rules/steps.js';
import type { Seen } from './seen.js';
import { journalled } from './seen-journal.js';
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
  const key = Object.keys(seen.sessions).find((one) => !state.sessions[one]);
  const sessions: [string, Id][] = key && state.sessions['new:session'] ? [['new:session', key]] : [];
  const begunIn = (id: Id) =>
    Object.keys(seen.sessions).find((one) => seen.sessions[one]?.drafts.includes(id));
  const drafts = Object.entries(seen.drafts).map(([id, { once, owner }]): [string, Id] => [
    owner === null ? `new:${once} ${begunIn(id)}` : `new:${once}`,
    id,
  ]);
  return [...sessions, ...drafts.filter(([name]) => state.drafts[name])];
}

/** A state with the marks that savings got: the last ones, so once nothing more is done to the drafts. */
export function withMarks(state: State, seen: Seen): State {
  const found = new Map<string, string>();
  for (const [id, draft] of Object.entries(state.drafts)) {
    const there = seen.drafts[id];
    const pairs = Object.entries(draft.steps).map(([name, { mark }]) => [mark, there?.steps[name]?.mark]);
    // Each is another than the one before.
    for (const [mark = '', real = ''] of [[draft.revision, there?.revision], ...pairs])
      if (mark.startsWith(NEW_MARK) && !mark.endsWith(` after ${real}`)) found.set(mark, real);
  }
  if (found.size === 0) return state;
  const real = (mark: string) => found.get(mark) ?? mark;
  const drafts = Object.entries(state.drafts).map(([id, draft]) => {
    const steps = Object.entries(draft.steps).map(([name, step]) => [
      name,
      { ...step, mark: real(step.mark) },
    ]);
    return [id, { ...draft, revision: real(draft.revision), steps: Object.fromEntries(steps) }];
  });
  return { ...state, drafts: Object.fromEntries(drafts) };
}

/** What is not as it must be. @param state with its ids (see withIds) */
export function differences(
  state: State,
  seen: Seen,
  isNew: (username: string, password: string) => boolean,
): Difference[] {
  return [
    ...inHouseholds(state, seen),
    ...inPeople(state, seen, isNew),
    ...inSessions(state, seen),
    ...inDrafts(state, seen),
  ];
}

function inHouseholds(state: State, seen: Seen): Difference[] {
  return [...inTables(state, seen), ...inJournal(state, seen)];
}

/** The journal tells each change of an item, in their order: so it is known who was first. */
function inJournal(state: State, seen: Seen): Difference[] {
  const done = Object.entries(state.journal).map(([id, changes]) => [id, changes.map(journalled)]);
  const told = Object.assign({}, ...Object.values(seen.households).map(({ journal }) => journal));
  return compare('journal of item', 'tables', Object.fromEntries(done), told);
}

function inTables(state: State, seen: Seen): Difference[] {
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
  const expected = Object.entries(state.sessions).map(([key, { user, former, drafts }]) => [
    key,
    { user: id(user), former: id(former), drafts },
  ]);
  return compare('session', 'sessions', Object.fromEntries(expected), seen.sessions);
}

function inDrafts(state: State, seen: Seen): Difference[] {
  const drafts = Object.entries(state.drafts).filter(([id, draft]) => isReachable(state, id, draft));
  // Older ones are known no longer.
  const commits = Object.entries(state.commits).map(([id, { revision }]) => [id, revision]);
  const known = Object.entries(seen.commits).filter(([id]) => state.commits[id]);
  return [
    ...compare('draft', 'drafts', told(Object.fromEntries(drafts)), told(seen.drafts)),
    ...compare('commit', 'commits', Object.fromEntries(commits), Object.fromEntries(known)),
  ];
}

/** What counts of drafts: a step that has to be done again says nothing. */
function told(drafts: Record<Id, Draft>): Record<Id, unknown> {
  const entries = Object.entries(drafts).map(([id, draft]) => {
    const { kind, owner, household, discarded } = draft;
    if (kind === 'join') return [id, { kind, owner, household, discarded }];
    return [
      id,
      {
        ...draft,
        foods: linesText(draft.foods),
        details: isDone(draft, 'details') ? detailsText(draft.details) : '',
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
