import type { Passwords } from './accounts/password.js';
import { RateLimits } from './accounts/rate-limits.js';
import { createApp } from './app.js';
import { type Clock, systemClock } from './clock.js';
import type { Config } from './config.js';
import type { Database } from './database/database.js';
import { START_PATIENCE, whenFree } from './database/when-free.js';
import { DRAFTS_BEGUN } from './drafts/rows/begun-here.js';
import { openEngine } from './engines/open.js';
import { reckonAllWhenNew } from './history/reckon-all.repository.js';
import { keepingVersion } from './keeping/version.js';
import { EventStreams } from './pages/changes/streams.js';
import { projectRoot } from './root.js';
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

/** Larder on its databases. */
export interface Larder {
  app: ReturnType<typeof createApp>;
  db: Database;
  rateLimits: RateLimits;
  /** Ends what would stay open while pages are: the server can then close. */
  endStreams(): void;
  /** Closes the databases, when nothing uses them any more. */
  close(): Promise<void>;
}

/** Opens or makes where the data are kept, and brings its tables up to date. */
export async function openLarder(parts: LarderParts): Promise<Larder> {
  const { config, logger, clock = systemClock, passwords, proveKept, root = projectRoot() } = parts;
  const report = (err: Error) => logger.warn({ err }, 'Something about sessions has to be done later');
  const engine = await openEngine(config, { report });
  const { db, keptForms } = engine;
  await whenFree(() => reckonAllWhenNew(db, keepingVersion()), performance.now() + START_PATIENCE);
  const rateLimits = new RateLimits(engine.limiter);
  const store = new SessionStore(
    engine.sessions,
    { idle: config.sessionIdle, absolute: config.sessionAbsolute },
    { parts: [DRAFTS_BEGUN], isStrict: !config.isProduction, report },
  );
  const secrets = config.sessionSecrets ?? [await engine.secret()];
  const streams = new EventStreams();
  const app = createApp({
    ...{ config, db, clock, rateLimits, passwords, store, keptForms, secrets },
    ...{ logger, streams, proveKept, root },
  });
  return {
    app,
    db,
    rateLimits,
    endStreams: () => streams.close(),
    close: () => engine.close(),
  };
}
