import { randomBytes } from 'node:crypto';
import type { Request } from 'express';

const nextUsers = new WeakMap<Request, number>();
const formerIds = new WeakMap<Request, string>();

/**
 * Makes a session id: 256 random bits, then whose session it is. The cookie is signed, so nobody can say that they
 * were someone else; and when the session has ended, its id still tells whose it was.
 */
export function newSessionId(req: Request): string {
  // Until the new id is set, the request has the one that its cookie named: no session has it any more.
  if (req.sessionID !== undefined && !formerIds.has(req)) formerIds.set(req, req.sessionID);
  const next = nextUsers.get(req);
  const random = randomBytes(32).toString('base64url');
  return next === undefined ? random : `${random}.${next}`;
}

/** Says whose the next session of this request will be. */
export function willBelongTo(req: Request, userId: number | undefined): void {
  if (userId === undefined) nextUsers.delete(req);
  else nextUsers.set(req, userId);
}

/** The session id in the request's cookie; undefined when it had none that was signed here. */
export function idInCookie(req: Request): string | undefined {
  return formerIds.get(req) ?? req.sessionID;
}

/** Whose session the request's cookie named, when that session has ended; undefined when nobody can say. */
export function formerUser(req: Request): number | undefined {
  const owner = /\.(\d{1,15})$/.exec(formerIds.get(req) ?? '')?.[1];
  return owner === undefined ? undefined : Number(owner);
}
