import { beforeAll, describe, expect, it } from 'vitest';
import { Cookies } from '../support/cookies.js';
import { type Person, signIn, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { Visitor } from '../support/visitor.js';

const one = usingServer();
const other = usingServer();

const BEFORE = 'larder';

/** The value of a person's session cookie, as it is sent. */
function cookieOf({ visitor }: Person): string {
  return (visitor.cookies.header(new URL(visitor.origin)) ?? '').split('=')[1] ?? '';
}

async function nameOn(server: typeof one): Promise<string> {
  const { visitor } = await signUp(server.visitor());
  return visitor.cookies.find(BEFORE)?.key ?? '';
}

it('two Larders on one host, at two ports, leave each other’s people signed in', async () => {
  const cookies = new Cookies();
  const here = await signUp(new Visitor(one.url, { cookies }), { firstName: 'Ada' });
  const there = await signUp(new Visitor(other.url, { cookies }), { firstName: 'Ben' });
  for (const { visitor } of [here, there, here]) expect((await visitor.getRaw('/account')).status).toBe(200);
  await there.visitor.post('/logout');
  expect((await there.visitor.getRaw('/account')).status).toBe(303);
  expect((await here.visitor.getRaw('/account')).status).toBe(200);
});

describe('a cookie that a Larder before this one has set', () => {
  let ada: Person;
  let old: string;
  beforeAll(async () => {
    ada = await signUp(one.visitor());
    old = `${BEFORE}=${cookieOf(ada)}`;
  });

  /** A browser that has it, and nothing else. */
  function upgraded(): Visitor {
    const cookies = new Cookies();
    cookies.keep([`${old}; Path=/; HttpOnly`], new URL(one.url));
    return new Visitor(one.url, { cookies });
  }

  it('is read as ever, and not set again by a page', async () => {
    const answer = await upgraded().getRaw('/account');
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    expect(answer.text).toContain(ada.username);
  });

  it('gives way to the new name at the next sign-in, and is then dead', async () => {
    const ben = await signUp(one.visitor());
    const cookies = new Cookies();
    cookies.keep([`${BEFORE}=${cookieOf(ben)}; Path=/; HttpOnly`], new URL(one.url));
    const visitor = new Visitor(one.url, { cookies });
    await visitor.postRaw('/login', { username: ben.username, password: ben.password });
    expect((await visitor.getRaw('/account')).status).toBe(200);
    const dead = await one.visitor().getRaw('/account', { cookie: `${BEFORE}=${cookieOf(ben)}` });
    expect(dead.status).toBe(303);
  });

  it('is passed over by another Larder, whose own is read', async () => {
    const ben = await signUp(other.visitor());
    const cookie = `${old}; ${ben.visitor.cookies.header(new URL(other.url))}`;
    expect((await other.visitor().getRaw('/account', { cookie })).text).toContain(ben.username);
  });
});

describe('of several cookies of one name', () => {
  it('the one that names a session wins, wherever it stands', async () => {
    const ada = await signUp(one.visitor());
    const name = await nameOn(one);
    const gone = await signIn(one.visitor(), ada);
    const ended = cookieOf(gone);
    await gone.visitor.post('/logout');
    const good = `${name}=${cookieOf(ada)}`;
    const letters = `s%3Ax.${'%C3%A9'.repeat(43)}`;
    const bad = [letters, 'x', '', 's%3Ax.y', '%', '"', ended, cookieOf(ada).slice(0, -1), '1; a=2; b'];
    for (const value of bad)
      for (const cookie of [
        `${name}=${value}; ${good}`,
        `${good}; ${name}=${value}`,
        `${BEFORE}=${value}; ${good}`,
      ]) {
        const answer = await one.visitor().getRaw('/account', { cookie });
        expect([cookie, answer.status]).toEqual([cookie, 200]);
      }
  });

  it('none does when none names a session', async () => {
    const name = await nameOn(one);
    const answer = await one
      .visitor()
      .getRaw('/account', { cookie: `${name}=x; ${name}=s%3Ay.z; ${BEFORE}=s%3A` });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([303, []]);
  });
});

it('the name stays when the secret is another', async () => {
  const env = (secret: string) => ({ env: { SESSION_SECRET: secret.repeat(32) }, dataDir: one.dataDir });
  const { LocalServer } = await import('../support/local-server.js');
  const rotated = new LocalServer(env('n'));
  await rotated.start();
  try {
    const { visitor } = await signUp(rotated.visitor());
    expect(visitor.cookies.find(BEFORE)?.key).toBe(await nameOn(one));
  } finally {
    await rotated.stop();
  }
});
