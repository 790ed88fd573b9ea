import { beforeEach, describe, expect, test } from 'vitest';
import { goOverTo, invite, joinBy } from '../support/households.js';
import { PASSWORD, type Person, uniqueName } from '../support/people.js';
import { settled } from '../support/settled.js';
import { usingLocalApp } from '../web/local-app.js';
import { expectRefused } from '../web/refusal.js';
import { type Host, host, join, logInOn, members, signUpOn, toLogIn, toSignUp, usesLeft } from './guests.js';

const larder = usingLocalApp();
let mill: Host;
let grace: Person;

beforeEach(async () => {
  mill = await host(larder);
  grace = await settled(larder, 'Grace', 'The Mill');
});

const households = async ({ visitor }: { visitor: Person['visitor'] }) =>
  (await visitor.get('/household')).texts('[aria-labelledby="households"] .way-name');

describe('A link opened by one who is not signed in', () => {
  test('says who invites and where to, and makes no session by that', async () => {
    const visitor = larder.visitor();
    const page = await visitor.get(mill.link);
    expect([page.h1, page.text]).toEqual([
      'Join 14 Mill Lane',
      expect.stringContaining('Ada invites you to share the food of 14 Mill Lane.'),
    ]);
    expect(visitor.cookies.all()).toEqual([]);
  });

  test('leads a newcomer through sign-up straight into the household, and to no other', async () => {
    const visitor = larder.visitor();
    const page = await toSignUp(visitor, mill.link);
    expect(page.text).toContain('With it you join 14 Mill Lane.');
    const home = await signUpOn(page);
    expect(home.flashes()).toEqual(['Welcome, Grace. You have joined 14 Mill Lane.']);
    expect(await members({ visitor })).toEqual(['Ada', 'Grace']);
    expect(await households({ visitor })).toEqual([]);
    expect(await usesLeft(mill.owner)).toEqual([]);
    expect((await visitor.get('/joining')).text).toContain('To join a household, open the link');
  });

  test('keeps waiting when the sign-up is wrong', async () => {
    const wrong = await (await toSignUp(larder.visitor(), mill.link))
      .form('/signup')
      .fill({ username: grace.username, password: 'short' })
      .submit();
    expectRefused(wrong, { password: /8 characters/ });
    expect(wrong.text).toContain('With it you join 14 Mill Lane.');
    expect((await signUpOn(wrong)).flashes()).toEqual(['Welcome, Grace. You have joined 14 Mill Lane.']);
  });

  test('leads one who has an account through sign-in to a page that says as whom they join', async () => {
    const visitor = larder.visitor();
    const login = await toLogIn(visitor, mill.link);
    expect(login.text).toContain('you are asked whether to join 14 Mill Lane');
    const review = await logInOn(login, grace);
    expect(review.h1).toBe('Join 14 Mill Lane');
    expect(review.text).toContain(`You are signed in as ${grace.username}. The Mill stays yours`);
    expect(await members(mill.owner)).toEqual(['Ada']);
    expect((await join(review)).flashes()).toEqual(['You have joined 14 Mill Lane.']);
    expect(await members({ visitor })).toEqual(['Ada', 'Grace']);
    expect(await households({ visitor })).toEqual(['14 Mill Lane', 'The Mill']);
  });

  test('keeps waiting when the sign-in is wrong', async () => {
    const wrong = await logInOn(await toLogIn(larder.visitor(), mill.link), {
      ...grace,
      password: 'not-this-one',
    });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('join 14 Mill Lane')]);
    expect((await logInOn(wrong, grace)).h1).toBe('Join 14 Mill Lane');
  });

  test('is not lost by one who goes from signing up to signing in, or the other way', async () => {
    const login = await (await toSignUp(larder.visitor(), mill.link)).click('I have an account');
    expect((await logInOn(login, grace)).h1).toBe('Join 14 Mill Lane');
    const signup = await (await toLogIn(larder.visitor(), mill.link)).click('I have no account yet');
    expect((await signUpOn(signup)).flashes()).toEqual(['Welcome, Grace. You have joined 14 Mill Lane.']);
  });

  test.each(['/signup', '/login'])(
    'is not lost by one who goes to %s by the top of the page',
    async (path) => {
      const visitor = larder.visitor();
      await toLogIn(visitor, mill.link);
      const page = await visitor.get(path);
      expect(page.text).toContain('14 Mill Lane');
      const next = path === '/login' ? await logInOn(page, grace) : await signUpOn(page);
      expect(next.text).toContain('14 Mill Lane');
    },
  );

  test('signs in who has an account but signs up with it, and asks whether to join', async () => {
    const visitor = larder.visitor();
    const review = await signUpOn(await toSignUp(visitor, mill.link), grace.username);
    expect([review.h1, review.text]).toEqual([
      'Join 14 Mill Lane',
      expect.stringContaining(`You are signed in as ${grace.username}.`),
    ]);
    expect((await join(review)).flashes()).toEqual(['You have joined 14 Mill Lane.']);
  });

  test('is kept when the session ends while it is asked whether to join', async () => {
    const visitor = larder.visitor();
    const review = await logInOn(await toLogIn(visitor, mill.link), grace);
    await visitor.clone().post('/logout');
    const login = await join(review);
    expect(login.h1).toBe('Sign in');
    const again = await logInOn(login, grace);
    expect(again.h1).toBe('Join 14 Mill Lane');
    expect((await join(again)).flashes()).toEqual(['You have joined 14 Mill Lane.']);
  });
});

describe('A link opened by one who is signed in', () => {
  test('lets them join by one tap, and see the household at once', async () => {
    const page = await grace.visitor.get(mill.link);
    expect(page.text).toContain(`You are signed in as ${grace.username}. The Mill stays yours`);
    const home = await joinBy(grace, mill.link);
    expect(home.flashes()).toEqual(['You have joined 14 Mill Lane.']);
    expect(await members(grace)).toEqual(['Ada', 'Grace']);
  });

  test('makes nobody a member by being opened', async () => {
    await grace.visitor.get(mill.link);
    expect(await members(mill.owner)).toEqual(['Ada']);
    expect(await usesLeft(mill.owner)).toEqual(['For 1 person']);
  });

  test('lets them join even when their session holds as many entries as it may', async () => {
    for (let n = 0; n < 10; n += 1) await grace.visitor.post('/put-away', { once: `entry-${n}` });
    expect((await joinBy(grace, mill.link)).flashes()).toEqual(['You have joined 14 Mill Lane.']);
  });

  test('leaves nothing waiting that they had begun to join by it before', async () => {
    const phone = larder.visitor();
    await logInOn(await toLogIn(phone, mill.link), grace);
    await joinBy({ ...grace, visitor: phone }, mill.link);
    expect((await phone.get('/joining')).text).toContain('To join a household, open the link');
  });

  test('that was closed meanwhile asks to sign in first, and then whether to join', async () => {
    const page = await grace.visitor.get(mill.link);
    await grace.visitor.clone().post('/logout');
    const login = await page.form(mill.link).submit(/^Join/);
    expect(login.h1).toBe('Sign in');
    expect((await join(await logInOn(login, grace))).flashes()).toEqual(['You have joined 14 Mill Lane.']);
  });
});

describe('One who is a member already', () => {
  test('is told so by the link, and it is not used', async () => {
    const page = await mill.owner.visitor.get(mill.link);
    expect(page.text).toContain('You share 14 Mill Lane already');
    expect(page.queryAll(`form[action="${mill.link}"]`)).toEqual([]);
    expect(await usesLeft(mill.owner)).toEqual(['For 1 person']);
  });

  test('is told so after signing in, and goes to the household from there', async () => {
    await joinBy(grace, mill.link);
    await goOverTo(grace.visitor, 'The Mill');
    const link = await invite(mill.owner);
    const phone = larder.visitor();
    const review = await logInOn(await toLogIn(phone, link), grace);
    expect(review.text).toContain('You share 14 Mill Lane already');
    expect((await review.form('/household/current').submit()).flashes()).toEqual([
      'You now see 14 Mill Lane.',
    ]);
    expect(await usesLeft(mill.owner)).toEqual(['For 1 person']);
  });

  test('uses nothing up by sending the form all the same', async () => {
    const link = await invite(mill.owner);
    const form = (await grace.visitor.get(link)).form(link);
    await joinBy(grace, mill.link);
    await form.submit();
    expect(await usesLeft(mill.owner)).toEqual(['For 1 person']);
  });

  test('is told so even by the link that they used up', async () => {
    await joinBy(grace, mill.link);
    expect((await grace.visitor.get(mill.link)).text).toContain('You share 14 Mill Lane already');
    expect((await larder.visitor().get(mill.link)).status).toBe(404);
  });
});

test('The password of a newcomer is as good as any: they sign in by it elsewhere', async () => {
  const username = uniqueName('grace');
  await signUpOn(await toSignUp(larder.visitor(), mill.link), username);
  const login = await larder.visitor().get('/login');
  expect((await logInOn(login, { username, password: PASSWORD })).text).toContain('14 Mill Lane');
});
