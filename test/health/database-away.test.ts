import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../src/engines/open.js';
import { temporaryFolder } from '../support/database.js';
import { newPostgres } from '../support/engine.js';
import { LineToPostgres } from '../support/line-to-postgres.js';
import { LocalServer } from '../support/local-server.js';
import { signUp } from '../support/people.js';

describe('A PostgreSQL that goes away while Larder serves', () => {
  let line: LineToPostgres;
  let server: LocalServer;

  beforeAll(async () => {
    const { url, made } = newPostgres();
    await made;
    line = new LineToPostgres(url);
    await line.mend();
    server = new LocalServer({ env: { DATABASE_URL: line.url } });
    await server.start();
  });
  afterAll(async () => {
    await line.mend();
    await server.stop();
    await line.cut();
  });

  test('is told on the page with a reference, keeps what was typed, and is there again by itself', async () => {
    const { visitor } = await signUp(server.visitor());
    const form = (await visitor.get('/places/new')).form('/places').fill({ name: 'Cellar shelf' });
    await line.cut();
    const page = await visitor.getRaw('/shopping');
    expect(page.status).toBe(503);
    const reference = /number">(\w{8})</.exec(page.html)?.[1] ?? 'none';
    expect(server.logs.some((logged) => logged.reference === reference)).toBe(true);
    const sent = await form.submitRaw();
    expect(sent.status).toBe(503);
    expect(sent.html).toContain('value="Cellar shelf"');
    expect(await visitor.getRaw('/readyz')).toMatchObject({ status: 503 });
    expect(await visitor.getRaw('/healthz')).toMatchObject({ status: 200 });

    await line.mend();
    expect(await visitor.getRaw('/readyz')).toMatchObject({ status: 200 });
    const again = await form.submitRaw();
    expect(again.status).toBe(303);
    expect((await visitor.get('/')).text).toContain('Cellar shelf');
  });
});

describe('A DATABASE_URL that can’t be used stops the start, and is told without the password', () => {
  const start = (databaseUrl: string) =>
    openEngine({ databaseUrl, dataDir: temporaryFolder() }, { report: () => {}, startPatience: 100 }).then(
      () => 'started',
      (error: Error) => error.message,
    );

  test('where nothing answers', async () => {
    const said = await start('postgres://larder:hunter2@127.0.0.1:1/home');
    expect(said).toMatch(/^The database home at 127\.0\.0\.1:1 does not answer/);
    expect(said).not.toContain('hunter2');
  });

  test('where there is no database of that name', async () => {
    const { url } = newPostgres();
    const said = await start(
      url.replace(/\/test_\w+$/, '/nowhere').replace('//larder@', '//larder:hunter2@'),
    );
    expect(said).toMatch(/^The database nowhere at 127\.0\.0\.1:\d+ is not there: make it with createdb/);
    expect(said).not.toContain('hunter2');
  });
});
