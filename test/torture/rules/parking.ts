import type { Page } from '../../support/page.js';
import { type Answer, type Result, toLogin } from '../result.js';
import { type Id, memberOf, type Parked, type State, type Typed, without } from '../state.js';

/** Fields that nobody types. */
const CARRIED = [
  'once',
  'drawn_on',
  'revision',
  'return_to',
  'end',
  'act',
  'household_id',
  'next',
  'invitation',
  'as',
  'for_household',
  'for_user',
];
const PARKED_AT_MOST = 10;
/** Of all that was parked, tabs still know so many at the most. */
const FORMS_KEPT = 100;

/** The page that a form stands on, where it is not sent to its own address. */
const PAGES: [RegExp, string][] = [
  [/^\/places\/(\d+)\/items$/, '/places/$1'],
  [/^\/places\/(\d+)$/, '/places/$1/edit'],
  [/^\/items\/(\d+)(?:\/(?:eaten|thrown-away|opened|moved|date|level))?(?:\?.*)?$/, '/items/$1/edit'],
  [/^\/put-away\/keep$/, '/put-away'],
  [/^\/put-away\/([^/]+)\/(?:commit|place)$/, '/put-away/$1/details'],
  [/^\/put-away\/([^/]+)\/(\w+)\/(?:keep|saved)$/, '/put-away/$1/$2'],
  [/^\/put-away\/([^/]+)\/discard\?step=(\w+)$/, '/put-away/$1/$2'],
  [/^(\/put-away\/[^/]+\/\w+)\?.*$/, '$1'],
  [/^\/household\/(members|current)$/, '/household'],
];

/** What a form sends, as far as it may have to be kept. */
export interface Sent {
  page: string;
  typed: Typed;
  /** The household and the user that it was drawn for. */
  household: Id | undefined;
  user: Id | undefined;
  /** True for a form that is gone back to even when nothing was typed, as that of a review. */
  isStep: boolean;
}

/** @param path where the form is sent */
export function sentTo(path: string, fields: [string, string][]): Sent {
  const [pattern, page] = PAGES.find(([one]) => one.test(path)) ?? [];
  return {
    page: pattern && page ? path.replace(pattern, page) : path,
    typed: typedIn(fields),
    household: fields.find(([name]) => name === 'for_household')?.[1],
    user: fields.find(([name]) => name === 'for_user')?.[1],
    isStep: fields.some(([name]) => name === 'revision'),
  };
}

/** What a person typed among what a form sends: never a password. */
export function typedIn(fields: [string, string][]): Typed {
  const typed: Typed = {};
  // A picker that nothing was picked in says nothing.
  for (const [name, value] of fields)
    if (!CARRIED.includes(name) && !name.includes('password') && !name.endsWith('_picked'))
      typed[name] = typed[name] === undefined ? value : `${typed[name]}\n${value}`;
  return typed;
}

export function isAnything(typed: Typed): boolean {
  return Object.keys(typed).length > 0;
}

/** A form finds nobody signed in: what was typed waits for its writer. */
export function park(state: State, sent: Sent, { key = '', page }: Answer): Result {
  const session = state.sessions[key];
  const owner = session ? (session.user ?? session.former) : state.owners[key];
  if (owner !== undefined && isForAnother(sent, state.people[owner]?.id))
    return { status: 409, after: state, promise: 'elsewhere' };
  if (owner === undefined && sent.user !== undefined && (isAnything(sent.typed) || sent.isStep)) {
    const shows = (shown: Page) => {
      const carried = carriedOn(shown);
      if (carried?.user !== sent.user)
        return 'The sign-in page does not carry what was typed for its writer.';
      return wrongWay({ path: carried?.page ?? '' }, sent);
    };
    return { status: 401, after: state, shows, promise: 'parked' };
  }
  if (owner === undefined || (!isAnything(sent.typed) && !sent.isStep)) {
    const shows = (shown: Page) => (parkedIn(shown) ? 'It keeps what is nobody’s, or nothing.' : undefined);
    return { ...toLogin(state), shows };
  }
  const after = withParked(state, page && parkedIn(page)?.id, formOf(sent, owner));
  return {
    status: 303,
    to: '/login',
    after,
    shows: (shown) => wrongWay(parkedIn(shown), sent),
    promise: 'parked',
  };
}

/** What a sign-in page carries for a browser without a cookie that says whose it is. */
function carriedOn(page: Page): Carried | undefined {
  const text = page.query('input[name="kept_form"]')?.getAttribute('value');
  return text ? (JSON.parse(text) as Carried) : undefined;
}

interface Carried {
  page: string;
  values: Typed;
  household?: string;
  user: string;
}

/** Signing in by such a page: what it carries waits for its writer, and for nobody else. */
export function withCarried(result: Result, carried: string | undefined, id: Id, { page }: Answer): Result {
  if (!carried || result.status !== 303) return result;
  const form = JSON.parse(carried) as Carried;
  if (form.user !== id) return result;
  const owner = Object.keys(result.after.people).find((name) => result.after.people[name]?.id === id) ?? '';
  const typed = typedIn(Object.entries(form.values));
  const { page: address, household } = form;
  const parked = {
    owner,
    page: address,
    typed,
    ...(household === undefined ? {} : { household }),
    sure: true,
  };
  const key = page && waiting(page.location, page.url)?.id;
  return { ...result, after: withParked(result.after, key, parked) };
}

function isForAnother({ user }: Sent, id: Id | undefined): boolean {
  return user !== undefined && user !== id;
}

/**
 * A form of another user changes nothing. So does one of another household than the one that is seen now, and it waits for
 * its writer to go back there.
 * @returns nothing for a form of this user and household, or of none, or when nobody is signed in
 */
export function elsewhere(state: State, sent: Sent, { key, page }: Answer): Result | undefined {
  const member = memberOf(state, key);
  if (member && isForAnother(sent, member.person.id))
    return { status: 409, after: state, promise: 'elsewhere' };
  if (!member || sent.household === undefined || sent.household === member.person.current) return undefined;
  const isOwn = member.person.households.includes(sent.household);
  const form = formOf(sent, member.username);
  const waits = isOwn && isAnything(sent.typed);
  const after = waits ? withParked(state, page && offeredBy(page)?.id, form) : state;
  const shows = (shown: Page) => {
    const offered = offeredBy(shown);
    if (waits) return wrongWay(offered, sent);
    return offered ? `It keeps what is not ${member.username}’s.` : undefined;
  };
  return { status: 409, after, shows, promise: 'elsewhere' };
}

/** What waits for whoever is signed in on the page that an address asks for. */
export function waitingOn(state: State, key: string | undefined, address: URL): Parked | undefined {
  return waitingFor(state, memberOf(state, key)?.username, address);
}

/** The same, once the session may have been renewed or ended by what was done at the same time. */
export function waitedOn(state: State, key: string | undefined, address: URL): Parked | undefined {
  return waitingFor(state, state.owners[key ?? ''], address);
}

function waitingFor(state: State, username: string | undefined, address: URL): Parked | undefined {
  const form = state.parked[address.searchParams.get('kept') ?? ''];
  const isOwn = form !== undefined && form.owner === username;
  return isOwn && form.page === address.pathname ? form : undefined;
}

/** True for a form of another household than the one that is seen now: its page says so, and shows nothing of it. */
export function isElsewhere(state: State, { owner, household }: Parked): boolean {
  return household !== undefined && household !== state.people[owner]?.current;
}

function formOf(sent: Sent, owner: string): Omit<Parked, 'step'> {
  const { page, household, typed } = sent;
  return { owner, page, typed, ...(household === undefined ? {} : { household }), sure: true };
}

/** @param id its key; undefined when its answer was lost: it may take up room all the same */
export function withParked(state: State, id: string | undefined, form: Omit<Parked, 'step'>): State {
  const { step, parked } = state;
  const key = id ?? `lost ${step} ${Object.keys(parked).length}`;
  // One that is kept once more counts as new.
  const all = { ...without(parked, key), [key]: { ...form, step, sure: form.sure && id !== undefined } };
  return { ...state, parked: newest(all, form.owner) };
}

/** Once the form was sent that its page had brought back, it may be forgotten. @param address of the page */
export function forgotten(state: State, key: string | undefined, address: URL): State {
  const id = address.searchParams.get('kept') ?? '';
  const form = waitedOn(state, key, address);
  return form ? { ...state, parked: { ...state.parked, [id]: { ...form, sure: false } } } : state;
}

/** One is still there for certain when too few came after it, or beside it, to push it out. */
function newest(parked: State['parked'], owner: string): State['parked'] {
  const own = Object.values(parked).filter((form) => form.owner === owner);
  const entries = Object.entries(parked).map(([id, form]) => {
    const since = own.filter(({ step }) => step >= form.step);
    const isOld = form.owner === owner && since.length > PARKED_AT_MOST;
    return [id, isOld ? { ...form, sure: false } : form] as const;
  });
  return Object.fromEntries(entries.slice(-FORMS_KEPT));
}

/** Where a redirect to the sign-in page leads on to, and the key of what waits there. */
function parkedIn(redirect: Page): { path: string; id: string } | undefined {
  const back = new URL(redirect.location ?? '/', redirect.url).searchParams.get('return_to');
  return waiting(back, redirect.url);
}

/** The same, where a page offers to go back to the form’s household. */
function offeredBy(page: Page): { path: string; id: string } | undefined {
  const field = page.query('form[action="/household/current"] input[name="return_to"]');
  return waiting(field?.getAttribute('value'), page.url);
}

/** What an address leads to, and the key of what waits there. */
export function waiting(
  address: string | null | undefined,
  base: string,
): { path: string; id: string } | undefined {
  const url = new URL(address ?? '/', base);
  const id = url.searchParams.get('kept');
  return id === null ? undefined : { path: url.pathname, id };
}

function wrongWay(kept: { path: string } | undefined, sent: Sent): string | undefined {
  const path = kept?.path;
  return path === sent.page
    ? undefined
    : `What was typed on ${sent.page} ${path ? `waits for ${path}` : 'is not kept'}.`;
}
