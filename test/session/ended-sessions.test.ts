import { describe, expect, it } from 'vitest';
import { openStore } from './open-store.js';
import { destroy, get, load, newSession, set, setWithoutLock } from './stored-session.js';

const ADA = 7;
const DAY = 86_400_000;

describe('what was changed outside of changeSession', () => {
  async function changedInPlace() {
    const { store } = openStore();
    await set(store, 'sid', newSession({ user_id: ADA, device: 'a phone' }));
    const loaded = await load(store, 'sid');
    loaded.device = 'another phone';
    return { store, loaded };
  }

  it('is an error that names it, and is not kept', async () => {
    const { store, loaded } = await changedInPlace();
    const [[error] = []] = await setWithoutLock(store, 'sid', loaded);
    expect(String(error)).toMatch(/device of a session was changed outside of changeSession/);
    expect((await get(store, 'sid'))?.device).toBe('a phone');
  });

  it('is passed over where the change that left it so has failed', async () => {
    const { store, loaded } = await changedInPlace();
    store.disregard(loaded);
    expect(await setWithoutLock(store, 'sid', loaded)).toEqual([[undefined]]);
    expect((await get(store, 'sid'))?.device).toBe('a phone');
  });
});

describe('a session that ended', () => {
  const ways: Record<string, (open: ReturnType<typeof openStore>) => Promise<unknown>> = {
    'was signed out': ({ store }) => destroy(store, 'sid'),
    'was ended from elsewhere': ({ store }) => store.rows.users.endAll(ADA),
    'ran out': ({ write }) => write('update sessions set expired = 1'),
    'was cleared away': ({ write }) => write('delete from sessions'),
  };

  it.each(Object.entries(ways))('leaves behind whose it was when it %s', async (_way, end) => {
    const open = openStore();
    await set(open.store, 'sid', newSession({ user_id: ADA }));
    const key = open.store.keyOf('sid');
    expect(await open.store.rows.users.ofEnded(key)).toBeUndefined();
    await end(open);
    expect(await get(open.store, 'sid')).toBeUndefined();
    expect(await open.store.rows.users.ofEnded(key)).toBe(ADA);
    expect(await open.store.rows.users.ofEnded(open.store.keyOf('another'))).toBeUndefined();
  });

  it('is forgotten once its cookie has run out too', async () => {
    const open = openStore();
    await set(open.store, 'sid', newSession({ user_id: ADA }));
    await destroy(open.store, 'sid');
    await open.write(`update ended_sessions set ended_at = ended_at - ${2 * DAY}`);
    await set(open.store, 'next', newSession());
    expect(await open.store.rows.users.ofEnded(open.store.keyOf('sid'))).toBeUndefined();
  });
});
