import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SessionGone } from '../../src/session/change-session.js';
import { lastUser, signOut, signOutElsewhere } from '../../src/session/sign-in.js';
import { temporaryFolder } from '../support/database.js';
import { sessionsFor } from '../support/kept.js';
import { storedIn } from '../support/stored.js';
import { Visitor } from '../support/visitor.js';
import { Gate } from './gate.js';
import { listening, smallApp } from './small-app.js';

const ADA = 7;
const GRACE = 8;
const folder = temporaryFolder();
const { app } = smallApp(sessionsFor(folder).sessions);
const stored = storedIn(folder, 'sessions');
const gate = new Gate();
app.get('/former', async (req, res) => void res.json((await lastUser(req)) ?? null));
app.post('/slow-sign-out', async (req, res) => {
  await gate.pass();
  await signOut(req);
  res.json('signed out');
});
app.post('/slow-sign-out-elsewhere', async (req, res) => {
  await gate.pass();
  try {
    await signOutElsewhere(req, ADA);
    res.json('signed out elsewhere');
  } catch (error) {
    res.json(error instanceof SessionGone ? 'gone' : String(error));
  }
});
let server: Awaited<ReturnType<typeof listening>>;
beforeAll(async () => {
  server = await listening(app);
});
afterAll(() => server.close());
beforeEach(() => stored.write('delete from sessions'));

const cookieOf = (visitor: Visitor) => visitor.cookies.header(new URL(server.url)) ?? '';
const rowCount = async () => (await stored.read('select sid from sessions')).length;

async function seenBy(visitor: Visitor, cookie = cookieOf(visitor)) {
  return JSON.parse((await visitor.getRaw('/me', { cookie })).html) as {
    user: number | null;
    drafts: string[];
  };
}

async function signedIn(user: number): Promise<Visitor> {
  const visitor = new Visitor(server.url);
  await visitor.postRaw(`/sign-in/${user}`);
  return visitor;
}

describe('signing in', () => {
  it('gives a new session id, and the old one is dead', async () => {
    const ada = new Visitor(server.url);
    await ada.postRaw('/notes/planted');
    const planted = cookieOf(ada);
    await ada.postRaw(`/sign-in/${ADA}`);
    expect(cookieOf(ada)).not.toBe(planted);
    expect(await seenBy(ada)).toEqual({ user: ADA, drafts: [] });
    expect(await seenBy(ada, planted)).toEqual({ user: null, drafts: [] });
    expect(await rowCount()).toBe(1);
  });

  it('carries nothing over that is not named, such as what a planted session held', async () => {
    const ada = new Visitor(server.url);
    await ada.postRaw('/notes/planted');
    await ada.postRaw(`/sign-in/${ADA}`);
    expect((await ada.getRaw('/notes')).html).toBe('[]');
  });

  it('carries the drafts over when the same user signs in again', async () => {
    const ada = await signedIn(ADA);
    await ada.postRaw('/drafts/groceries');
    await ada.postRaw(`/sign-in/${ADA}`);
    expect(await seenBy(ada)).toEqual({ user: ADA, drafts: ['groceries'] });
  });

  it('carries the drafts over that another tab changed while the password was checked', async () => {
    const ada = await signedIn(ADA);
    await Promise.all([ada.clone().postRaw('/drafts/groceries'), ada.clone().postRaw('/drafts/party')]);
    await ada.postRaw(`/sign-in/${ADA}`);
    expect((await seenBy(ada)).drafts.sort()).toEqual(['groceries', 'party']);
  });

  it('carries the drafts over to each of two sign-ins that come with the same id, and to no stranger', async () => {
    const ada = await signedIn(ADA);
    await ada.postRaw('/drafts/groceries');
    const old = { cookie: cookieOf(ada) };
    const [first, second, other] = [ada.clone(), new Visitor(server.url), new Visitor(server.url)];
    await first.postRaw(`/sign-in/${ADA}`, {}, old);
    await first.postRaw('/drafts/party');
    await second.postRaw(`/sign-in/${ADA}`, {}, old);
    await other.postRaw(`/sign-in/${GRACE}`, {}, old);
    expect(await seenBy(first)).toEqual({ user: ADA, drafts: ['party', 'groceries'] });
    expect(await seenBy(second)).toEqual({ user: ADA, drafts: ['party', 'groceries'] });
    expect(await seenBy(other)).toEqual({ user: GRACE, drafts: [] });
  });

  it('carries nothing over a sign-out, whatever id the sign-in comes with', async () => {
    const ada = await signedIn(ADA);
    await ada.postRaw('/drafts/groceries');
    const old = { cookie: cookieOf(ada) };
    await ada.postRaw('/sign-out');
    await ada.postRaw(`/sign-in/${ADA}`);
    const late = new Visitor(server.url);
    await late.postRaw(`/sign-in/${ADA}`, {}, old);
    expect(await seenBy(late)).toEqual({ user: ADA, drafts: [] });
  });

  it('carries nothing over to another user', async () => {
    const ada = await signedIn(ADA);
    await ada.postRaw('/drafts/groceries');
    await ada.postRaw(`/sign-in/${GRACE}`);
    expect(await seenBy(ada)).toEqual({ user: GRACE, drafts: [] });
    expect((await stored.read('select sess from sessions')).join()).not.toContain('groceries');
  });
});

describe('renewing a signed-in session, as a new password does', () => {
  it('gives a new id, keeps what the session held, and leaves the old id dead', async () => {
    const ada = await signedIn(ADA);
    await ada.postRaw('/drafts/groceries');
    await ada.postRaw('/notes/kept');
    const before = cookieOf(ada);
    await ada.postRaw('/renew');
    expect(cookieOf(ada)).not.toBe(before);
    expect(await seenBy(ada)).toEqual({ user: ADA, drafts: ['groceries'] });
    expect((await ada.getRaw('/notes')).html).toBe('["kept"]');
    expect(await seenBy(ada, before)).toEqual({ user: null, drafts: [] });
    expect(await rowCount()).toBe(1);
  });

  it('signs nobody in who is signed out', async () => {
    const ada = await signedIn(ADA);
    await ada.postRaw('/sign-out');
    const answer = await ada.postRaw('/renew');
    expect(answer.status).toBe(500);
    expect(await seenBy(ada)).toEqual({ user: null, drafts: [] });
  });
});

describe('signing out', () => {
  it('ends the session: its id is dead, and the browser has one of nobody', async () => {
    const ada = await signedIn(ADA);
    const before = cookieOf(ada);
    await ada.postRaw('/drafts/groceries');
    await ada.postRaw('/sign-out');
    expect(cookieOf(ada)).not.toBe(before);
    expect(await seenBy(ada)).toEqual({ user: null, drafts: [] });
    expect(await seenBy(ada, before)).toEqual({ user: null, drafts: [] });
  });

  it('may be asked for twice', async () => {
    const ada = await signedIn(ADA);
    await Promise.all([ada.postRaw('/sign-out'), ada.clone().postRaw('/sign-out')]);
    expect(await seenBy(ada)).toEqual({ user: null, drafts: [] });
  });

  it('remembers whose the session was, whichever of two taps is answered last', async () => {
    const ada = await signedIn(ADA);
    const second = ada.clone().postRaw('/slow-sign-out');
    await gate.reached();
    await ada.postRaw('/sign-out');
    const afterTheFirst = cookieOf(ada);
    gate.open();
    await second;
    for (const cookie of [afterTheFirst, cookieOf(ada)])
      expect((await ada.getRaw('/former', { cookie })).html).toBe(String(ADA));
    expect(cookieOf(ada)).not.toBe(afterTheFirst);
  });

  it('leaves the user’s other sessions alone', async () => {
    const [phone, laptop] = [await signedIn(ADA), await signedIn(ADA)];
    await phone.postRaw('/sign-out');
    expect((await seenBy(laptop)).user).toBe(ADA);
  });
});

describe('signing out elsewhere', () => {
  it('ends the user’s other sessions, and no one else’s', async () => {
    const [phone, laptop, grace] = [await signedIn(ADA), await signedIn(ADA), await signedIn(GRACE)];
    await phone.postRaw('/sign-out-elsewhere');
    const users = await Promise.all([phone, laptop, grace].map((visitor) => seenBy(visitor)));
    expect(users.map(({ user }) => user)).toEqual([ADA, null, GRACE]);
  });

  it('spares the session that a sign-in has put in the place of this one meanwhile', async () => {
    const desk = await signedIn(ADA);
    const slow = desk.clone().postRaw('/slow-sign-out-elsewhere');
    await gate.reached();
    await desk.postRaw(`/sign-in/${ADA}`);
    gate.open();
    expect(JSON.parse((await slow).html)).toBe('gone');
    expect((await seenBy(desk)).user).toBe(ADA);
  });

  it('ends this session too when it is asked for everywhere', async () => {
    const [phone, laptop, grace] = [await signedIn(ADA), await signedIn(ADA), await signedIn(GRACE)];
    await phone.postRaw('/sign-out-everywhere');
    const users = await Promise.all([phone, laptop, grace].map((visitor) => seenBy(visitor)));
    expect(users.map(({ user }) => user)).toEqual([null, null, GRACE]);
  });
});
