import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/database.js';
import { sessionsFor } from '../support/kept.js';
import { storedIn } from '../support/stored.js';
import { Visitor } from '../support/visitor.js';
import { listening, smallApp } from './small-app.js';

const folder = temporaryFolder();
const { app, store } = smallApp(sessionsFor(folder).sessions);
const stored = storedIn(folder, 'sessions');
let server: Awaited<ReturnType<typeof listening>>;
beforeAll(async () => {
  server = await listening(app);
});
afterAll(() => server.close());

/** Leaves a message and gives the address that shows it. */
async function leave(visitor: Visitor, page: string, text: string): Promise<string> {
  const answer = await visitor.postRaw(
    `/leave?page=${encodeURIComponent(page)}&text=${encodeURIComponent(text)}`,
  );
  if (answer.location === undefined) throw new Error(`No redirect: ${answer}`);
  return answer.location;
}

async function read(visitor: Visitor, address: string, headers = {}): Promise<string[]> {
  return JSON.parse((await visitor.getRaw(address, headers)).html);
}

const rowCount = async () => (await stored.read('select sid from sessions')).length;
const storedText = async () => (await stored.read('select sess from sessions')).join('\n');

it('shows a message once, on its page, to the tab that carries its key', async () => {
  const ada = new Visitor(server.url);
  const address = await leave(ada, '/shelf', 'Jam is stored');
  expect(address).toMatch(/^\/shelf\?flash=[\w-]{12}$/);
  expect(await read(ada, address)).toEqual(['Jam is stored']);
  expect(await read(ada, address)).toEqual([]);
});

it('keeps the query of the page that it is for', async () => {
  const ada = new Visitor(server.url);
  const address = await leave(ada, '/shelf?sort=name', 'Sorted');
  expect(address).toMatch(/^\/shelf\?sort=name&flash=/);
  expect(await read(ada, address)).toEqual(['Sorted']);
});

it('shows nothing to another tab, and takes nothing from it', async () => {
  const ada = new Visitor(server.url);
  const address = await leave(ada, '/shelf', 'For the first tab');
  expect(await read(ada.clone(), '/shelf')).toEqual([]);
  expect(await read(ada.clone(), '/shelf?flash=')).toEqual([]);
  expect(await read(ada.clone(), '/shelf?flash=AAAAAAAAAAAA')).toEqual([]);
  expect(await read(ada, address)).toEqual(['For the first tab']);
});

it('shows nothing on another page, even with the key', async () => {
  const ada = new Visitor(server.url);
  const address = await leave(ada, '/shelf', 'For the shelf');
  expect(await read(ada, address.replace('/shelf', '/fridge'))).toEqual([]);
  expect(await read(ada, address)).toEqual(['For the shelf']);
});

it('shows nothing to another browser that has the address', async () => {
  const ada = new Visitor(server.url);
  const grace = new Visitor(server.url);
  await leave(grace, '/shelf', 'Hers');
  const address = await leave(ada, '/shelf', 'Not hers');
  expect(await read(grace, address)).toEqual([]);
  expect(await read(ada, address)).toEqual(['Not hers']);
});

it.each([{ 'sec-purpose': 'prefetch' }, { 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }])(
  'gives a prefetch nothing, and keeps the message for the real visit: %o',
  async (headers) => {
    const ada = new Visitor(server.url);
    const address = await leave(ada, '/shelf', 'Still here');
    expect(await read(ada, address, headers)).toEqual([]);
    expect(await read(ada, address)).toEqual(['Still here']);
  },
);

it('gives a HEAD nothing, and keeps the message for the real visit', async () => {
  const ada = new Visitor(server.url);
  const address = await leave(ada, '/shelf', 'Still here');
  await ada.requestRaw('HEAD', address);
  expect(await read(ada, address)).toEqual(['Still here']);
});

it('is not fooled by keys that every object has', async () => {
  const ada = new Visitor(server.url);
  await leave(ada, '/shelf', 'Waiting');
  for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(await read(ada, `/shelf?flash=${key}`)).toEqual([]);
  }
});

it('makes no session for a visitor who only reads', async () => {
  const before = await rowCount();
  const stranger = new Visitor(server.url);
  const answer = await stranger.getRaw('/shelf?flash=AAAAAAAAAAAA');
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(await rowCount()).toBe(before);
});

it('writes nothing when there is nothing to take', async () => {
  const ada = new Visitor(server.url);
  await leave(ada, '/shelf', 'Waiting');
  const changes = vi.spyOn(store.rows, 'locked');
  expect(await read(ada, '/shelf?flash=AAAAAAAAAAAA')).toEqual([]);
  expect(await read(ada, '/fridge')).toEqual([]);
  expect(changes).not.toHaveBeenCalled();
  // The message that waits is taken by a change.
  await ada.getRaw(await leave(ada, '/shelf', 'Taken'));
  expect(changes).toHaveBeenCalledTimes(2);
  changes.mockRestore();
});

it('forgets a message that nobody came for within the hour, when the next one is left', async () => {
  const ada = new Visitor(server.url);
  const address = await leave(ada, '/shelf', 'Forgotten in the hall');
  // Left a little more than an hour ago, for all that the session knows.
  const left = Date.now() - 61 * 60 * 1000;
  const key = address.split('flash=')[1] ?? '';
  for (const { sid, sess } of await stored.rows<{ sid: string; sess: string }>(
    'select sid, sess from sessions',
  )) {
    const session = JSON.parse(sess);
    if (!session.flash?.[key]) continue;
    session.flash[key][0] = JSON.stringify({ ...JSON.parse(session.flash[key][0]), at: left });
    await stored.write('update sessions set sess = ? where sid = ?', JSON.stringify(session), sid);
  }
  await leave(ada, '/shelf', 'Fresh');
  expect(await storedText()).toContain('Fresh');
  expect(await storedText()).not.toContain('Forgotten in the hall');
  expect(await read(ada, address)).toEqual([]);
});

it('keeps a hundred messages that wait, and forgets the oldest beyond them', async () => {
  const ada = new Visitor(server.url);
  const addresses: string[] = [];
  for (let n = 0; n < 110; n += 1) addresses.push(await leave(ada, '/shelf', `Message ${n}`));
  const shown = await Promise.all(addresses.map((address) => read(ada, address)));
  const texts = shown.flat();
  expect(texts.length).toBeGreaterThanOrEqual(100);
  expect(texts.length).toBeLessThan(110);
  expect(texts.at(-1)).toBe('Message 109');
  expect(shown[0]).toEqual([]);
});
