import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DRAFTS_BEGUN } from '../../src/drafts/rows/begun-here.js';
import { openSessionDatabase } from '../../src/session/store/session-database.js';
import { SessionStore } from '../../src/session/store/session-store.js';
import { openSqlite, temporaryFolder } from '../support/database.js';
import { LIFETIMES } from './small-app.js';
import { get, load, newSession, set, setWithoutLock, touch } from './stored-session.js';

const ADA = 7;
const GRACE = 8;
const DAY = 86_400_000;

function openStore() {
  const file = path.join(temporaryFolder(), 'sessions.sqlite');
  const connection = openSessionDatabase(file);
  return { file, connection, store: new SessionStore(connection, LIFETIMES) };
}

function rowCount({ connection }: ReturnType<typeof openStore>): unknown {
  return connection.prepare('select count(*) from sessions').pluck().get();
}

it('gives back what was saved, and calls back once, at once', () => {
  const { store } = openStore();
  expect(set(store, 'sid-of-ada', newSession({ user_id: ADA }))).toEqual([[undefined]]);
  expect(get(store, 'sid-of-ada')).toMatchObject({ user_id: ADA });
  expect(get(store, 'sid-of-nobody')).toBeUndefined();
  expect(touch(store, 'sid-of-ada', load(store, 'sid-of-ada'))).toEqual([[undefined]]);
  const destroyed: unknown[][] = [];
  store.destroy('sid-of-ada', (...args) => destroyed.push(args));
  expect(destroyed).toHaveLength(1);
  expect(get(store, 'sid-of-ada')).toBeUndefined();
});

it('keeps no session id in its file, so that whoever reads the file cannot sign in', () => {
  const { store, file, connection } = openStore();
  const sid = 'Zt7-a-session-id-that-would-be-found';
  set(store, sid, newSession({ user_id: ADA }));
  connection.pragma('wal_checkpoint(TRUNCATE)');
  for (const part of [file, `${file}-wal`]) expect(readFileSync(part).includes(sid)).toBe(false);
  expect(readFileSync(file).includes('user_id')).toBe(true);
});

describe('a row that was deleted', () => {
  it('does not come back when a request that had loaded it saves it', () => {
    const open = openStore();
    set(open.store, 'sid', newSession({ user_id: ADA }));
    const loaded = load(open.store, 'sid');
    open.store.destroy('sid');
    expect(set(open.store, 'sid', loaded)).toEqual([[undefined]]);
    expect(rowCount(open)).toBe(0);
  });

  it('does not come back when a request that had made it saves it again', () => {
    const open = openStore();
    const made = newSession({ user_id: ADA });
    set(open.store, 'sid', made);
    open.store.destroy('sid');
    set(open.store, 'sid', made);
    expect(rowCount(open)).toBe(0);
  });

  it('does not come back by a touch', () => {
    const open = openStore();
    set(open.store, 'sid', newSession({ user_id: ADA }));
    const loaded = load(open.store, 'sid');
    open.store.destroy('sid');
    expect(touch(open.store, 'sid', loaded)).toEqual([[undefined]]);
    expect(rowCount(open)).toBe(0);
  });
});

it('writes nothing outside a session transaction: what would be saved there may be old', () => {
  const { store } = openStore();
  expect(setWithoutLock(store, 'made-there', newSession())).toEqual([[undefined]]);
  expect(get(store, 'made-there')).toBeUndefined();
  set(store, 'sid', newSession());
  const late = load(store, 'sid');
  set(store, 'sid', Object.assign(load(store, 'sid'), { user_id: ADA }));
  expect(setWithoutLock(store, 'sid', late)).toEqual([[undefined]]);
  expect(get(store, 'sid')).toMatchObject({ user_id: ADA });
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
    it(`is deleted, and its visitor is anonymous: ${what}`, () => {
      const open = openStore();
      set(open.store, 'sid', newSession({ user_id: ADA }));
      set(open.store, 'another', newSession({ user_id: ADA }));
      const sid = open.connection.prepare('select sid from sessions limit 1').pluck().get();
      open.connection.prepare('update sessions set sess = ?').run(sess);
      expect(sid).toBeTypeOf('string');
      expect(get(open.store, 'sid')).toBeUndefined();
      expect(rowCount(open)).toBe(1);
    });
  }
});

it('takes a row that cannot be read for none even when it cannot be deleted', () => {
  const { store, connection } = openStore();
  set(store, 'sid', newSession({ user_id: ADA }));
  connection.exec(`update sessions set sess = '{'`);
  connection.pragma('query_only = on');
  expect(get(store, 'sid')).toBeUndefined();
});

it('calls back once, also when what is called back throws', () => {
  const { store } = openStore();
  set(store, 'sid', newSession({ user_id: ADA }));
  const callback = vi.fn(() => {
    throw new SyntaxError('from a handler');
  });
  expect(() => store.get('sid', callback)).toThrow('from a handler');
  expect(callback).toHaveBeenCalledTimes(1);
  expect(get(store, 'sid')).toMatchObject({ user_id: ADA });
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

  it.each(Object.entries(WRONG))('loses %s, and nothing else', (_what, [name, stored, left]) => {
    const open = openStore();
    const store = new SessionStore(open.connection, LIFETIMES, { parts: [DRAFTS_BEGUN] });
    set(store, 'sid', newSession({ user_id: ADA, device: 'a phone', signed_in_at: NOW }));
    const rest = Object.entries(get(store, 'sid') ?? {}).filter(([part]) => part !== name);
    const change = open.connection.prepare(`update sessions set sess = json_set(sess, '$.' || ?, json(?))`);
    change.run(name, JSON.stringify(stored));
    const expected = left === undefined ? rest : [...rest, [name, left]];
    expect(get(store, 'sid')).toEqual(Object.fromEntries(expected));
  });
});

describe('the sessions of a user', () => {
  function openWithThree() {
    const open = openStore();
    set(open.store, 'phone', newSession({ user_id: ADA }));
    set(open.store, 'laptop', newSession({ user_id: ADA }));
    set(open.store, 'grace', newSession({ user_id: GRACE }));
    set(open.store, 'nobody', newSession());
    return open;
  }

  it('end everywhere, and nobody else’s do', () => {
    const { store } = openWithThree();
    store.users.endAll(ADA);
    expect(['phone', 'laptop', 'grace', 'nobody'].map((sid) => get(store, sid) !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('end everywhere but here', () => {
    const { store } = openWithThree();
    store.users.endAll(ADA, store.keyOf('phone'));
    expect(['phone', 'laptop', 'grace'].map((sid) => get(store, sid) !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are found by the user that the session now names', () => {
    const { store } = openWithThree();
    const session = load(store, 'nobody');
    set(store, 'nobody', Object.assign(session, { user_id: ADA }));
    store.users.endAll(ADA);
    expect(get(store, 'nobody')).toBeUndefined();
  });
});

it('forgets the sessions that ended while no server ran', () => {
  const open = openStore();
  set(open.store, 'old', newSession({ user_id: ADA }));
  set(open.store, 'new', newSession({ user_id: ADA }));
  const [first] = open.connection.prepare('select sid from sessions').pluck().all();
  open.connection.prepare('update sessions set expired = 1 where sid = ?').run(first);
  new SessionStore(open.connection, LIFETIMES);
  expect(rowCount(open)).toBe(1);
});

describe('clearing what has ended, once a day', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('reports a file that is busy just then, harms nobody, and is done a day later', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'Date'] });
    const { file, connection } = openStore();
    const report = vi.fn();
    connection.pragma('busy_timeout = 0');
    const store = new SessionStore(connection, LIFETIMES, { report });
    set(store, 'sid', newSession({ user_id: ADA }));
    const other = openSqlite(file);
    other.exec('begin immediate');
    vi.advanceTimersByTime(DAY);
    expect(report.mock.calls[0]).toEqual([expect.objectContaining({ code: 'SQLITE_BUSY' })]);
    other.exec('rollback');
    expect(other.prepare('select count(*) from sessions').pluck().get()).toBe(1);
    vi.advanceTimersByTime(DAY);
    expect(other.prepare('select count(*) from sessions').pluck().get()).toBe(0);
  });
});

it('hands an error of the file to the callback, once', () => {
  const { store, connection } = openStore();
  connection.exec('drop table sessions');
  expect(set(store, 'sid', newSession())).toEqual([[expect.objectContaining({ code: 'SQLITE_ERROR' })]]);
  const got: unknown[][] = [];
  store.get('sid', (...args) => got.push(args));
  expect(got).toEqual([[expect.objectContaining({ code: 'SQLITE_ERROR' }), undefined]]);
});
