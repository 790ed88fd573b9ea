import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { CookieNames } from './cookie-name.js';
import type { SessionStore } from './store/session-store.js';

/**
 * Leaves a request one session cookie, under the name that express-session reads. A browser may send several, and
 * one of an older Larder: the first that names a session wins, else the first that was signed here, since it may
 * say whose form it brings.
 * @param secrets any of which may have signed it
 */
export function chooseCookie(
  store: SessionStore,
  { name, before }: CookieNames,
  secrets: string[],
): RequestHandler {
  return (req, _res, next) => {
    const sent = cookiesIn(req.headers.cookie ?? '');
    const signed = [name, before].flatMap((one) =>
      sent.filter((cookie) => cookie.name === one && signedId(cookie.value, secrets) !== undefined),
    );
    const [first] = signed;
    const live = signed.length > 1 ? signed.find(({ value }) => isLive(store, value)) : undefined;
    const chosen = live ?? first;
    if (chosen) req.headers.cookie = `${name}=${encodeURIComponent(chosen.value)}`;
    else delete req.headers.cookie;
    next();

    function isLive(sessions: SessionStore, value: string): boolean {
      let found = false;
      sessions.get(signedId(value, secrets) ?? '', (_error, session) => {
        found = Boolean(session);
      });
      return found;
    }
  };
}

function cookiesIn(header: string): { name: string; value: string }[] {
  return header.split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    if (at < 0) return [];
    return [{ name: pair.slice(0, at).trim(), value: decoded(pair.slice(at + 1).trim()) }];
  });
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replace(/^"(.*)"$/, '$1'));
  } catch {
    return value;
  }
}

/** The id in a signed cookie: "s:", the id, a dot, its HMAC-SHA-256 as base64. */
function signedId(value: string, secrets: string[]): string | undefined {
  const [, id, signature = ''] = /^s:(.*)\.([^.]*)$/s.exec(value) ?? [];
  if (id === undefined) return undefined;
  const isBy = (secret: string) => {
    const due = createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '');
    return due.length === signature.length && timingSafeEqual(Buffer.from(due), Buffer.from(signature));
  };
  return secrets.some(isBy) ? id : undefined;
}
