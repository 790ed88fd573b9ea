import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { discardDraft, restoreDraft, saveStep, startDraft } from '../../src/drafts/rows/change-draft.js';
import { findDraftCommit } from '../../src/drafts/rows/commit-once.repository.js';
import { type Draft, drawnFrom } from '../../src/drafts/rows/draft.js';
import { adoptDrafts, listDrafts, listOwnDrafts } from '../../src/drafts/rows/draft.repository.js';
import { plansIn, scans, sorts } from '../stock/plans.js';
import { temporaryFolder } from '../support/database.js';
import { DINNER } from './kinds.js';
import { clock, commitDinner, moveIn, type OwnScope, openKitchen, start } from './kitchen.js';

const folder = temporaryFolder();
let ada: OwnScope;
let draft: Draft;
beforeAll(async () => {
  const db = await openKitchen(folder);
  ada = await moveIn(db, 'ada');
  await commitDinner(db, ada, await start(db, ada), {});
  draft = await start(db, ada);
  await db.destroy();
});

const plansOf = (work: (watched: Database) => Promise<unknown>) =>
  plansIn(path.join(folder, 'larder.sqlite'), work);
const visitors = () => ({ ...ada, owner: null, begunHere: [draft.id, 'another'] });

test.each<[string, (watched: Database) => Promise<unknown>]>([
  ['starting one', (watched) => startDraft(watched, ada, { steps: [], once: 'form' }, clock)],
  [
    'starting one while nobody is signed in',
    (watched) => startDraft(watched, visitors(), { steps: [] }, clock),
  ],
  [
    'saving a step',
    (watched) =>
      saveStep(
        watched,
        ada,
        draft.id,
        { step: 'guests', drawnFrom: drawnFrom(DINNER, draft, 'guests'), fields: 4 },
        clock,
      ),
  ],
  ['discarding one', (watched) => discardDraft(watched, ada, draft.id, clock)],
  ['restoring one', (watched) => restoreDraft(watched, ada, draft.id, clock)],
  ['looking for what became of one', (watched) => findDraftCommit(watched, ada, draft.id)],
  ['making them theirs who sign in', (watched) => adoptDrafts(watched, [draft.id, 'another'], ada.owner)],
])('%s looks at no row that it has nothing to do with', async (_what, work) => {
  expect(scans(await plansOf(work))).toEqual([]);
});

test('a list of them is read in its order', async () => {
  const plans = await plansOf(async (watched) => {
    await listOwnDrafts(watched, ada.owner);
    await listDrafts(watched, ada);
  });
  expect([...scans(plans), ...sorts(plans)]).toEqual([]);
});
