import type { Request, RequestHandler } from 'express';
import type { SessionData } from 'express-session';
import type { Clock } from '../clock.js';
import { isBusy } from '../database/when-free.js';
import { renewId, SessionGone, storeOf } from './change-session.js';
import { isPrefetch } from './flash.js';

/** Milliseconds after which an id in use gives way to another, which the newest secret signs. */
const RENEW_AFTER = 7 * 24 * 60 * 60_000;

/**
 * Renews the id of a session in use every seven days, so that a secret that signs no longer can be dropped once what is
 * not used has ended. Done with a page that somebody signed in asks for.
 */
export function renewIds(clock: Clock): RequestHandler {
  return async (req, _res, next) => {
    if (req.method === 'GET' && req.session.user_id !== undefined && !isPrefetch(req)) {
      try {
        await noteUseAndRenew(req, clock);
      } catch (error) {
        // The next page does it; and a session that has ended meanwhile has no id to renew.
        if (!isBusy(error) && !(error instanceof SessionGone)) throw error;
      }
    }
    next();
  };
}

async function noteUseAndRenew(req: Request, clock: Clock): Promise<void> {
  const store = storeOf(req);
  const now = clock.now();
  const { isNew, isUnanswered } = await store.idState(req);
  if (isNew) await store.rows.noteUse(store.keyOf(req.sessionID));
  const isOld = (session: Partial<SessionData>) =>
    now.getTime() - Date.parse(session.id_since ?? session.signed_in_at ?? '1970-01-01') > RENEW_AFTER;
  if (!isUnanswered && !isOld(req.session)) return;
  const isDue = (session: Partial<SessionData>, isStillUnanswered: boolean) =>
    isOld(session) || isStillUnanswered;
  await renewId(req, isDue, (session) => {
    session.id_since = now.toISOString();
  });
}
