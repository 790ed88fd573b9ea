import type { Request } from 'express';
import { afterAll, beforeAll } from 'vitest';
import { listening, smallApp } from '../session/small-app.js';
import { temporaryFolder } from '../support/database.js';
import { Visitor } from '../support/visitor.js';

/**
 * Sessions over real HTTP, in which a test does things as a request would.
 * @returns a function that makes a new browser, which runs a piece of work in a request of its own
 */
export function usingSessions(): { browser(): <T>(work: (req: Request) => Promise<T>) => Promise<T> } {
  const { app } = smallApp(temporaryFolder());
  const jobs: ((req: Request) => Promise<void>)[] = [];
  let server: Awaited<ReturnType<typeof listening>>;
  app.post('/jobs/:job', async (req, res) => {
    await jobs[Number(req.params.job)]?.(req);
    res.json('done');
  });
  beforeAll(async () => {
    server = await listening(app);
  });
  afterAll(() => server.close());

  return {
    browser() {
      const visitor = new Visitor(server.url);
      return async (work) => {
        const outcomes: PromiseSettledResult<Awaited<ReturnType<typeof work>>>[] = [];
        const job =
          jobs.push(async (req) => void outcomes.push(...(await Promise.allSettled([work(req)])))) - 1;
        await visitor.postRaw(`/jobs/${job}`);
        const [outcome] = outcomes;
        if (outcome?.status !== 'fulfilled') throw outcome?.reason;
        return outcome.value;
      };
    },
  };
}
