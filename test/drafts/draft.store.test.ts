import { describe, expect, it } from 'vitest';
import { DRAFT_BYTES_AT_MOST } from '../../src/drafts/draft.js';
import * as store from '../../src/drafts/draft.store.js';
import type { DraftScope } from '../../src/drafts/draft-scope.js';
import { SettableClock } from '../support/clock.js';
import { DINNER, PICNIC } from './kinds.js';
import { usingSessions } from './sessions.js';

const sessions = usingSessions();
const clock = new SettableClock();
const ADAS: DraftScope = { kind: DINNER, owner: 7, household: 1 };
const OTHERS: [string, DraftScope][] = [
  ['kind', { ...ADAS, kind: PICNIC }],
  ['owner', { ...ADAS, owner: 8 }],
  ['household', { ...ADAS, household: 2 }],
];

type Browser = ReturnType<typeof sessions.browser>;
const start = (browser: Browser, scope = ADAS, once?: string) =>
  browser((req) => store.startDraft(req, scope, clock, { steps: [], once }));
const save = (browser: Browser, id: string, revision: number, fields: unknown, step = 'guests') =>
  browser((req) => store.saveStep(req, ADAS, id, { step, revision, fields }, clock));
const list = (browser: Browser, scope = ADAS) => browser(async (req) => store.listDrafts(req, scope));
const find = (browser: Browser, id: string, scope = ADAS) =>
  browser(async (req) => store.findDraft(req, scope, id));

describe('starting a draft', () => {
  it('gives it an id of 128 bits that no other draft has', async () => {
    const ada = sessions.browser();
    const [one, other] = [await start(ada), await start(ada)];
    expect(Buffer.from(one.id, 'base64url')).toHaveLength(16);
    expect(one.id).not.toBe(other.id);
  });

  it('saves the steps that need no asking', async () => {
    const ada = sessions.browser();
    const steps = [{ step: 'guests', fields: 4, keys: { table_id: 9 } }];
    const draft = await ada((req) => store.startDraft(req, ADAS, clock, { steps }));
    expect(draft).toMatchObject({
      revision: 1,
      steps: { guests: 1 },
      keys: { table_id: 9 },
      fields: { guests: 4 },
    });
    expect(await find(ada, draft.id)).toEqual(draft);
  });

  it('starts one draft for the same form sent twice, also at once', async () => {
    const ada = sessions.browser();
    const first = await start(ada, ADAS, 'form-1');
    const again = await Promise.all([start(ada, ADAS, 'form-1'), start(ada, ADAS, 'form-1')]);
    expect(again.map(({ id }) => id)).toEqual([first.id, first.id]);
    expect((await start(ada, ADAS, 'form-2')).id).not.toBe(first.id);
    expect(await list(ada)).toHaveLength(2);
  });

  it('never gives a draft of another scope for the same form', async () => {
    const ada = sessions.browser();
    const first = await start(ada, ADAS, 'form-1');
    for (const [, scope] of OTHERS) expect((await start(ada, scope, 'form-1')).id).not.toBe(first.id);
  });

  it('refuses the eleventh, and the ten stay', async () => {
    const ada = sessions.browser();
    for (let n = 0; n < 10; n += 1) await start(ada);
    await expect(start(ada)).rejects.toBeInstanceOf(store.TooManyDrafts);
    expect(await list(ada)).toHaveLength(10);
  });

  it('counts the drafts of every kind together, and not the discarded ones', async () => {
    const ada = sessions.browser();
    for (let n = 0; n < 9; n += 1) await start(ada);
    const tenth = await start(ada, { ...ADAS, kind: PICNIC });
    await expect(start(ada)).rejects.toBeInstanceOf(store.TooManyDrafts);
    await ada((req) => store.discardDraft(req, { ...ADAS, kind: PICNIC }, tenth.id));
    await start(ada);
    expect(await list(ada)).toHaveLength(10);
  });
});

describe('finding a draft', () => {
  it.each(OTHERS.filter(([what]) => what !== 'household'))(
    'is not discarded under another %s',
    async (_what, scope) => {
      const ada = sessions.browser();
      const { id } = await start(ada);
      expect(await ada((req) => store.discardDraft(req, scope, id))).toBe(false);
      expect(await ada((req) => store.restoreDraft(req, scope, id))).toBe(false);
      expect(await find(ada, id)).toBeDefined();
    },
  );

  it('is discarded and brought back from wherever all of them are listed, whichever household it is for', async () => {
    const ada = sessions.browser();
    const { id } = await start(ada);
    const elsewhere = { ...ADAS, household: 2 };
    expect(await ada((req) => store.discardDraft(req, elsewhere, id))).toBe(true);
    expect(await find(ada, id)).toBeUndefined();
    expect(await ada((req) => store.restoreDraft(req, elsewhere, id))).toBe(true);
    expect(await find(ada, id)).toBeDefined();
  });

  it.each(OTHERS)('does not find it under another %s', async (_what, scope) => {
    const ada = sessions.browser();
    const { id } = await start(ada);
    expect(await find(ada, id)).toBeDefined();
    expect(await find(ada, id, scope)).toBeUndefined();
    expect(await list(ada, scope)).toEqual([]);
    const change = { step: 'guests', revision: 0, fields: 1 };
    const foreign = { ...scope, kind: DINNER === scope.kind ? DINNER : { ...DINNER, name: 'picnic' } };
    expect(await ada((req) => store.saveStep(req, foreign, id, change, clock))).toEqual({ outcome: 'gone' });
    expect(await ada((req) => store.copyDraft(req, scope, id, clock))).toBeUndefined();
    await ada((req) => store.removeDraft(req, scope, { id, revision: 0 }));
    await ada((req) => store.reopenStep(req, scope, { id, revision: 0 }, 'guests'));
    expect(await find(ada, id)).toMatchObject({ revision: 0 });
  });

  it('does not find it in another browser', async () => {
    const { id } = await start(sessions.browser());
    expect(await find(sessions.browser(), id)).toBeUndefined();
  });

  it('finds nothing under names that every object has', async () => {
    const ada = sessions.browser();
    await start(ada);
    for (const id of ['__proto__', 'constructor', 'toString']) expect(await find(ada, id)).toBeUndefined();
  });

  it('lists the draft that was changed last first', async () => {
    const ada = sessions.browser();
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      clock.advance({ minutes: 1 });
      ids.push((await start(ada)).id);
    }
    clock.advance({ minutes: 1 });
    await save(ada, ids[1] ?? '', 0, 'four');
    expect((await list(ada)).map(({ id }) => id)).toEqual([ids[1], ids[2], ids[0]]);
  });
});

describe('saving a step', () => {
  it('refuses a form that was drawn before another tab saved, and shows what that saved', async () => {
    const ada = sessions.browser();
    const { id } = await start(ada);
    await save(ada, id, 0, 'four');
    const stale = await save(ada, id, 0, 'six');
    expect(stale).toMatchObject({ outcome: 'stale', draft: { fields: { guests: 'four' } } });
    expect(await find(ada, id)).toMatchObject({ revision: 1, fields: { guests: 'four' } });
    expect(await save(ada, id, 1, 'six')).toMatchObject({ outcome: 'saved' });
  });

  it('takes the same thing sent twice as saved, and changes nothing the second time', async () => {
    const ada = sessions.browser();
    const { id } = await start(ada);
    const both = await Promise.all([save(ada, id, 0, { count: 4 }), save(ada, id, 0, { count: 4 })]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
    expect(await find(ada, id)).toMatchObject({ revision: 1 });
  });

  it('saves the same thing once more when the step is asked again', async () => {
    const ada = sessions.browser();
    const { id } = await start(ada);
    await save(ada, id, 0, 4, 'guests');
    await ada((req) => store.reopenStep(req, ADAS, { id, revision: 1 }, 'guests'));
    expect(await find(ada, id)).toMatchObject({ steps: {}, fields: { guests: 4 }, revision: 2 });
    await save(ada, id, 2, 4, 'guests');
    expect(await find(ada, id)).toMatchObject({ steps: { guests: 3 } });
  });

  it('says that the draft is gone when it is', async () => {
    const ada = sessions.browser();
    await start(ada);
    expect(await save(ada, 'no-such-draft', 0, 4)).toEqual({ outcome: 'gone' });
  });

  it('refuses more than 32 KiB, and the draft stays as it was', async () => {
    const ada = sessions.browser();
    const { id } = await start(ada);
    const room = DRAFT_BYTES_AT_MOST - 1_000;
    expect(await save(ada, id, 0, 'x'.repeat(room))).toMatchObject({ outcome: 'saved' });
    await expect(save(ada, id, 1, 'y'.repeat(DRAFT_BYTES_AT_MOST))).rejects.toBeInstanceOf(
      store.DraftTooLarge,
    );
    // Counted in bytes: these are half as many characters.
    await expect(save(ada, id, 1, 'é'.repeat(room / 2 + 1_000))).rejects.toBeInstanceOf(store.DraftTooLarge);
    expect(await find(ada, id)).toMatchObject({ revision: 1, fields: { guests: 'x'.repeat(room) } });
  });
});

describe('a draft that another tab has changed since it was looked at', () => {
  it('is neither taken out, as after a commit, nor asked again for what it pointed at', async () => {
    const ada = sessions.browser();
    const before = await start(ada);
    const saved = await save(ada, before.id, 0, 4);
    await ada((req) => store.removeDraft(req, ADAS, before));
    await ada((req) => store.reopenStep(req, ADAS, before, 'guests'));
    expect(saved).toEqual({ outcome: 'saved', draft: await find(ada, before.id) });
  });
});

describe('discarding a draft', () => {
  it('takes it from the list, and restoring brings it back as it was', async () => {
    const ada = sessions.browser();
    const { id } = await start(ada);
    await save(ada, id, 0, 'four');
    const before = await find(ada, id);
    expect(await ada((req) => store.discardDraft(req, ADAS, id))).toBe(true);
    expect([await list(ada), await find(ada, id)]).toEqual([[], undefined]);
    expect(await save(ada, id, 1, 'six')).toEqual({ outcome: 'gone' });
    expect(await ada((req) => store.discardDraft(req, ADAS, id))).toBe(false);
    expect(await ada((req) => store.restoreDraft(req, ADAS, id))).toBe(true);
    expect(await find(ada, id)).toEqual(before);
  });

  it('is for good once the next draft is started', async () => {
    const ada = sessions.browser();
    const { id } = await start(ada);
    await ada((req) => store.discardDraft(req, ADAS, id));
    await start(ada);
    expect(await ada((req) => store.restoreDraft(req, ADAS, id))).toBe(false);
  });
});

it('gives a copy a new id and all that the draft held, in its place', async () => {
  const ada = sessions.browser();
  const { id } = await start(ada);
  await save(ada, id, 0, 'four');
  const copy = await ada((req) => store.copyDraft(req, ADAS, id, clock));
  expect(copy).toMatchObject({ fields: { guests: 'four' }, steps: { guests: 1 } });
  expect(copy?.id).not.toBe(id);
  expect((await list(ada)).map((draft) => draft.id)).toEqual([copy?.id]);
});
