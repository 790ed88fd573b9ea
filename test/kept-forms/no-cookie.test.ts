import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import type { Person } from '../support/people.js';
import { settled } from '../support/settled.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Person;
let edith: Person;

beforeEach(async () => {
  ada = await settled(larder, 'Ada', '14 Mill Lane');
  edith = await settled(larder, 'Edith', 'Hut');
});

/** Ada types an item, and clears her browser's cookies before she sends it. */
async function sentWithoutCookie(name = 'Whole milk'): Promise<Page> {
  const fridge = await (await ada.visitor.get('/')).click(/^Fridge/);
  const form = fridge.form(/\/items$/).fill({ name });
  ada.visitor.cookies.clear();
  return form.submit();
}

const signInOn = (page: Page, { username, password }: Person, typed = password) =>
  page.form('/login').fill({ username, password: typed }).submit();
const typedOn = (page: Page) =>
  page.queryAll('input[name="name"]').map((field) => field.getAttribute('value'));

describe('What is sent when the browser has lost its cookies', () => {
  test('is told to be kept, and stands in its form again after signing in', async () => {
    const login = await sentWithoutCookie();
    expect([login.h1, login.text]).toEqual([
      'Sign in',
      expect.stringContaining('You were signed out. Sign in, and we’ll put what you typed back.'),
    ]);
    const back = await signInOn(login, ada);
    expect([back.h1, typedOn(back)]).toEqual(['Fridge', ['Whole milk']]);
    expect(back.flashes()[0]).toContain('You were signed out before this was sent.');
    expect(back.texts('.item-name')).toEqual([]);
    await back.form(/\/items$/).submit();
    expect((await ada.visitor.get('/')).text).toContain('Whole milk');
  });

  test('outlives a mistyped password', async () => {
    const wrong = await signInOn(await sentWithoutCookie(), ada, 'not-her-password');
    expect(wrong.text).toContain('we’ll put what you typed back');
    expect(typedOn(await signInOn(wrong, ada))).toEqual(['Whole milk']);
  });

  test('makes no session and stores nothing for a stranger', async () => {
    await sentWithoutCookie('Secret milk');
    expect(ada.visitor.cookies.all()).toEqual([]);
  });

  test('is shown to nobody else who signs in there', async () => {
    const page = await signInOn(await sentWithoutCookie('Secret milk'), edith);
    expect(page.html).not.toContain('Secret milk');
  });

  test('is not taken for another user or to another site, whatever the sign-in form says', async () => {
    for (const change of [{ user: '1' }, { page: '//evil.example' }, { page: 'https://evil.example/' }]) {
      const login = await sentWithoutCookie('Secret milk');
      const carried = JSON.parse(login.form('/login').value('kept_form') ?? '');
      const form = login.form('/login').fill({ username: edith.username, password: edith.password });
      const answer = await form.tamper({ kept_form: JSON.stringify({ ...carried, ...change }) }).submitRaw();
      expect([answer.status, answer.location]).toEqual([303, expect.not.stringMatching(/kept=|evil/)]);
      ada.visitor.cookies.clear();
      await signInOn(await ada.visitor.get('/login'), ada);
    }
    const nonsense = (await larder.visitor().get('/login')).form('/login');
    nonsense.fill({ username: ada.username, password: ada.password }).tamper({ kept_form: '{' });
    expect((await nonsense.submit()).status).toBe(200);
  });

  test('never has a password in it', async () => {
    const form = (await ada.visitor.get('/account/password')).form('/account/password');
    form.fill({ current_password: ada.password, password: 'walnut-ferry-canyon-12' });
    ada.visitor.cookies.clear();
    const login = await form.submit();
    expect([login.h1, login.html]).toEqual([
      'Sign in',
      expect.not.stringMatching(/walnut-ferry|plum-lantern/),
    ]);
  });

  test('is said not to be done, when nothing was typed or it is too long to carry', async () => {
    const unsent = 'You were signed out, so that was not done. Sign in and do it once more.';
    expect((await sentWithoutCookie('x'.repeat(30_000))).text).toContain(unsent);
    const tap = await larder.visitor().post('/items/1/eaten', {});
    expect([tap.h1, tap.text]).toEqual(['Sign in', expect.stringContaining(unsent)]);
  });
});
