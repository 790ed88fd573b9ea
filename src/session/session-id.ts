import { randomBytes } from 'node:crypto';
import type { Request } from 'express';

const nextUsers = new WeakMap<Request, number>();
const formerUsers = new WeakMap<Request, number>();

/**
 * Makes a session id: 256 random bits, then whose session it is. The cookie is signed, so nobody can say that they
 * were someone else; and when the session has ended, its id still tells whose it was.
 */
export function newSessionId(req: Request): string {
  // Until the new id is set, the request has the one that its cookie named: no session has it any more.
  const former = ownerIn(req.sessionID);
  if (former !== undefined) formerUsers.set(req, former);
  const next = nextUsers.get(req);
  const random = randomBytes(32).toString('base64url');
  return next === undefined ? random : `${random}.${next}`;
}

/** Says whose the next session of this request will be. */
export function willBelongTo(req: Request, userId: number | undefined): void {
  if (userId === undefined) nextUsers.delete(req);
  else nextUsers.set(req, userId);
}

/** Whose session the request's cookie named, when that session has ended; undefined when nobody can say. */
export function formerUser(req: Request): number | undefined {
  return formerUsers.get(req);
}

function ownerIn(sid: string | undefined): number | undefined {
  const owner = /\.(\d{1,15})$/.exec(sid ?? '')?.[1];
  return owner === undefined ? undefined : Number(owner);
}
