import { randomBytes } from 'node:crypto';
import type { Request } from 'express';

const cookieIds = new WeakMap<Request, string>();

/** Makes a session id: 256 random bits, which mean nothing. */
export function newSessionId(req: Request): string {
  // Until the new id is set, the request has the one that its cookie named: no session has it any more.
  if (req.sessionID !== undefined && !cookieIds.has(req)) cookieIds.set(req, req.sessionID);
  return randomBytes(32).toString('base64url');
}

/** The session id in the request's cookie, whether there is such a session or not; undefined without such a cookie. */
export function idInCookie(req: Request): string | undefined {
  return cookieIds.get(req) ?? req.sessionID;
}
