import type { Request, RequestHandler } from 'express';
import type { Database } from '../database/database.js';
import { isBusy } from '../database/when-free.js';
import { signOut } from '../session/sign-in.js';
import { SignInRequired } from '../web/errors.js';
import type { Member } from './member.js';
import { findMember } from './user.repository.js';

const members = new WeakMap<Request, Member>();

/**
 * Finds the row of the user that the session names, for each request afresh, so that one who was deleted is
 * signed out at once.
 */
export function currentMember(db: Database): RequestHandler {
  return async (req, res, next) => {
    const userId = req.session.user_id;
    const member = userId === undefined ? undefined : await findMember(db, userId);
    if (userId !== undefined && !member) await signOut(req).catch(unlessBusy);
    if (member) members.set(req, member);
    res.locals.user = member?.user ?? null;
    res.locals.household = member?.household ?? null;
    next();
  };
}

/** Who is signed in, or undefined. */
export function memberOf(req: Request): Member | undefined {
  return members.get(req);
}

/** Proof that someone is signed in. @throws SignInRequired, which sends the visitor to /login */
export function requireMember(req: Request): Member {
  const member = memberOf(req);
  if (!member) throw new SignInRequired();
  return member;
}

/** Stands before every route that needs someone signed in, so that no route can forget to ask. */
export const signedInOnly: RequestHandler = (req, _res, next) => {
  requireMember(req);
  next();
};

/** Nobody is signed in by it either way. */
function unlessBusy(error: unknown): void {
  if (!isBusy(error)) throw error;
}
