import { describe, expect, it } from 'vitest';
import { signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { storedIn } from '../support/stored.js';
import { usingServer } from '../support/using-server.js';
import { expectNaiveToFail } from './naive/using-naive.js';

const DAY = 86_400_000;

/** Lets days go by for all the sessions that there are. */
async function pass(server: LarderServer, days: number): Promise<void> {
  const stored = storedIn(server.dataDir, 'sessions');
  const [row = {}] = await stored.rows<object>('select * from sessions');
  const times = Object.keys(row).filter((name) => ['created_at', 'seen_at', 'expired'].includes(name));
  expect(times).toContain('expired');
  const changes = times.map((name) => `${name} = ${name} - ${days * DAY}`);
  await stored.write(`update sessions set ${changes.join()}`);
}

async function usedForThreeDays(server: LarderServer): Promise<void> {
  const { visitor } = await signUp(server.visitor());
  const statuses: number[] = [];
  for (let days = 0; days < 3; days += 0.75) {
    statuses.push((await visitor.getRaw('/account')).status);
    await pass(server, 0.75);
  }
  expect(statuses).toEqual([200, 200, 200, 200]);
}

it('the naive way ends a session that is in use, a day after it was changed last', async () => {
  await expectNaiveToFail(1, usedForThreeDays);
});

describe('Row 16: an active session that dies at a fixed hour', () => {
  const server = usingServer({ env: { SESSION_IDLE_DAYS: '30', SESSION_ABSOLUTE_DAYS: '180' } });

  it('keeps a session that is used a little more than once a day', async () => {
    await usedForThreeDays(server);
  });

  it('keeps a session that is used, day after day, and ends it at the absolute limit', async () => {
    const { visitor } = await signUp(server.visitor());
    for (let day = 20; day < 180; day += 20) {
      await pass(server, 20);
      expect([day, (await visitor.getRaw('/account')).status]).toEqual([day, 200]);
    }
    await pass(server, 19.9);
    expect((await visitor.getRaw('/account')).status).toBe(200);
    await pass(server, 0.2);
    expect((await visitor.getRaw('/account')).status).toBe(303);
  });

  it('keeps a session that is only used by posting forms', async () => {
    const { visitor, username } = await signUp(server.visitor());
    for (let day = 25; day <= 100; day += 25) {
      await pass(server, 25);
      const answer = await visitor.postRaw('/account/edit', {
        username,
        first_name: `Day ${day}`,
        last_name: '',
      });
      expect([day, answer.location?.startsWith('/account?')]).toEqual([day, true]);
    }
  });

  it('ends a session that nobody used for the idle time, and not before', async () => {
    const { visitor } = await signUp(server.visitor());
    await pass(server, 29.9);
    expect((await visitor.getRaw('/account')).status).toBe(200);
    await pass(server, 30.1);
    expect((await visitor.getRaw('/account')).status).toBe(303);
  });
});

describe('Lifetimes of a fraction of a day', () => {
  const server = usingServer({ env: { SESSION_IDLE_DAYS: '0.5', SESSION_ABSOLUTE_DAYS: '0.25' } });

  it('count, also when the absolute one is the shorter', async () => {
    const { visitor } = await signUp(server.visitor());
    const [{ made, ends } = { made: 0, ends: 0 }] = await storedIn(server.dataDir, 'sessions').rows<{
      made: number;
      ends: number;
    }>('select created_at as made, expired as ends from sessions');
    expect(ends - made).toBe(0.25 * DAY);
    const until = visitor.cookies.find('larder')?.expires;
    expect(until).toBeInstanceOf(Date);
    expect(Math.abs((until as Date).getTime() - ends)).toBeLessThan(5_000);
  });
});
