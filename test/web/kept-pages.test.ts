import { mkdirSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KeptPages } from '../../src/web/kept-pages.js';
import { temporaryFolder } from '../support/database.js';

let server: Server;
let url: string;
/** What the next page says, and how many were made. */
let says: string;
let made: number;
let now: { user: number; household: number; revision: number; day: string; notices?: string[] };
let revisionInFile: number;

beforeEach(async () => {
  says = 'Milk <b>½</b>';
  made = 0;
  now = { user: 1, household: 1, revision: 7, day: '2026-03-01' };
  revisionInFile = 7;
  await serve(new KeptPages({ revisionOf: async () => revisionInFile }));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function serve(keptPages: KeptPages): Promise<void> {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'partials'));
  writeFileSync(path.join(folder, 'layout.ejs'), '<main><%- body %></main><%= onceToken() %>');
  writeFileSync(path.join(folder, 'partials/notices.ejs'), '<p>Told</p>');
  writeFileSync(path.join(folder, 'food.ejs'), '<p><%= says %></p><i><%= once %></i><i><%= once %></i>');
  const app = express().set('views', folder).set('view engine', 'ejs').enable('view cache');
  app.get('/:page', async (req, res) => {
    res.locals = {
      user: { id: now.user },
      household: { id: now.household },
      revision: now.revision,
      onceToken: () => 'of the app',
      ...(now.notices ? { notices: now.notices } : {}),
    };
    await keptPages.show(req, res, 'food', [now.day], async (once) => {
      made += 1;
      return { title: 'Food', says, once };
    });
  });
  app.use((error: Error, _req: unknown, res: express.Response, _next: unknown) => {
    res.status(500).send(error.message);
  });
  return new Promise((resolve) => {
    server = app.listen(0, '127.0.0.1', () => {
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      resolve();
    });
  });
}

async function look(page = '/home') {
  const answer = await fetch(url + page);
  const html = await answer.text();
  const [first, ...others] = [...html.matchAll(/(?<=<i>|<\/main>).+?(?=<|$)/g)].map(([token]) => token);
  return { status: answer.status, html, token: first, others };
}

describe('A kept page', () => {
  test('is made once, and has a new token each time, the same in all its forms', async () => {
    const [one, two] = [await look(), await look()];
    expect(made).toBe(1);
    expect(one.html).toContain('<p>Milk &lt;b&gt;½&lt;/b&gt;</p>');
    expect(one.others).toEqual([one.token, one.token]);
    expect(two.token).toMatch(/^[\w-]{16}$/);
    expect(two.token).not.toBe(one.token);
    expect(two.html.replaceAll(two.token ?? '', '')).toBe(one.html.replaceAll(one.token ?? '', ''));
  });

  test.each([
    ['user', 2],
    ['household', 2],
    ['revision', 8],
    ['day', '2026-03-02'],
  ])('is another one for another %s', async (what, value) => {
    await look();
    says = 'Bread';
    now = { ...now, [what]: value };
    expect((await look()).html).toContain('Bread');
    expect(made).toBe(2);
  });

  test('is another one at another address', async () => {
    await look();
    await look('/other');
    expect(made).toBe(2);
  });

  test('is not what somebody gets who is told something on it', async () => {
    await look();
    now.notices = ['You were removed'];
    expect((await look()).html).toContain('Told');
    now = { ...now };
    delete now.notices;
    expect((await look()).html).not.toContain('Told');
    await look('/home?flash=key');
    expect(made).toBe(3);
  });
});

describe('The proof', () => {
  beforeEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await serve(new KeptPages({ prove: true, revisionOf: async () => revisionInFile }));
    await look();
  });

  test('finds a page that is no longer what it is afresh', async () => {
    says = 'Milk <b>¼</b>';
    const { status, html } = await look();
    expect([status, html]).toEqual([500, expect.stringMatching(/not what it is afresh.*½.*is now.*¼/)]);
  });

  test('is silent about one that is the same', async () => {
    expect((await look()).status).toBe(200);
    expect(made).toBe(2);
  });

  test('and about one that was changed just now, which nobody asks for again', async () => {
    says = 'Bread';
    revisionInFile = 8;
    expect((await look()).status).toBe(200);
  });
});
