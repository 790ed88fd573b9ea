import { beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, type Person, signIn, signUp, uniqueName } from '../support/people.js';
import { storedIn } from '../support/stored.js';
import { usingServer } from '../support/using-server.js';
import { expectRefused } from '../web/refusal.js';

const server = usingServer();
let ada: Person;

beforeAll(async () => {
  ada = await signUp(server.visitor(), { username: uniqueName('Ada'), firstName: 'Ada' });
});

const form = async (address = '/login') => (await server.visitor().get(address)).form('/login');
const WRONG = 'That username and password don’t belong together. Check both.';

describe('Signing in', () => {
  test.each([
    ['as it was chosen', (name: string) => name],
    ['in capitals', (name: string) => name.toUpperCase()],
    ['in small letters with spaces around it', (name: string) => `  ${name.toLowerCase()} `],
  ])('works with the username %s', async (_how, typed) => {
    const page = await (await form()).fill({ username: typed(ada.username), password: PASSWORD }).submit();
    expect([page.status, page.path, page.h1]).toEqual([200, '/', 'Eat first']);
  });

  test('makes a new session: the id from before is dead', async () => {
    const { visitor } = await signIn(server.visitor(), ada);
    const before = visitor.cookies.find('larder')?.value;
    await visitor.post('/logout');
    const farewell = visitor.cookies.find('larder')?.value;
    expect(farewell).not.toBe(before);
    await signIn(visitor, ada);
    const after = visitor.cookies.find('larder')?.value;
    expect(after).not.toBe(farewell);
    for (const old of [before, farewell]) {
      const page = await server.visitor().get('/account', { cookie: `larder=${old}` });
      expect(page.path).toBe('/login?return_to=%2Faccount');
    }
  });

  test('leads to the page that was asked for', async () => {
    const page = await server.visitor().get('/places/new?from=bag');
    expect(page.path).toBe('/login?return_to=%2Fplaces%2Fnew%3Ffrom%3Dbag');
    const asked = await page.form('/login').fill({ username: ada.username, password: PASSWORD }).submit();
    expect([asked.path, asked.h1]).toEqual(['/places/new?from=bag', 'New place']);
  });

  test.each(['/login', '/signup'])(
    'is over already on %s, which leads on with its message',
    async (address) => {
      const { visitor } = await signIn(server.visitor(), ada);
      const page = await visitor.post('/joining/not-there/discard', { return_to: address });
      expect([page.path.replace(/\?.*/, ''), page.flashes()]).toEqual([
        '/',
        ['That invitation is no longer open.'],
      ]);
    },
  );

  test('still leads there after a mistake', async () => {
    const first = await form('/login?return_to=%2Fhousehold');
    const wrong = await first.fill({ username: ada.username, password: 'mistyped-it' }).submit();
    const page = await wrong.form('/login').fill({ password: PASSWORD }).submit();
    expect(page.path).toBe('/household');
  });

  test('leads there without the key of a message that was another session’s', async () => {
    const asked = await form(`/login?return_to=${encodeURIComponent('/?flash=AAAA&from=bag&flash=BBBB')}`);
    const answer = await asked.fill({ username: ada.username, password: PASSWORD }).submitRaw();
    expect(answer.location).toBe('/?from=bag');
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/..//evil.example', '/logout'])(
    'never leads to %s',
    async (address) => {
      const asked = `/login?return_to=${encodeURIComponent(address)}`;
      const answer = await (await form(asked))
        .fill({ username: ada.username, password: PASSWORD })
        .submitRaw();
      expect([answer.status, answer.location]).toEqual([303, '/']);
      expect((await ada.visitor.getRaw(asked)).location).toBe('/');
    },
  );

  test('is not offered to somebody signed in', async () => {
    expect((await ada.visitor.getRaw('/login?return_to=%2Fhousehold')).location).toBe('/household');
  });
});

describe('A sign-in is refused', () => {
  test('with one message, whether the name or the password is wrong', async () => {
    const stranger = await (await form()).fill({ username: 'nobody-at-all', password: PASSWORD }).submit();
    const mistyped = await (await form()).fill({ username: ada.username, password: `${PASSWORD}x` }).submit();
    for (const page of [stranger, mistyped]) {
      expectRefused(page, { username: WRONG });
      expect(page.html).not.toContain(PASSWORD);
    }
    const shown = (page: typeof stranger, name: string) => page.html.replaceAll(name, '…');
    expect(shown(stranger, 'nobody-at-all')).toBe(shown(mistyped, ada.username));
    expect(mistyped.form('/login').values()).toMatchObject({ username: ada.username, password: '' });
  });

  test('when a field is empty', async () => {
    const page = await (await form()).fill({ username: '', password: '' }).submit();
    expectRefused(page, { username: 'Enter your username.', password: 'Enter your password.' });
  });

  test('with a password far too long to be anybody’s', async () => {
    const long = 'x'.repeat(50_000);
    const page = await (await form()).fill({ username: ada.username, password: long }).submit();
    expectRefused(page, { password: 'That is not your password.' });
    expect(page.html).not.toContain(long);
  });

  test('after ten wrong tries, even with the right password; others are let in', async () => {
    const eve = await signUp(server.visitor(), { firstName: 'Eve' });
    for (let n = 0; n < 10; n += 1) {
      const page = await (await form())
        .fill({ username: eve.username, password: `guess-${n}-guess` })
        .submit();
      expectRefused(page, { username: WRONG });
    }
    for (const username of [eve.username, eve.username.toUpperCase()]) {
      const page = await (await form()).fill({ username, password: PASSWORD }).submit();
      expectRefused(page, { username: /^Too many tries/ });
    }
    expect((await eve.visitor.get('/')).h1).toBe('Eat first');
    expect((await signIn(server.visitor(), ada)).page.h1).toBe('Eat first');
  });

  test('though a success lets the tries begin again', async () => {
    const cleo = await signUp(server.visitor(), { firstName: 'Cleo' });
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 6; n += 1)
        await (await form()).fill({ username: cleo.username, password: `guess-${n}-guess` }).submit();
      expect((await signIn(server.visitor(), cleo)).page.h1).toBe('Eat first');
    }
  });
});

describe('Signing out', () => {
  test('ends the session and says so once', async () => {
    const { visitor } = await signIn(server.visitor(), ada);
    const cookie = visitor.cookies.find('larder')?.value;
    const page = await (await visitor.get('/')).form('.sign-out').submit();
    expect(page.path.split('?')[0]).toBe('/login');
    expect(page.flashes()).toEqual(['You are signed out.']);
    expect((await visitor.get(page.path)).flashes()).toEqual([]);
    expect((await visitor.get('/account')).h1).toBe('Sign in');
    expect((await server.visitor().get('/account', { cookie: `larder=${cookie}` })).h1).toBe('Sign in');
  });

  test('leaves the other browsers signed in', async () => {
    const [phone, laptop] = [await signIn(server.visitor(), ada), await signIn(server.visitor(), ada)];
    await phone.visitor.post('/logout');
    expect((await laptop.visitor.get('/account')).h1).toBe('Account');
  });

  test('makes no session for somebody who has none', async () => {
    const file = storedIn(server.dataDir, 'sessions');
    const count = async () => (await file.read('select count(*) from sessions'))[0];
    const before = await count();
    const answer = await server.visitor().postRaw('/logout');
    expect([answer.status, answer.location, answer.headers.getSetCookie()]).toEqual([303, '/login', []]);
    expect(await count()).toBe(before);
  });

  test('is nothing that a link can do', async () => {
    const { visitor } = await signIn(server.visitor(), ada);
    expect((await visitor.get('/logout')).status).toBe(404);
    expect((await visitor.get('/account')).h1).toBe('Account');
  });
});

describe('A user whose row is gone', () => {
  test('is signed out at the next request, whatever it asks for', async () => {
    const dora = await signUp(server.visitor(), { firstName: 'Dora' });
    const elsewhere = await signIn(server.visitor(), dora);
    const file = storedIn(server.dataDir, 'larder');
    await file.write('delete from users where username = ?', dora.username);
    const page = await dora.visitor.get('/places/new');
    expect([page.path, page.h1]).toEqual(['/login?return_to=%2Fplaces%2Fnew', 'Sign in']);
    expect(page.text).not.toContain('Dora');
    const posted = await elsewhere.visitor.post('/places', { name: 'Shed', kind: 'other' });
    expect(posted.h1).toBe('Sign in');
    expect((await elsewhere.visitor.get('/')).h1).toMatch(/^Know what food/);
    expect(await file.read("select count(*) from places where name = 'Shed'")).toEqual([0]);
  });
});
