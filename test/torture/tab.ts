import { createHash } from 'node:crypto';
import { Cookies } from '../support/cookies.js';
import type { SentHeaders } from '../support/http.js';
import type { Page } from '../support/page.js';
import { Visitor } from '../support/visitor.js';
import type { Larders } from './larders.js';
import type { Messages } from './messages.js';
import { BrokenPromise, type Tally } from './promises.js';
import type { Answer } from './result.js';

/** A page that was opened with a session. */
export interface Opened {
  key: string;
  address: string;
  page: Page;
}

/** What a request of a family goes by. */
export interface Wires {
  larders: Larders;
  messages: Messages;
  tally: Tally;
  /** Sees that nobody is signed in who must not be. @throws BrokenPromise */
  inspect(page: Page, key: string | undefined): void;
  /** Remembers that a page was opened. */
  opened(page: Opened): void;
}

/** One browser with its cookies, and the sessions that it had before. */
export class Browser {
  readonly cookies = new Cookies();
  /** Cookies of sessions that this browser no longer has, or that ended. */
  readonly old: { key: string; header: string }[] = [];

  constructor(readonly name: string) {}

  /** What names the session of its cookie in the session file. */
  get key(): string | undefined {
    return keyOf(this.cookies.find('larder')?.value);
  }

  get header(): string | undefined {
    return this.cookies.header(new URL('http://127.0.0.1'));
  }
}

const PAGES_KEPT = 5;

/** A tab: the page in it, and those that the back button leads to. */
export class Tab {
  readonly past: Page[] = [];
  /** Where a redirect leads that was not followed yet. */
  waiting: { address: string; key: string | undefined } | undefined;

  constructor(
    readonly name: string,
    readonly browser: Browser,
    readonly wires: Wires,
  ) {}

  get page(): Page | undefined {
    return this.past.at(-1);
  }

  show(page: Page): void {
    this.past.push(page);
    if (this.past.length > PAGES_KEPT) this.past.shift();
  }

  /**
   * One request. What a browser would have to see is seen to at once.
   * @param server which process is asked, as long as it is up
   * @returns no page when the process was killed meanwhile
   */
  async ask(
    server: number,
    method: 'GET' | 'HEAD' | 'POST',
    path: string,
    fields: [string, string][] = [],
    headers: SentHeaders = {},
  ): Promise<Answer> {
    const { larders, messages, tally, inspect } = this.wires;
    const n = larders.near(server);
    const [deaths, { key: own, header }] = [larders.deaths(n), this.browser];
    const key = 'cookie' in headers ? keyOfHeader(String(headers.cookie ?? '')) : own;
    const cookies = 'cookie' in headers ? new Cookies() : this.browser.cookies;
    const visitor = new Visitor(larders.url(n), { cookies });
    const asked = performance.now();
    try {
      const page = await (method === 'POST'
        ? visitor.postRaw(path, fields, headers)
        : visitor.requestRaw(method, path, headers));
      tally.answer(page.status, performance.now() - asked);
      if (method !== 'POST' && key) this.wires.opened({ key, address: path, page });
      const newKey = page.headers
        .getSetCookie()
        .map((line) => keyOf(/^larder[\w-]*=([^;]*)/.exec(line)?.[1]))
        .at(-1);
      if (newKey && own && header && cookies === this.browser.cookies)
        this.browser.old.push({ key: own, header });
      if (newKey && own && path === '/account/password') messages.renewed(own, newKey);
      tally.check(
        'faults',
        page.status < 500,
        () => `${method} ${path} was answered ${page.status}:\n${page.text.slice(0, 300)}`,
      );
      if (method !== 'POST')
        tally.check('reading', newKey === undefined, () => `${method} ${path} made a session`);
      messages.left(page, newKey ?? key);
      messages.inspect(page, { method, prefetch: headers['sec-purpose'] !== undefined, key });
      inspect(page, key);
      return { page, key, newKey };
    } catch (error) {
      if (!isCut(error)) throw error;
      tally.answer('none: its process was ended');
      tally.check(
        'answered',
        larders.deaths(n) !== deaths,
        () => `${method} ${path} got no answer: ${error}`,
      );
      return { page: undefined, key, newKey: undefined };
    } finally {
      larders.answered();
    }
  }
}

function isCut(error: unknown): boolean {
  if (error instanceof BrokenPromise) return false;
  return error instanceof Error && ('code' in error || /no answer|aborted|hang up/.test(error.message));
}

/** What names a session in the file, by the value of its cookie. */
export function keyOf(cookie: string | undefined): string | undefined {
  const value = decodeURIComponent(cookie ?? '');
  if (!value.startsWith('s:')) return undefined;
  return createHash('sha256')
    .update(value.slice(2, value.lastIndexOf('.')))
    .digest('base64url');
}

function keyOfHeader(header: string): string | undefined {
  return keyOf(/larder[\w-]*=([^;]*)/.exec(header)?.[1]);
}
