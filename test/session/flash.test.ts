import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../support/database.js';
import { Visitor } from '../support/visitor.js';
import { listening, smallApp } from './small-app.js';

const { app, connection } = smallApp(temporaryFolder());
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

const rowCount = () => connection.prepare('select count(*) from sessions').pluck().get();
const storedText = () => connection.prepare('select sess from sessions').pluck().all().join('\n');

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
  const before = rowCount();
  const stranger = new Visitor(server.url);
  const answer = await stranger.getRaw('/shelf?flash=AAAAAAAAAAAA');
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(rowCount()).toBe(before);
});

it('writes nothing when there is nothing to take', async () => {
  const ada = new Visitor(server.url);
  await leave(ada, '/shelf', 'Waiting');
  connection.exec(
    'create temp trigger no_writes before update on sessions begin select raise(fail, "no"); end',
  );
  try {
    expect(await read(ada, '/shelf?flash=AAAAAAAAAAAA')).toEqual([]);
    expect(await read(ada, '/fridge')).toEqual([]);
  } finally {
    connection.exec('drop trigger no_writes');
  }
});

it('forgets a message that nobody came for within the hour, when the next one is left', async () => {
  const ada = new Visitor(server.url);
  const address = await leave(ada, '/shelf', 'Forgotten in the hall');
  // Left a little more than an hour ago, for all that the session knows.
  const left = Date.now() - 61 * 60 * 1000;
  connection
    .prepare(`update sessions set sess = json_replace(sess, @at, json_replace(sess ->> @at, '$.at', @left))`)
    .run({ at: `$.flash."${address.split('flash=')[1]}"[0]`, left });
  await leave(ada, '/shelf', 'Fresh');
  expect(storedText()).toContain('Fresh');
  expect(storedText()).not.toContain('Forgotten in the hall');
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
