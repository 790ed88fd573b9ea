import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSession, SessionGone } from '../../src/session/change-session.js';
import { temporaryFolder } from '../support/database.js';
import { sessionsFor } from '../support/kept.js';
import { type LarderServer, startServer } from '../support/server.js';
import { storedIn } from '../support/stored.js';
import { Visitor } from '../support/visitor.js';
import { Gate } from './gate.js';
import { listening, smallApp } from './small-app.js';

const SMALL_APP = path.join(path.dirname(fileURLToPath(import.meta.url)), 'small-app-server.mjs');

describe('two processes on one session file', () => {
  let servers: LarderServer[];
  beforeAll(async () => {
    const dataDir = temporaryFolder();
    const start = () => startServer({ dataDir, entry: SMALL_APP });
    servers = [await start(), await start()];
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
  });

  it('keep all of 200 changes that are made to one session at once', async () => {
    const [one, other] = servers as [LarderServer, LarderServer];
    const ada = one.visitor();
    await ada.postRaw('/notes/first');
    const there = new Visitor(other.url, { cookies: ada.cookies });
    const keys = Array.from({ length: 200 }, (_, n) => `note-${n}`);
    await Promise.all(keys.map((key, n) => (n % 2 ? ada : there).postRaw(`/notes/${key}`)));
    const kept: string[] = JSON.parse((await ada.getRaw('/notes')).html);
    expect(kept.sort()).toEqual(['first', ...keys].sort());
  });
});

describe('in one process', () => {
  const gate = new Gate();
  const folder = temporaryFolder();
  const { app } = smallApp(sessionsFor(folder).sessions);
  const stored = storedIn(folder, 'sessions');
  let server: Awaited<ReturnType<typeof listening>>;
  const errors: unknown[] = [];

  app.get('/slow-page', async (req, res) => {
    await gate.pass();
    res.json(Object.keys(req.session.notes ?? {}));
  });
  app.post('/slow-note/:key', async (req, res) => {
    await gate.pass();
    try {
      await changeSession(req, (session) => {
        session.notes = { ...session.notes, [req.params.key]: true };
      });
      res.json('noted');
    } catch (error) {
      errors.push(error);
      res.json('not noted');
    }
  });
  app.post('/refused', async (req, res) => {
    await gate.pass();
    const refusal = changeSession(req, (session) => {
      session.notes = { half: true };
      throw new Error('refused');
    });
    errors.push(await refusal.catch((error: unknown) => error));
    await gate.pass();
    res.json('refused');
  });

  beforeAll(async () => {
    server = await listening(app);
  });
  afterAll(() => server.close());

  async function adaWithANote() {
    const ada = new Visitor(server.url);
    await ada.postRaw('/notes/first');
    return ada;
  }
  const notesOf = async (visitor: Visitor) => JSON.parse((await visitor.getRaw('/notes')).html) as string[];

  it('changes what is there now, not what was there when the request began', async () => {
    const ada = await adaWithANote();
    const late = ada.postRaw('/slow-note/late');
    await gate.reached();
    await ada.postRaw('/notes/early');
    gate.open();
    await late;
    expect(await notesOf(ada)).toEqual(['first', 'early', 'late']);
  });

  it('leaves the session alone when a page that was slow ends', async () => {
    const ada = await adaWithANote();
    const slow = ada.getRaw('/slow-page');
    await gate.reached();
    await ada.postRaw('/notes/second');
    gate.open();
    await slow;
    expect(await notesOf(ada)).toEqual(['first', 'second']);
  });

  it('undoes a change that throws, and passes on what it threw', async () => {
    const ada = await adaWithANote();
    const refused = ada.postRaw('/refused');
    await gate.reached();
    gate.open();
    await gate.reached();
    gate.open();
    await refused;
    expect(errors.pop()).toEqual(new Error('refused'));
    expect(await notesOf(ada)).toEqual(['first']);
  });

  it('loses nothing of others around a change that throws', async () => {
    const ada = await adaWithANote();
    const refused = ada.postRaw('/refused');
    await gate.reached();
    await ada.postRaw('/notes/before');
    gate.open();
    await gate.reached();
    await ada.postRaw('/notes/after');
    gate.open();
    await refused;
    expect(await notesOf(ada)).toEqual(['first', 'before', 'after']);
  });

  it('refuses to change a session that was signed out meanwhile, and brings nothing back', async () => {
    const ada = await adaWithANote();
    const before = ada.cookies.header(new URL(server.url));
    const late = ada.postRaw('/slow-note/late');
    await gate.reached();
    await ada.clone().postRaw('/sign-out');
    gate.open();
    const answer = await late;
    expect(answer.html).toBe('"not noted"');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(errors.pop()).toBeInstanceOf(SessionGone);
    expect((await ada.getRaw('/notes', { cookie: before })).html).toBe('[]');
  });

  it('does not take a fault of the file for a session that was signed out', async () => {
    const ada = await adaWithANote();
    const late = ada.postRaw('/slow-note/late');
    await gate.reached();
    await stored.write('alter table sessions rename to away');
    gate.open();
    await late;
    await stored.write('alter table away rename to sessions');
    expect(errors.pop()).toMatchObject({ message: expect.stringContaining('sessions') });
    expect(await notesOf(ada)).toEqual(['first']);
  });
});
