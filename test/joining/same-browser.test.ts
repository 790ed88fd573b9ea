import { beforeEach, describe, expect, test } from 'vitest';
import { toLines } from '../put-away/steps.js';
import { type Person, signIn } from '../support/people.js';
import { settled } from '../support/settled.js';
import { usingLocalApp } from '../web/local-app.js';
import { type Host, host, join, logInOn, members, signUpOn, toLogIn, toSignUp, usesLeft } from './guests.js';

const larder = usingLocalApp();
let mill: Host;
let grace: Person;
let edith: Person;

beforeEach(async () => {
  mill = await host(larder, '14 Mill Lane', { uses: '2' });
  grace = await settled(larder, 'Grace', 'The Mill');
  edith = await settled(larder, 'Edith', 'Hut');
});

describe('Two invitations in two tabs', () => {
  let farm: Host;
  beforeEach(async () => {
    farm = await host(larder, 'The farm');
  });

  test('each lead to their own household, whichever is gone on with first', async () => {
    const tabA = larder.visitor();
    const tabB = tabA.clone();
    const [loginA, loginB] = [await toLogIn(tabA, mill.link), await toLogIn(tabB, farm.link)];
    expect([loginA.text, loginB.text]).toEqual([
      expect.stringContaining('join 14 Mill Lane'),
      expect.stringContaining('join The farm'),
    ]);
    const reviewA = await logInOn(loginA, grace);
    const reviewB = await logInOn(loginB, grace);
    expect([reviewA.h1, reviewB.h1]).toEqual(['Join 14 Mill Lane', 'Join The farm']);
    expect((await join(reviewB)).flashes()).toEqual(['You have joined The farm.']);
    expect((await join(reviewA)).flashes()).toEqual(['You have joined 14 Mill Lane.']);
  });

  test('are both listed, for who signs up by one of them to find the other', async () => {
    const tabA = larder.visitor();
    const tabB = tabA.clone();
    const signUpA = await toSignUp(tabA, mill.link);
    larder.clock.advance({ minutes: 1 });
    const signUpB = await toSignUp(tabB, farm.link);
    expect((await tabA.get('/joining')).texts('.item-name')).toEqual(['The farm', '14 Mill Lane']);
    expect((await signUpOn(signUpA)).flashes()).toEqual(['Welcome, Grace. You have joined 14 Mill Lane.']);
    expect((await tabA.get('/joining')).texts('.item-name')).toEqual(['The farm']);
    expect((await signUpOn(signUpB)).h1).toBe('Join The farm');
  });

  test('wait once each, however often the links are opened, and ten at the most', async () => {
    const visitor = larder.visitor();
    for (let n = 0; n < 3; n += 1) await toLogIn(visitor, mill.link);
    expect((await visitor.get('/joining')).texts('.item-name')).toEqual(['14 Mill Lane']);
    for (let n = 0; n < 9; n += 1) await toLogIn(visitor, (await host(larder, `Barn ${n}`)).link);
    const full = await toLogIn(visitor, farm.link);
    expect([full.h1, full.flashes()]).toEqual([
      'Invitations',
      [expect.stringMatching(/Ten invitations wait/)],
    ]);
    expect(full.texts('.item-name')).toHaveLength(10);
  });
});

describe('An invitation that waits where somebody else signs in', () => {
  test('asks them by their name, and makes them no member unasked', async () => {
    const visitor = larder.visitor();
    await toSignUp(visitor, mill.link);
    const { page } = await signIn(visitor, edith);
    expect([page.h1, page.text]).toEqual([
      'Join 14 Mill Lane',
      expect.stringContaining(`You are signed in as ${edith.username}.`),
    ]);
    await visitor.get('/');
    expect(await members(mill.owner)).toEqual(['Ada']);
    expect(await members({ visitor })).toEqual(['Edith']);
  });

  test('is theirs from then on: who signs in after them finds none', async () => {
    const visitor = larder.visitor();
    const login = await toLogIn(visitor, mill.link);
    await signIn(visitor.clone(), edith);
    const other = await logInOn(login, grace);
    expect([other.status, other.text]).toEqual([404, expect.stringContaining('Open its link once more')]);
    expect((await visitor.get('/joining')).text).toContain('To join a household, open the link');
  });

  test('is gone when they sign out', async () => {
    const visitor = larder.visitor();
    await toLogIn(visitor, mill.link);
    await signIn(visitor, edith);
    await visitor.post('/logout');
    expect((await visitor.get('/signup')).text).not.toContain('you join');
    expect((await visitor.get('/joining')).text).toContain('To join a household, open the link');
  });

  test('is forgotten when they have not taken it up in a day, and takes no entry’s room', async () => {
    const farm = await host(larder, 'The farm');
    const visitor = larder.visitor();
    await toLogIn(visitor, mill.link);
    larder.clock.advance({ hours: 20 });
    await toLogIn(visitor, farm.link);
    const waiting = async () => (await visitor.get('/joining')).texts('.item-name');
    await signIn(visitor, edith);
    await toLines(visitor, 'Fridge', 'Rice');
    expect(await waiting()).toEqual(['The farm', '14 Mill Lane']);
    larder.clock.advance({ hours: 5 });
    await toLines(visitor, 'Fridge', 'Peas');
    expect(await waiting()).toEqual(['The farm']);
    expect((await visitor.get('/put-away')).text).not.toContain('14 Mill Lane');
    expect((await visitor.get(mill.link)).h1).toBe('Join 14 Mill Lane');
  });

  test('asks again by name when its page was drawn for another, or for nobody', async () => {
    const drawnForNobody = await larder.visitor().get(mill.link);
    const forNobody = drawnForNobody.form(mill.link);
    const forGrace = (await grace.visitor.get(mill.link)).form(mill.link);
    await grace.visitor.post('/logout');
    await signIn(grace.visitor, edith);
    await signIn(drawnForNobody.visitor, edith);
    for (const asked of [await forGrace.submit(), await forNobody.submit('Sign up and join')]) {
      expect([asked.status, asked.text]).toEqual([
        409,
        expect.stringContaining(`You are signed in as ${edith.username}.`),
      ]);
      expect(await members(mill.owner)).toEqual(['Ada']);
    }
  });
});

describe('Who would rather not', () => {
  test('starts a household of their own instead, and can take that back', async () => {
    const visitor = larder.visitor();
    const asked = await toSignUp(visitor, mill.link);
    const own = await asked.form(/discard$/).submit('Start my own household instead');
    expect([own.path.split('?')[0], own.flashes()]).toEqual(['/signup', ['The invitation is discarded.']]);
    expect(own.text).not.toContain('you join');
    const back = await own.form(/restore$/).submit();
    expect([back.flashes(), back.text]).toEqual([
      ['The invitation is back.'],
      expect.stringContaining('With it you join 14 Mill Lane.'),
    ]);
    await back.form(/discard$/).submit();
    const home = await signUpOn(await visitor.get('/signup'));
    expect(home.flashes()).toEqual(['Welcome, Grace.']);
    expect(await usesLeft(mill.owner)).toEqual(['For 2 people']);
  });

  test('signs in without joining', async () => {
    const login = await toLogIn(larder.visitor(), mill.link);
    const plain = await login.form(/discard$/).submit('Sign in without joining');
    expect(plain.text).not.toContain('14 Mill Lane');
    expect((await logInOn(plain, grace)).h1).toBe('Eat first');
    expect(await members(mill.owner)).toEqual(['Ada']);
  });

  test('says “Not now” after signing in, and the link is as good as before', async () => {
    const review = await logInOn(await toLogIn(larder.visitor(), mill.link), grace);
    const home = await review.form(/discard$/).submit('Not now');
    expect([home.h1, home.flashes()]).toEqual(['Eat first', ['The invitation is discarded.']]);
    expect(await usesLeft(mill.owner)).toEqual(['For 2 people']);
    expect((await review.visitor.get(review.path)).status).toBe(404);
    const back = await home.form(/restore$/).submit();
    expect([back.h1, back.flashes()]).toEqual(['Eat first', ['The invitation is back.']]);
    const list = await back.visitor.get('/put-away');
    expect((await join(await list.click('14 Mill Lane'))).flashes()).toEqual([
      'You have joined 14 Mill Lane.',
    ]);
  });

  test('goes on to nowhere but where a page of ours leads', async () => {
    const asked = await toSignUp(larder.visitor(), mill.link);
    const form = asked.form(/discard$/).tamper({ return_to: '//evil.example' });
    expect((await form.submitRaw()).location?.split('?')[0]).toBe('/');
  });
});
