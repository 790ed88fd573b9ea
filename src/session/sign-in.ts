import type { Request } from 'express';
import type { SessionData } from 'express-session';
import type { Clock } from '../clock.js';
import { endSession, renewSession, storeOf } from './change-session.js';

/**
 * Signs a user in: a new session id, so that an id planted before is worthless. Drafts are carried over
 * unless another user was signed in here before.
 */
export async function signIn(req: Request, userId: number, clock: Clock): Promise<void> {
  await renewSession(req, (old) => ({
    ...carriedOver(old, userId),
    user_id: userId,
    signed_in_at: clock.now().toISOString(),
  }));
}

/** Signs this browser out: its session is gone, and a new one of nobody can carry the farewell. */
export async function signOut(req: Request): Promise<void> {
  await renewSession(req, () => ({}));
}

/** Ends the session of a user who no longer exists. */
export async function forgetSession(req: Request): Promise<void> {
  await endSession(req);
}

/** Ends every other session of a user, as after a change of password. */
export function signOutElsewhere(req: Request, userId: number): void {
  storeOf(req).destroyOfUser(userId, req.sessionID);
}

/** Ends every session of a user. */
export function signOutEverywhere(req: Request, userId: number): void {
  storeOf(req).destroyOfUser(userId);
}

/** Only what is named here crosses a sign-in. */
function carriedOver(old: Partial<SessionData>, userId: number): Partial<SessionData> {
  const another = old.user_id !== undefined && old.user_id !== userId;
  if (another || !old.drafts) return {};
  return { drafts: old.drafts };
}
