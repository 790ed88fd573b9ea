import { beforeEach, describe, expect, test } from 'vitest';
import { linkByHost } from '../../src/households/link-for-member.js';
import { signUpOn, toSignUp } from '../joining/guests.js';
import { change, invite, joinBy, memberPage } from '../support/households.js';
import { type Person, signIn, uniqueName } from '../support/people.js';
import { settled } from '../support/settled.js';
import { usingLocalApp } from '../web/local-app.js';
import { expectRefused } from '../web/refusal.js';

const larder = usingLocalApp();
const NEW = 'walnut-ferry-canyon-12';
let ada: Person;
let grace: Person;

/** Grace shares Ada's household, and has no other. */
beforeEach(async () => {
  larder.clock.set('2026-03-01T12:00:00Z');
  ada = await settled(larder, 'Ada', '14 Mill Lane');
  const username = uniqueName('grace');
  grace = {
    ...(await signUpOn(await toSignUp(larder.visitor(), await invite(ada)), username)),
    username,
    password: ada.password,
  } as unknown as Person;
});

const linkIn = (page: { query(css: string): Element | null }) =>
  new URL(page.query('#link')?.getAttribute('value') ?? '').pathname;
const makeLink = async (owner = ada, name = 'Grace') =>
  linkIn(await change(owner, 'Make a sign-in link', name));
const use = async (link: string, password = NEW, visitor = larder.visitor()) =>
  (await visitor.get(link)).form(link).fill({ password }).submit();
const isGood = async (link: string) => (await larder.visitor().get(link)).status === 200;

describe('A link to sign in', () => {
  test('lets its user choose a new password, signs them in, and ends their other sessions', async () => {
    const phone = await signIn(larder.visitor(), grace);
    const link = await makeLink();
    const asked = await larder.visitor().get(link);
    expect([asked.h1, asked.text]).toEqual([
      'Choose a new password',
      expect.stringContaining(`You sign in as ${grace.username}.`),
    ]);
    const home = await use(link);
    expect(home.flashes()[0]).toContain('Your new password is set.');
    expect((await home.visitor.get('/account')).text).toContain(grace.username);
    expect((await phone.visitor.get('/account')).h1).toBe('Sign in');
    expect((await signIn(larder.visitor(), { ...grace, password: NEW })).page.status).toBe(200);
    await expect(signIn(larder.visitor(), grace)).rejects.toThrow(/Refused/);
  });

  test('is shown once, kept as a hash only, and works once', async () => {
    const link = await makeLink();
    const rows = await larder.db.selectFrom('sign_in_links').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(link.split('/').at(-1));
    await larder.visitor().get(link);
    await use(link);
    const again = await larder.visitor().get(link);
    expect([again.status, again.h1]).toEqual([404, 'This link is no longer good']);
    const posted = await larder.visitor().post(link, { password: 'copper-violin-meadow-88' });
    expect(posted.status).toBe(404);
    expect((await signIn(larder.visitor(), { ...grace, password: NEW })).page.status).toBe(200);
  });

  test('used by a double tap answers both taps alike', async () => {
    const link = await makeLink();
    const form = (await larder.visitor().get(link)).form(link).fill({ password: NEW });
    const pages = await Promise.all([form.submit(), form.submit()]);
    expect(pages.map(({ status, path }) => [status, path.split('?')[0]])).toEqual([
      [200, '/'],
      [200, '/'],
    ]);
  });

  test('is good for a day', async () => {
    const link = await makeLink();
    larder.clock.set('2026-03-02T11:59:59.999Z');
    expect(await isGood(link)).toBe(true);
    larder.clock.set('2026-03-02T12:00:00Z');
    expect(await isGood(link)).toBe(false);
    expect((await larder.visitor().post(link, { password: NEW })).status).toBe(404);
  });

  test('takes the place of an earlier one', async () => {
    const [first, second] = [await makeLink(), await makeLink()];
    expect([await isGood(first), await isGood(second)]).toEqual([false, true]);
  });

  test('refuses a poor password, and is still good', async () => {
    const link = await makeLink();
    expectRefused(await use(link, 'short'), { password: /8 characters/ });
    expectRefused(await use(link, grace.username), { password: /not your username/ });
    expect(await isGood(link)).toBe(true);
  });

  test('that never was is answered like one that is no longer good', async () => {
    expect((await larder.visitor().get('/login/link/never-made')).h1).toBe('This link is no longer good');
    expect((await larder.visitor().post('/login/link/never-made', { password: NEW })).status).toBe(404);
  });
});

describe('Its user', () => {
  test('is told who made it, on their next page, and can cancel it', async () => {
    const link = await makeLink();
    const page = await grace.visitor.get('/shopping');
    expect(page.texts('.notices p')[0]).toContain(
      'Ada made a link by which a new password can be set for you.',
    );
    const account = await page.click('See it, or cancel it');
    const done = await account.form('/account/link').submit('Cancel link');
    expect(done.flashes()).toEqual(['The link is cancelled.']);
    expect(await isGood(link)).toBe(false);
  });

  test('is told after signing in by it, and finds it on the account’s page for good', async () => {
    const home = await use(await makeLink());
    expect(home.texts('.notices p')[0]).toContain('Ada made a link');
    await home.form('/account/notices').submit('OK');
    const [told] = (await home.visitor.get('/account')).texts('[aria-labelledby="let-in"] .way');
    expect(told).toBe('just now made by Ada');
  });
});

describe('A link is made', () => {
  test('by owners only, and for members only', async () => {
    const grace404 = await grace.visitor.post('/household/members/1/link');
    expect(grace404.status).toBe(403);
    const edith = await settled(larder, 'Edith', 'Hut');
    const { id } = await larder.db
      .selectFrom('users')
      .select('id')
      .where('username', '=', edith.username)
      .executeTakeFirstOrThrow();
    expect((await ada.visitor.post(`/household/members/${id}/link`)).status).toBe(404);
  });

  test('for another owner too, who is told', async () => {
    await change(ada, 'Make an owner', 'Grace');
    const link = await makeLink(grace, 'Ada');
    expect((await ada.visitor.get('/shopping')).texts('.notices p')[0]).toContain('Grace made a link');
    expect(await isGood(link)).toBe(true);
  });

  test('for nobody who is in a household that its maker does not own', async () => {
    const edith = await settled(larder, 'Edith', 'Hut');
    await joinBy(edith, await invite(ada));
    const page = await memberPage(ada, 'Make a sign-in link', 'Edith');
    expect([page.text, page.queryAll('[formaction$="/link"]')]).toEqual([
      expect.stringContaining('it would open another household of Edith’s too'),
      [],
    ]);
    const sent = await ada.visitor.post(`${page.path}/link`);
    expect([sent.status, sent.text]).toEqual([
      422,
      expect.stringContaining('Edith is in another household too'),
    ]);
  });

  test('with the password, when that was given more than a quarter of an hour ago', async () => {
    const page = await memberPage(ada, 'Make a sign-in link', 'Grace');
    larder.clock.advance({ minutes: 16 });
    const refused = await page.form('main form').submit('Make a sign-in link');
    expect(refused.errors().password).toMatch(/more than 15 minutes ago/);
    const made = await refused
      .form('main form')
      .fill({ password: ada.password })
      .submit('Make a sign-in link');
    expect(made.status).toBe(201);
  });

  test('by whoever runs this Larder for anyone, also in several households', async () => {
    await joinBy(grace, await invite(await settled(larder, 'Olive', 'Allotment')));
    const token = await linkByHost(larder.db, grace.username.toUpperCase(), larder.clock.now());
    expect((await grace.visitor.get('/account')).text).toContain('Whoever runs this Larder made a link');
    expect((await use(`/login/link/${token}`)).flashes()[0]).toContain('Your new password is set.');
    expect(await linkByHost(larder.db, 'nobody-at-all', larder.clock.now())).toBeUndefined();
  });
});

describe('A link that was made is good no longer', () => {
  const ends: [string, () => Promise<unknown>][] = [
    [
      'its maker cancels it',
      async () => (await memberPage(ada, 'Make a sign-in link', 'Grace')).form(/cancel$/).submit(),
    ],
    [
      'its user joins another household',
      async () => joinBy(grace, await invite(await settled(larder, 'Olive', 'Hut'))),
    ],
    ['its user is removed', () => change(ada, 'Remove', 'Grace')],
    ['its user leaves', () => change(grace, 'Leave')],
    [
      'its user changes the password',
      async () =>
        (await grace.visitor.get('/account/password'))
          .form('/account/password')
          .fill({ current_password: grace.password, password: NEW })
          .submit(),
    ],
    [
      'its user deletes the account',
      () => grace.visitor.post('/account/delete', { password: grace.password }),
    ],
    [
      'its maker is an owner no longer',
      async () => {
        await change(ada, 'Make an owner', 'Grace');
        await change(grace, 'Make a member', 'Ada');
      },
    ],
    [
      'its maker leaves',
      async () => {
        await change(ada, 'Make an owner', 'Grace');
        await change(ada, 'Leave');
      },
    ],
    ['its maker deletes the account', () => ada.visitor.post('/account/delete', { password: ada.password })],
  ];

  test.each(ends)('once %s', async (_what, end) => {
    const link = await makeLink();
    expect(await isGood(link)).toBe(true);
    await end();
    expect(await isGood(link)).toBe(false);
    expect((await larder.visitor().post(link, { password: 'copper-violin-meadow-88' })).status).toBe(404);
  });
});
