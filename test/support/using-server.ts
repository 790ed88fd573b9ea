import { afterAll, beforeAll } from 'vitest';
import { LarderServer, type ServerOptions } from './server.js';

/**
 * One server for all tests of a file or a describe: started before them, stopped after them.
 * The file fails when the server logged an error that no test expected (see expectError).
 */
export function usingServer(options: ServerOptions = {}): LarderServer {
  const server = new LarderServer(options);
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  return server;
}
