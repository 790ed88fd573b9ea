import { afterAll, beforeAll } from 'vitest';
import { LocalServer } from './local-server.js';
import { LarderProcess, type LarderServer, type ProcessOptions, type ServerOptions } from './server.js';

/** One server for all tests of a file or a describe; fails them when it logged an unexpected error. */
export function usingServer(options: ServerOptions = {}): LarderServer {
  return using(new LocalServer(options));
}

/** Like usingServer, in a process of its own, for tests that end it or let it stall. */
export function usingProcess(options: ProcessOptions = {}): LarderProcess {
  return using(new LarderProcess(options));
}

function using<Server extends LarderServer>(server: Server): Server {
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  return server;
}
