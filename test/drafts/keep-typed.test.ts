import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { discardDraft, keepTyped, restoreDraft, saveStep } from '../../src/drafts/rows/change-draft.js';
import { drawnFrom } from '../../src/drafts/rows/draft.js';
import { findDraft } from '../../src/drafts/rows/draft.repository.js';
import { temporaryFolder } from '../support/database.js';
import { DINNER } from './kinds.js';
import { clock, moveIn, type OwnScope, openKitchen, start } from './kitchen.js';

let db: Database;
let ada: OwnScope;
let grace: OwnScope;
beforeAll(async () => {
  db = await openKitchen(temporaryFolder());
  ada = await moveIn(db, 'ada');
  grace = await moveIn(db, 'grace');
});
afterAll(() => db.destroy());
beforeEach(async () => void (await db.deleteFrom('drafts').execute()));

const type = (id: string, step: string, scope = ada) =>
  keepTyped(db, scope, id, { step, values: { typed: `for ${step}` } }, clock);

it('keeps what tabs typed at once for steps that can’t be saved yet', async () => {
  const { id } = await start(db, ada);
  await Promise.all([type(id, 'dish'), type(id, 'shopping')]);
  expect((await findDraft(db, ada, id))?.typed).toEqual({
    dish: { typed: 'for dish' },
    shopping: { typed: 'for shopping' },
  });
});

it('keeps what was typed in a tab for a draft that another tab discards in the same moment', async () => {
  const { id } = await start(db, ada);
  await discardDraft(db, ada, id, clock);
  expect(await type(id, 'dish')).toBe(true);
  expect(await findDraft(db, ada, id)).toBeUndefined();
  await restoreDraft(db, ada, id, clock);
  expect((await findDraft(db, ada, id))?.typed).toEqual({ dish: { typed: 'for dish' } });
});

it('says so when it keeps nothing, since the draft is another’s or gone', async () => {
  const { id } = await start(db, ada);
  expect(await type(id, 'dish', grace)).toBe(false);
  expect(await type('no-such-draft', 'dish')).toBe(false);
});

it('saves no step of a draft that was discarded', async () => {
  const draft = await start(db, ada);
  await discardDraft(db, ada, draft.id, clock);
  const change = { step: 'guests', drawnFrom: drawnFrom(DINNER, draft, 'guests'), fields: 4 };
  expect(await saveStep(db, ada, draft.id, change, clock)).toEqual({ outcome: 'gone' });
});
