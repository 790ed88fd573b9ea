import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import { type Answer, difference, sameBody } from './answer.js';
import { type Measured, measuredFrom } from './statistics.js';

/** How requests are sent. */
export interface Load {
  connections: number;
  /** Ends after so many seconds … */
  seconds: number;
  /** … or after so many requests, so that none is left under way. */
  requests?: number;
}

/** Makes the requests, one after another: a new one each time. */
export type NextRequest = () => autocannon.Request;

/**
 * Sends requests for a while and looks at every answer.
 * @throws when one is not the expected answer
 */
export function measure(url: string, next: NextRequest, expected: Answer, load: Load): Promise<Measured> {
  const isSame = sameBody(expected.body);
  const times: number[] = [];
  const wrong: string[] = [];
  const verifyBody = (got: unknown) => {
    const same = isSame(got as string);
    // The first one says enough.
    if (!same) wrong.push(wrong.length === 0 ? difference(expected.body, got as string) : '');
    return same;
  };
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const loop = performance.eventLoopUtilization();
    let last = started;
    const instance = autocannon(
      {
        url,
        connections: load.connections,
        ...(load.requests === undefined ? { duration: load.seconds } : { amount: load.requests }),
        sampleInt: 50,
        timeout: 30,
        requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
        verifyBody,
      },
      (error, result) => {
        if (error) return reject(error);
        if (result.errors > 0) wrong.push(`${result.errors} requests without an answer`);
        if (times.length === 0) wrong.push('no answer at all');
        if (wrong.length > 0) return reject(new Error(`${url}: ${wrong.length} wrong answers; ${wrong[0]}`));
        resolve(measuredFrom(times, last - started, loop));
      },
    );
    instance.on('response', (_client, status, _bytes, time) => {
      last = performance.now();
      times.push(time);
      if (status !== expected.status) wrong.push(`status ${status}, not ${expected.status}`);
    });
  });
}
