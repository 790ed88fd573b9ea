import type { Page } from '../support/page.js';
import type { PromiseName } from './promises.js';
import type { State } from './state.js';

/** What Larder must answer, and what must be true afterwards. */
export interface Result {
  status: number;
  /** What it may answer instead when something else is done at the same time. */
  raced?: { status: number; to?: string };
  /** What else is right, where it is not known which. */
  or?: Result;
  /** Where it redirects to, without the key of a message; `*` stands for one unknown part. */
  to?: string;
  /** What is wrong with the page that is shown; undefined when nothing is. */
  shows?: (page: Page) => string | undefined;
  after: State;
  /** States that may be meant by the same answer. */
  also?: State[];
  /** States that may be meant by it when something else is done at the same time. */
  racing?: State[];
  /** States in which a process that dies, or a session that ends, may leave it. */
  halfway?: State[];
  /** True when it is because nobody is signed in. */
  signedOut?: boolean;
  /** Which promise is broken when it answers anything else. */
  promise?: PromiseName;
}

/** What came back: a page, or nothing since the process was killed. */
export interface Answer {
  page: Page | undefined;
  /** What names the session whose cookie was sent. */
  key: string | undefined;
  /** What names the session that the answer's cookie gave. */
  newKey: string | undefined;
}

export function toLogin(state: State): Result {
  return { status: 303, to: '/login', after: state, promise: 'signedOut', signedOut: true };
}

export function notFound(state: State, promise: PromiseName = 'answers'): Result {
  return { status: 404, after: state, promise };
}

/** Why the page is not what must be answered; undefined when it is. */
export function misfit(result: Pick<Result, 'status' | 'to' | 'shows'>, page: Page): string | undefined {
  const to = locationOf(page);
  const expected = `${result.status}${result.to ? ` to ${result.to}` : ''}`;
  if (page.status !== result.status)
    return `It answered ${page.status}${to ? ` to ${to}` : ''}, not ${expected}.`;
  if (result.to !== undefined && !isAt(to, result.to)) return `It led to ${to}, not to ${result.to}.`;
  return result.shows?.(page);
}

/** Where a page redirects to, as a path without its query. */
export function locationOf(page: Page): string | undefined {
  return page.location === undefined ? undefined : new URL(page.location, page.url).pathname;
}

export function isLogin(page: Page): boolean {
  return page.status === 303 && locationOf(page) === '/login' && !page.location?.includes('flash=');
}

function isAt(path: string | undefined, pattern: string): boolean {
  const [parts, wanted] = [(path ?? '').split('/'), pattern.split('/')];
  return parts.length === wanted.length && wanted.every((part, n) => part === '*' || part === parts[n]);
}
