import type { Request } from 'express';
import type { Session, SessionData } from 'express-session';
import { idInCookie, newSessionId } from './session-id.js';
import type { LockedSession, SessionStore } from './store/session-store.js';
import './store/session-data.js';

/** The session ended while this request was under way. */
export class SessionGone extends Error {
  constructor() {
    super('The session ended while the request was under way');
  }
}

interface ChangeOptions {
  /** When to give up waiting, by performance.now(); two seconds when left out. */
  until?: number;
  /** Ends every other session of this user, too. */
  endOthersOf?: number;
}

/**
 * The one way to change a session: reads it under its lock, applies the change, saves. Changes come one after another,
 * in all processes.
 * @param change gets the session as it is now; must not wait for anything; may be done again; what it throws undoes it
 * @returns what `change` returned
 * @throws SessionGone when the session ended meanwhile; FileBusy, with nothing changed, when the lock can't be had
 */
export function changeSession<T>(
  req: Request,
  change: (session: Session & Partial<SessionData>) => T,
  { until, endOthersOf }: ChangeOptions = {},
): Promise<T> {
  const store = storeOf(req);
  const sid = req.sessionID;
  return keptOrDisregarded(req, () =>
    store.locked({ sid, req, until }, (now) => {
      const how = store.isStored(req.session) ? 'change' : 'make';
      if (how === 'change') takeUp(req, now);
      const result = change(req.session);
      return { result, write: { how, sid, session: req.session, endOthersOf } };
    }),
  );
}

/**
 * Replaces the session by a new one under a new id; the old id is worthless then.
 * @param keep makes the new session's data from the old one's
 * @param orHeirOf the user whose session gives the data that has replaced the old one, when that is gone
 */
export function renewSession(
  req: Request,
  keep: (old: Partial<SessionData>) => Partial<SessionData>,
  orHeirOf?: number,
): Promise<void> {
  const store = storeOf(req);
  const sid = req.sessionID;
  const idBefore = idInCookie(req);
  const before = idBefore === undefined ? undefined : store.keyOf(idBefore);
  const wasStored = store.isStored(req.session);
  return keptOrDisregarded(req, () =>
    store.locked({ sid, req, asks: { before, heirOf: orHeirOf } }, (now) => {
      const old = wasStored ? now.data : undefined;
      const kept = keep(old ?? now.heir ?? {});
      store.generateFor(req);
      Object.assign(req.session, kept, now.before && { follows: now.before });
      const how = now.data ? 'replace' : 'make';
      return { result: undefined, write: { how, sid: req.sessionID, session: req.session } };
    }),
  );
}

/**
 * Gives the session another id, and changes nothing else. The id from before stays good for a minute after the new one
 * was first used, and leads to the same session. Nobody waits for it: where it can't be done at once, it is not.
 * @param isDue asked of the session as it is now: of two requests at once the second finds it done
 * @param change notes that it was done
 */
export async function renewId(
  req: Request,
  isDue: (session: Partial<SessionData>, isUnanswered: boolean) => boolean,
  change: (session: Partial<SessionData>) => void,
): Promise<void> {
  const store = storeOf(req);
  const sid = req.sessionID;
  const until = performance.now();
  try {
    await store.locked({ sid, req, asks: { isUnanswered: true }, until }, (now) => {
      if (!now.data) throw new SessionGone();
      if (!isDue(now.data, now.isUnanswered)) return { result: undefined };
      req.sessionID = newSessionId(req);
      takeUp(req, now);
      change(req.session);
      return { result: undefined, write: { how: 'move', sid: req.sessionID, session: req.session } };
    });
  } catch (error) {
    req.sessionID = sid;
    store.disregard(req.session);
    throw error;
  }
}

/** A failed change stays in memory, and must not be saved. */
async function keptOrDisregarded<T>(req: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    storeOf(req).disregard(req.session);
    throw error;
  }
}

/** Makes the locked session the request's. @throws SessionGone */
function takeUp(req: Request, { data }: LockedSession): void {
  if (!data) throw new SessionGone();
  storeOf(req).createSession(req, data);
}

export function storeOf(req: Request): SessionStore {
  return req.sessionStore as unknown as SessionStore;
}
