import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Tries } from '../../src/people/tries.js';
import { openSessionDatabase } from '../../src/session/session-database.js';
import { openSqlite, temporaryFolder } from '../support/database.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

afterEach(() => {
  vi.useRealTimers();
});

function openTries() {
  const file = path.join(temporaryFolder(), 'sessions.sqlite');
  const connection = openSessionDatabase(file);
  return { file, connection, tries: new Tries(connection) };
}

async function times(count: number, work: (n: number) => Promise<boolean>): Promise<boolean[]> {
  const results: boolean[] = [];
  for (let n = 0; n < count; n += 1) results.push(await work(n));
  return results;
}

describe('Failed sign-ins', () => {
  test('are ten for a username from one network, until a quarter of an hour has passed', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T12:00:00Z') });
    const { tries } = openTries();
    expect(await times(11, () => tries.take('ada', '203.0.113.7'))).toEqual([...Array(10).fill(true), false]);
    expect(await tries.take('ada', '203.0.113.8')).toBe(true);
    expect(await tries.take('grace', '203.0.113.7')).toBe(true);
    vi.setSystemTime(Date.now() + 15 * MINUTE);
    expect(await tries.take('ada', '203.0.113.7')).toBe(true);
  });

  test('are a hundred from one network, whatever the usernames', async () => {
    const { tries } = openTries();
    const taken = await times(101, (n) => tries.take(`name-${n}`, '203.0.113.7'));
    expect(taken.indexOf(false)).toBe(100);
  });

  test('count for a whole network of IPv6, where an address costs nothing', async () => {
    const { tries } = openTries();
    const taken = await times(101, (n) => tries.take(`name-${n}`, `2001:db8::${n.toString(16)}`));
    expect(taken.indexOf(false)).toBe(100);
    expect(await times(11, (n) => tries.take('ada', `2001:db8:0:1::${n.toString(16)}`))).toContain(false);
    expect(await tries.take('ada', '2001:db8:0:2::1')).toBe(true);
  });

  test('are forgotten after a success', async () => {
    const { tries } = openTries();
    await times(9, () => tries.take('ada', '203.0.113.7'));
    await tries.giveBack('ada', '203.0.113.7');
    expect(await times(10, () => tries.take('ada', '203.0.113.7'))).not.toContain(false);
  });
});

describe('Sign-ups', () => {
  test('are sixty an hour from one network, whatever became of the sign-ins', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T12:00:00Z') });
    const { tries } = openTries();
    await times(10, () => tries.take('ada', '2001:db8::1'));
    const taken = await times(61, (n) => tries.takeSignUp(`2001:db8::${n.toString(16)}`));
    expect(taken.indexOf(false)).toBe(60);
    expect(await tries.takeSignUp('203.0.113.7')).toBe(true);
    vi.setSystemTime(Date.now() + HOUR);
    expect(await tries.takeSignUp('2001:db8::1')).toBe(true);
  });
});

describe('Clearing what has run out', () => {
  test('goes on after a time when the file was busy', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: new Date('2026-03-01T12:00:00Z') });
    const { file, connection, tries } = openTries();
    connection.pragma('busy_timeout = 0');
    await tries.take('ada', '203.0.113.7');
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
