import { describe, expect, it } from 'vitest';
import { signIn, signUp, uniqueName } from '../support/people.js';
import { storedIn } from '../support/stored.js';
import { usingServer } from '../support/using-server.js';

const FIREFOX = 'Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0';
const PAGE = '/account/sessions';

describe('where you are signed in', () => {
  const server = usingServer();

  async function adaOnTwoDevices() {
    const ada = await signUp(server.visitor(), { username: uniqueName('ada') });
    const phone = server.visitor();
    await signIn(phone, ada);
    return { ada, laptop: ada.visitor, phone };
  }

  it('lists each device and marks this one', async () => {
    const { laptop } = await adaOnTwoDevices();
    const page = await laptop.get(PAGE);
    expect(page.texts('.item')).toHaveLength(2);
    expect(page.texts('.badge')).toEqual(['this one']);
  });

  it('says what was signed in with, in words', async () => {
    const grace = await signUp(server.visitor(), { username: uniqueName('grace') });
    const phone = server.visitor();
    const form = (await phone.get('/login')).form().fill({ ...credentials(grace) });
    await phone.postRaw('/login', Object.fromEntries(form.entries()), { 'User-Agent': FIREFOX });
    expect((await grace.visitor.get(PAGE)).text).toContain('Firefox on Android');
  });

  it('signs out one other device and leaves this one', async () => {
    const { laptop, phone } = await adaOnTwoDevices();
    const done = await (await laptop.get(PAGE)).form().submit(/^Sign out (?!every)/);
    expect(done.flashes()[0]).toContain('signed out there');
    expect((await phone.get('/account')).path).toBe('/login?return_to=%2Faccount');
    expect((await laptop.get('/account')).path).toBe('/account');
  });

  it('signs out everywhere else', async () => {
    const { ada, laptop, phone } = await adaOnTwoDevices();
    const tablet = server.visitor();
    await signIn(tablet, ada);
    await (await laptop.get(PAGE)).form().submit('Sign out everywhere else');
    for (const gone of [phone, tablet]) expect((await gone.get('/account')).h1).toBe('Sign in');
    expect((await laptop.get(PAGE)).texts('.item')).toHaveLength(1);
  });

  it('never ends a session of someone else', async () => {
    const { laptop } = await adaOnTwoDevices();
    const grace = await signUp(server.visitor(), { username: uniqueName('grace') });
    const stored = storedIn(server.dataDir, 'sessions');
    const [sid] = (await stored.read('select sid from sessions order by created_at desc')) as [string];
    const told = () => server.logs.filter(({ msg }) => msg === 'A session ended').length;
    const before = told();
    await laptop.post(PAGE, { end: sid });
    expect(told()).toBe(before);
    expect((await grace.visitor.get('/account')).path).toBe('/account');
  });

  it('asks for the password again when it was given more than a quarter of an hour ago', async () => {
    const { ada, laptop, phone } = await adaOnTwoDevices();
    const stored = storedIn(server.dataDir, 'sessions');
    for (const { sid, sess } of await stored.rows<{ sid: string; sess: string }>(
      'select sid, sess from sessions',
    )) {
      const aged = JSON.stringify({ ...JSON.parse(sess), password_at: '2026-01-01T00:00:00.000Z' });
      await stored.write('update sessions set sess = ? where sid = ?', aged, sid);
    }
    const wrong = await (await laptop.get(PAGE))
      .form()
      .fill({ password: 'not it' })
      .submit(/everywhere/);
    expect(wrong.status).toBe(422);
    expect(wrong.errors()).toEqual({ password: 'That is not your password. Try again.' });
    expect((await phone.get('/account')).path).toBe('/account');
    await wrong
      .form()
      .fill({ password: ada.password })
      .submit(/everywhere/);
    expect((await phone.get('/account')).h1).toBe('Sign in');
    expect((await laptop.get(PAGE)).form().values()).not.toHaveProperty('password');
  });
});

function credentials({ username, password }: { username: string; password: string }) {
  return { username, password };
}
