import { expect, test } from 'vitest';
import { usingServer } from '../support/using-server.js';

const server = usingServer();

test('says that it lives and is ready, to everybody, without making a session', async () => {
  for (const [address, said] of [
    ['/healthz', 'alive\n'],
    ['/readyz', 'ready\n'],
  ] as const) {
    const answer = await server.visitor().getRaw(address);
    expect([answer.status, answer.html]).toEqual([200, said]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('Cache-Control')).toContain('no-store');
  }
});
