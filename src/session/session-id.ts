import type { Request } from 'express';
import { randomText } from '../random.js';

const cookieIds = new WeakMap<Request, string>();

/** A session id: 256 random bits. */
export function newSessionId(req: Request): string {
  // Until the new id is set, the request has the cookie's, of a session that is gone.
  if (req.sessionID !== undefined && !cookieIds.has(req)) cookieIds.set(req, req.sessionID);
  return randomText(32);
}

/** The session id in the request's cookie, which may have ended; undefined without a cookie. */
export function idInCookie(req: Request): string | undefined {
  return cookieIds.get(req) ?? req.sessionID;
}
