import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSessionDatabase } from '../../src/session/store/session-database.js';
import { type Lifetimes, SessionStore } from '../../src/session/store/session-store.js';
import { temporaryFolder } from '../support/database.js';
import { get, load, newSession, set, touch } from './stored-session.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ADA = 7;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

function pass(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

function openStore(lifetimes: Lifetimes) {
  const connection = openSessionDatabase(path.join(temporaryFolder(), 'sessions.sqlite'));
  const store = new SessionStore(connection, lifetimes);
  const seenAt = () => connection.prepare('select seen_at from sessions').pluck().get() as number;
  return { store, seenAt };
}

it('writes a touch at most once an hour', () => {
  const { store, seenAt } = openStore({ idle: 30 * DAY, absolute: 180 * DAY });
  set(store, 'sid', newSession({ user_id: ADA }));
  const made = Date.now();
  pass(59 * MINUTE);
  touch(store, 'sid', load(store, 'sid'));
  expect(seenAt()).toBe(made);
  pass(MINUTE);
  touch(store, 'sid', load(store, 'sid'));
  expect(seenAt()).toBe(made + HOUR);
  pass(30 * MINUTE);
  touch(store, 'sid', load(store, 'sid'));
  expect(seenAt()).toBe(made + HOUR);
});

it('touches more often when a session lives for a short time only', () => {
  const { store, seenAt } = openStore({ idle: 5 * MINUTE, absolute: DAY });
  set(store, 'sid', newSession({ user_id: ADA }));
  const made = Date.now();
  pass(30 * SECOND);
  touch(store, 'sid', load(store, 'sid'));
  expect(seenAt()).toBe(made + 30 * SECOND);
});

it('ends a session that nobody used for the idle time, to the millisecond', () => {
  const { store } = openStore({ idle: 1.5 * SECOND, absolute: DAY });
  set(store, 'sid', newSession({ user_id: ADA }));
  pass(1.5 * SECOND);
  expect(get(store, 'sid')).toBeDefined();
  pass(1);
  expect(get(store, 'sid')).toBeUndefined();
});

it('keeps a session that is used, up to the absolute limit, whatever hour it is made', () => {
  const { store } = openStore({ idle: HOUR, absolute: 3 * HOUR });
  set(store, 'sid', newSession({ user_id: ADA }));
  for (let minutes = 30; minutes <= 180; minutes += 30) {
    pass(30 * MINUTE);
    touch(store, 'sid', load(store, 'sid'));
  }
  pass(1);
  expect(get(store, 'sid')).toBeUndefined();
});

it('does not live longer by being changed than the absolute limit', () => {
  const { store } = openStore({ idle: HOUR, absolute: 2 * HOUR });
  set(store, 'sid', newSession({ user_id: ADA }));
  for (let half = 1; half <= 4; half += 1) {
    pass(30 * MINUTE);
    const session = load(store, 'sid');
    set(store, 'sid', session);
    touch(store, 'sid', session);
  }
  pass(1);
  expect(get(store, 'sid')).toBeUndefined();
});

it('does not revive a session that ended, by saving or touching what was loaded before', () => {
  const { store } = openStore({ idle: HOUR, absolute: DAY });
  set(store, 'sid', newSession({ user_id: ADA }));
  const loaded = load(store, 'sid');
  pass(HOUR + 1);
  touch(store, 'sid', loaded);
  set(store, 'sid', loaded);
  expect(get(store, 'sid')).toBeUndefined();
});

it('forgets a session of nobody after a day, whatever the idle time', () => {
  const { store } = openStore({ idle: 30 * DAY, absolute: 180 * DAY });
  set(store, 'nobody', newSession());
  set(store, 'ada', newSession({ user_id: ADA }));
  pass(DAY + 1);
  expect(get(store, 'nobody')).toBeUndefined();
  expect(get(store, 'ada')).toBeDefined();
});

it('takes the absolute limit when it is the shorter one', () => {
  const { store } = openStore({ idle: DAY, absolute: 2 * SECOND });
  set(store, 'sid', newSession({ user_id: ADA }));
  pass(2 * SECOND + 1);
  expect(get(store, 'sid')).toBeUndefined();
});

it('tells once of a touch that fails, and lets nobody wait for it', () => {
  const connection = openSessionDatabase(path.join(temporaryFolder(), 'sessions.sqlite'));
  const report = vi.fn();
  const store = new SessionStore(connection, { idle: DAY, absolute: DAY }, { report });
  connection.exec('drop table sessions');
  for (let n = 0; n < 3; n += 1) expect(touch(store, 'sid', newSession())).toEqual([[undefined]]);
  expect(report.mock.calls).toEqual([[expect.objectContaining({ code: 'SQLITE_ERROR' })]]);
});
