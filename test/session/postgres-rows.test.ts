import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/session/store/postgres/turns.js';
import { temporaryFolder } from '../support/database.js';
import { poolOf } from '../support/engine.js';
import { openStore } from './open-store.js';
import { get, newSession, set } from './stored-session.js';

const ADA = 7;

/** Two processes on one database. */
function twoStores() {
  const folder = temporaryFolder();
  const [one, other] = [openStore(undefined, {}, folder), openStore(undefined, {}, folder)];
  return { one: one.store, other: other.store, pool: poolOf(folder) };
}

function addNote(store: ReturnType<typeof twoStores>['one'], sid: string, device: string): Promise<void> {
  return store.locked({ sid }, ({ data }) => {
    if (!data) throw new Error('gone');
    return {
      result: undefined,
      write: { how: 'change', sid, session: { ...data, device: `${data.device ?? ''}${device}` } },
    };
  });
}

describe('In PostgreSQL', () => {
  it('a change of a session whose id is renewed while it waits is made where the id leads by now', async () => {
    const { one, other, pool } = twoStores();
    await set(one, 'first', newSession({ user_id: ADA }));
    const client = await pool.connect();
    await client.query('begin');
    await client.query('select 1 from sessions where sid = $1 for update', [one.keyOf('first')]);
    const moving = one.locked({ sid: 'first' }, ({ data }) => ({
      result: undefined,
      write: { how: 'move', sid: 'second', session: data ?? {} },
    }));
    await setTimeout(50);
    const changing = addNote(other, 'first', 'a');
    await setTimeout(50);
    await client.query('commit');
    client.release();
    await Promise.all([moving, changing]);
    expect(await get(one, 'second')).toMatchObject({ user_id: ADA, device: 'a' });
  });

  it('two that end each other’s sessions at once end one of them, and neither fails', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { one, other } = twoStores();
      await set(one, 'phone', newSession({ user_id: ADA }));
      await set(one, 'laptop', newSession({ user_id: ADA }));
      const endOthers = (store: typeof one, sid: string) =>
        store.locked({ sid }, ({ data }) => ({
          result: data !== undefined,
          ...(data && { write: { how: 'change', sid, session: data, endOthersOf: ADA } as const }),
        }));
      const done = await Promise.all([endOthers(one, 'phone'), endOthers(other, 'laptop')]);
      const left = [await get(one, 'phone'), await get(one, 'laptop')].filter(Boolean);
      expect([done.filter(Boolean).length, left.length]).toEqual([1, 1]);
    }
  });

  it('a change whose connection is cut before its commit is made, once', async () => {
    const { one, pool } = twoStores();
    await set(one, 'sid', newSession({ user_id: ADA }));
    const holder = await pool.connect();
    await holder.query('begin');
    await holder.query('select 1 from sessions for update');
    const changing = addNote(one, 'sid', 'a');
    await setTimeout(100);
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    await holder.query('commit');
    holder.release();
    await changing;
    expect((await get(one, 'sid'))?.device).toBe('a');
  });
});

describe('Turns', () => {
  it('come one after another under one key, also after one that fails, and at once under two', async () => {
    const turns = new Turns();
    const told: string[] = [];
    const work = (name: string, milliseconds: number) => async () => {
      told.push(`${name} begins`);
      await setTimeout(milliseconds);
      told.push(`${name} ends`);
      if (name === 'bad') throw new Error(name);
      return name;
    };
    const all = await Promise.allSettled([
      turns.take('a', work('bad', 30)),
      turns.take('a', work('next', 1)),
      turns.take('b', work('other', 1)),
    ]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(told).toEqual([
      'bad begins',
      'other begins',
      'other ends',
      'bad ends',
      'next begins',
      'next ends',
    ]);
  });
});
