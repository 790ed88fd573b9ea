import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { Passwords } from '../../src/accounts/password.js';
import { RateLimits } from '../../src/accounts/rate-limits.js';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import type { Database } from '../../src/database/database.js';
import { DRAFTS_BEGUN } from '../../src/drafts/rows/begun-here.js';
import { EventStreams } from '../../src/pages/changes/streams.js';
import { projectRoot } from '../../src/root.js';
import { SessionStore } from '../../src/session/store/session-store.js';
import { SettableClock } from '../support/clock.js';
import { temporaryFolder } from '../support/database.js';
import { keptFor } from '../support/kept.js';
import { QUICK_COST } from '../support/quick-cost.mjs';
import { Visitor } from '../support/visitor.js';

interface LocalApp {
  app: Express;
  clock: SettableClock;
  db: Database;
  rateLimits: RateLimits;
  visitor(): Visitor;
}

/**
 * Larder in the test's own process, listening on a free port, for tests that say what time it is or look at the
 * app's own parts. The file fails when it logged an error.
 * @param options.root the folder with views/ and public/
 */
export function usingLocalApp({
  root = projectRoot(),
  start = '2026-03-01T12:00:00Z',
  mayFail = false,
} = {}): LocalApp {
  const folder = temporaryFolder();
  const config = readConfig({ DATA_DIR: folder });
  const clock = new SettableClock(start);
  const kept = keptFor(folder);
  const rateLimits = new RateLimits(kept.limiter);
  const streams = new EventStreams();
  const errors: string[] = [];
  const app = createApp({
    config,
    db: kept.db,
    clock,
    rateLimits,
    passwords: new Passwords(QUICK_COST),
    keptForms: kept.keptForms,
    store: new SessionStore(
      kept.sessions,
      { idle: config.sessionIdle, absolute: config.sessionAbsolute },
      { parts: [DRAFTS_BEGUN] },
    ),
    secrets: ['a secret of thirty-two bytes or more'],
    logger: pino({ level: 'error' }, { write: (line: string) => void errors.push(line) }),
    streams,
    proveKept: true,
    root,
  });
  // As where Larder is built: from its sources, each page would read its view anew.
  app.enable('view cache');
  let server: Server;
  beforeAll(async () => {
    await new Promise<void>((resolve, reject) => {
      server = app.listen(0, '127.0.0.1', (error?: Error) => (error ? reject(error) : resolve()));
    });
  });
  afterAll(async () => {
    await new Promise((resolve) => {
      server.close(resolve);
      streams.close();
    });
    if (errors.length > 0 && !mayFail) throw new Error(`The app logged errors:\n${errors.join('\n')}`);
  });
  const visitor = () => new Visitor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { app, clock, db: kept.db, rateLimits, visitor };
}
