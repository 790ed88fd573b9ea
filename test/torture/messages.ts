import type { Page } from '../support/page.js';
import { BrokenPromise, type Tally } from './promises.js';

export interface Message {
  /** The session that it waits in. */
  session: string;
  path: string;
  says: RegExp | undefined;
  shown: boolean;
  /** Left for the page that led on to this one: it goes on with this one. */
  before?: Message;
  /** What its Undo would put back. */
  undoes?: string;
  /** What it would put back instead, of what was done at once with it. */
  mayUndo?: string[];
}

/** True for a page that shows again what was typed when the session had ended, or another household was seen. */
export function isBroughtBack(page: Page): boolean {
  return /(You were signed out before this was sent|This was not taken when you sent it)\. Look through it/.test(
    page.html,
  );
}

export interface Asked {
  method: 'GET' | 'HEAD' | 'POST';
  prefetch: boolean;
  /** What names the session whose cookie was sent. */
  key: string | undefined;
}

/** The flash messages that were left, and which of them were shown. */
export class Messages {
  readonly #left = new Map<string, Message>();
  /** Which session each one has gone on as, by what names it. */
  readonly #renewed = new Map<string, string>();

  constructor(readonly tally: Tally) {}

  /** Remembers the message that a redirect left, if it left one. */
  left(redirect: Page, session: string | undefined, says?: RegExp): void {
    const url = new URL(redirect.location ?? '/', redirect.url);
    const key = url.searchParams.get('flash');
    if (!key || !session) return;
    const known = this.#left.get(key);
    const before = known ? known.before : this.of(redirect.path);
    this.#left.set(key, {
      session,
      path: url.pathname,
      shown: false,
      ...known,
      says,
      ...(before && { before }),
    });
  }

  /** Remembers that a session goes on under another name, with the messages that wait in it. */
  renewed(from: string, to: string): void {
    this.#renewed.set(from, to);
  }

  /** Sees that a page shows no message but those that were left for it, and that once. @throws BrokenPromise */
  inspect(page: Page, asked: Asked): void {
    const shown = page.html.split('<div class="flash flash-').length - 1 - (isBroughtBack(page) ? 1 : 0);
    if (shown === 0) return;
    const url = new URL(page.url);
    const message = this.#left.get(url.searchParams.get('flash') ?? '');
    this.tally.check(
      'flash',
      message !== undefined && shown <= 1 + messagesBefore(message).length,
      () => `${page} shows ${shown}: ${page.flashes().join(' | ')}`,
    );
    if (!message) return;
    const fits =
      !message.shown &&
      message.path === url.pathname &&
      [message.session, this.#renewed.get(message.session)].includes(asked.key) &&
      asked.method === 'GET' &&
      !asked.prefetch;
    this.tally.check(
      'flash',
      fits,
      () => `${page} shows “${page.flashes()}”: ${JSON.stringify({ ...message, asked })}`,
    );
    const before = messagesBefore(message);
    const isTold = (one: Message) => !one.says || one.says.test(page.flashes().join());
    // Of a redirect that only carries on what was left before it, nothing else is shown.
    const told = shown > before.length ? [message, ...before] : before;
    for (const one of [message, ...before]) one.shown = true;
    const untold = told.find((one) => !isTold(one));
    if (untold) throw new BrokenPromise('flash', `${page} says “${page.flashes()}”, not ${untold.says}`);
  }

  /** The message that an address shows. */
  of(address: string): Message | undefined {
    return this.#left.get(new URL(address, 'http://larder').searchParams.get('flash') ?? '');
  }
}

/** What goes on with a message and was not shown before. */
function messagesBefore({ before }: Message): Message[] {
  return before && !before.shown ? [before, ...messagesBefore(before)] : [];
}
