import { expect, it } from 'vitest';
import { PASSWORD, signUp } from '../support/people.js';
import { type LarderServer, REAL } from '../support/server.js';
import { usingProcess } from '../support/using-server.js';
import { expectNaiveToFail } from './naive/using-naive.js';

/** Row 18: one slow request that stalls the other tabs of its session. */
async function tenQuickRequests(server: LarderServer): Promise<void> {
  const { visitor } = await signUp(server.visitor());
  const form = (await visitor.get('/account/password')).form('/account/password');
  let slowIsDone = false;
  const slow = form
    .fill({ current_password: PASSWORD, password: 'walnut-harbour-tiger-9' })
    .submitRaw()
    .finally(() => {
      slowIsDone = true;
    });
  const tab = visitor.clone();
  for (let n = 0; n < 5; n += 1) {
    expect((await tab.getRaw('/account')).status).toBe(200);
    const change = await tab.postRaw('/put-away', { names: 'Halva' });
    expect(change.location).toMatch(/\/details$/);
  }
  expect(slowIsDone).toBe(false);
  expect((await slow).location).toMatch(/^\/account\?flash=/);
  expect((await visitor.getRaw('/account')).status).toBe(200);
}

// Hashing a password is the slow request.
const server = usingProcess({ entry: REAL });

it('answers ten quick requests while a slow one of the same session is under way', async () => {
  await tenQuickRequests(server);
});

it('the naive way lets them wait while a password is hashed', async () => {
  await expectNaiveToFail(1, tenQuickRequests, 'at once');
});
