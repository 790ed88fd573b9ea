import { beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD, type Person, signIn, signUp, uniqueName } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { expectRefused } from '../web/refusal.js';

const server = usingServer();
const NEW = 'walnut-ferry-canyon-12';
let ada: Person;

beforeEach(async () => {
  ada = await signUp(server.visitor(), { username: uniqueName('ada-lovelace') });
});

const form = async () => (await ada.visitor.get('/account/password')).form('/account/password');

describe('Changing the password', () => {
  test('ends every other session and keeps this one, under a new id', async () => {
    const phone = await signIn(server.visitor(), ada);
    const before = ada.visitor.cookies.find('larder')?.value;
    const page = await (await form()).fill({ current_password: PASSWORD, password: NEW }).submit();
    expect([page.status, page.h1]).toEqual([200, 'Account']);
    expect(page.flashes()).toEqual(['Your password is changed. You are signed out everywhere else.']);
    expect((await phone.visitor.get('/account')).h1).toBe('Sign in');
    expect((await server.visitor().get('/account', { cookie: `larder=${before}` })).h1).toBe('Sign in');
    const login = (await server.visitor().get('/login')).form('/login');
    expect((await login.fill({ username: ada.username, password: PASSWORD }).submit()).status).toBe(422);
    expect((await signIn(server.visitor(), { ...ada, password: NEW })).page.h1).toBe('Eat first');
  });

  test('says to the second of two taps too that it is changed', async () => {
    const changing = (await form()).fill({ current_password: PASSWORD, password: NEW });
    await changing.submit();
    expect((await changing.submit()).flashes().join()).toMatch(/is changed/);
  });

  test('asks for the present one, and changes nothing without it', async () => {
    const phone = await signIn(server.visitor(), ada);
    const page = await (await form()).fill({ current_password: `${PASSWORD}x`, password: NEW }).submit();
    expectRefused(page, { current_password: 'That is not your password. Try again.' });
    for (const typed of [PASSWORD, NEW]) expect(page.html).not.toContain(typed);
    expect((await phone.visitor.get('/account')).h1).toBe('Account');
    expect((await signIn(server.visitor(), ada)).page.h1).toBe('Eat first');
  });

  test('refuses what a sign-up would refuse', async () => {
    const refusals: [string, RegExp][] = [
      ['', /8 characters at least/],
      ['7 chars', /8 characters at least/],
      ['x'.repeat(201), /200 characters at most/],
      ['Football1', /Too many people use/],
      [ada.username.toUpperCase(), /not your username/],
    ];
    for (const [password, message] of refusals) {
      const page = await (await form()).fill({ current_password: PASSWORD, password }).submit();
      expectRefused(page, { password: message });
      expect(page.html).not.toContain(PASSWORD);
    }
  });

  test('says that there are too many tries, not that a right password is wrong', async () => {
    for (let n = 0; n < 10; n += 1)
      await (await form()).fill({ current_password: `guess-${n}`, password: NEW }).submit();
    const page = await (await form()).fill({ current_password: PASSWORD, password: NEW }).submit();
    expectRefused(page, { current_password: /^Too many tries/ });
  });
});
