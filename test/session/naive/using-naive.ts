import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import { temporaryFolder } from '../../support/database.js';
import { type LarderServer, startServer } from '../../support/server.js';

const entry = fileURLToPath(new URL('./server.mjs', import.meta.url));

// Two processes and hundreds of requests take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** Starts processes, one or more, on one data folder. */
export async function withServers(
  { count = 1, naive = false }: { count?: number; naive?: boolean },
  work: (...servers: LarderServer[]) => Promise<void>,
): Promise<void> {
  const dataDir = temporaryFolder();
  const servers: LarderServer[] = [];
  try {
    for (let n = 0; n < count; n += 1)
      servers.push(await startServer({ dataDir, ...(naive ? { entry } : {}) }));
    await work(...servers);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** The same test body must fail for the naive Larder, and for the reason that the row is about. */
export async function expectNaiveToFail(
  count: number,
  body: (...servers: LarderServer[]) => Promise<void>,
): Promise<void> {
  const outcome = withServers({ count, naive: true }, body);
  await expect(outcome).rejects.toMatchObject({ name: 'AssertionError' });
}
