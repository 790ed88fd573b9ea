import type { Request } from 'express';
import type { SessionData } from 'express-session';
import type { Clock } from '../clock.js';
import { changeSession, renewSession, SessionGone, storeOf } from './change-session.js';
import { deviceInWords } from './device.js';
import { idInCookie } from './session-id.js';
import type { SignedIn } from './store/session-rows.js';
import type { SessionStore } from './store/session-store.js';

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
  // The second of two sign-ins at once keeps what the first one has kept.
  await renewSession(req, (old) => ({ ...carriedOver(store, old, userId), ...own }), userId);
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
export async function listSessions(
  req: Request,
  userId: number,
): Promise<(SignedIn & { current: boolean })[]> {
  const store = storeOf(req);
  const current = await store.rowOf(req.sessionID);
  const sessions = await store.rows.users.list(userId);
  return sessions.map((session) => ({ ...session, current: session.key === current }));
}

/** Ends one of a user's sessions. @param key as listSessions gave it */
export async function endOneSession(req: Request, userId: number, key: string): Promise<void> {
  const isEnded = await storeOf(req).rows.users.end(userId, key);
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
export async function lastUser(req: Request): Promise<number | undefined> {
  const store = storeOf(req);
  const { users } = store.rows;
  const { user_id, follows } = req.session;
  const named = idInCookie(req);
  const ended = named === undefined ? undefined : await users.ofEnded(store.keyOf(named));
  return ended ?? user_id ?? (follows === undefined ? undefined : await users.ofEnded(follows));
}

/**
 * Ends every other session of a user.
 * @throws SessionGone, with none ended, when this one ended meanwhile: a sign-in at once has put another in its place
 */
export async function signOutElsewhere(req: Request, userId: number): Promise<void> {
  await changeSession(req, () => {}, { endOthersOf: userId });
  tellEnded(req, userId, 'every other one');
}

/** Ends every session of a user from before a new password, but for this one if it is there. */
export async function endBeforeNewPassword(req: Request, userId: number): Promise<void> {
  const store = storeOf(req);
  await store.rows.users.endAll(userId, store.keyOf(req.sessionID));
  tellEnded(req, userId, 'every other one, by a change of the password');
}

/** Ends every session of a user. */
export async function signOutEverywhere(req: Request, userId: number): Promise<void> {
  await storeOf(req).rows.users.endAll(userId);
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
