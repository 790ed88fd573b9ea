import type { RequestHandler } from 'express';
import { isBusy } from '../database/when-free.js';
import { idInCookie } from './session-id.js';
import { tellEnded } from './sign-in.js';
import { withoutWaiting } from './store/session-database.js';
import type { SessionStore } from './store/session-store.js';

/** Tells the log, once, of a session that has run out when somebody comes with its cookie. */
export function tellRunOut(store: SessionStore): RequestHandler {
  return (req, _res, next) => {
    const id = idInCookie(req);
    // Whose cookie names no session has another id by now.
    if (id !== undefined && id !== req.sessionID) {
      try {
        withoutWaiting(store.connection, () => {
          const userId = store.users.endRunOut(store.rowOf(id));
          if (userId !== undefined) tellEnded(req, userId, 'it had run out');
        });
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    }
    next();
  };
}
