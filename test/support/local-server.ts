import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Passwords } from '../../src/accounts/password.js';
import { readConfig } from '../../src/config.js';
import { type Larder, openLarder } from '../../src/larder.js';
import { makeLogger } from '../../src/web/log.js';
import { newDataFolder } from './data-folder.js';
import { engine, whereKept } from './engine.js';
import { makeMigrated } from './migrated.js';
import { QUICK_COST } from './quick-cost.mjs';
import type { LarderServer, ServerOptions } from './server.js';
import { ServerForTests } from './server-for-tests.js';

/** A Larder in the test's own process: quick to start. */
export class LocalServer extends ServerForTests implements LarderServer {
  readonly dataDir: string;
  readonly #options: ServerOptions;
  #larder: Larder | undefined;
  #server: Server | undefined;

  constructor(options: ServerOptions = {}) {
    super();
    this.#options = options;
    this.dataDir = options.dataDir ?? newDataFolder();
  }

  get url(): string {
    if (!this.#server) throw new Error('The server is not started');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    // A folder that was given may be one of another Larder, or be meant to be empty.
    const isNew = !this.#options.dataDir && !this.#larder;
    if (isNew && engine === 'sqlite') makeMigrated(path.join(this.dataDir, 'larder.sqlite'));
    const config = readConfig({ ...(await whereKept(this.dataDir)), ...this.#options.env });
    const logger = makeLogger('info', { write: (line) => this.output.take(line) });
    this.#larder = await openLarder({
      config,
      logger,
      passwords: new Passwords(QUICK_COST),
      proveKept: true,
    });
    // As when built: otherwise each page reads its view again.
    this.#larder.app.enable('view cache');
    this.#server = this.#larder.app.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    try {
      await this.#end();
    } finally {
      if (!this.#options.dataDir) await rm(this.dataDir, { recursive: true, force: true });
    }
    this.output.throwUnexpectedErrors();
  }

  async #end(): Promise<void> {
    const server = this.#server;
    if (server) {
      await new Promise((resolve) => {
        server.close(resolve);
        this.#larder?.endStreams();
        server.closeIdleConnections();
      });
    }
    await this.#larder?.close();
  }
}
