import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Passwords } from './accounts/password.js';
import { RateLimits } from './accounts/rate-limits.js';
import { createApp } from './app.js';
import { type Clock, systemClock } from './clock.js';
import type { Config } from './config.js';
import { type Database, openDatabase } from './database/database.js';
import { migrate } from './database/migrate.js';
import { START_PATIENCE, whenFree } from './database/when-free.js';
import { DRAFTS_BEGUN } from './drafts/rows/begun-here.js';
import { moveDraftsFromSessions } from './drafts/rows/move-from-sessions.js';
import { reckonAllWhenNew } from './history/reckon-all.repository.js';
import { keepingVersion } from './keeping/version.js';
import { EventStreams } from './pages/changes/streams.js';
import { projectRoot } from './root.js';
import { keptSecret } from './session/secret.js';
import { openSessionDatabase, waitNoLonger } from './session/store/session-database.js';
import { SessionStore } from './session/store/session-store.js';
import type { Logger } from './web/log.js';

export interface LarderParts {
  config: Config;
  logger: Logger;
  clock?: Clock;
  /** Cheaper ones in tests. */
  passwords?: Passwords | undefined;
  /** Each kept page is made afresh too: for tests. */
  proveKept?: boolean | undefined;
  /** Holds views/ and public/. */
  root?: string;
}

/** Larder on its files. */
export interface Larder {
  app: ReturnType<typeof createApp>;
  db: Database;
  rateLimits: RateLimits;
  /** Ends what would stay open while pages are: the server can then close. */
  endStreams(): void;
  /** Closes the files, when nothing uses them any more. */
  close(): Promise<void>;
}

/** Opens or makes the folder of data, and brings its tables up to date. */
export async function openLarder(parts: LarderParts): Promise<Larder> {
  const { config, logger, clock = systemClock, passwords, proveKept, root = projectRoot() } = parts;
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const db = openDatabase(path.join(config.dataDir, 'larder.sqlite'));
  const until = performance.now() + START_PATIENCE;
  await whenFree(() => migrate(db), until);
  await whenFree(() => reckonAllWhenNew(db, keepingVersion()), until);
  const sessions = openSessionDatabase(path.join(config.dataDir, 'sessions.sqlite'));
  const rateLimits = new RateLimits(sessions);
  const store = new SessionStore(
    sessions,
    { idle: config.sessionIdle, absolute: config.sessionAbsolute },
    {
      parts: [DRAFTS_BEGUN],
      isStrict: !config.isProduction,
      report: (err) => logger.warn({ err }, 'Something in the session file has to be done later'),
    },
  );
  await moveDraftsFromSessions(db, sessions);
  const secrets = config.sessionSecrets ?? [keptSecret(config.dataDir)];
  const streams = new EventStreams();
  const app = createApp({
    config,
    db,
    clock,
    rateLimits,
    passwords,
    store,
    secrets,
    logger,
    streams,
    proveKept,
    root,
  });
  waitNoLonger(sessions);
  return {
    app,
    db,
    rateLimits,
    endStreams: () => streams.close(),
    async close() {
      await db.destroy();
      sessions.close();
    },
  };
}
