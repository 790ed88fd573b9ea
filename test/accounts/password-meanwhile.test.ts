import bcrypt from 'bcrypt';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Form } from '../support/form.js';
import type { Page } from '../support/page.js';
import { PASSWORD, type Person, signIn, signUp, uniqueName } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
const NEW = 'walnut-ferry-canyon-12';
const OTHER = 'copper-violin-meadow-88';
let ada: Person;

// The first of all sign-ins makes a hash to compare with when there is no such user.
beforeAll(() => signIn(larder.visitor(), { username: 'nobody', password: PASSWORD }).catch(() => {}));
beforeEach(async () => {
  ada = await signUp(larder.visitor(), { username: uniqueName('ada-lovelace') });
});
afterEach(() => void vi.restoreAllMocks());

/** The form of a tab of Ada's, filled in. */
async function changing(password: string): Promise<Form> {
  const form = (await ada.visitor.clone().get('/account/password')).form('/account/password');
  return form.fill({ current_password: PASSWORD, password });
}

/** Lets something happen while the next password is hashed, or compared with a hash. */
function meanwhile(step: 'hash' | 'compare', happens: () => Promise<unknown>): void {
  const real = bcrypt[step] as (password: string, other: string | number) => Promise<never>;
  vi.spyOn(bcrypt, step).mockImplementationOnce(async (password: string | Buffer, other: string | number) => {
    await happens();
    return real(String(password), other);
  });
}

describe('Changing the password by two taps at once', () => {
  let first: Page;
  let second: Page;

  async function tapTwice(one = NEW, other = one): Promise<void> {
    const [slow, quick] = [await changing(one), await changing(other)];
    meanwhile('hash', async () => {
      second = await quick.submit();
    });
    first = await slow.submit();
  }

  test('changes it, and leaves this browser signed in with what was begun there', async () => {
    const entry = await ada.visitor.post('/put-away', { names: 'Halva' });
    await tapTwice();
    expect(second.h1).toBe('Account');
    expect(first.h1).not.toBe('Sign in');
    expect((await ada.visitor.get(entry.path)).h1).toBe('Put away');
    expect((await signIn(larder.visitor(), { ...ada, password: NEW })).page.h1).toBe('Eat first');
  });

  test('to two different ones keeps the first that was changed, and refuses the other', async () => {
    const phone = await signIn(larder.visitor(), ada);
    await tapTwice(OTHER, NEW);
    expect(second.h1).toBe('Account');
    expect(first.errors()).toEqual({ current_password: 'That is not your password. Try again.' });
    expect((await ada.visitor.get('/account')).h1).toBe('Account');
    expect((await phone.visitor.get('/account')).h1).toBe('Sign in');
    expect((await signIn(larder.visitor(), { ...ada, password: NEW })).page.h1).toBe('Eat first');
  });
});

test('A sign-in with the old password that ends after the change is refused', async () => {
  const thief = larder.visitor();
  const login = (await thief.get('/login')).form('/login');
  const change = await changing(NEW);
  meanwhile('compare', () => change.submit());
  const answer = await login.fill({ username: ada.username, password: PASSWORD }).submit();
  expect(answer.errors()).toEqual({
    username: 'That username and password don’t belong together. Check both.',
  });
  expect((await thief.get('/account')).h1).toBe('Sign in');
  expect((await ada.visitor.get('/account')).h1).toBe('Account');
});

test('An account is not deleted by someone who was signed out while their password was looked at', async () => {
  const thief = await signIn(larder.visitor(), ada);
  const deletion = (await thief.visitor.get('/account/delete')).form('/account/delete');
  const change = await changing(NEW);
  meanwhile('compare', () => change.submit());
  expect((await deletion.fill({ password: PASSWORD }).submit()).h1).toBe('Sign in');
  expect((await ada.visitor.get('/account')).h1).toBe('Account');
});
