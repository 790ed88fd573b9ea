import { expect, it, vi } from 'vitest';
import { RenewedIds } from '../../src/session/store/sqlite/renewed-ids.js';
import { openStore } from './open-store.js';
import { get, newSession, set } from './stored-session.js';

it('a session that another process renews between two reads of it is found', async () => {
  const { store, folder } = openStore();
  const { store: other } = openStore(undefined, {}, folder);
  await set(store, 'first', newSession({ user_id: 7 }));
  const where = RenewedIds.prototype.rowWhileGood;
  let renewals = 0;
  const reading = vi.spyOn(RenewedIds.prototype, 'rowWhileGood').mockImplementation(function (
    this: RenewedIds,
    key,
  ) {
    const row = where.call(this, key);
    if (renewals === 0) {
      renewals += 1;
      other.locked({ sid: 'first' }, ({ data }) => {
        if (!data) throw new Error('no session');
        return { result: undefined, write: { how: 'move', sid: 'second', session: data } };
      });
    }
    return row;
  });
  expect(await get(store, 'first')).toMatchObject({ user_id: 7 });
  reading.mockRestore();
  expect(renewals).toBe(1);
  expect(await store.rowOf('first')).toBe(store.keyOf('second'));
});
