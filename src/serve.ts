import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createApp } from './app.js';
import { systemClock } from './clock.js';
import { ConfigError, readConfig } from './config.js';
import { openDatabase } from './database/database.js';
import { migrate } from './database/migrate.js';
import { DRAFTS } from './drafts/drafts-in-session.js';
import type { Passwords } from './people/password.js';
import { Tries } from './people/tries.js';
import { projectRoot } from './root.js';
import { keptSecret } from './session/secret.js';
import { openSessionDatabase } from './session/session-database.js';
import { SessionStore } from './session/session-store.js';
import { makeLogger } from './web/log.js';

/** How long requests under way may take to end when the server is told to stop, in milliseconds. */
const PATIENCE = 5_000;

export interface ServeOptions {
  passwords?: Passwords;
}

/**
 * Serves Larder until the process is told to stop. What keeps it from starting ends the process, told in words.
 * @param env its settings, such as process.env
 * @param options.passwords other than the usual only where no password is real, as in tests
 */
export function serve(env: NodeJS.ProcessEnv, options: ServeOptions = {}): Promise<void> {
  return start(env, options).catch(fail);
}

async function start(env: NodeJS.ProcessEnv, { passwords }: ServeOptions): Promise<void> {
  const config = readConfig(env);
  const logger = makeLogger(config.logLevel);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const db = openDatabase(path.join(config.dataDir, 'larder.sqlite'));
  await migrate(db);
  const sessions = openSessionDatabase(path.join(config.dataDir, 'sessions.sqlite'));
  const app = createApp({
    config,
    db,
    clock: systemClock,
    tries: new Tries(sessions),
    passwords,
    store: new SessionStore(
      sessions,
      { idle: config.sessionIdle, absolute: config.sessionAbsolute },
      { parts: [DRAFTS], report: (err) => logger.warn({ err }, 'The session file could not be tidied') },
    ),
    secrets: config.sessionSecrets ?? [keptSecret(config.dataDir)],
    logger,
    root: projectRoot(),
  });

  const server = app.listen(config.port, config.host, (error?: Error) => {
    if (error) return fail(error);
    const { port } = server.address() as AddressInfo;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    process.stdout.write(`Larder is ready at http://${host}:${port}\n`);
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Only once nothing is under way any more: a handler may outlive the client that asked.
  process.once('beforeExit', async () => {
    await db.destroy();
    sessions.close();
  });
}

function fail(error: unknown): void {
  if (error instanceof ConfigError) process.stderr.write(`Larder can't start:\n${error.message}\n`);
  else
    process.stderr.write(`Larder can't start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
