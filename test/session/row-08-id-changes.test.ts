import { expect, it } from 'vitest';
import { signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

/**
 * Row 8: the session id changes while other requests run. Their answers, which may come after the sign-in’s, must
 * not put the old id, or a new one of nobody, over the signed-in one.
 */
async function pagesDuringSignIn(server: LarderServer): Promise<void> {
  const { visitor, username, password } = await signUp(server.visitor());
  const url = new URL(server.url);
  for (let round = 0; round < 4; round += 1) {
    const old = visitor.cookies.header(url) ?? '';
    const pages = ['/', '/account', '/login'];
    const withOldId = (path: string) => visitor.clone().getRaw(path, { cookie: old });
    const signIn = visitor.postRaw('/login', { username, password });
    const during = pages.map(withOldId);
    await Promise.all([signIn, ...during]);
    // Requests that left the browser before the sign-in was answered, and arrive late.
    await Promise.all(pages.map(withOldId));
    expect((await visitor.getRaw('/account')).status).toBe(200);
    expect(visitor.cookies.header(url)).not.toBe(old);
  }
}

it('stays signed in when three pages are under way with the old id during each sign-in', async () => {
  await withServers({}, pagesDuringSignIn);
});

it('the naive way is signed out by the pages that were under way', async () => {
  await expectNaiveToFail(1, pagesDuringSignIn);
});
