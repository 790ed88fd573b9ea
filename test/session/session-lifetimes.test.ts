import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore } from './open-store.js';
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

async function seenAt({ read }: ReturnType<typeof openStore>): Promise<unknown> {
  return (await read('select seen_at from sessions'))[0];
}

it('writes a touch at most once an hour', async () => {
  const open = openStore({ idle: 30 * DAY, absolute: 180 * DAY });
  const { store } = open;
  await set(store, 'sid', newSession({ user_id: ADA }));
  const made = Date.now();
  pass(59 * MINUTE);
  await touch(store, 'sid', await load(store, 'sid'));
  expect(await seenAt(open)).toBe(made);
  pass(MINUTE);
  await touch(store, 'sid', await load(store, 'sid'));
  expect(await seenAt(open)).toBe(made + HOUR);
  pass(30 * MINUTE);
  await touch(store, 'sid', await load(store, 'sid'));
  expect(await seenAt(open)).toBe(made + HOUR);
});

it('touches more often when a session lives for a short time only', async () => {
  const open = openStore({ idle: 5 * MINUTE, absolute: DAY });
  const { store } = open;
  await set(store, 'sid', newSession({ user_id: ADA }));
  const made = Date.now();
  pass(30 * SECOND);
  await touch(store, 'sid', await load(store, 'sid'));
  expect(await seenAt(open)).toBe(made + 30 * SECOND);
});

it('ends a session that nobody used for the idle time, to the millisecond', async () => {
  const { store } = openStore({ idle: 1.5 * SECOND, absolute: DAY });
  await set(store, 'sid', newSession({ user_id: ADA }));
  pass(1.5 * SECOND);
  expect(await get(store, 'sid')).toBeDefined();
  pass(1);
  expect(await get(store, 'sid')).toBeUndefined();
});

it('keeps a session that is used, up to the absolute limit, whatever hour it is made', async () => {
  const { store } = openStore({ idle: HOUR, absolute: 3 * HOUR });
  await set(store, 'sid', newSession({ user_id: ADA }));
  for (let minutes = 30; minutes <= 180; minutes += 30) {
    pass(30 * MINUTE);
    await touch(store, 'sid', await load(store, 'sid'));
  }
  pass(1);
  expect(await get(store, 'sid')).toBeUndefined();
});

it('does not live longer by being changed than the absolute limit', async () => {
  const { store } = openStore({ idle: HOUR, absolute: 2 * HOUR });
  await set(store, 'sid', newSession({ user_id: ADA }));
  for (let half = 1; half <= 4; half += 1) {
    pass(30 * MINUTE);
    const session = await load(store, 'sid');
    await set(store, 'sid', session);
    await touch(store, 'sid', session);
  }
  pass(1);
  expect(await get(store, 'sid')).toBeUndefined();
});

it('does not revive a session that ended, by saving or touching what was loaded before', async () => {
  const { store } = openStore({ idle: HOUR, absolute: DAY });
  await set(store, 'sid', newSession({ user_id: ADA }));
  const loaded = await load(store, 'sid');
  pass(HOUR + 1);
  await touch(store, 'sid', loaded);
  await set(store, 'sid', loaded);
  expect(await get(store, 'sid')).toBeUndefined();
});

it('forgets a session of nobody after a day, whatever the idle time', async () => {
  const { store } = openStore({ idle: 30 * DAY, absolute: 180 * DAY });
  await set(store, 'nobody', newSession());
  await set(store, 'ada', newSession({ user_id: ADA }));
  pass(DAY + 1);
  expect(await get(store, 'nobody')).toBeUndefined();
  expect(await get(store, 'ada')).toBeDefined();
});

it('takes the absolute limit when it is the shorter one', async () => {
  const { store } = openStore({ idle: DAY, absolute: 2 * SECOND });
  await set(store, 'sid', newSession({ user_id: ADA }));
  pass(2 * SECOND + 1);
  expect(await get(store, 'sid')).toBeUndefined();
});

it('tells once of a touch that fails, and lets nobody wait for it', async () => {
  const report = vi.fn();
  const { store, write } = openStore({ idle: DAY, absolute: DAY }, { report });
  await write('drop table sessions');
  for (let n = 0; n < 3; n += 1) expect(await touch(store, 'sid', newSession())).toEqual([[undefined]]);
  expect(report.mock.calls).toEqual([
    [expect.objectContaining({ message: expect.stringContaining('sessions') })],
  ]);
});
