import type { Detail, Item } from './item.js';

/** A row's id as text; `new:…` for a row that was made and not looked up yet. */
export type Id = string;

export interface Household {
  name: string;
  /** The username of whoever made it. */
  owner: string;
  /** Names by id. */
  places: Record<Id, string>;
  items: Record<Id, Item>;
}

export interface Person {
  id: Id;
  password: string;
  households: Id[];
  current: Id;
}

export interface Line {
  /** Empty for a name that was typed. */
  food: Id;
  name: string;
}

/** What was said of a line of an entry. */
export interface LineDetail extends Detail {
  /** The place of its own that it goes to; null when it goes with the others. */
  own: Id | null;
}

/** An unfinished entry, as whoever filled it in sees it. */
export interface Draft {
  kind: 'put_away' | 'join';
  /** The token of the link that it joins by. */
  link?: string;
  /** The user's id; null while nobody is signed in. */
  owner: Id | null;
  household: Id;
  /** The mark of its last saving; `new:…` for one that was not looked up yet. */
  revision: string;
  /** The steps that were ever saved, with the mark of the saving that changed each last. */
  steps: Record<string, { mark: string; isDone: boolean }>;
  place: Id | null;
  foods: Line[];
  details: LineDetail[];
  discarded: boolean;
  /** The token of the form that started it; nothing once it was discarded. */
  once: string;
  /** What was typed for a step that could not be saved yet, by step and field. */
  typed: Record<string, Typed>;
}

/** What a person typed into a form, by field. */
export type Typed = Record<string, string>;

export interface Session {
  /** The username, or null. */
  user: string | null;
  /** What was begun in it, the newest first. */
  drafts: Id[];
  /** Who was signed in here before, by username. */
  former?: string;
  /** The session whose place it took. */
  from?: string;
}

/** What was typed when the session had ended. */
export interface Parked {
  /** The username of whoever typed it. */
  owner: string;
  /** The page that its form stands on. */
  page: string;
  /** The household that its form was drawn for; none for a form of no household. */
  household?: Id;
  typed: Typed;
  /** False once it may have been forgotten: it was sent after all, or there are too many. */
  sure: boolean;
  /** In which step it came: of those of one step nobody knows which was first. */
  step: number;
}

export interface Commit {
  draft: Id;
  owner: Id;
  household: Id;
  revision: string;
  /** The page that it led to. */
  to: string;
  /** Which action it was. */
  action: string;
}

/** What something was before and after an action; null where it was not there. */
export interface Change<T> {
  before: T | null;
  after: T | null;
}

/** What was done to the household's food, as far as an Undo can put it back. */
export interface Action {
  household: Id;
  items: Record<Id, Change<Item>>;
  /** By their names. */
  places: Record<Id, Change<string>>;
  /** Which action it undoes. */
  undoes?: string;
  /** True once there is an action that undoes it: only that one can be undone then. */
  answered: boolean;
  /** True while what it did does not stand. */
  undone: boolean;
}

/** What must be true of a family. Never changed in place: each change gives another state. */
export interface State {
  households: Record<Id, Household>;
  /** By username. */
  people: Record<string, Person>;
  /** By what names the row in the session file. */
  sessions: Record<string, Session>;
  /** The unfinished entries, open and discarded. */
  drafts: Record<Id, Draft>;
  commits: Record<Id, Commit>;
  actions: Record<string, Action>;
  /** Which action a form did that was sent, by its token and content. */
  once: Record<string, string>;
  /** Which action deleted what is gone, by id. */
  deletions: Record<Id, string>;
  /** Which action changed an item last, by its id. */
  edits: Record<Id, string>;
  /** Forms that wait for their writers to sign in again, by the key in the address, the oldest first. */
  parked: Record<string, Parked>;
  /** Whose each session is, or was. */
  owners: Record<string, string>;
  /** Links by token: the household, and for how many people. */
  links: Record<string, { household: Id; uses: number }>;
  /** What was done to items in this step, in its order. */
  journal: Record<Id, Change<Item>[]>;
  /** How many steps the family has made. */
  step: number;
}

export const NOTHING: State = {
  households: {},
  people: {},
  sessions: {},
  drafts: {},
  commits: {},
  actions: {},
  once: {},
  deletions: {},
  edits: {},
  parked: {},
  owners: {},
  links: {},
  journal: {},
  step: 0,
};

export function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _, ...others } = record;
  return others;
}

export function withHousehold(state: State, id: Id, change: Partial<Household>): State {
  const household = state.households[id];
  if (!household) throw new Error(`There is no household ${id}`);
  return { ...state, households: { ...state.households, [id]: { ...household, ...change } } };
}

export function withPerson(state: State, username: string, change: Partial<Person>): State {
  const person = state.people[username];
  if (!person) throw new Error(`There is no ${username}`);
  return { ...state, people: { ...state.people, [username]: { ...person, ...change } } };
}

export interface Member {
  username: string;
  person: Person;
  session: Session;
  household: Household;
}

/** Who is signed in with a session, and what they see; undefined when nobody is. */
export function memberOf(state: State, key: string | undefined): Member | undefined {
  const session = key === undefined ? undefined : state.sessions[key];
  const username = session?.user ?? undefined;
  const person = username === undefined ? undefined : state.people[username];
  const household = person && state.households[person.current];
  return session && username !== undefined && person && household
    ? { username, person, session, household }
    : undefined;
}

/** Remembers what was done, so that it can be undone. */
export function withAction(
  state: State,
  name: string,
  action: Pick<Action, 'household' | 'items'> & Partial<Action>,
): State {
  const done: Action = { places: {}, answered: false, undone: false, ...action };
  const gone = [
    ...Object.keys(done.items).filter((id) => done.items[id]?.after === null),
    ...Object.keys(done.places).flatMap((id) => (done.places[id]?.after === null ? [`place ${id}`] : [])),
  ];
  const journal = Object.entries(done.items).map(([id, change]) => [
    id,
    [...(state.journal[id] ?? []), change],
  ]);
  return {
    ...state,
    journal: { ...state.journal, ...Object.fromEntries(journal) },
    actions: { ...state.actions, [name]: done },
    deletions: { ...state.deletions, ...Object.fromEntries(gone.map((id) => [id, name])) },
  };
}
