import { expect, it } from 'vitest';
import type { LarderServer } from '../support/server.js';
import { storedIn } from '../support/stored.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

const PAGES = [
  '/',
  '/login',
  '/login?return_to=%2Fput-away',
  '/signup',
  '/login?flash=AAAAAAAAAAAA',
  '/put-away',
  '/nowhere',
];

/** Row 5: reading creates sessions. */
async function thousandReaders(server: LarderServer): Promise<void> {
  const file = storedIn(server.dataDir, 'sessions');
  const strangers = Array.from({ length: 20 }, async (_, stranger) => {
    let cookies = 0;
    for (let n = 0; n < 50; n += 1) {
      const answer = await server.visitor().getRaw(PAGES[(stranger + n) % PAGES.length] ?? '/');
      cookies += answer.headers.getSetCookie().length;
    }
    return cookies;
  });
  expect((await Promise.all(strangers)).reduce((sum, count) => sum + count)).toBe(0);
  expect(await file.read('select count(*) from sessions')).toEqual([0]);
}

it('sets no cookie and stores no session for 1,000 visits without a cookie', async () => {
  await withServers({}, thousandReaders);
});

it('makes no session for a cookie that is forged or long gone', async () => {
  await withServers({}, async (server) => {
    const file = storedIn(server.dataDir, 'sessions');
    for (const cookie of ['larder=s%3Agone.forged', 'larder=nonsense', 'other=1']) {
      const answer = await server.visitor().getRaw('/', { cookie });
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(await file.read('select count(*) from sessions')).toEqual([0]);
  });
});

it('the naive way makes a session for each of them', async () => {
  await expectNaiveToFail(1, thousandReaders);
});
