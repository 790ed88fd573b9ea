import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSessionDatabase } from '../../src/session/store/session-database.js';
import { SessionStore } from '../../src/session/store/session-store.js';
import { temporaryFolder } from '../support/database.js';
import { LIFETIMES } from './small-app.js';
import { get, load, newSession, set, setWithoutLock } from './stored-session.js';

const ADA = 7;
const DAY = 86_400_000;

function openStore() {
  const connection = openSessionDatabase(path.join(temporaryFolder(), 'sessions.sqlite'));
  return { connection, store: new SessionStore(connection, LIFETIMES) };
}

describe('what was changed outside of changeSession', () => {
  function changedInPlace() {
    const { store } = openStore();
    set(store, 'sid', newSession({ user_id: ADA, device: 'a phone' }));
    const loaded = load(store, 'sid');
    loaded.device = 'another phone';
    return { store, loaded };
  }

  it('is an error that names it, and is not kept', () => {
    const { store, loaded } = changedInPlace();
    const [[error] = []] = setWithoutLock(store, 'sid', loaded);
    expect(String(error)).toMatch(/device of a session was changed outside of changeSession/);
    expect(get(store, 'sid')?.device).toBe('a phone');
  });

  it('is passed over where the change that left it so has failed', () => {
    const { store, loaded } = changedInPlace();
    store.disregard(loaded);
    expect(setWithoutLock(store, 'sid', loaded)).toEqual([[undefined]]);
    expect(get(store, 'sid')?.device).toBe('a phone');
  });
});

describe('a session that ended', () => {
  const ways: Record<string, (open: ReturnType<typeof openStore>) => void> = {
    'was signed out': ({ store }) => store.destroy('sid'),
    'was ended from elsewhere': ({ store }) => store.users.endAll(ADA),
    'ran out': ({ connection }) => void connection.exec('update sessions set expired = 1'),
    'was cleared away': ({ connection }) => void connection.exec('delete from sessions'),
  };

  it.each(Object.entries(ways))('leaves behind whose it was when it %s', (_way, end) => {
    const open = openStore();
    set(open.store, 'sid', newSession({ user_id: ADA }));
    const key = open.store.keyOf('sid');
    expect(open.store.users.ofEnded(key)).toBeUndefined();
    end(open);
    expect(get(open.store, 'sid')).toBeUndefined();
    expect(open.store.users.ofEnded(key)).toBe(ADA);
    expect(open.store.users.ofEnded(open.store.keyOf('another'))).toBeUndefined();
  });

  it('is forgotten once its cookie has run out too', () => {
    const open = openStore();
    set(open.store, 'sid', newSession({ user_id: ADA }));
    open.store.destroy('sid');
    open.connection.exec(`update ended_sessions set ended_at = ended_at - ${2 * DAY}`);
    set(open.store, 'next', newSession());
    expect(open.store.users.ofEnded(open.store.keyOf('sid'))).toBeUndefined();
  });
});
