import { expect, test } from 'vitest';
import { openSqlite } from '../support/database.js';
import { PASSWORD, signIn, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

const server = usingServer();
const rows = () =>
  openSqlite(`${server.dataDir}/sessions.sqlite`).prepare('select count(*) from sessions').pluck().get();
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

test('two hundred strangers who change nothing make no session', async () => {
  const before = rows();
  for (let n = 0; n < 200; n += 1) {
    const answer = await server.visitor().postRaw(`/joining/${String(n).padStart(22, 'x')}/discard`);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([303, []]);
  }
  expect(rows()).toBe(before);
});
