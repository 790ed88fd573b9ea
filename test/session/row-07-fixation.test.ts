import { beforeAll, describe, expect, it } from 'vitest';
import { toLines } from '../put-away/steps.js';
import { type Person, signIn, signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { usingServer } from '../support/using-server.js';
import { expectNaiveToFail } from './naive/using-naive.js';

/** The cookie that a visitor has who only looked at the page to sign in, and has no account any more. */
async function plantedCookie(server: LarderServer): Promise<string> {
  const mallory = server.visitor();
  await signUp(mallory);
  await mallory.post('/logout');
  await mallory.get('/login');
  return mallory.cookies.header(new URL(server.url)) ?? '';
}

async function plantedIdIsDead(server: LarderServer): Promise<void> {
  const ada = await signUp(server.visitor());
  const planted = await plantedCookie(server);
  expect(planted).toMatch(/=s%3A/);
  const victim = server.visitor();
  victim.cookies.keep([`${planted}; Path=/`], new URL(server.url));
  await signIn(victim, ada);
  expect((await victim.getRaw('/account')).status).toBe(200);
  expect((await server.visitor().getRaw('/account', { cookie: planted })).status).toBe(303);
}

/** A form to sign in that was opened before somebody did in another tab, and an entry that they have begun there. */
async function withOldLogin(server: LarderServer, ...foods: string[]) {
  const ada = await signUp(server.visitor());
  const visitor = server.visitor();
  const oldLogin = (await visitor.clone().get('/login')).form('/login');
  await signIn(visitor, ada);
  const details = await toLines(visitor, 'Freezer', ...foods);
  return { ada, visitor, oldLogin, details };
}

async function draftCrossesSignIn(server: LarderServer): Promise<void> {
  const { ada, visitor, oldLogin, details } = await withOldLogin(server, 'Peas');
  const before = visitor.cookies.header(new URL(server.url));
  await oldLogin.fill({ username: ada.username, password: ada.password }).submit();
  expect(visitor.cookies.header(new URL(server.url))).not.toBe(before);
  expect((await server.visitor().getRaw('/account', { cookie: before })).status).toBe(303);
  const again = await visitor.get(details.path);
  expect([again.status, again.texts('.put-name')]).toEqual([200, ['Peas']]);
  // And the page that was open before goes on as if nothing had happened.
  expect((await details.form(/\/details$/).submit()).path).toBe(details.path);
}

async function draftIsNobodyElses(server: LarderServer): Promise<void> {
  const grace = await signUp(server.visitor(), { firstName: 'Grace' });
  const { visitor, oldLogin, details } = await withOldLogin(server, 'Secret cake');
  await oldLogin.fill({ username: grace.username, password: grace.password }).submit();
  expect((await visitor.get('/put-away')).text).not.toContain('Secret cake');
  const page = await visitor.get(details.path);
  expect(page.text).not.toContain('Secret cake');
  expect(page.status).toBe(404);
  expect((await visitor.get('/account')).text).toContain(grace.username);
}

it('the naive way that keeps the id lets in whoever planted it', async () => {
  await expectNaiveToFail(1, plantedIdIsDead, 'same id');
});

it('the naive way that keeps the id shows the entry to the next user too', async () => {
  await expectNaiveToFail(1, draftIsNobodyElses, 'same id');
});

it('the naive way that makes a new session drops the entry', async () => {
  await expectNaiveToFail(1, draftCrossesSignIn);
});

describe('Row 7: fixation, and a sign-in that drops the draft', () => {
  const server = usingServer();
  const address = () => new URL(server.url);
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(server.visitor(), { firstName: 'Ada' });
  });

  it('gives a planted session id to nobody: who planted it stays outside', async () => {
    await plantedIdIsDead(server);
  });

  it('gives a new id at sign-up too', async () => {
    const planted = await plantedCookie(server);
    const victim = server.visitor();
    victim.cookies.keep([`${planted}; Path=/`], address());
    await signUp(victim);
    expect((await server.visitor().getRaw('/account', { cookie: planted })).status).toBe(303);
  });

  it('keeps the draft when the same user signs in once more, from a form in an old tab', async () => {
    await draftCrossesSignIn(server);
  });

  it('keeps the draft when four forms sign in at once from a browser that is signed in', async () => {
    const { visitor, username, password } = await signUp(server.visitor());
    const details = await toLines(visitor, 'Freezer', 'Peas');
    const tabs = Array.from({ length: 4 }, () => visitor.clone());
    const answers = await Promise.all(tabs.map((tab) => tab.postRaw('/login', { username, password })));
    // Whichever answer comes last, the browser has its cookie.
    for (const answer of answers) {
      visitor.cookies.keep(answer.headers.getSetCookie(), address());
      const again = await visitor.get(details.path);
      expect([again.status, again.texts('.put-name')]).toEqual([200, ['Peas']]);
    }
  });

  it('never shows the draft to another user who signs in in the same browser', async () => {
    await draftIsNobodyElses(server);
  });

  it('leads back to the page that was asked for, and makes no session for that', async () => {
    const visitor = server.visitor();
    const login = await visitor.get('/account/edit');
    expect(login.path).toBe('/login?return_to=%2Faccount%2Fedit');
    expect(visitor.cookies.all()).toEqual([]);
    const page = await login.form('/login').fill({ username: ada.username, password: ada.password }).submit();
    expect(page.path).toBe('/account/edit');
  });
});
