import type { Request } from 'express';
import type { Session, SessionData } from 'express-session';
import { whenFree } from '../database/when-free.js';
import { idInCookie, newSessionId } from './session-id.js';
import type { SessionStore } from './store/session-store.js';
import './store/session-data.js';

/** The session ended while this request was under way. */
export class SessionGone extends Error {
  constructor() {
    super('The session ended while the request was under way');
  }
}

/**
 * The one way to change a session: reloads it under the file's write lock, applies the change, saves. Changes come
 * one after another, in all processes.
 * Asynchronous, so that a store on a network can use a row lock.
 * @param change gets the session as it is now; must not wait for anything; what it throws undoes it
 * @param until when to give up waiting, by performance.now(); two seconds when left out
 * @returns what `change` returned
 * @throws SessionGone when the session ended meanwhile; FileBusy, with nothing changed, when the lock can't be had
 */
export async function changeSession<T>(
  req: Request,
  change: (session: Session & Partial<SessionData>) => T,
  until?: number,
): Promise<T> {
  const store = storeOf(req);
  const reloaded = () => {
    reload(req);
    const result = change(req.session);
    save(req);
    return result;
  };
  return whenFree(() => store.exclusively(() => keptOrDisregarded(req, reloaded)), until);
}

/**
 * Replaces the session by a new one under a new id; the old id is worthless then.
 * @param keep makes the new session's data from the old one's
 * @param whenGone gives the data when the old session has none
 */
export async function renewSession(
  req: Request,
  keep: (old: Partial<SessionData>) => Partial<SessionData>,
  whenGone: () => Partial<SessionData> = () => ({}),
): Promise<void> {
  const store = storeOf(req);
  const renewed = () => {
    const old = latest(req);
    const kept = keep(old ?? whenGone());
    const before = idInCookie(req);
    finish((done) => req.session.regenerate(done));
    Object.assign(req.session, kept, before && { follows: store.rowOf(before) });
    save(req);
  };
  await whenFree(() => store.exclusively(() => keptOrDisregarded(req, renewed)));
}

/**
 * Gives the session another id, and changes nothing else. The id from before stays good for a minute after the new one
 * was first used, and leads to the same session. Nobody waits for it: where it can't be done at once, it is not.
 * @param isDue asked of the session as it is now: of two requests at once the second finds it done
 * @param change notes that it was done
 */
export async function renewId(
  req: Request,
  isDue: (session: Partial<SessionData>) => boolean,
  change: (session: Partial<SessionData>) => void,
): Promise<void> {
  const store = storeOf(req);
  const renewed = () => {
    reload(req);
    if (!isDue(req.session)) return;
    const next = newSessionId(req);
    if (!store.renewId(req, req.sessionID, next)) return;
    req.sessionID = next;
    reload(req);
    change(req.session);
    save(req);
  };
  await whenFree(() => store.exclusively(() => keptOrDisregarded(req, renewed)), performance.now());
}

/** A failed change stays in memory, and must not be saved. */
function keptOrDisregarded<T>(req: Request, work: () => T): T {
  try {
    return work();
  } catch (error) {
    storeOf(req).disregard(req.session);
    throw error;
  }
}

/** The session's present data; undefined when it has no row. */
function latest(req: Request): Partial<SessionData> | undefined {
  try {
    reload(req);
  } catch (error) {
    if (!(error instanceof SessionGone)) throw error;
    return undefined;
  }
  return storeOf(req).isStored(req.session) ? req.session : undefined;
}

function reload(req: Request): void {
  if (!storeOf(req).isStored(req.session)) return;
  finish((done) => req.session.reload((error: unknown) => done(isGone(error) ? new SessionGone() : error)));
}

/** express-session's message for a missing session; other errors are the store's. */
function isGone(error: unknown): boolean {
  return error instanceof Error && error.message === 'failed to load session';
}

function save(req: Request): void {
  finish((done) => req.session.save(done));
}

/** Throws when the store does not call back at once: the change would not be under the lock. */
function finish(start: (done: (error?: unknown) => void) => void): void {
  let outcome: { error?: unknown } | undefined;
  start((error) => {
    outcome = { error };
  });
  if (!outcome) throw new Error('The session store did not call back at once');
  if (outcome.error) throw outcome.error;
}

export function storeOf(req: Request): SessionStore {
  return req.sessionStore as unknown as SessionStore;
}
