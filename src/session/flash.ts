import 'connect-flash';
import type { Request } from 'express';
import { isBusy } from '../database/when-free.js';
import { randomText } from '../random.js';
import { changeSession, SessionGone, storeOf } from './change-session.js';
import { type FlashMessage, flashMessage } from './store/session-data.js';

export type NewFlash = Pick<
  FlashMessage,
  'type' | 'text' | 'undo' | 'also' | 'ask' | 'link' | 'list' | 'focus'
>;

const MOST_WAITING = 100;
/** Milliseconds that a page waits for its message, while others change sessions. */
const PATIENCE = 1_000;
const LONGEST_WAIT = 60 * 60 * 1000;

/**
 * Leaves messages for one page of one browser tab. A visitor without a session gets them only where something was
 * done.
 * @param page the path (perhaps with a query and an anchor) that the redirect goes to
 * @returns that address with the key that shows them; without it when another process has the lock, since what the
 * messages tell is done
 * @throws FileBusy where one of them is of type error
 */
export async function leaveFlash(req: Request, page: string, ...messages: NewFlash[]): Promise<string> {
  if (messages.every(({ type }) => type !== 'success') && !storeOf(req).isStored(req.session))
    return withoutFlash(page);
  const key = randomText(9);
  const now = Date.now();
  const [path] = page.split(/[?#]/, 1) as [string];
  try {
    await changeSession(req, (session) => {
      session.flash = stillWaiting(session.flash ?? {}, now);
      for (const message of messages) {
        const left: FlashMessage = { ...message, page: path, at: now };
        // Without a format, connect-flash calls util.isArray, which Node will remove.
        asText(req).flash(key, '%s', JSON.stringify(left));
      }
    });
  } catch (error) {
    if (messages.some(({ type }) => type === 'error') || !isBusy(error)) throw error;
    return withoutFlash(page);
  }
  const [, bare = '', anchor = ''] = /^([^#]*)(.*)$/s.exec(withoutFlash(page)) ?? [];
  return `${bare}${bare.includes('?') ? '&' : '?'}flash=${key}${anchor}`;
}

/**
 * An address without keys of messages.
 * @param address a path of this site, as it was asked for; perhaps no valid one
 */
export function withoutFlash(address: string): string {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)\??([^#]*)(.*)$/s.exec(address) ?? [];
  if (!query.startsWith('flash=') && !query.includes('&flash=')) return address;
  const rest = query.split('&').filter((part) => part !== '' && !part.startsWith('flash='));
  return path + (rest.length > 0 ? `?${rest.join('&')}` : '') + hash;
}

/**
 * The messages for the page now shown, at most once each. A HEAD, a prefetch, another page and another tab take
 * none; without messages nothing is written.
 * @param req a request for a page that is about to be shown
 */
export async function takeFlash(req: Request): Promise<FlashMessage[]> {
  const key = req.query.flash;
  if (typeof key !== 'string' || req.method !== 'GET' || isPrefetch(req)) return [];
  const waiting = Object.hasOwn(req.session?.flash ?? {}, key) ? req.session.flash?.[key] : undefined;
  if (!waiting || !validMessages(waiting).some((message) => message.page === req.path)) return [];
  try {
    return validMessages(
      await changeSession(req, () => asText(req).flash(key), { until: performance.now() + PATIENCE }),
    );
  } catch (error) {
    // The message is still there for the next request.
    if (error instanceof SessionGone || isBusy(error)) return [];
    throw error;
  }
}

/** connect-flash's own types lack the format. */
function asText(req: Request) {
  return req as unknown as {
    flash(key: string, format: '%s', message: string): number;
    flash(key: string): string[];
  };
}

function validMessages(stored: string[]): FlashMessage[] {
  return stored.flatMap((text) => {
    try {
      return flashMessage.safeParse(JSON.parse(text)).data ?? [];
    } catch {
      return [];
    }
  });
}

/** True for a page that nobody may ever look at. */
export function isPrefetch(req: Request): boolean {
  return /\b(prefetch|prerender)\b/.test(`${req.get('Sec-Purpose') ?? ''} ${req.get('Purpose') ?? ''}`);
}

/** The oldest come first: behind one that still waits all do. */
function stillWaiting(flash: Record<string, string[]>, now: number): Record<string, string[]> {
  const left = Object.entries(flash).slice(-MOST_WAITING);
  const waits = ([, texts]: [string, string[]]) =>
    validMessages(texts).some((message) => now - message.at < LONGEST_WAIT);
  const first = left.findIndex(waits);
  return Object.fromEntries(first < 0 ? [] : left.slice(first));
}
