import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { openSqlite, temporaryFolder } from '../support/database.js';
import { frontThat } from './front.js';
import type { Front } from './larders.js';
import type { PromiseName } from './promises.js';
import { printed } from './report.js';
import { torture } from './torture.js';

// Processes, passwords and hundreds of requests take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const SEED = 20;

it('no promise is broken in a short run, in which a process is killed', async () => {
  const report = await torture({ seed: SEED, actions: 160, seconds: Number.POSITIVE_INFINITY, families: 2 });
  expect(report.broken && printed(report, SEED)).toBeUndefined();
  expect(report.tally.actionCount).toBeGreaterThanOrEqual(160);
  expect(report.kills).toBeGreaterThan(0);
  const often: PromiseName[] = ['drafts', 'tables', 'sessions', 'flash', 'signedOut', 'answers', 'others'];
  for (const promise of often) expect([promise, report.tally.checked[promise]]).not.toContain(undefined);
});

/** A step's form is answered as if it had been saved. */
const losesAStep = frontThat(async ({ method, address }, pass, server) => {
  const [, id] = /^\/put-away\/([^/]+)\/details$/.exec(address) ?? [];
  if (method !== 'POST' || !id) return pass();
  const file = openSqlite(`${server.dataDir}/larder.sqlite`);
  const before = file.prepare('select revision, body from drafts where id = ?').get(id);
  const reply = await pass();
  if (before && reply.headers.location?.endsWith('/details'))
    file
      .prepare('update drafts set revision = $revision, body = $body where id = $id')
      .run({ ...before, id });
  file.close();
  return reply;
});

/** What is put away is stored, and stored again. */
const commitsTwice = frontThat(async ({ method, address }, pass, server) => {
  const reply = await pass();
  const isCommitted =
    /\/commit$/.test(address) && method === 'POST' && /^\/places/.test(reply.headers.location ?? '');
  if (isCommitted) storeOneAgain(`${server.dataDir}/larder.sqlite`);
  return reply;
});

function storeOneAgain(larder: string): void {
  const file = openSqlite(larder);
  // At once: the other process may add an item meanwhile.
  file.exec(`
    begin immediate;
    create temp table again as select * from items order by id desc limit 1;
    update again set id = id + 1;
    insert into items select * from again;
    commit;
  `);
  file.close();
}

describe('A Larder that breaks a promise is found out:', () => {
  const breaks: [string, PromiseName, Front, RegExp][] = [
    ['it loses a step', 'drafts', losesAStep, /save the details .* → 303/],
    ['it stores twice what is put away', 'commits', commitsTwice, /commit on process .* → 303/],
  ];

  it.each(breaks)('%s', async (_how, promise, front, step) => {
    const report = await torture({
      seed: SEED,
      actions: 2000,
      seconds: Number.POSITIVE_INFINITY,
      families: 1,
      front,
    });
    expect(report.broken?.promise).toBe(promise);
    expect(report.broken?.story.join('\n')).toMatch(step);
    expect(printed(report, SEED)).toContain(
      `The first broken promise, with the seed ${SEED}\n${report.broken?.message}`,
    );
  });
});

it('ends its servers and removes its folder when it is told to end', async () => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, ['bin/torture.mjs', '--seed', '3', '--families', '1'], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: folder },
  });
  const ended = once(child, 'exit');
  const files = () => readdirSync(folder, { recursive: true }).map(String);
  await vi.waitFor(() => expect(files().join()).toContain('sessions.sqlite'), 200_000);
  child.kill('SIGTERM');
  expect(await ended).toEqual([130, null]);
  expect(files().filter((name) => name.includes('larder-torture'))).toEqual([]);
  // Nobody of its group is there any more.
  await vi.waitFor(() => expect(() => process.kill(-Number(child.pid), 0)).toThrow('ESRCH'), 60_000);
});
