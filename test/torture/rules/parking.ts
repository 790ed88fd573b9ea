import { inflateRawSync } from 'node:zlib';
import type { Page } from '../../support/page.js';
import { type Answer, type Result, toLogin } from '../result.js';
import { asSeen, type StoredDraft } from '../seen.js';
import { type Draft, type Id, type Session, type State, without } from '../state.js';

/** Fields that nobody types. */
const CARRIED = ['once', 'revision', 'return_to', 'so_far'];
const PARKED_AT_MOST = 3;

/** The page that a form stands on, where it is not sent to its own address. */
const PAGES: [RegExp, string][] = [
  [/^\/places\/(\d+)\/items$/, '/places/$1'],
  [/^\/places\/(\d+)$/, '/places/$1/edit'],
  [/^\/items\/(\d+)$/, '/items/$1/edit'],
  [/^\/put-away\/([^/]+)\/commit$/, '/put-away/$1/review'],
  [/^\/household\/(members|current)$/, '/household'],
];

/** What a form sends, as far as it may have to be kept. */
export interface Sent {
  page: string;
  typed: boolean;
  draft: { id: Id; draft: Draft } | undefined;
}

/** @param path where the form is sent */
export function sentTo(path: string, fields: [string, string][]): Sent {
  const [pattern, page] = PAGES.find(([one]) => one.test(path)) ?? [];
  const soFar = fields.find(([name]) => name === 'so_far')?.[1];
  return {
    page: pattern && page ? path.replace(pattern, page) : path,
    typed: fields.some(([name]) => !CARRIED.includes(name) && !name.includes('password')),
    draft: soFar === undefined ? undefined : unpacked(soFar),
  };
}

/** A form finds nobody signed in: what was typed waits for its writer in a session of nobody. */
export function park(state: State, sent: Sent, answer: Answer): Result {
  const { key = '', newKey, page } = answer;
  const session = state.sessions[key];
  const owner = session ? (session.user ?? session.former) : state.owners[key];
  if (owner === undefined || (!sent.typed && !sent.draft)) return toLogin(state);
  const kept: Session = session?.user === null ? session : { user: null, drafts: {} };
  const others = Object.entries(kept.parked ?? {}).slice(1 - PARKED_AT_MOST);
  const own = sent.draft?.draft.owner === state.people[owner]?.id;
  const form = { owner, page: sent.page, ...(sent.draft && own ? { draft: sent.draft } : {}) };
  const id = (page && parkedIn(page)?.id) ?? 'unknown';
  const parked = { ...Object.fromEntries(others), [id]: form };
  const sessions = without(state.sessions, key);
  const after = {
    ...state,
    sessions: newKey ? { ...sessions, [newKey]: { ...kept, former: owner, parked } } : sessions,
  };
  return {
    status: 303,
    to: '/login',
    after,
    halfway: [state],
    shows: (shown) => wrongWay(shown, sent),
    promise: 'parked',
  };
}

/** Where a redirect to the sign-in page leads on to, and the key of what waits there. */
function parkedIn(redirect: Page): { path: string; id: string } | undefined {
  const back = new URL(redirect.location ?? '/', redirect.url).searchParams.get('return_to');
  const url = new URL(back ?? '/', redirect.url);
  const id = url.searchParams.get('parked');
  return id === null ? undefined : { path: url.pathname, id };
}

function wrongWay(redirect: Page, sent: Sent): string | undefined {
  const path = parkedIn(redirect)?.path;
  return path === sent.page
    ? undefined
    : `What was typed on ${sent.page} ${path ? `waits for ${path}` : 'is not kept'}.`;
}

function unpacked(soFar: string): { id: Id; draft: Draft } {
  const json = inflateRawSync(Buffer.from(soFar.split('.')[0] ?? '', 'base64url')).toString();
  const stored = JSON.parse(json) as StoredDraft & { id: Id };
  return { id: stored.id, draft: asSeen(stored) };
}
