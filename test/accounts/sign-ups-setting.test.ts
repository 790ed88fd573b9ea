import { describe, expect, test } from 'vitest';
import { signUpOn, toSignUp } from '../joining/guests.js';
import { invite } from '../support/households.js';
import { LocalServer } from '../support/local-server.js';
import { PASSWORD, signIn, signUp, uniqueName } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { Visitor } from '../support/visitor.js';

describe('With SIGNUPS=first', () => {
  const server = usingServer({ env: { SIGNUPS: 'first' } });

  test('one may sign up, and nobody after that, not even at the same moment', async () => {
    const welcome = await server.visitor().get('/');
    expect(welcome.link('Start a household')).toMatch(/\/signup$/);
    const forms = await Promise.all(
      ['ada', 'ben', 'cleo'].map(async (name) => {
        const form = (await server.visitor().get('/signup')).form('/signup');
        return form.fill({ username: uniqueName(name), password: `${PASSWORD}-${name}` });
      }),
    );
    const pages = await Promise.all(forms.map((form) => form.submit()));
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    const refusals = pages.filter(({ status }) => status === 403);
    for (const page of refusals) expect(page.h1).toBe('Sign-up is closed');
    const late = await server.visitor().get('/signup');
    expect([late.status, late.h1]).toEqual([403, 'Sign-up is closed']);
    expect(late.queryAll('main form')).toEqual([]);
  });

  test('nobody is invited in by the welcome page once somebody is there', async () => {
    const welcome = await server.visitor().get('/');
    expect(welcome.queryAll('main a[href="/signup"]')).toEqual([]);
  });
});

describe('With SIGNUPS=first, two taps of the first one', () => {
  const server = usingServer({ env: { SIGNUPS: 'first' } });

  test('make one account and end signed in, both of them', async () => {
    const form = (await server.visitor().get('/signup')).form('/signup');
    form.fill({ username: 'ada', password: PASSWORD });
    const pages = await Promise.all([form.submit(), form.submit()]);
    expect(pages.map(({ status, h1 }) => [status, h1])).toEqual([
      [200, expect.stringMatching(/^Your household$|^Eat first$/)],
      [200, expect.stringMatching(/^Your household$|^Eat first$/)],
    ]);
    const late = await form.submit();
    expect([late.status, late.h1]).toEqual([200, expect.stringMatching(/^Your household$|^Eat first$/)]);
  });
});

describe('With SIGNUPS=closed', () => {
  const server = usingServer({ env: { SIGNUPS: 'closed' } });

  test('there is no form, and none that was kept from before is taken', async () => {
    const visitor = server.visitor();
    expect((await visitor.get('/')).queryAll('main a[href="/signup"]')).toEqual([]);
    expect((await visitor.get('/signup')).status).toBe(403);
    const answer = await visitor.post('/signup', { username: 'ada', password: PASSWORD });
    expect([answer.status, answer.h1]).toEqual([403, 'Sign-up is closed']);
    const login = (await visitor.get('/login')).form('/login');
    expect((await login.fill({ username: 'ada', password: PASSWORD }).submit()).status).toBe(422);
  });
});

describe('With SIGNUPS=closed, and an invitation from before', () => {
  const server = usingServer();
  const setting = { SIGNUPS: 'closed' };

  test('only who is invited may sign up, as long as the invitation is good', async () => {
    const ada = await signUp(server.visitor(), { householdName: '14 Mill Lane' });
    const link = await invite(ada, { uses: '1' });
    const closed = new LocalServer({ dataDir: server.dataDir, env: setting });
    await closed.start();
    try {
      const [first, second] = [new Visitor(closed.url), new Visitor(closed.url)];
      const [one, other] = [await toSignUp(first, link), await toSignUp(second, link)];
      expect(one.queryAll('main form')).toHaveLength(2);
      expect(one.text).not.toContain('Start my own household');
      expect((await signUpOn(one)).flashes()).toEqual(['Welcome, Grace. You have joined 14 Mill Lane.']);
      const late = await signUpOn(other);
      expect([late.status, late.text]).toEqual([
        403,
        expect.stringContaining('The invitation can’t be used any more'),
      ]);
    } finally {
      await closed.stop();
    }
  });
});

describe('With SIGNUPS left out', () => {
  const server = usingServer();

  test('anybody may sign up, and sign in again elsewhere', async () => {
    const ada = await signUp(server.visitor());
    await signUp(server.visitor());
    expect((await signIn(server.visitor(), ada)).page.path).toBe('/');
  });
});
