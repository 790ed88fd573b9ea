import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { PASSWORD, type Person, signIn, signUp, uniqueName } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { expectRefused } from '../web/refusal.js';

const server = usingServer();
let ada: Person;
let ben: Person;

beforeAll(async () => {
  [ada, ben] = await Promise.all([
    signUp(server.visitor(), { username: uniqueName('Ada'), firstName: 'Ada', lastName: 'Lovelace' }),
    signUp(server.visitor(), { firstName: 'Ben' }),
  ]);
});

const form = async () => (await ada.visitor.get('/account/edit')).form('/account/edit');

function typedIn(page: Page) {
  const { for_user: _, ...typed } = page.form('/account/edit').values();
  return typed;
}

describe('The profile', () => {
  test('is shown, and its form is filled in with it', async () => {
    const account = await ada.visitor.get('/account');
    expect(account.text).toContain(ada.username);
    expect(account.text).toContain(`Ada Lovelace (${ada.username})`);
    const edit = await account.click(/^Profile/);
    expect(typedIn(edit)).toEqual({ username: ada.username, first_name: 'Ada', last_name: 'Lovelace' });
  });

  test('can be changed, which is said once and seen at once', async () => {
    const page = await (await form()).fill({ first_name: '  Augusta  Ada ', last_name: '' }).submit();
    expect(page.path).toMatch(/^\/account\?flash=/);
    expect(page.flashes()).toEqual(['Your profile is changed.']);
    expect(page.texts('.way-about')).toEqual([`Augusta Ada (${ada.username})`]);
    expect((await ada.visitor.get('/household')).text).toContain('Augusta Ada');
    expect((await ada.visitor.get(page.path)).flashes()).toEqual([]);
  });

  test('shows what was typed as text, whatever it looks like', async () => {
    const page = await (await form()).fill({ first_name: '<b>Ada</b>', last_name: '"&amp;' }).submit();
    expect(page.texts('.way-about')[0]).toContain('<b>Ada</b> "&amp;');
    expect(page.query('main .ways b')).toBeNull();
  });

  test('can take another username, which signs in from then on', async () => {
    const username = uniqueName('countess');
    await (await form()).fill({ username }).submit();
    const old = (await server.visitor().get('/login')).form('/login');
    expect((await old.fill({ username: ada.username, password: PASSWORD }).submit()).status).toBe(422);
    ada.username = username;
    expect((await signIn(server.visitor(), ada)).page.h1).toBe('Eat first');
  });

  test('can take its own username in other capitals', async () => {
    const page = await (await form()).fill({ username: ada.username.toUpperCase() }).submit();
    expect(page.texts('.way-about')[0]).toContain(`(${ada.username.toUpperCase()})`);
  });

  test('can’t take a username that is another’s, whatever its case', async () => {
    const typed = { username: ben.username.toUpperCase(), first_name: 'Typed', last_name: 'Too' };
    const page = await (await form()).fill(typed).submit();
    expectRefused(page, { username: 'That username is taken. Choose another.' });
    expect(typedIn(page)).toEqual(typed);
    expect((await ada.visitor.get('/account')).text).not.toContain('Typed');
  });

  test('is refused with what is wrong said beside each field', async () => {
    const typed = { username: '', first_name: 'x'.repeat(61), last_name: 'a\u202eb' };
    const page = await (await form()).fill(typed).submit();
    expectRefused(page, { username: /^Enter a username/, first_name: /60/, last_name: /can’t be shown/ });
    expect(typedIn(page)).toEqual(typed);
  });

  test('changes nobody else: a form can’t name another user', async () => {
    const page = await (await form())
      .fill({ first_name: 'Mallory' })
      .tamper({ id: '2', user_id: '2' })
      .submit();
    expect(page.status).toBe(422);
    expect(page.text).toContain('This form does not take id, user_id.');
    expect((await ben.visitor.get('/account')).text).toContain('Ben');
  });
});
