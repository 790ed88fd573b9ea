import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/root.js';
import { keptSecret } from '../../src/session/secret.js';
import { temporaryFolder } from '../support/database.js';
import { sessionsFor } from '../support/kept.js';
import { LarderProcess } from '../support/server.js';
import { Visitor } from '../support/visitor.js';
import { listening, smallApp } from './small-app.js';

const built = path.join(projectRoot(), 'dist/src/session/secret.js');
const program = `import { keptSecret } from ${JSON.stringify(built)};`;

it('is made at the first start: 32 random bytes that only the owner may read', () => {
  const folder = temporaryFolder();
  const secret = keptSecret(folder);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(statSync(path.join(folder, 'session-secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['session-secret']);
  expect(keptSecret(temporaryFolder())).not.toBe(secret);
});

it('stays the same from then on', () => {
  const folder = temporaryFolder();
  expect(keptSecret(folder)).toBe(keptSecret(folder));
});

it('is refused when the file holds a short one, and the file is named and left as it is', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'session-secret');
  writeFileSync(file, 'too short\n');
  expect(() => keptSecret(folder)).toThrow(file);
  expect(readFileSync(file, 'utf8')).toBe('too short\n');
});

it('is the same for processes that start together', async () => {
  const run = promisify(execFile);
  const folder = temporaryFolder();
  const code = `${program} process.stdout.write(keptSecret(${JSON.stringify(folder)}));`;
  const start = () => run(process.execPath, ['--input-type=module', '-e', code]);
  const answers = await Promise.all(Array.from({ length: 6 }, start));
  expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
  expect(answers[0]?.stdout).toBe(keptSecret(folder));
  expect(readdirSync(folder)).toEqual(['session-secret']);
});

it('is the same for two that start together under one process number, as in two containers', async () => {
  const parent = temporaryFolder();
  const folders = Array.from({ length: 200 }, (_, n) => path.join(parent, String(n)));
  for (const folder of folders) mkdirSync(folder);
  const code = `
    ${program}
    import { parentPort, workerData } from 'node:worker_threads';
    const { folders, gate, all } = workerData;
    const found = [];
    for (const [round, folder] of folders.entries()) {
      // Both start each round at the same moment.
      Atomics.add(gate, round, 1);
      while (Atomics.load(gate, round) < all);
      found.push(keptSecret(folder));
    }
    parentPort.postMessage(found);
  `;
  const gate = new Int32Array(new SharedArrayBuffer(4 * folders.length));
  const url = new URL(`data:text/javascript,${encodeURIComponent(code.replace(built, `file://${built}`))}`);
  const start = () => new Worker(url, { workerData: { folders, gate, all: 2 } });
  const answers = await Promise.all(
    [start(), start()].map(
      (worker) =>
        new Promise<string[]>((resolve, reject) => {
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toEqual(folders.map(keptSecret));
  expect(folders.flatMap((folder) => readdirSync(folder))).toEqual(folders.map(() => 'session-secret'));
});

describe('a list of secrets', () => {
  const [old, now, foreign] = ['o', 'n', 'f'].map((letter) => letter.repeat(32)) as [string, string, string];
  const folder = temporaryFolder();
  const closing: (() => Promise<void>)[] = [];
  afterAll(() => Promise.all(closing.map((close) => close())));

  async function appWith(secrets: string[]): Promise<string> {
    const { url, close } = await listening(smallApp(sessionsFor(folder).sessions, { secrets }).app);
    closing.push(close);
    return url;
  }
  async function notesAt(url: string, visitor: Visitor) {
    return (await new Visitor(url, { cookies: visitor.cookies }).getRaw('/notes')).html;
  }

  it('signs with the first and verifies with all, so that a secret can be replaced', async () => {
    const before = new Visitor(await appWith([old]));
    await before.postRaw('/notes/kept');
    const rotated = await appWith([now, old]);
    expect(await notesAt(rotated, before)).toBe('["kept"]');

    const after = new Visitor(rotated);
    await after.postRaw('/notes/new');
    const onlyNow = await appWith([now]);
    expect(await notesAt(onlyNow, after)).toBe('["new"]');
    expect(await notesAt(onlyNow, before)).toBe('[]');
    expect(await notesAt(await appWith([foreign]), after)).toBe('[]');
  });

  it('is refused at the start when one of them is short, without repeating it', async () => {
    const server = new LarderProcess({ env: { SESSION_SECRET: `${now},short-one` } });
    await expect(server.start()).rejects.toThrow(/SESSION_SECRET.*32 bytes/);
    expect(server.output.text).not.toContain('short-one');
    expect(server.output.text).not.toContain(now);
  });
});
