import { afterAll, beforeAll } from 'vitest';
import { LocalServer } from './local-server.js';
import { LarderProcess, type LarderServer, type ProcessOptions, type ServerOptions } from './server.js';

/**
 * One server for all tests of a file or a describe: started before them, stopped after them.
 * The file fails when the server logged an error that no test expected (see expectError).
 */
export function usingServer(options: ServerOptions = {}): LarderServer {
  return using(new LocalServer(options));
}

/** Like usingServer, but in a process of its own, for tests that end it, start it again or let it stall. */
export function usingProcess(options: ProcessOptions = {}): LarderProcess {
  return using(new LarderProcess(options));
}

function using<Server extends LarderServer>(server: Server): Server {
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  return server;
}
