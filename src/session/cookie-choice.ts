import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { CookieNames } from './cookie-name.js';
import type { SessionStore } from './store/session-store.js';

interface SentCookie {
  name: string;
  value: string;
}

/**
 * Leaves a request one session cookie, under the name that express-session reads. A browser may send several, and
 * one of an older Larder: the first that names a session wins, else the first that was signed here, since it may
 * say whose form it brings. express-session looks at the signature of the one that is left.
 * @param secrets any of which may have signed it
 */
export function chooseCookie(
  store: SessionStore,
  { name, before }: CookieNames,
  secrets: string[],
): RequestHandler {
  return async (req, _res, next) => {
    const sent = cookiesIn(req.headers.cookie ?? '');
    const named = [name, before].flatMap((one) => sent.filter((cookie) => cookie.name === one));
    const chosen = named.length > 1 ? await firstLive(named) : named[0];
    if (chosen) req.headers.cookie = `${name}=${encodeURIComponent(chosen.value)}`;
    else delete req.headers.cookie;
    next();
  };

  async function firstLive(cookies: SentCookie[]): Promise<SentCookie | undefined> {
    const signed = cookies.filter(({ value }) => signedId(value, secrets) !== undefined);
    for (const cookie of signed) {
      if (await store.find(signedId(cookie.value, secrets) ?? '')) return cookie;
    }
    return signed[0];
  }
}

function cookiesIn(header: string): SentCookie[] {
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
    const due = Buffer.from(createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, ''));
    const sent = Buffer.from(signature);
    return due.length === sent.length && timingSafeEqual(due, sent);
  };
  return secrets.some(isBy) ? id : undefined;
}
