import { describe, expect, it, vi } from 'vitest';
import { DRAFTS_BEGUN } from '../../src/drafts/rows/begun-here.js';
import type { SessionStore } from '../../src/session/store/session-store.js';
import { LIFETIMES, openStore } from './open-store.js';
import { destroy, get, load, newSession, set, setWithoutLock, touch } from './stored-session.js';

const ADA = 7;
const GRACE = 8;

async function rowCount({ read }: ReturnType<typeof openStore>): Promise<number> {
  return (await read('select sid from sessions')).length;
}

it('gives back what was saved, and calls back once', async () => {
  const { store } = openStore();
  expect(await set(store, 'sid-of-ada', newSession({ user_id: ADA }))).toBeUndefined();
  expect(await get(store, 'sid-of-ada')).toMatchObject({ user_id: ADA });
  expect(await get(store, 'sid-of-nobody')).toBeUndefined();
  expect(await touch(store, 'sid-of-ada', await load(store, 'sid-of-ada'))).toEqual([[undefined]]);
  expect(await destroy(store, 'sid-of-ada')).toHaveLength(1);
  expect(await get(store, 'sid-of-ada')).toBeUndefined();
});

describe('a row that was deleted', () => {
  it('does not come back when a request that had loaded it saves it', async () => {
    const open = openStore();
    await set(open.store, 'sid', newSession({ user_id: ADA }));
    const loaded = await load(open.store, 'sid');
    await destroy(open.store, 'sid');
    await set(open.store, 'sid', loaded);
    expect(await rowCount(open)).toBe(0);
  });

  it('does not come back when a request that had made it saves it again', async () => {
    const open = openStore();
    const made = newSession({ user_id: ADA });
    await set(open.store, 'sid', made);
    await destroy(open.store, 'sid');
    await set(open.store, 'sid', made);
    expect(await rowCount(open)).toBe(0);
  });

  it('does not come back by a touch', async () => {
    const open = openStore();
    await set(open.store, 'sid', newSession({ user_id: ADA }));
    const loaded = await load(open.store, 'sid');
    await destroy(open.store, 'sid');
    expect(await touch(open.store, 'sid', loaded)).toEqual([[undefined]]);
    expect(await rowCount(open)).toBe(0);
  });
});

it('writes nothing outside a session transaction: what would be saved there may be old', async () => {
  const { store } = openStore();
  expect(await setWithoutLock(store, 'made-there', newSession())).toEqual([[undefined]]);
  expect(await get(store, 'made-there')).toBeUndefined();
  await set(store, 'sid', newSession());
  const late = await load(store, 'sid');
  await set(store, 'sid', Object.assign(await load(store, 'sid'), { user_id: ADA }));
  expect(await setWithoutLock(store, 'sid', late)).toEqual([[undefined]]);
  expect(await get(store, 'sid')).toMatchObject({ user_id: ADA });
});

describe('a row that cannot be read', () => {
  const corrupt = {
    'broken JSON': '{"cookie":{',
    'JSON that is no object': '"a text"',
    null: 'null',
    'a list': '[]',
    'no cookie': '{"user_id":7}',
    'a cookie that is none': '{"cookie":7,"user_id":7}',
    nothing: '',
  };
  for (const [what, sess] of Object.entries(corrupt)) {
    it(`is deleted, and its visitor is anonymous: ${what}`, async () => {
      const open = openStore();
      await set(open.store, 'sid', newSession({ user_id: ADA }));
      await set(open.store, 'another', newSession({ user_id: ADA }));
      const sid = (await open.read('select sid from sessions'))[0];
      await open.write('update sessions set sess = ?', sess);
      expect(sid).toBeTypeOf('string');
      expect(await get(open.store, 'sid')).toBeUndefined();
      expect(await rowCount(open)).toBe(1);
    });
  }
});

describe('a row that can be read, with parts that are not what they should be', () => {
  const NOW = '2026-03-01T12:00:00.000Z';
  const MESSAGE = '{"type":"info","text":"Jam is stored","page":"/","at":1}';
  const WRONG: Record<string, [name: string, stored: unknown, left?: unknown]> = {
    'drafts that are a text': ['drafts', 'nonsense'],
    'drafts that are no ids': ['drafts', ['a', 7]],
    'whole drafts': ['drafts', { a: { id: 'a' } }],
    'messages that are a number': ['flash', 7],
    'a message that is none': ['flash', { A: [MESSAGE], B: 7, C: [7], D: [{ text: 'x' }] }, { A: [MESSAGE] }],
    'the session before, which is none': ['follows', 7],
    'a password that was given at no time': ['password_at', 'soon'],
    'a sign-in at no time': ['signed_in_at', [1]],
    'a device without a name': ['device', {}],
  };

  it.each(Object.entries(WRONG))('loses %s, and nothing else', async (_what, [name, stored, left]) => {
    const { store, read, write } = openStore(LIFETIMES, { parts: [DRAFTS_BEGUN] });
    await set(store, 'sid', newSession({ user_id: ADA, device: 'a phone', signed_in_at: NOW }));
    const rest = Object.entries((await get(store, 'sid')) ?? {}).filter(([part]) => part !== name);
    const [sess] = await read('select sess from sessions');
    await write(
      'update sessions set sess = ?',
      JSON.stringify({ ...JSON.parse(String(sess)), [name]: stored }),
    );
    const expected = left === undefined ? rest : [...rest, [name, left]];
    expect(await get(store, 'sid')).toEqual(Object.fromEntries(expected));
  });
});

describe('the sessions of a user', () => {
  async function openWithThree() {
    const open = openStore();
    await set(open.store, 'phone', newSession({ user_id: ADA }));
    await set(open.store, 'laptop', newSession({ user_id: ADA }));
    await set(open.store, 'grace', newSession({ user_id: GRACE }));
    await set(open.store, 'nobody', newSession());
    return open;
  }

  async function thoseThere(store: SessionStore): Promise<string[]> {
    const there = [];
    for (const sid of ['phone', 'laptop', 'grace', 'nobody']) if (await get(store, sid)) there.push(sid);
    return there;
  }

  it('end everywhere, and nobody else’s do', async () => {
    const { store } = await openWithThree();
    await store.rows.users.endAll(ADA);
    expect(await thoseThere(store)).toEqual(['grace', 'nobody']);
  });

  it('end everywhere but here', async () => {
    const { store } = await openWithThree();
    await store.rows.users.endAll(ADA, store.keyOf('phone'));
    expect(await thoseThere(store)).toEqual(['phone', 'grace', 'nobody']);
  });

  it('are found by the user that the session now names', async () => {
    const { store } = await openWithThree();
    const session = await load(store, 'nobody');
    await set(store, 'nobody', Object.assign(session, { user_id: ADA }));
    await store.rows.users.endAll(ADA);
    expect(await get(store, 'nobody')).toBeUndefined();
  });
});

it('forgets the sessions that ended while no server ran', async () => {
  const open = openStore();
  await set(open.store, 'old', newSession({ user_id: ADA }));
  await set(open.store, 'new', newSession({ user_id: ADA }));
  const [first] = await open.read('select sid from sessions');
  await open.write('update sessions set expired = 1 where sid = ?', first);
  openStore(LIFETIMES, {}, open.folder);
  await vi.waitFor(async () => expect(await rowCount(open)).toBe(1));
});

it('hands an error of the database to the callback, once', async () => {
  const { store, write } = openStore();
  await write('drop table sessions');
  const gone = /sessions/;
  await expect(set(store, 'sid', newSession())).rejects.toThrow(gone);
  await expect(get(store, 'sid')).rejects.toThrow(gone);
});
