import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.js';
import * as drafts from '../../src/drafts/rows/change-draft.js';
import type { DraftScope } from '../../src/drafts/rows/draft.js';
import { DRAFT_BYTES_AT_MOST, type Draft, drawnFrom, isDone } from '../../src/drafts/rows/draft.js';
import * as rows from '../../src/drafts/rows/draft.repository.js';
import { temporaryFolder } from '../support/database.js';
import { DINNER, PICNIC } from './kinds.js';
import { clock, moveIn, type OwnScope, openKitchen, start } from './kitchen.js';

let db: Database;
let ada: OwnScope;
let grace: OwnScope;
/** Everything that ada is not, one at a time. */
let others: [string, OwnScope][];
beforeAll(async () => {
  db = await openKitchen(temporaryFolder());
  ada = await moveIn(db, 'ada');
  grace = await moveIn(db, 'grace');
  others = [
    ['kind', { ...ada, kind: PICNIC }],
    ['owner', { ...ada, owner: grace.owner }],
    ['household', { ...ada, household: grace.household }],
  ];
});
afterAll(() => db.destroy());
beforeEach(async () => void (await db.deleteFrom('drafts').execute()));

const save = (draft: Draft, fields: unknown, step = 'guests', scope: DraftScope = ada) =>
  drafts.saveStep(db, scope, draft.id, { step, drawnFrom: drawnFrom(DINNER, draft, step), fields }, clock);
const find = (id: string, scope: DraftScope = ada) => rows.findDraft(db, scope, id);
const list = (scope: DraftScope = ada) => rows.listDrafts(db, scope);
const discard = (id: string, scope: DraftScope = ada) => drafts.discardDraft(db, scope, id, clock);
const restore = (id: string, scope: DraftScope = ada) => drafts.restoreDraft(db, scope, id, clock);
async function saved(draft: Draft, fields: unknown, step = 'guests'): Promise<Draft> {
  const outcome = await save(draft, fields, step);
  if (outcome.outcome !== 'saved') throw new Error(outcome.outcome);
  return outcome.draft;
}

describe('starting a draft', () => {
  it('gives it an id of 128 bits that no other draft has', async () => {
    const [one, other] = [await start(db, ada), await start(db, ada)];
    expect(Buffer.from(one.id, 'base64url')).toHaveLength(16);
    expect(one.id).not.toBe(other.id);
  });

  it('saves the steps that need no asking', async () => {
    const steps = [{ step: 'guests', fields: 4, keys: { table_id: 9 } }];
    const draft = await drafts.startDraft(db, ada, { steps }, clock);
    expect(draft).toMatchObject({ version: 1, keys: { table_id: 9 }, fields: { guests: 4 } });
    expect(isDone(draft, 'guests')).toBe(true);
    expect(await find(draft.id)).toEqual(draft);
  });

  it('starts one draft for the same form sent twice, also at once', async () => {
    const first = await start(db, ada, 'form-1');
    const again = await Promise.all([start(db, ada, 'form-1'), start(db, ada, 'form-1')]);
    expect(again.map(({ id }) => id)).toEqual([first.id, first.id]);
    expect((await start(db, ada, 'form-2')).id).not.toBe(first.id);
    expect(await list()).toHaveLength(2);
  });

  it('starts another for the form of one that is put aside, and either can be had', async () => {
    const first = await start(db, ada, 'form-1');
    await discard(first.id);
    const second = await start(db, ada, 'form-1');
    expect(second.id).not.toBe(first.id);
    expect(await restore(first.id)).toBe(true);
    expect(await list()).toHaveLength(2);
  });

  it('never gives a draft of another scope for the same form', async () => {
    const first = await start(db, ada, 'form-1');
    for (const [what, scope] of others)
      expect([what, (await start(db, scope, 'form-1')).id]).not.toEqual([what, first.id]);
  });

  it('refuses the eleventh, and the ten stay', async () => {
    for (let n = 0; n < 10; n += 1) await start(db, ada);
    await expect(start(db, ada)).rejects.toBeInstanceOf(drafts.TooManyDrafts);
    expect(await list()).toHaveLength(10);
    expect(await start(db, grace)).toBeDefined();
  });

  it('counts the drafts of every kind and household together, and not the discarded ones', async () => {
    for (let n = 0; n < 8; n += 1) await start(db, ada);
    await start(db, { ...ada, household: grace.household });
    const tenth = await start(db, { ...ada, kind: PICNIC });
    await expect(start(db, ada)).rejects.toBeInstanceOf(drafts.TooManyDrafts);
    await discard(tenth.id, { ...ada, kind: PICNIC });
    await start(db, ada);
    await expect(restore(tenth.id, { ...ada, kind: PICNIC })).rejects.toBeInstanceOf(drafts.TooManyDrafts);
  });
});

describe('finding a draft', () => {
  it('finds it under no other kind, owner or household', async () => {
    const draft = await start(db, ada);
    const { id } = draft;
    for (const [what, scope] of others) {
      expect([what, await find(id, scope), await list(scope)]).toEqual([what, undefined, []]);
      const kind = { ...DINNER, name: scope.kind.name };
      expect(await save(draft, 1, 'guests', { ...scope, kind })).toEqual({ outcome: 'gone' });
      await drafts.reopenStep(db, { ...scope, kind }, draft, 'guests', clock);
      await drafts.keepTyped(db, { ...scope, kind }, id, { step: 'guests', values: { x: 'y' } }, clock);
    }
    expect(await find(id)).toEqual(draft);
  });

  it('discards it under no other kind or owner', async () => {
    const { id } = await start(db, ada);
    for (const [what, scope] of others.filter(([one]) => one !== 'household')) {
      expect([what, await discard(id, scope), await restore(id, scope)]).toEqual([what, false, false]);
    }
    expect(await find(id)).toBeDefined();
  });

  it('finds a draft of nobody by the ids of the browser that began it, and by nothing else', async () => {
    const nobody = { ...ada, owner: null };
    const { id } = await drafts.startDraft(db, nobody, { steps: [] }, clock);
    const here = { ...nobody, begunHere: [id] };
    expect([await find(id, nobody), await find(id, ada)]).toEqual([undefined, undefined]);
    expect([(await find(id, here))?.id, (await list({ ...ada, begunHere: [id] }))[0]?.id]).toEqual([id, id]);
    await rows.adoptDrafts(db, [id], grace.owner);
    expect(await find(id, here)).toBeUndefined();
    expect((await find(id, { ...grace, household: ada.household }))?.owner).toBe(grace.owner);
  });

  it('takes nothing from its owner for whom else its id stands in the session', async () => {
    const { id } = await start(db, ada);
    const stranger = { ...grace, household: ada.household, begunHere: [id] };
    await rows.adoptDrafts(db, [id], grace.owner);
    expect(await find(id, stranger)).toBeUndefined();
    expect((await find(id))?.owner).toBe(ada.owner);
  });

  it('lists the draft that was changed last first', async () => {
    const made: Draft[] = [];
    for (let n = 0; n < 3; n += 1) {
      clock.advance({ minutes: 1 });
      made.push(await start(db, ada));
    }
    clock.advance({ minutes: 1 });
    await save(made[1] as Draft, 'four');
    expect((await list()).map(({ id }) => id)).toEqual([made[1], made[2], made[0]].map((one) => one?.id));
  });
});

describe('saving a step', () => {
  it('refuses a form that was drawn before another tab saved, and shows what that saved', async () => {
    const before = await start(db, ada);
    const now = await saved(before, 'four');
    expect(await save(before, 'six')).toEqual({ outcome: 'stale', draft: now });
    expect(await find(before.id)).toEqual(now);
    expect(await save(now, 'six')).toMatchObject({ outcome: 'saved', draft: { fields: { guests: 'six' } } });
  });

  it('takes the same thing sent twice as saved, and changes nothing the second time', async () => {
    const draft = await start(db, ada);
    const both = await Promise.all([save(draft, { count: 4 }), save(draft, { count: 4 })]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
    expect(await find(draft.id)).toMatchObject({ version: 1 });
  });

  it('saves what tabs send at once of different steps, all of it', async () => {
    const draft = await start(db, ada);
    const both = await Promise.all([save(draft, 4), save(draft, 'soup', 'dish')]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
    expect(await find(draft.id)).toMatchObject({ version: 2, fields: { guests: 4, dish: 'soup' } });
  });

  it('saves the same thing once more when the step is asked again', async () => {
    const first = await saved(await start(db, ada), 4);
    await drafts.reopenStep(db, ada, first, 'guests', clock);
    const asked = (await find(first.id)) as Draft;
    expect([isDone(asked, 'guests'), asked.fields]).toEqual([false, { guests: 4 }]);
    expect(isDone(await saved(asked, 4), 'guests')).toBe(true);
  });

  it('says that the draft is gone when it is', async () => {
    const draft = await start(db, ada);
    expect(await save({ ...draft, id: 'no-such-draft' }, 4)).toEqual({ outcome: 'gone' });
    await discard(draft.id);
    expect(await save(draft, 4)).toEqual({ outcome: 'gone' });
  });

  it('refuses more than a draft may hold, counted in bytes, and the draft stays as it was', async () => {
    const room = DRAFT_BYTES_AT_MOST - 1_000;
    const full = await saved(await start(db, ada), 'x'.repeat(room));
    for (const more of ['y'.repeat(DRAFT_BYTES_AT_MOST), 'é'.repeat(room / 2 + 1_000)]) {
      await expect(save(full, more)).rejects.toBeInstanceOf(drafts.DraftTooLarge);
    }
    expect(await find(full.id)).toEqual(full);
  });
});

it('asks nothing again of a draft that another tab has changed since it was looked at', async () => {
  const before = await start(db, ada);
  const now = await saved(before, 4);
  await drafts.reopenStep(db, ada, before, 'guests', clock);
  expect(await find(before.id)).toEqual(now);
});

describe('discarding a draft', () => {
  it('takes it from the list, and restoring brings back all that it held', async () => {
    const before = await saved(await start(db, ada), 'four');
    expect(await discard(before.id)).toBe(true);
    expect([await list(), await find(before.id)]).toEqual([[], undefined]);
    expect(await discard(before.id)).toBe(false);
    expect(await restore(before.id)).toBe(true);
    expect(await restore(before.id)).toBe(true);
    expect(await find(before.id)).toEqual(before);
  });

  it('can be restored for a day, also when others were started since', async () => {
    const { id } = await start(db, ada);
    await discard(id);
    clock.advance({ hours: 23 });
    await start(db, ada);
    expect(await restore(id)).toBe(true);
    await discard(id);
    clock.advance({ hours: 25 });
    await start(db, ada);
    expect(await restore(id)).toBe(false);
  });
});

it('forgets what nobody owns after a day, and never what somebody does', async () => {
  const mine = await start(db, ada);
  const { id } = await drafts.startDraft(db, { ...ada, owner: null }, { steps: [] }, clock);
  clock.advance({ hours: 25 });
  await start(db, grace);
  expect(await find(id, { ...ada, owner: null, begunHere: [id] })).toBeUndefined();
  expect(await find(mine.id)).toBeDefined();
});
