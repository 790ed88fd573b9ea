import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/database.js';
import { type Person, signIn, signUp } from '../support/people.js';
import { type LarderServer, QUICK, startServer } from '../support/server.js';
import { storedIn } from '../support/stored.js';
import { Visitor } from '../support/visitor.js';
import { placePage } from './messages.js';
import { withServers } from './naive/using-naive.js';

const DAY = 86_400_000;

function file({ dataDir }: LarderServer) {
  return storedIn(dataDir, 'sessions');
}

/** Makes every session's id so many days old. */
async function age(server: LarderServer, days: number): Promise<void> {
  const at = new Date(Date.now() - days * DAY).toISOString();
  const stored = file(server);
  const sessions = await stored.rows<{ sid: string; sess: string }>('select sid, sess from sessions');
  for (const { sid, sess } of sessions) {
    const aged = JSON.stringify({ ...JSON.parse(sess), signed_in_at: at, id_since: at });
    await stored.write('update sessions set sess = ? where sid = ?', aged, sid);
  }
}

/** Lets the minute pass in which an id from before is good, and that in which the answer with a new one is awaited. */
async function passMinute(server: LarderServer): Promise<void> {
  await file(server).write(
    'update renewed_ids set new_used_at = new_used_at - 60001, renewed_at = renewed_at - 60001',
  );
}

const cookieOf = ({ visitor }: Person) => visitor.cookies.header(new URL(visitor.origin)) ?? '';
const statusOf = async (server: LarderServer, cookie: string) =>
  (await server.visitor().getRaw('/account', { cookie })).status;
const rows = async (server: LarderServer) => (await file(server).read('select count(*) from sessions'))[0];

/** An id of eight days, renewed by a page. @returns the person, with the new cookie, and the one from before */
async function renewed(server: LarderServer): Promise<{ ada: Person; old: string }> {
  const ada = await signUp(server.visitor());
  const old = cookieOf(ada);
  await age(server, 8);
  expect((await ada.visitor.getRaw('/account')).headers.getSetCookie()).toHaveLength(1);
  expect(cookieOf(ada)).not.toBe(old);
  return { ada, old };
}

it('an id of seven days is renewed with a page, and the one from before is good for a minute after that', async () => {
  await withServers({}, async (server) => {
    const { ada, old } = await renewed(server);
    expect(await rows(server)).toBe(1);
    expect(await statusOf(server, old)).toBe(200);
    await passMinute(server);
    expect((await ada.visitor.getRaw('/account')).headers.getSetCookie()).toEqual([]);
    expect(await statusOf(server, old)).toBe(200);
    await passMinute(server);
    expect([await statusOf(server, old), await statusOf(server, cookieOf(ada))]).toEqual([303, 200]);
  });
});

it('neither a HEAD, a prefetch, a form nor an id of six days renews it', async () => {
  await withServers({}, async (server) => {
    const { visitor } = await signUp(server.visitor());
    await age(server, 6);
    expect((await visitor.getRaw('/account')).headers.getSetCookie()).toEqual([]);
    await age(server, 8);
    const others = [
      await visitor.requestRaw('HEAD', '/account'),
      await visitor.getRaw('/account', { 'sec-purpose': 'prefetch' }),
      await visitor.postRaw('/put-away', { names: 'Halva' }),
    ];
    expect(others.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    const strangers = await server.visitor().getRaw('/login');
    expect(strangers.headers.getSetCookie()).toEqual([]);
  });
});

it('of tabs that load at once, in two processes, each stays signed in, and nothing is lost', async () => {
  // Started afresh, as after an update: cold processes stall in the midst of each other’s renewals.
  await withServers({ count: 2, entry: QUICK }, async (one, other) => {
    const ada = await signUp(one.visitor());
    for (let round = 0; round < 6; round += 1) {
      const old = cookieOf(ada);
      await age(one, 8);
      const fridge = await placePage(ada.visitor.clone(), 'Fridge');
      await age(one, 8);
      const form = fridge.form(/\/items$/).fill({ name: `Food ${round}` });
      const action = form.element.getAttribute('action') ?? '';
      const there = new Visitor(other.url, { cookies: ada.visitor.cookies });
      const [said, ...tabs] = await Promise.all([
        there.clone().postRaw(action, form.entries(), { cookie: old }),
        ...['/', '/account', '/places/new'].map((page) => ada.visitor.clone().getRaw(page, { cookie: old })),
        ...['/', '/account', '/shopping'].map((page) => there.clone().getRaw(page, { cookie: old })),
      ]);
      expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
      expect(cookieOf(ada)).not.toBe(old);
      const shown = await there.get(said?.location ?? '');
      expect(shown.flashes()).toHaveLength(1);
      expect(shown.text).toContain(`Food ${round}`);
      expect(await statusOf(other, old)).toBe(200);
      expect(await rows(one)).toBe(1);
    }
  });
});

it('what ends the session ends it under both ids at once, in each process', async () => {
  await withServers({ count: 2 }, async (one, other) => {
    const ways: ((ada: Person, old: string) => Promise<unknown>)[] = [
      ({ visitor }) => visitor.postRaw('/logout'),
      ({ visitor }, old) =>
        new Visitor(other.url).postRaw(
          '/logout',
          {},
          { cookie: old, origin: visitor.origin.replace(/.*/, new URL(other.url).origin) },
        ),
      async (ada) =>
        (await signIn(other.visitor(), ada)).visitor.post('/account/sessions', { end: 'others' }),
    ];
    for (const end of ways) {
      const { ada, old } = await renewed(one);
      const now = cookieOf(ada);
      await end(ada, old);
      const all = [old, now].flatMap((cookie) => [statusOf(one, cookie), statusOf(other, cookie)]);
      expect(await Promise.all(all)).toEqual([303, 303, 303, 303]);
    }
  });
});

it('an answer that is lost signs nobody out: the id from before is renewed once more', async () => {
  await withServers({}, async (server) => {
    const { old } = await renewed(server);
    await passMinute(server);
    await passMinute(server);
    const again = await server.visitor().getRaw('/account', { cookie: old });
    expect([again.status, again.headers.getSetCookie().length]).toEqual([200, 1]);
    const [cookie = ''] = again.headers.getSetCookie()[0]?.split(';') ?? [];
    expect(await statusOf(server, cookie)).toBe(200);
    await passMinute(server);
    expect([await statusOf(server, old), await statusOf(server, cookie)]).toEqual([303, 200]);
  });
});

it('whoever is on the list of sessions can be ended by the id that the list was drawn with, and goes on by it', async () => {
  await withServers({}, async (server) => {
    const ada = await signUp(server.visitor());
    const phone = await signIn(server.visitor(), ada);
    const list = await ada.visitor.get('/account/sessions');
    await age(server, 8);
    await phone.visitor.getRaw('/account');
    const gone = await list.form('/account/sessions').submit();
    expect(gone.status).toBe(200);
    expect(await statusOf(server, cookieOf(phone))).toBe(303);
    expect((await ada.visitor.getRaw('/account')).status).toBe(200);
  });
});

it('signing out all others by the id from before keeps this one', async () => {
  await withServers({}, async (server) => {
    const { ada, old } = await renewed(server);
    await ada.visitor.clone().postRaw('/account/sessions', { end: 'others' }, { cookie: old });
    expect(await statusOf(server, cookieOf(ada))).toBe(200);
  });
});

it('a form that comes with an id that is good no longer is kept for its writer', async () => {
  await withServers({}, async (server) => {
    const { ada, old } = await renewed(server);
    const form = (await placePage(ada.visitor, 'Fridge')).form(/\/items$/).fill({ name: 'Late jam' });
    await passMinute(server);
    const action = form.element.getAttribute('action') ?? '';
    const late = await ada.visitor.clone().postRaw(action, form.entries(), { cookie: old });
    const shown = await ada.visitor.get(late.location ?? '');
    expect(shown.form(/\/items$/).value('name')).toBe('Late jam');
  });
});

it('a secret from before can be dropped once ids are renewed under the newest', async () => {
  const dataDir = temporaryFolder();
  const [before, after] = ['b'.repeat(32), 'a'.repeat(32)];
  const run = async (secret: string, work: (server: LarderServer) => Promise<void>) => {
    const server = await startServer({ dataDir, env: { SESSION_SECRET: secret } });
    await work(server).finally(() => server.stop());
  };
  let cookie = '';
  await run(before, async (server) => {
    cookie = cookieOf(await signUp(server.visitor()));
  });
  const old = cookie;
  await run(`${after},${before}`, async (server) => {
    await age(server, 8);
    const answer = await server.visitor().getRaw('/account', { cookie });
    [cookie = ''] = answer.headers.getSetCookie()[0]?.split(';') ?? [];
  });
  await run(after, async (server) => {
    expect([await statusOf(server, old), await statusOf(server, cookie)]).toEqual([303, 200]);
  });
});
