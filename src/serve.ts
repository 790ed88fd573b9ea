import type { AddressInfo } from 'node:net';
import type { Passwords } from './accounts/password.js';
import { ConfigError, readConfig } from './config.js';
import { openLarder } from './larder.js';
import { makeLogger } from './web/log.js';

/** Milliseconds that open requests may take when the server is told to stop. */
const PATIENCE = 5_000;

interface ServeOptions {
  passwords?: Passwords;
  proveKept?: boolean;
}

/**
 * Serves Larder until the process is told to stop. An error at the start ends the process with a message.
 * @param env the settings, such as process.env
 * @param options.passwords cheaper ones in tests
 * @param options.proveKept makes each kept page afresh too: in tests
 */
export function serve(env: NodeJS.ProcessEnv, options: ServeOptions = {}): Promise<void> {
  return start(env, options).catch(fail);
}

async function start(env: NodeJS.ProcessEnv, { passwords, proveKept }: ServeOptions): Promise<void> {
  const config = readConfig(env);
  const logger = makeLogger(config.logLevel);
  const larder = await openLarder({ config, logger, passwords, proveKept });

  const server = larder.app.listen(config.port, config.host, (error?: Error) => {
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
    larder.endStreams();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // A handler may outlive its client.
  process.once('beforeExit', () => larder.close());
}

function fail(error: unknown): void {
  if (error instanceof ConfigError) process.stderr.write(`Larder can't start:\n${error.message}\n`);
  else
    process.stderr.write(`Larder can't start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
