import { expect, test } from 'vitest';
import { PASSWORD, signIn, signUp } from '../support/people.js';
import { storedIn } from '../support/stored.js';
import { usingServer } from '../support/using-server.js';

const server = usingServer();
const rows = async () =>
  (await storedIn(server.dataDir, 'sessions').read('select count(*) from sessions'))[0];
const told = (msg: string) => server.logs.filter((line) => line.msg === msg);

test('failed sign-ins and ended sessions are in the log, with whose and from where, and nothing that lets anyone in', async () => {
  const ada = await signUp(server.visitor(), { firstName: 'Ada' });
  for (const username of [ada.username, 'nobody'])
    await server.visitor().post('/login', { username, password: 'mistyped-it-twice' });
  const again = await signIn(server.visitor(), ada);
  await again.visitor.post('/account/sessions', { end: 'others' });
  await again.visitor.post('/logout');
  const userId = expect.any(Number);
  const address = expect.stringContaining('127.0.0.1');
  expect(told('A sign-in failed')).toMatchObject([{ userId, address }, { address }]);
  expect(told('A session ended')).toMatchObject([
    { userId, address, how: 'every other one' },
    { userId, address, how: 'signed out' },
  ]);
  expect(JSON.stringify(server.logs)).not.toMatch(new RegExp(`mistyped|${PASSWORD}|s%3A`));
});

test('a session that has run out is told of once, and a change of the password by its name', async () => {
  const ben = await signUp(server.visitor(), { firstName: 'Ben' });
  const phone = await signIn(server.visitor(), ben);
  const cookie = phone.visitor.cookies.header(new URL(server.url)) ?? '';
  const form = (await ben.visitor.get('/account/password')).form('/account/password');
  await form.fill({ current_password: PASSWORD, password: 'walnut-harbour-tiger-9' }).submit();
  const [told1] = told('A session ended').slice(-1);
  expect(told1).toMatchObject({ how: 'every other one, by a change of the password' });
  const before = told('A session ended').length;
  await storedIn(server.dataDir, 'sessions').write('update sessions set expired = 1');
  for (let n = 0; n < 2; n += 1) await ben.visitor.get('/account');
  await server.visitor().get('/account', { cookie });
  await server.visitor().get('/account', { cookie: `${cookie}x` });
  const userId = expect.any(Number);
  expect(told('A session ended').slice(before)).toMatchObject([{ userId, how: 'it had run out' }]);
  expect(JSON.stringify(server.logs)).not.toMatch(/s%3A|walnut/);
});

test('two hundred strangers who change nothing make no session', async () => {
  const before = await rows();
  for (let n = 0; n < 200; n += 1) {
    const answer = await server.visitor().postRaw(`/joining/${String(n).padStart(22, 'x')}/discard`);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([303, []]);
  }
  expect(await rows()).toBe(before);
});
