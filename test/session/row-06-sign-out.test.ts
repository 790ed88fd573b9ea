import { expect, it } from 'vitest';
import { PASSWORD, signUp } from '../support/people.js';
import { type LarderServer, REAL } from '../support/server.js';
import { Visitor } from '../support/visitor.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

/**
 * Row 6: a sign-out undone by a request in flight. Changing the password takes a while, because of the hashing,
 * and then changes the session, which another process has ended meanwhile.
 */
async function signOutDuringSlowWrites(one: LarderServer, other: LarderServer): Promise<void> {
  let overlaps = 0;
  // On a busy machine the hashing may be done before the sign-out comes: such a round shows nothing.
  for (let round = 0; round < 20 && overlaps < 3; round += 1) {
    const { visitor } = await signUp(one.visitor());
    const there = new Visitor(other.url, { cookies: visitor.cookies });
    const cookie = visitor.cookies.header(new URL(one.url)) ?? '';
    const form = (await visitor.get('/account/password')).form('/account/password');
    const home = await there.get('/');

    let slowIsDone = false;
    const slow = form
      .fill({ current_password: PASSWORD, password: 'walnut-harbour-tiger-9' })
      .submitRaw()
      .finally(() => {
        slowIsDone = true;
      });
    // Asked after it on the same process and answered: the slow request has its session by now.
    await visitor.clone().getRaw('/account', { cookie });
    await home.form('/logout').submitRaw();
    if (!slowIsDone) overlaps += 1;
    await slow;
    const after = await Promise.all([
      visitor.getRaw('/account'),
      one.visitor().getRaw('/account', { cookie }),
      other.visitor().getRaw('/account', { cookie }),
    ]);
    expect(after.map(({ status }) => status)).toEqual([303, 303, 303]);
  }
  expect(overlaps).toBe(3);
}

it('stays signed out when a slow change of another process ends after the sign-out', async () => {
  await withServers({ count: 2, entry: REAL }, signOutDuringSlowWrites);
});

it('the naive way is signed in again by the slow change', async () => {
  await expectNaiveToFail(2, signOutDuringSlowWrites);
});
