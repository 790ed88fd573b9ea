import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { discardDraft, saveStep } from '../../src/drafts/rows/change-draft.js';
import {
  DraftChanged,
  type DraftCommit,
  findDraftCommit,
} from '../../src/drafts/rows/commit-once.repository.js';
import { drawnFrom } from '../../src/drafts/rows/draft.js';
import { findDraft } from '../../src/drafts/rows/draft.repository.js';
import { temporaryFolder } from '../support/database.js';
import { addressOf } from '../support/engine.js';
import { DINNER, PICNIC } from './kinds.js';
import { clock, commitDinner, moveIn, type OwnScope, openKitchen, start } from './kitchen.js';

const folder = temporaryFolder();
let db: Database;
let ada: OwnScope;
beforeAll(async () => {
  db = await openKitchen(folder);
  ada = await moveIn(db, 'ada');
});
afterAll(() => db.destroy());

async function countActions(): Promise<number> {
  const { count } = await db
    .selectFrom('actions')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

it('stores the records, and keeps where they are and what was stored', async () => {
  const draft = await start(db, ada);
  const commit = await commitDinner(db, ada, draft, { dish: 'soup' });
  expect(commit).toMatchObject({ revision: draft.revision, content: { dish: 'soup' } });
  expect(commit.resultAddress).toBe(`/dinners/${commit.actionId}`);
  expect(await findDraftCommit(db, ada, draft.id)).toEqual(commit);
  expect(await findDraft(db, ada, draft.id)).toBeUndefined();
});

it('stores nothing the second time, and says what the first one stored', async () => {
  const draft = await start(db, ada);
  const first = await commitDinner(db, ada, draft, { dish: 'soup' });
  const before = await countActions();
  expect(await commitDinner(db, ada, draft, { dish: 'stew' })).toEqual(first);
  expect(await countActions()).toBe(before);
});

it('leaves nothing when it fails in the middle, and can then be done', async () => {
  const draft = await start(db, ada);
  const before = await countActions();
  const failing = commitDinner(db, ada, draft, {}, async () => {
    throw new Error('the pot fell down');
  });
  await expect(failing).rejects.toThrow('the pot fell down');
  expect(await countActions()).toBe(before);
  expect(await findDraftCommit(db, ada, draft.id)).toBeUndefined();
  expect(await findDraft(db, ada, draft.id)).toEqual(draft);
  await commitDinner(db, ada, draft, {});
  expect(await countActions()).toBe(before + 1);
});

it('stores nothing of a draft that was saved or discarded since it was reviewed', async () => {
  const [changed, discarded] = [await start(db, ada), await start(db, ada)];
  const change = { step: 'guests', drawnFrom: drawnFrom(DINNER, changed, 'guests'), fields: 4 };
  await saveStep(db, ada, changed.id, change, clock);
  await discardDraft(db, ada, discarded.id, clock);
  const before = await countActions();
  for (const draft of [changed, discarded]) {
    await expect(commitDinner(db, ada, draft, {})).rejects.toBeInstanceOf(DraftChanged);
    expect(await findDraftCommit(db, ada, draft.id)).toBeUndefined();
  }
  expect(await countActions()).toBe(before);
});

it('finds no commit under another kind, user or household', async () => {
  const grace = await moveIn(db, 'grace');
  const draft = await start(db, ada);
  await commitDinner(db, ada, draft, {});
  for (const scope of [grace, { ...ada, kind: PICNIC }, { ...ada, household: grace.household }]) {
    expect(await findDraftCommit(db, scope, draft.id)).toBeUndefined();
  }
});

it('stores one set when two processes commit one draft twenty times each, all at once', async () => {
  const program = fileURLToPath(new URL('./committing-process.mjs', import.meta.url));
  const address = addressOf(db);
  const env = { ...process.env, FOLDER: folder, ...(address === undefined ? {} : { ADDRESS: address }) };
  const begin = () => fork(program, { env });
  const processes = [begin(), begin()];
  await Promise.all(processes.map((child) => once(child, 'message')));
  const before = await countActions();
  const draft = await start(db, ada);
  const answers = processes.map((child) => once(child, 'message'));
  const ended = processes.map((child) => once(child, 'exit'));
  for (const child of processes) child.send({ scope: ada, draft, times: 20 });
  const commits = (await Promise.all(answers)).flatMap(([commit]) => commit as DraftCommit[]);
  await Promise.all(ended);
  expect(commits).toHaveLength(40);
  for (const commit of commits) expect(commit).toEqual(commits[0]);
  expect(await countActions()).toBe(before + 1);
});
