import type { Request } from 'express';
import session, { type SessionData } from 'express-session';
import type { SessionStore } from '../../src/session/store/session-store.js';

/** What express-session hands to a store for a new session. */
export function newSession(fields: Partial<SessionData> = {}): SessionData {
  const cookie = new session.Cookie();
  cookie.maxAge = 3_600_000;
  return { cookie, ...fields } as SessionData;
}

/** Saves under the session's lock. */
export function set(store: SessionStore, sid: string, data: SessionData): Promise<void> {
  const how = store.isStored(data) ? 'change' : 'make';
  return store.locked({ sid }, () => ({ result: undefined, write: { how, sid, session: data } }));
}

/** Saves as express-session does at the end of a request; gives what the callback was called with, each time. */
export function setWithoutLock(store: SessionStore, sid: string, data: SessionData): Promise<unknown[][]> {
  return callsOf((done) => store.set(sid, data, done));
}

export function touch(store: SessionStore, sid: string, data: SessionData): Promise<unknown[][]> {
  return callsOf((done) => store.touch(sid, data, done));
}

export function destroy(store: SessionStore, sid: string): Promise<unknown[][]> {
  return callsOf((done) => store.destroy(sid, done));
}

/** The session as a request would get it, or undefined when there is none. */
export async function get(store: SessionStore, sid: string): Promise<SessionData | undefined> {
  const calls = await callsOf((done) => store.get(sid, done));
  const [only] = calls;
  if (!only || calls.length > 1) throw new Error(`get called back ${calls.length} times`);
  if (only[0]) throw only[0];
  return (only[1] as SessionData | null | undefined) ?? undefined;
}

/** The session as express-session loads it for a request: saving it may change its row, never make one. */
export async function load(store: SessionStore, sid: string): Promise<SessionData> {
  const data = await get(store, sid);
  if (!data) throw new Error('There is no such session');
  return store.createSession({ sessionID: sid, sessionStore: store } as unknown as Request, data);
}

/** Each call of a callback, until a moment after the first. */
async function callsOf(start: (done: (...args: unknown[]) => void) => void): Promise<unknown[][]> {
  const calls: unknown[][] = [];
  await new Promise<void>((resolve) => {
    start((...args) => {
      calls.push(args);
      resolve();
    });
  });
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  return calls;
}
