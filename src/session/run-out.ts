import type { RequestHandler } from 'express';
import { idInCookie } from './session-id.js';
import { tellEnded } from './sign-in.js';
import type { SessionStore } from './store/session-store.js';

/** Tells the log, once, of a session that has run out when somebody comes with its cookie. */
export function tellRunOut(store: SessionStore): RequestHandler {
  return async (req, _res, next) => {
    const id = idInCookie(req);
    // Whose cookie names no session has another id by now.
    if (id !== undefined && id !== req.sessionID) {
      const userId = await store.rows.users.endRunOut(store.keyOf(id));
      if (userId !== undefined) tellEnded(req, userId, 'it had run out');
    }
    next();
  };
}
