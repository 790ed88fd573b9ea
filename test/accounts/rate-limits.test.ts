import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sqliteLimiters } from '../../src/accounts/limiters/sqlite.js';
import { RateLimits } from '../../src/accounts/rate-limits.js';
import { openSessionDatabase } from '../../src/session/store/sqlite/session-database.js';
import { openSqlite, temporaryFolder } from '../support/database.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

afterEach(() => {
  vi.useRealTimers();
});

function openTries() {
  const file = path.join(temporaryFolder(), 'sessions.sqlite');
  const connection = openSessionDatabase(file);
  return { file, connection, rateLimits: new RateLimits(sqliteLimiters(connection)) };
}

async function times(count: number, work: (n: number) => Promise<boolean>): Promise<boolean[]> {
  const results: boolean[] = [];
  for (let n = 0; n < count; n += 1) results.push(await work(n));
  return results;
}

describe('Failed sign-ins', () => {
  test('are ten for a username from one network, until a quarter of an hour has passed', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T12:00:00Z') });
    const { rateLimits } = openTries();
    expect(await times(11, () => rateLimits.take('ada', '203.0.113.7'))).toEqual([
      ...Array(10).fill(true),
      false,
    ]);
    expect(await rateLimits.take('ada', '203.0.113.8')).toBe(true);
    expect(await rateLimits.take('grace', '203.0.113.7')).toBe(true);
    vi.setSystemTime(Date.now() + 15 * MINUTE);
    expect(await rateLimits.take('ada', '203.0.113.7')).toBe(true);
  });

  test('are a hundred from one network, whatever the usernames', async () => {
    const { rateLimits } = openTries();
    const taken = await times(101, (n) => rateLimits.take(`name-${n}`, '203.0.113.7'));
    expect(taken.indexOf(false)).toBe(100);
  });

  test('count for a whole network of IPv6, where an address costs nothing', async () => {
    const { rateLimits } = openTries();
    const taken = await times(101, (n) => rateLimits.take(`name-${n}`, `2001:db8::${n.toString(16)}`));
    expect(taken.indexOf(false)).toBe(100);
    expect(await times(11, (n) => rateLimits.take('ada', `2001:db8:0:1::${n.toString(16)}`))).toContain(
      false,
    );
    expect(await rateLimits.take('ada', '2001:db8:0:2::1')).toBe(true);
  });

  test('are forgotten after a success', async () => {
    const { rateLimits } = openTries();
    await times(9, () => rateLimits.take('ada', '203.0.113.7'));
    await rateLimits.giveBack('ada', '203.0.113.7');
    expect(await times(10, () => rateLimits.take('ada', '203.0.113.7'))).not.toContain(false);
  });
});

describe('A success', () => {
  test('waits for a file that is busy for a moment', async () => {
    const { file, connection, rateLimits } = openTries();
    connection.pragma('busy_timeout = 0');
    await times(9, () => rateLimits.take('ada', '203.0.113.7'));
    const other = openSqlite(file);
    other.exec('begin immediate');
    const given = rateLimits.giveBack('ada', '203.0.113.7');
    await setTimeout(100);
    other.exec('rollback');
    await given;
    expect(await times(10, () => rateLimits.take('ada', '203.0.113.7'))).not.toContain(false);
  });
});

describe('Sign-ups', () => {
  test('are sixty an hour from one network, whatever became of the sign-ins', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T12:00:00Z') });
    const { rateLimits } = openTries();
    await times(10, () => rateLimits.take('ada', '2001:db8::1'));
    const taken = await times(61, (n) => rateLimits.takeSignUp(`2001:db8::${n.toString(16)}`));
    expect(taken.indexOf(false)).toBe(60);
    expect(await rateLimits.takeSignUp('203.0.113.7')).toBe(true);
    vi.setSystemTime(Date.now() + HOUR);
    expect(await rateLimits.takeSignUp('2001:db8::1')).toBe(true);
  });
});

describe('Clearing what has run out', () => {
  test('goes on after a time when the file was busy', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: new Date('2026-03-01T12:00:00Z') });
    const { file, connection, rateLimits } = openTries();
    connection.pragma('busy_timeout = 0');
    await rateLimits.take('ada', '203.0.113.7');
    const other = openSqlite(file);
    const count = () => other.prepare('select count(*) from tries').pluck().get();
    other.exec('begin immediate');
    await vi.advanceTimersByTimeAsync(3 * HOUR);
    other.exec('rollback');
    expect(count()).toBe(2);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(count()).toBe(0);
  });
});
