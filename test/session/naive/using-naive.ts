import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { temporaryFolder } from '../../support/database.js';
import { HostedServer } from '../../support/hosted-server.js';
import { LarderProcess, type LarderServer } from '../../support/server.js';
import type { Way } from './naive-larder.js';

/** The program that runs the naive Larder. */
export const NAIVE_PROGRAM = fileURLToPath(new URL('./server.mjs', import.meta.url));
const NAIVE_HOST = fileURLToPath(new URL('./host.mjs', import.meta.url));

interface Servers {
  count?: number;
  naive?: boolean;
  /** A program to start afresh, such as REAL where hashing has to take its time. */
  entry?: string;
  /** Which of the usual ways the naive one takes. */
  way?: Way | undefined;
}

/** Takes processes, one or more, on one data folder. */
export async function withServers(
  { count = 1, naive = false, way, entry }: Servers,
  work: (...servers: LarderServer[]) => Promise<void>,
): Promise<void> {
  const dataDir = temporaryFolder();
  const hosted = naive ? { program: NAIVE_HOST, env: { NAIVE: way } } : {};
  const servers: LarderServer[] = [];
  try {
    for (let n = 0; n < count; n += 1) {
      const server = entry ? new LarderProcess({ dataDir, entry }) : new HostedServer({ dataDir, ...hosted });
      await server.start();
      servers.push(server);
    }
    await work(...servers);
  } finally {
    const stops = servers.map((server) => server.stop());
    // The naive one may have died on the way: what it died of is for the test's body to say.
    await (naive ? Promise.allSettled(stops) : Promise.all(stops));
  }
}

/** The same test body must fail for the naive Larder, and for the reason that the row is about. */
export async function expectNaiveToFail(
  count: number,
  body: (...servers: LarderServer[]) => Promise<void>,
  way?: Way,
): Promise<void> {
  const outcome = withServers({ count, naive: true, way }, body);
  await expect(outcome).rejects.toMatchObject({ name: 'AssertionError' });
}
