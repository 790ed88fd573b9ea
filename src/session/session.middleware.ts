import type { RequestHandler, Response } from 'express';
import session from 'express-session';
import onHeaders from 'on-headers';
import { chooseCookie } from './cookie-choice.js';
import { cookieNames } from './cookie-name.js';
import { tellRunOut } from './run-out.js';
import { newSessionId } from './session-id.js';
import type { SessionStore } from './store/session-store.js';
import './store/session-data.js';

export interface SessionSettings {
  store: SessionStore;
  /** The first signs, all verify. */
  secrets: string[];
  /** Secure, and the __Host- prefix. */
  https: boolean;
  /** Milliseconds from its making to its end, used or not. */
  absolute: number;
}

/** express-session as the session engine needs it, behind a guard for its cookie. */
export function sessions(settings: SessionSettings): RequestHandler[] {
  const names = cookieNames(settings.store.rows.installation, settings.https);
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
      // The cookie is set once; the row knows when the session was used.
      rolling: false,
      unset: 'keep',
      cookie: cookieOptions(settings),
    }),
    noCookieOnceEnded(settings.store),
    tellRunOut(settings.store),
  ];
}

function cookieOptions({ https, absolute }: SessionSettings): session.CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: https, path: '/', maxAge: absolute };
}

/**
 * express-session sends its cookie whenever a session was changed. A slow answer from before a sign-in would then
 * put the old id back: the cookie goes only with the answer that made the session or renewed its id, and only while
 * the session is there.
 */
function onlyCookiesThatAreDue(store: SessionStore, name: string): RequestHandler {
  return (req, res, next) => {
    onHeaders(res, () => {
      if (req.session && !store.isCookieDue(req)) removeCookie(res, name);
    });
    next();
  };
}

/** Looks, before an answer with the cookie begins, whether its session has ended meanwhile. */
function noCookieOnceEnded(store: SessionStore): RequestHandler {
  return (req, res, next) => {
    const end = res.end;
    res.end = (...args: unknown[]) => {
      const reallyEnd = () => void Reflect.apply(end, res, args);
      if (res.headersSent || !store.isCookieDue(req)) reallyEnd();
      else
        store.isThere(req.sessionID).then((isThere) => {
          store.setCookieDue(req, isThere);
          reallyEnd();
        }, reallyEnd);
      return res;
    };
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
