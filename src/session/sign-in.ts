import type { Request } from 'express';
import type { SessionData } from 'express-session';
import type { Clock } from '../clock.js';
import { whenFree } from '../database/when-free.js';
import { changeSession, renewSession, SessionGone, storeOf } from './change-session.js';
import { deviceInWords } from './device.js';
import { idInCookie } from './session-id.js';
import type { SessionStore } from './store/session-store.js';
import type { SignedIn } from './store/user-sessions.js';

/**
 * Signs a user in under a new session id, so that an id planted before is worthless. Parts with `atSignIn` are
 * kept, unless another user was signed in here before.
 */
export async function signIn(req: Request, userId: number, clock: Clock): Promise<void> {
  const now = clock.now().toISOString();
  const store = storeOf(req);
  const own = {
    user_id: userId,
    signed_in_at: now,
    password_at: now,
    device: deviceInWords(req.get('User-Agent')),
  };
  await renewSession(
    req,
    (old) => ({ ...carriedOver(store, old, userId), ...own }),
    // The second of two sign-ins at once keeps what the first one has kept.
    () => store.heirOf(idInCookie(req) ?? '', userId) ?? {},
  );
}

/**
 * Gives a signed-in session a new id, as after a change of password.
 * @throws SessionGone when it was signed out meanwhile
 */
export async function renewSignIn(req: Request, clock: Clock): Promise<void> {
  const now = clock.now().toISOString();
  await renewSession(req, ({ cookie: _, ...old }) => {
    if (old.user_id === undefined) throw new SessionGone();
    return { ...old, signed_in_at: now, id_since: now, password_at: now };
  });
}

/** True when somebody is signed in by now, perhaps by this request. */
export function isSignedIn(req: Request): boolean {
  return req.session.user_id !== undefined;
}

/** Milliseconds since the password was given in this session. */
export function sincePassword(req: Request, clock: Clock): number {
  return clock.now().getTime() - Date.parse(req.session.password_at ?? '1970-01-01');
}

/** Notes that the password was given just now. */
export async function passwordGiven(req: Request, clock: Clock): Promise<void> {
  await changeSession(req, (session) => {
    session.password_at = clock.now().toISOString();
  });
}

/** A user's sessions, the one used last first. */
export function listSessions(req: Request, userId: number): (SignedIn & { current: boolean })[] {
  const current = storeOf(req).rowOf(req.sessionID);
  return storeOf(req)
    .users.list(userId)
    .map((session) => ({ ...session, current: session.key === current }));
}

/** Ends one of a user's sessions. @param key as listSessions gave it */
export async function endOneSession(req: Request, userId: number, key: string): Promise<void> {
  const isEnded = await whenFree(() => storeOf(req).users.end(userId, key));
  if (isEnded) tellEnded(req, userId, 'ended from another one');
}

/** Signs this browser out; a new session of nobody can carry the goodbye. */
export async function signOut(req: Request): Promise<void> {
  const { user_id: former } = req.session;
  await renewSession(req, () => ({}));
  if (former !== undefined) tellEnded(req, former, 'signed out');
}

/**
 * The user whose form this request brings, by its cookie's session, even when that has ended or another took its
 * place. Undefined when unknown.
 */
export function lastUser(req: Request): number | undefined {
  const store = storeOf(req);
  const { user_id, follows } = req.session;
  const named = idInCookie(req);
  const ended = named === undefined ? undefined : store.users.ofEnded(store.keyOf(named));
  return ended ?? user_id ?? (follows === undefined ? undefined : store.users.ofEnded(follows));
}

/**
 * Ends every other session of a user.
 * @throws SessionGone, with none ended, when this one ended meanwhile: a sign-in at once has put another in its place
 */
export async function signOutElsewhere(req: Request, userId: number): Promise<void> {
  await changeSession(req, () => endOthers(req, userId));
  tellEnded(req, userId, 'every other one');
}

/** Ends every session of a user from before a new password, but for this one if it is there. */
export async function endBeforeNewPassword(req: Request, userId: number): Promise<void> {
  await whenFree(() => endOthers(req, userId));
  tellEnded(req, userId, 'every other one, by a change of the password');
}

function endOthers(req: Request, userId: number): void {
  storeOf(req).users.endAll(userId, storeOf(req).keyOf(req.sessionID));
}

/** Ends every session of a user. */
export async function signOutEverywhere(req: Request, userId: number): Promise<void> {
  await whenFree(() => storeOf(req).users.endAll(userId));
  tellEnded(req, userId, 'every one');
}

function carriedOver(store: SessionStore, old: Partial<SessionData>, userId: number): Partial<SessionData> {
  if (old.user_id !== undefined && old.user_id !== userId) return {};
  const crossing = store.parts.flatMap(({ name, atSignIn }) => {
    const value = old[name];
    return atSignIn && value !== undefined ? [[name, atSignIn(value, userId)]] : [];
  });
  return Object.fromEntries(crossing);
}

/** A log line that helps nobody to get in. */
export function tellEnded(req: Request, userId: number, how: string): void {
  req.log?.info({ userId, address: req.ip, how }, 'A session ended');
}
