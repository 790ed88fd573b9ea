import path from 'node:path';
import { expect, it } from 'vitest';
import { openSessionDatabase } from '../../src/session/store/session-database.js';
import { SessionStore } from '../../src/session/store/session-store.js';
import { temporaryFolder } from '../support/database.js';
import { LIFETIMES } from './small-app.js';
import { get, newSession, set } from './stored-session.js';

it('a session that another process renews between two reads of it is found', () => {
  const file = path.join(temporaryFolder(), 'sessions.sqlite');
  const [store, other] = [file, file].map((name) => new SessionStore(openSessionDatabase(name), LIFETIMES));
  if (!store || !other) throw new Error('no store');
  set(store, 'first', newSession({ user_id: 7 }));
  const where = store.renewedIds.rowWhileGood.bind(store.renewedIds);
  let renewals = 0;
  store.renewedIds.rowWhileGood = (key) => {
    const row = where(key);
    if (renewals === 0) renewals += other.exclusively(() => Number(other.renewId({}, 'first', 'second')));
    return row;
  };
  expect(get(store, 'first')).toMatchObject({ user_id: 7 });
  expect(renewals).toBe(1);
});
