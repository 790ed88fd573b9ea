import type { RequestHandler, Response } from 'express';
import session from 'express-session';
import onHeaders from 'on-headers';
import { chooseCookie } from './cookie-choice.js';
import { cookieNames } from './cookie-name.js';
import { newSessionId } from './session-id.js';
import type { SessionStore } from './store/session-store.js';
import './store/session-data.js';

export interface SessionSettings {
  store: SessionStore;
  /** The first signs, all verify. */
  secrets: string[];
  /** True when people reach Larder over https: Secure and the __Host- prefix. */
  https: boolean;
  /** Milliseconds after which a session ends, however much it is used: the cookie lasts as long. */
  absolute: number;
}

/** express-session, set up as the session engine needs it, behind a guard for its cookie. */
export function sessions(settings: SessionSettings): RequestHandler[] {
  const names = cookieNames(settings.store.connection, settings.https);
  const { name } = names;
  return [
    chooseCookie(settings.store, names, settings.secrets),
    onlyCookiesThatAreDue(settings.store, name),
    session({
      name,
      store: settings.store,
      secret: settings.secrets,
      genid: newSessionId,
      resave: false,
      saveUninitialized: false,
      // The cookie is set once. That a session ends when it is not used is for its row to know.
      rolling: false,
      unset: 'keep',
      cookie: cookieOptions(settings),
    }),
  ];
}

function cookieOptions({ https, absolute }: SessionSettings): session.CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: https, path: '/', maxAge: absolute };
}

/**
 * express-session offers its cookie again whenever a session was changed. The answer to a request that began
 * before a sign-in would put the old id back over the new one, so the cookie leaves only with the answer to the
 * request that made the session, or renewed its id; and not when the session has ended meanwhile.
 */
function onlyCookiesThatAreDue(store: SessionStore, name: string): RequestHandler {
  return (req, res, next) => {
    onHeaders(res, () => {
      if (!req.session) return;
      const isDue = store.isCookieDue(req) && store.isThere(req.sessionID);
      if (!isDue) removeCookie(res, name);
    });
    next();
  };
}

function removeCookie(res: Response, name: string): void {
  const set = res.getHeader('Set-Cookie');
  if (set === undefined) return;
  const others = [set].flat().filter((cookie) => !String(cookie).startsWith(`${name}=`));
  if (others.length > 0) res.setHeader('Set-Cookie', others.map(String));
  else res.removeHeader('Set-Cookie');
}
