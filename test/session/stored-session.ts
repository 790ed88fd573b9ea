import type { Request } from 'express';
import session, { type SessionData } from 'express-session';
import type { SessionStore } from '../../src/session/store/session-store.js';

/** What express-session hands to a store for a new session. */
export function newSession(fields: Partial<SessionData> = {}): SessionData {
  const cookie = new session.Cookie();
  cookie.maxAge = 3_600_000;
  return { cookie, ...fields } as SessionData;
}

/** Saves in a session transaction; gives what the callback was called with, each time that it was. */
export function set(store: SessionStore, sid: string, data: SessionData): unknown[][] {
  return store.exclusively(() => setWithoutLock(store, sid, data));
}

/** Saves as express-session does at the end of a request. */
export function setWithoutLock(store: SessionStore, sid: string, data: SessionData): unknown[][] {
  const calls: unknown[][] = [];
  store.set(sid, data, (...args) => calls.push(args));
  return calls;
}

export function touch(store: SessionStore, sid: string, data: SessionData): unknown[][] {
  const calls: unknown[][] = [];
  store.touch(sid, data, (...args) => calls.push(args));
  return calls;
}

/** The session as a request would get it, or undefined when there is none. */
export function get(store: SessionStore, sid: string): SessionData | undefined {
  const calls: [unknown, SessionData | null | undefined][] = [];
  store.get(sid, (error, data) => calls.push([error, data]));
  const [only] = calls;
  if (!only || calls.length > 1) throw new Error(`get called back ${calls.length} times`);
  if (only[0]) throw only[0];
  return only[1] ?? undefined;
}

/** The session as express-session loads it for a request: saving it may change its row, never make one. */
export function load(store: SessionStore, sid: string): SessionData {
  const data = get(store, sid);
  if (!data) throw new Error('There is no such session');
  return store.createSession({ sessionID: sid, sessionStore: store } as unknown as Request, data);
}
