import type { Request, RequestHandler } from 'express';
import type { Database } from '../database/database.js';
import { unlessBusy } from '../database/when-free.js';
import { signOut } from '../session/sign-in.js';
import { SignInRequired } from '../web/errors.js';
import type { Member } from './member.js';
import { listNotices } from './notice.repository.js';
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
    // A session that stays is no harm.
    if (userId !== undefined && !member) await unlessBusy(signOut(req));
    if (member) members.set(req, member);
    res.locals.user = member?.user ?? null;
    res.locals.household = member?.household ?? null;
    res.locals.revision = member?.revision;
    if (member?.hasNotices && req.method === 'GET')
      res.locals.notices = await listNotices(db, member.user.id);
    next();
  };
}

export function memberOf(req: Request): Member | undefined {
  return members.get(req);
}

/** The member who asks. @throws SignInRequired, which leads to /login */
export function requireMember(req: Request): Member {
  const member = memberOf(req);
  if (!member) throw new SignInRequired();
  return member;
}

export const signedInOnly: RequestHandler = (req, _res, next) => {
  requireMember(req);
  next();
};
