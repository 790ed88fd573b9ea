import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { type Stored, storedIn } from '../support/stored.js';
import { usingProcess } from '../support/using-server.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

const COOKIE = '{"originalMaxAge":86400000,"expires":"2100-01-01T00:00:00.000Z"}';

async function outlivesCorruptRow(server: LarderServer): Promise<void> {
  const { visitor } = await signUp(server.visitor());
  await storedIn(server.dataDir, 'sessions').write(`update sessions set sess = 'garbage'`);
  const answer = await visitor.getRaw('/account').catch((error: Error) => error);
  expect(answer).toMatchObject({ status: 303 });
  expect(await server.visitor().getRaw('/login')).toMatchObject({ status: 200 });
}

it('outlives a row that is garbage', async () => {
  await withServers({}, outlivesCorruptRow);
});

it('the naive way is killed by it', async () => {
  await expectNaiveToFail(1, outlivesCorruptRow);
});

describe('Row 15: a corrupt row kills the process', () => {
  const server = usingProcess();
  let ada: Person;
  let grace: Person;
  let pid: number;
  let stored: Stored;
  let row: Record<string, unknown>;
  beforeAll(async () => {
    ada = await signUp(server.visitor());
    stored = storedIn(server.dataDir, 'sessions');
    [row = {}] = await stored.rows<typeof row>('select * from sessions');
    grace = await signUp(server.visitor());
    pid = server.pid;
  });

  /** What names Ada's session in the file: a page may have renewed the id in her cookie. */
  function ownSid(): string {
    const value = decodeURIComponent(ada.visitor.cookies.find('larder')?.value ?? '');
    return createHash('sha256')
      .update(value.slice('s:'.length, value.lastIndexOf('.')))
      .digest('base64url');
  }

  /** Makes Ada’s row say this; her browser keeps the cookie. */
  async function corrupt(sess: string): Promise<void> {
    await stored.write('delete from sessions where sid = ?', ownSid());
    const { expired, user_id, created_at, seen_at } = row;
    await stored.write(
      'insert into sessions (sid, expired, sess, user_id, created_at, seen_at) values (?, ?, ?, ?, ?, ?)',
      ...[ownSid(), expired, sess, user_id, created_at, seen_at],
    );
  }
  const isStored = async () =>
    (await stored.read('select sid from sessions where sid = ?', ownSid())).length > 0;

  it.each([
    ['is cut off', '{"cookie":{"originalMaxAge":86400000,"expi'],
    ['is no JSON', 'garbage'],
    ['is empty', ''],
    ['is null', 'null'],
    ['is a number', '7'],
    ['is a list', '[{"user_id":1}]'],
    ['has no cookie', '{"user_id":1}'],
    ['has no cookie that is one', '{"cookie":"yes","user_id":1}'],
    ['has a cookie that lasts for a word', '{"cookie":{"originalMaxAge":"long"},"user_id":1}'],
    ['has a cookie that ends at no time', '{"cookie":{"expires":"never"},"user_id":1}'],
    ['has a cookie with a maxAge that is a word', '{"cookie":{"maxAge":"long"},"user_id":1}'],
  ])('makes its visitor anonymous, deletes the row and goes on when the row %s', async (_what, sess) => {
    await corrupt(sess);
    const answer = await ada.visitor.getRaw('/account');
    expect([answer.status, answer.location]).toEqual([303, '/login?return_to=%2Faccount']);
    expect(await isStored()).toBe(false);
    expect((await ada.visitor.get('/')).status).toBe(200);
    expect((await grace.visitor.getRaw('/account')).status).toBe(200);
    expect(server.pid).toBe(pid);
  });

  it.each([
    ['is none', '"drafts":"nonsense","flash":7,"device":[],"password_at":{}'],
    ['holds none', '"drafts":["x",7,null],"flash":{"AAAA":["{"],"B":[7]},"follows":1'],
  ])(
    'keeps its visitor signed in, and answers every page, when what the row holds besides %s of what it should be',
    async (_what, rest) => {
      await corrupt(`{"cookie":${COOKIE},"user_id":1,${rest}}`);
      for (const address of [
        '/account',
        '/account/sessions',
        '/put-away',
        '/put-away/x/place',
        '/?flash=AAAA',
      ]) {
        const answer = await ada.visitor.getRaw(address);
        expect([address, answer.status]).toEqual([address, address.endsWith('x/place') ? 404 : 200]);
      }
      expect((await ada.visitor.post('/put-away', { names: 'Halva' })).path).toMatch(/\/details$/);
    },
  );

  it('takes a user id that is none for nobody', async () => {
    for (const id of ['"1"', '-1', '1e99', 'true', '{"a":1}', 'null', '99999']) {
      await corrupt(`{"cookie":${COOKIE},"user_id":${id}}`);
      const answer = await ada.visitor.getRaw('/account');
      expect([id, answer.status, (await ada.visitor.getRaw('/')).status < 500]).toEqual([id, 303, true]);
    }
    expect((await grace.visitor.getRaw('/account')).status).toBe(200);
  });
});
