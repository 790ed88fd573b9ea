import path from 'node:path';
import connectSqlite3 from 'connect-sqlite3';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import { systemClock } from '../src/clock.js';
import { changeSession } from '../src/session/change-session.js';
import { leaveFlash } from '../src/session/flash.js';
import { sessions } from '../src/session/session.middleware.js';
import { signIn } from '../src/session/sign-in.js';
import { SessionStore } from '../src/session/store/session-store.js';
import { openSessionDatabase } from '../src/session/store/sqlite/session-database.js';
import { SqliteSessionRows } from '../src/session/store/sqlite/session-rows.js';
import { SqliteAdapter } from '../src/session/store/sqlite/sqlite-adapter.js';

declare module 'express-session' {
  interface SessionData {
    visits: number;
  }
}

/** A way to keep sessions: what stands before the routes, and how one signs in, changes and leaves a message there. */
export interface Way {
  handlers: RequestHandler[];
  signIn(req: Request): Promise<void>;
  change(req: Request): Promise<void>;
  /** @returns the address that shows the message */
  leave(req: Request): Promise<string>;
}

const USER = 7;
const TEXT = 'Peaches (1) is in Pantry.';
const SECRET = 'a secret for the bench, of 32 bytes or more';
const DAY = 24 * 60 * 60 * 1000;
const LIFETIMES = { idle: 30 * DAY, absolute: 180 * DAY };

/** Each makes its own file in the folder, if it needs one. */
export const makers = {
  MemoryStore: () => usual(new session.MemoryStore()),
  'connect-sqlite3': (folder: string) => usual(stockStore(path.join(folder, 'connect-sqlite3.sqlite'))),
  Larder: (folder: string) => larder(path.join(folder, 'Larder.sqlite')),
};

/** connect-sqlite3 as it comes, on the connection that Larder has: the sqlite3 package is not needed. */
function stockStore(file: string): session.Store {
  const Store = connectSqlite3(session);
  return new Store({ db: new SqliteAdapter(openSessionDatabase(file), () => {}) });
}

/** As tutorials have it: req.session is changed in place, and saved when the answer ends. */
function usual(store: session.Store): Way {
  const cookie = { maxAge: LIFETIMES.idle };
  return {
    handlers: [session({ store, secret: SECRET, resave: false, saveUninitialized: false, cookie })],
    async signIn(req) {
      await new Promise((resolve) => req.session.regenerate(resolve));
      req.session.user_id = USER;
    },
    async change(req) {
      req.session.visits = (req.session.visits ?? 0) + 1;
    },
    async leave(req) {
      req.flash('info', TEXT);
      return '/me';
    },
  };
}

function larder(file: string): Way {
  const store = new SessionStore(new SqliteSessionRows(openSessionDatabase(file)), LIFETIMES);
  return {
    handlers: sessions({ store, secrets: [SECRET], https: false, absolute: LIFETIMES.absolute }),
    signIn: (req) => signIn(req, USER, systemClock),
    change: (req) =>
      changeSession(req, (session) => {
        session.visits = (session.visits ?? 0) + 1;
      }),
    leave: (req) => leaveFlash(req, '/me', { type: 'success', text: TEXT }),
  };
}
