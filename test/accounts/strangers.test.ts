import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { POSTS_BY_NETWORK } from '../../src/accounts/rate-limits.js';
import { PUBLIC } from '../support/addresses.js';
import { openSqlite } from '../support/database.js';
import { invite } from '../support/households.js';
import type { Page } from '../support/page.js';
import { PASSWORD, signIn, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingServer({ env: { TRUST_PROXY: '1' } });
const local = usingLocalApp();
const { points: BOUND } = POSTS_BY_NETWORK;
const WAITS = 60;
const POSTS = PUBLIC.filter((address) => address.startsWith('POST ')).map((address) => address.slice(5));
let link: string;

beforeAll(async () => {
  link = await invite(await signUp(larder.visitor()), { uses: '20' });
});

/** What is there that a stranger could have made. */
function made(): Record<string, number> {
  const counted = (file: string, table: string) =>
    openSqlite(path.join(larder.dataDir, file))
      .prepare(`select count(*) from ${table}`)
      .pluck()
      .get() as number;
  return {
    sessions: counted('sessions.sqlite', 'sessions'),
    drafts: counted('larder.sqlite', 'drafts'),
    users: counted('larder.sqlite', 'users'),
  };
}

/** A form of nobody who has no cookies, from an address. */
function post(action: string, from: string, fields: Record<string, string> = {}): Promise<Page> {
  return new Visitor(larder.url).postRaw(action, fields, { 'x-forwarded-for': from });
}

const at = (address: string) => address.replace('/join/:token', link).replace(':draft', 'x'.repeat(22));

/** Something that each form takes, or would take but for the mistake that costs nothing. */
const FIELDS: Record<string, Record<string, string>> = {
  '/signup': { username: '', password: PASSWORD },
  '/login': { username: 'nobody', password: '' },
  '/join/:token': { account: 'new' },
};

describe('whoever sends without end from one address', () => {
  test.each(POSTS)('to %s is refused with a page that says so, before anything is done', async (address) => {
    const n = POSTS.indexOf(address) + 1;
    const from = (i: number) => `2001:db8:0:${n}::${i.toString(16)}`;
    const before = made();
    const answers: Page[] = [];
    for (let i = 0; i < BOUND + 3; i += 1) answers.push(await post(at(address), from(i), FIELDS[address]));
    const last = answers.at(-1);
    expect([last?.status, last?.h1]).toEqual([429, 'Too many tries']);
    expect(last?.text).toContain('Nothing was changed.');
    expect(answers.slice(-3).map(({ status }) => status)).toEqual([429, 429, 429]);
    expect(answers.slice(-3).flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    const after = made();
    for (const what of ['sessions', 'drafts', 'users'])
      expect((after[what] ?? 0) - (before[what] ?? 0)).toBeLessThanOrEqual(
        address === '/join/:token' ? WAITS : 0,
      );
    expect((await post(at(address), '2001:db8:1::1', FIELDS[address])).status).not.toBe(429);
  });
});

test('a household that joins from one address is let in, one and all', async () => {
  const owner = await signUp(larder.visitor(), { householdName: '3 Oak Road' });
  const shared = await invite(owner, { uses: '20' });
  for (let n = 0; n < 12; n += 1) {
    const guest = larder.visitor();
    const page = await (await guest.get(shared)).form(shared).submit('Sign up and join');
    const form = page
      .form('/signup')
      .fill({ username: `guest${n}oak`, password: PASSWORD, first_name: `G${n}` });
    expect((await form.submit()).flashes()[0]).toContain('You have joined 3 Oak Road.');
  }
  expect((await owner.visitor.get('/household')).text).toContain('G11');
});

test('signing in does not count, however many do', async () => {
  const ada = await signUp(local.visitor());
  for (let n = 0; n < BOUND - 3; n += 1) await local.rateLimits.takePost('login', '127.0.0.1');
  for (let n = 0; n < 8; n += 1) await signIn(local.visitor(), ada);
});
