import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { type DraftCommit, findDraftCommit } from '../../src/drafts/draft-commit.repository.js';
import type { OwnedScope } from '../../src/drafts/draft-scope.js';
import { temporaryFolder } from '../support/database.js';
import { PICNIC } from './kinds.js';
import { commitDinner, moveIn, openKitchen } from './kitchen.js';

const folder = temporaryFolder();
let db: Database;
let ada: OwnedScope;
beforeAll(async () => {
  db = await openKitchen(folder);
  ada = await moveIn(db, 'ada');
});
afterAll(() => db.destroy());

const countOf = async (table: 'actions' | 'draft_commits') => {
  const { count } = await db
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};

it('stores the records, and keeps where they are and what was stored', async () => {
  const commit = await commitDinner(db, ada, { id: 'first', revision: 3 }, { dish: 'soup' });
  expect(commit).toMatchObject({ revision: 3, content: { dish: 'soup' } });
  expect(commit.resultAddress).toBe(`/dinners/${commit.actionId}`);
  expect(await findDraftCommit(db, ada, 'first')).toEqual(commit);
});

it('stores nothing the second time, and says what the first one stored', async () => {
  const first = await commitDinner(db, ada, { id: 'twice', revision: 1 }, { dish: 'soup' });
  const before = await countOf('actions');
  const second = await commitDinner(db, ada, { id: 'twice', revision: 2 }, { dish: 'stew' });
  expect(second).toEqual(first);
  expect(await countOf('actions')).toBe(before);
});

it('leaves nothing when it fails in the middle, and can then be done', async () => {
  const before = [await countOf('actions'), await countOf('draft_commits')];
  const failing = commitDinner(db, ada, { id: 'failing', revision: 1 }, {}, async () => {
    throw new Error('the pot fell down');
  });
  await expect(failing).rejects.toThrow('the pot fell down');
  expect([await countOf('actions'), await countOf('draft_commits')]).toEqual(before);
  expect(await findDraftCommit(db, ada, 'failing')).toBeUndefined();
  await commitDinner(db, ada, { id: 'failing', revision: 1 }, {});
  expect(await countOf('actions')).toBe((before[0] ?? 0) + 1);
});

it('finds no commit under another kind, user or household', async () => {
  const grace = await moveIn(db, 'grace');
  await commitDinner(db, ada, { id: 'adas', revision: 1 }, {});
  for (const scope of [grace, { ...ada, kind: PICNIC }, { ...ada, household: grace.household }]) {
    expect(await findDraftCommit(db, scope, 'adas')).toBeUndefined();
  }
});

it('never stores a second set under an id that is taken in another scope', async () => {
  const linus = await moveIn(db, 'linus');
  await commitDinner(db, ada, { id: 'shared', revision: 1 }, {});
  const before = await countOf('actions');
  await expect(commitDinner(db, linus, { id: 'shared', revision: 1 }, {})).rejects.toThrow(/UNIQUE/);
  expect(await countOf('actions')).toBe(before);
});

it('stores one set when two processes commit one draft twenty times each, all at once', async () => {
  const program = fileURLToPath(new URL('./committing-process.mjs', import.meta.url));
  const start = () => fork(program, { env: { ...process.env, FOLDER: folder } });
  const processes = [start(), start()];
  await Promise.all(processes.map((child) => once(child, 'message')));
  const before = await countOf('actions');
  const answers = processes.map((child) => once(child, 'message'));
  const ended = processes.map((child) => once(child, 'exit'));
  for (const child of processes) child.send({ scope: ada, draft: { id: 'raced', revision: 1 }, times: 20 });
  const commits = (await Promise.all(answers)).flatMap(([commit]) => commit as DraftCommit[]);
  await Promise.all(ended);
  expect(commits).toHaveLength(40);
  for (const commit of commits) expect(commit).toEqual(commits[0]);
  expect(await countOf('actions')).toBe(before + 1);
});
