import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionStore } from '../../src/session/store/session-store.js';
import { openSessionDatabase } from '../../src/session/store/sqlite/session-database.js';
import { SqliteSessionRows } from '../../src/session/store/sqlite/session-rows.js';
import { openSqlite, temporaryFolder } from '../support/database.js';
import { LIFETIMES } from './open-store.js';
import { get, newSession, set } from './stored-session.js';

const ADA = 7;
const DAY = 86_400_000;

function openFile(report?: (error: Error) => void) {
  const file = path.join(temporaryFolder(), 'sessions.sqlite');
  const connection = openSessionDatabase(file);
  return { file, connection, store: new SessionStore(new SqliteSessionRows(connection, report), LIFETIMES) };
}

it('keeps no session id in its file, so that whoever reads the file cannot sign in', async () => {
  const { store, file, connection } = openFile();
  const sid = 'Zt7-a-session-id-that-would-be-found';
  await set(store, sid, newSession({ user_id: ADA }));
  connection.pragma('wal_checkpoint(TRUNCATE)');
  for (const part of [file, `${file}-wal`]) expect(readFileSync(part).includes(sid)).toBe(false);
  expect(readFileSync(file).includes('user_id')).toBe(true);
});

it('takes a row that cannot be read for none even when it cannot be deleted', async () => {
  const { store, connection } = openFile();
  await set(store, 'sid', newSession({ user_id: ADA }));
  connection.exec(`update sessions set sess = '{'`);
  connection.pragma('query_only = on');
  expect(await get(store, 'sid')).toBeUndefined();
});

describe('clearing what has ended, once a day', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('reports a file that is busy just then, harms nobody, and is done a day later', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'Date'] });
    const report = vi.fn();
    const { file, connection, store } = openFile(report);
    connection.pragma('busy_timeout = 0');
    await set(store, 'sid', newSession({ user_id: ADA }));
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
