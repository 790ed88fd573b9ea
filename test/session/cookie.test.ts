import { beforeAll, describe, expect, it } from 'vitest';
import { type Person, signIn, signUp } from '../support/people.js';
import { storedIn } from '../support/stored.js';
import { usingServer } from '../support/using-server.js';
import { Visitor } from '../support/visitor.js';

const DAY = 86_400;

/** Every page that sets the session cookie, as its attributes. */
function attributes(setCookie: string[]): string[][] {
  return setCookie.map((line) =>
    line
      .split('; ')
      .slice(1)
      .map((part) => part.split('=')[0] ?? '')
      .sort(),
  );
}

describe('over plain http', () => {
  const server = usingServer();
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(server.visitor());
  });

  it('is HttpOnly, SameSite=Lax, for the whole site, and not Secure, which http would refuse', () => {
    const cookie = ada.visitor.cookies.find('larder');
    expect(cookie).toMatchObject({
      key: expect.stringMatching(/^larder-[0-9a-f]{8}$/),
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: false,
    });
    expect(cookie?.domain).toBe('127.0.0.1');
    expect(cookie?.hostOnly).toBe(true);
    expect(ada.visitor.cookies.all()).toHaveLength(1);
  });

  it('lasts as long as a session may at the most', async () => {
    const login = await server.visitor().get('/login');
    const form = login.form('/login').fill({ username: ada.username, password: ada.password });
    const [cookie] = (await form.submitRaw()).headers.getSetCookie();
    const expires = Date.parse(/Expires=([^;]+)/.exec(cookie ?? '')?.[1] ?? '');
    expect((expires - Date.now()) / 1000 / DAY).toBeGreaterThan(179.9);
    expect((expires - Date.now()) / 1000 / DAY).toBeLessThanOrEqual(180);
    expect(attributes([cookie ?? ''])).toEqual([['Expires', 'HttpOnly', 'Path', 'SameSite']]);
  });

  it('is sent once, not again with each answer, page, change or message', async () => {
    const { visitor } = await signIn(server.visitor(), ada);
    const home = await visitor.getRaw('/');
    const start = await visitor.postRaw('/put-away', { names: 'Halva' });
    const step = await visitor.getRaw(start.location ?? '');
    const account = await visitor.post('/account/edit', {
      username: ada.username,
      first_name: 'A',
      last_name: 'L',
    });
    expect(account.flashes()).toHaveLength(1);
    for (const answer of [home, start, step, account]) expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('is not sent again either when its session is touched, as after an hour', async () => {
    const { visitor } = await signIn(server.visitor(), ada);
    const file = storedIn(server.dataDir, 'sessions');
    await file.write('update sessions set seen_at = seen_at - 3601000');
    const latest = async () => (await file.read('select max(seen_at) from sessions'))[0];
    const before = (await latest()) as number;
    const answer = await visitor.getRaw('/');
    expect(await latest()).toBeGreaterThan(before);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('is worthless when it is changed, or signed by someone else', async () => {
    const cookie = ada.visitor.cookies.header(new URL(server.url)) ?? '';
    expect((await server.visitor().getRaw('/account', { cookie })).status).toBe(200);
    const [id] = cookie.split('.') as [string];
    for (const forged of [
      `${cookie.slice(0, -1)}A`,
      id,
      `${id}.`,
      id.replace('s%3A', ''),
      'larder=x',
      'larder=',
    ]) {
      const answer = await server
        .visitor()
        .getRaw('/account', { cookie: forged === cookie ? `${forged}x` : forged });
      expect([answer.status, answer.location]).toEqual([303, '/login?return_to=%2Faccount']);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });
});

describe('behind a proxy that serves https', () => {
  const server = usingServer({ env: { BASE_URL: 'https://larder.example', TRUST_PROXY: '1' } });

  it('is Secure and has the __Host- prefix, and signing in works', async () => {
    const ada = await signUp(new Visitor(server.url, { as: 'https://larder.example' }));
    const cookie = ada.visitor.cookies.find('larder');
    expect(cookie).toMatchObject({
      key: expect.stringMatching(/^__Host-larder-[0-9a-f]{8}$/),
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      hostOnly: true,
    });
    expect((await ada.visitor.get('/account')).status).toBe(200);
  });

  it('is not taken under its http name', async () => {
    const ada = await signUp(new Visitor(server.url, { as: 'https://larder.example' }));
    const cookie = ada.visitor.cookies.header(new URL('https://larder.example')) ?? '';
    const stranger = new Visitor(server.url, { as: 'https://larder.example' });
    const answer = await stranger.getRaw('/account', { cookie: cookie.replace('__Host-', '') });
    expect(answer.status).toBe(303);
  });
});
