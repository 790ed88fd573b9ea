import { beforeEach, describe, expect, test } from 'vitest';
import { joinBy } from '../support/households.js';
import { type Person, uniqueName } from '../support/people.js';
import { settled } from '../support/settled.js';
import { usingLocalApp } from '../web/local-app.js';
import { type Host, host, join, logInOn, members, signUpOn, toLogIn, toSignUp } from './guests.js';

const larder = usingLocalApp({ start: '2026-03-01T12:00:00Z' });
let mill: Host;
let grace: Person;

beforeEach(async () => {
  larder.clock.set('2026-03-01T12:00:00Z');
  mill = await host(larder);
  grace = await settled(larder, 'Grace', 'The Mill');
});

/** What may become of a link while its holder signs up or in. */
const ENDS: [string, () => Promise<unknown>][] = [
  [
    'cancelled',
    async () => {
      const page = await mill.owner.visitor.get('/household/invitations');
      return page.form(/revoke$/).submit(/^Cancel link/);
    },
  ],
  ['used up', async () => joinBy(await settled(larder, 'Edith', 'Hut'), mill.link)],
  ['run out', async () => larder.clock.advance({ days: 7 })],
  [
    'taken along by its maker',
    async () => larder.db.updateTable('invitations').set({ uses_left: 0 }).execute(),
  ],
];

describe.each(ENDS)('A link that was %s', (_what, end) => {
  test('leads to a page that says so', async () => {
    await end();
    for (const visitor of [larder.visitor(), grace.visitor]) {
      const page = await visitor.get(mill.link);
      expect([page.status, page.h1]).toEqual([404, 'This invitation is no longer good']);
    }
  });

  test('after it was opened makes nobody a member', async () => {
    const form = (await grace.visitor.get(mill.link)).form(mill.link);
    await end();
    const page = await form.submit();
    expect([page.status, page.h1]).toEqual([404, 'This invitation is no longer good']);
    expect(await members(mill.owner)).not.toContain('Grace');
  });

  test('while its holder signed in says so, and everything else is as it was', async () => {
    const login = await toLogIn(larder.visitor(), mill.link);
    await end();
    const page = await logInOn(login, grace);
    expect([page.h1, page.flashes()]).toEqual(['Invitations', [expect.stringMatching(/no longer good/)]]);
    expect((await page.visitor.get('/household')).h1).toBe('The Mill');
    expect(await members(mill.owner)).not.toContain('Grace');
  });

  test('while its holder looked at the question says so', async () => {
    const review = await logInOn(await toLogIn(larder.visitor(), mill.link), grace);
    await end();
    const page = await join(review);
    expect([page.h1, page.flashes()]).toEqual(['Invitations', [expect.stringMatching(/no longer good/)]]);
    expect(await members(mill.owner)).not.toContain('Grace');
  });

  test('while its holder signed up makes no account, keeps what was typed, and offers to go on without', async () => {
    const username = uniqueName('linus');
    const signup = await toSignUp(larder.visitor(), mill.link);
    await end();
    const page = await signUpOn(signup, username);
    expect([page.status, page.text]).toEqual([
      422,
      expect.stringContaining('That invitation can’t be used any more.'),
    ]);
    expect(page.form('/signup').values()).toMatchObject({ username, first_name: 'Grace', return_to: '' });
    const home = await signUpOn(page, username);
    expect(home.flashes()[0]).toBe('Welcome, Grace.');
    expect(await members(mill.owner)).not.toContain('Grace');
  });
});

test('A link is good to the last moment of its time, and not at the next', async () => {
  larder.clock.set('2026-03-08T11:59:59.999Z');
  expect((await grace.visitor.get(mill.link)).status).toBe(200);
  larder.clock.set('2026-03-08T12:00:00Z');
  expect((await grace.visitor.get(mill.link)).status).toBe(404);
});

test('A link that never was is answered like one that is no longer good', async () => {
  const page = await larder.visitor().get('/join/never-made');
  expect([page.status, page.h1]).toEqual([404, 'This invitation is no longer good']);
  expect((await larder.visitor().post('/join/never-made')).status).toBe(404);
});
