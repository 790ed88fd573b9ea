import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/root.js';
import { openSqlite, temporaryFolder } from '../support/database.js';
import { PASSWORD, type Person, signUp, uniqueName } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { usingLocalApp } from './local-app.js';

const FAULT = 'the disk is full of jam';

describe('A fault', () => {
  const server = usingServer();
  let ada: Person;
  let file: Sqlite.Database;

  beforeAll(async () => {
    server.expectError(new RegExp(`${FAULT}|no such table`));
    ada = await signUp(server.visitor(), { firstName: 'Ada' });
    file = openSqlite(path.join(server.dataDir, 'larder.sqlite'));
  });

  /** While it works, the table takes no new row. */
  async function withoutNewRows<T>(table: string, work: () => Promise<T>): Promise<T> {
    file.exec(`create trigger fault before insert on ${table} begin select raise(abort, '${FAULT}'); end`);
    return work().finally(() => file.exec('drop trigger fault'));
  }

  const referenceOn = (text: string) => /reference ([0-9a-f]{8})/.exec(text)?.[1] ?? 'none';
  const addForm = async () =>
    (await (await ada.visitor.get('/')).click(/^Fridge/))
      .form(/\/items$/)
      .fill({ name: 'Jam', quantity: '1,5' });

  test('while something is stored shows a page with what to do, and loses nothing of what was typed', async () => {
    const page = await withoutNewRows('items', async () => (await addForm()).submit());
    expect([page.status, page.h1]).toEqual([500, 'Something went wrong']);
    expect(page.text).toContain('What you sent is still here.');
    const again = await page.form(/\/items$/).submit('Send it again');
    expect([again.status, again.h1]).toEqual([200, 'Fridge']);
    expect(again.flashes()[0]).toContain('Jam (1.5) is in Fridge, best before about');
    const late = await page.form(/\/items$/).submit('Send it again');
    expect(late.texts('.item-name').filter((name) => name === 'Jam')).toHaveLength(1);
  });

  test('has a reference on its page that leads to the reason in the log', async () => {
    const page = await withoutNewRows('items', async () => (await addForm()).submit());
    const reasons = () => server.logs.filter(({ reference }) => reference === referenceOn(page.text));
    await expect.poll(reasons).toMatchObject([{ err: { message: FAULT } }]);
    for (const inside of [FAULT, 'SqliteError', 'node_modules', '.js:', 'insert into'])
      expect(page.html).not.toContain(inside);
  });

  test('leaves nothing half done', async () => {
    const counts = () =>
      ['foods', 'items', 'actions', 'journal_entries'].map((table) =>
        file.prepare(`select count(*) from ${table}`).pluck().get(),
      );
    const form = (await addForm()).fill({ name: 'Never heard of' });
    const before = counts();
    await withoutNewRows('journal_entries', () => form.submit());
    expect(counts()).toEqual(before);
  });

  test('while a page is made offers the way home, and nothing to send', async () => {
    file.exec('alter table foods rename to foods_elsewhere');
    try {
      const page = await ada.visitor.get('/');
      expect([page.status, page.h1]).toEqual([500, 'Something went wrong']);
      expect(page.queryAll('main form')).toEqual([]);
      expect(page.link('Go home')).toBe(`${server.url}/`);
      expect(page.text).toContain(referenceOn(page.text));
    } finally {
      file.exec('alter table foods_elsewhere rename to foods');
    }
    expect((await ada.visitor.get('/')).h1).toBe('Eat first');
  });

  test('while signing up puts the password neither into the page nor into the log', async () => {
    const form = (await server.visitor().get('/signup')).form('/signup');
    form.fill({ username: uniqueName('ben'), password: PASSWORD });
    const page = await withoutNewRows('places', () => form.submit());
    expect([page.status, page.queryAll('main form')]).toEqual([500, []]);
    expect(page.html).not.toContain(PASSWORD);
    const references = () => server.logs.map(({ reference }) => reference);
    await expect.poll(references).toContain(referenceOn(page.text));
    expect(server.output.text).not.toContain(PASSWORD);
    expect((await form.submit()).h1).toBe('Your household');
  });

  test('of one leaves everybody else alone', async () => {
    const [failed, fine] = await withoutNewRows('items', async () => {
      const form = await addForm();
      return Promise.all([form.submit(), server.visitor().get('/login')]);
    });
    expect([failed.status, fine.status]).toEqual([500, 200]);
  });
});

describe('A fault of the very page that tells of faults', () => {
  const root = temporaryFolder();
  for (const folder of ['views', 'public']) {
    cpSync(path.join(projectRoot(), folder), path.join(root, folder), { recursive: true });
  }
  rmSync(path.join(root, 'views/errors/fault.ejs'));
  writeFileSync(path.join(root, 'views/home/welcome.ejs'), '<%= nothingOfThatName.here %>');
  const larder = usingLocalApp({ root, mayFail: true });

  test('is answered all the same, in plain words, without a stack trace', async () => {
    const page = await larder.visitor().get('/');
    expect(page.status).toBe(500);
    expect(page.html).toContain('Something went wrong');
    expect(page.html).not.toMatch(/nothingOfThatName|node_modules|\.(js|ts|ejs):\d|ENOENT|fault\.ejs/);
    expect((await larder.visitor().get('/login')).status).toBe(200);
  });
});
