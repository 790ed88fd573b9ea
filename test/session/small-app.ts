/// <reference path="../../src/session/store/sqlite/connect-sqlite3.d.ts" />
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import flash from 'connect-flash';
import express, { type Express, type RequestHandler } from 'express';
// What every part of Larder keeps in a session.
import type {} from '../../src/app.js';
import { systemClock } from '../../src/clock.js';
import { DRAFTS_BEGUN, noteBegun } from '../../src/drafts/rows/begun-here.js';
import { changeSession } from '../../src/session/change-session.js';
import { leaveFlash, takeFlash } from '../../src/session/flash.js';
import { sessions } from '../../src/session/session.middleware.js';
import {
  renewSignIn,
  signIn,
  signOut,
  signOutElsewhere,
  signOutEverywhere,
} from '../../src/session/sign-in.js';
import type { SessionRows } from '../../src/session/store/session-rows.js';
import { type Lifetimes, SessionStore } from '../../src/session/store/session-store.js';

declare module 'express-session' {
  interface SessionData {
    notes: Record<string, true>;
  }
}

export const LIFETIMES: Lifetimes = { idle: 3_600_000, absolute: 86_400_000 };
export const SECRET = 'a secret for tests, of 32 bytes or more';

/** The session engine behind a few routes, without the rest of Larder. */
export interface SmallApp {
  app: Express;
  store: SessionStore;
}

export function smallApp(
  rows: SessionRows,
  { secrets = [SECRET], lifetimes = LIFETIMES }: { secrets?: string[]; lifetimes?: Lifetimes } = {},
): SmallApp {
  const store = new SessionStore(rows, lifetimes, { parts: [DRAFTS_BEGUN] });
  const app = express();
  app.set('query parser', 'simple');
  app.use(sessions({ store, secrets, https: false, absolute: lifetimes.absolute }));
  app.use(flash() as RequestHandler);

  app.get('/notes', (req, res) => void res.json(Object.keys(req.session.notes ?? {})));
  app.post('/notes/:key', async (req, res) => {
    await changeSession(req, (session) => {
      session.notes = { ...session.notes, [req.params.key]: true };
    });
    res.json('noted');
  });
  app.post('/leave', async (req, res) => {
    const text = String(req.query.text);
    const address = await leaveFlash(req, String(req.query.page), { type: 'success', text });
    res.redirect(303, address);
  });
  app.get(['/shelf', '/fridge'], async (req, res) => {
    const messages = await takeFlash(req);
    res.json(messages.map(({ text }) => text));
  });
  app.get('/me', ({ session }, res) => {
    res.json({ user: session.user_id ?? null, drafts: session.drafts ?? [] });
  });
  app.post('/drafts/:id', async (req, res) => {
    await noteBegun(req, req.params.id);
    res.json('drafted');
  });
  app.post('/sign-in/:user', async (req, res) => {
    await signIn(req, Number(req.params.user), systemClock);
    res.json('signed in');
  });
  app.post('/renew', async (req, res) => {
    await renewSignIn(req, systemClock);
    res.json('renewed');
  });
  app.post('/sign-out', async (req, res) => {
    await signOut(req);
    res.json('signed out');
  });
  app.post('/sign-out-elsewhere', async (req, res) => {
    await signOutElsewhere(req, Number(req.session.user_id));
    res.json('signed out elsewhere');
  });
  app.post('/sign-out-everywhere', async (req, res) => {
    await signOutEverywhere(req, Number(req.session.user_id));
    res.json('signed out everywhere');
  });
  return { app, store };
}

/** Serves an app on a free port. */
export async function listening(app: Express): Promise<{ url: string; close(): Promise<void> }> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
