import { describe, expect, it } from 'vitest';
import { type Draft, isStale, mayShow, nextStep, withStep } from '../../src/drafts/draft.js';
import { DINNER, emptyDraft } from './kinds.js';

const LATER = '2026-03-01T13:00:00.000Z';

function saved(draft: Draft, step: string, fields: unknown = step, keys?: Record<string, number>): Draft {
  const change = { step, revision: draft.revision, fields, ...(keys ? { keys } : {}) };
  return withStep(DINNER, draft, change, LATER);
}
const withAll = () => saved(saved(saved(emptyDraft(), 'guests'), 'dish'), 'shopping');

describe('the next step', () => {
  it('is the first one that is not done', () => {
    expect(nextStep(DINNER, emptyDraft())).toBe('guests');
    expect(nextStep(DINNER, saved(emptyDraft(), 'guests'))).toBe('dish');
    expect(nextStep(DINNER, saved(emptyDraft(), 'dish'))).toBe('guests');
  });

  it('is none when all are done', () => {
    expect(nextStep(DINNER, withAll())).toBeUndefined();
  });
});

describe('a step', () => {
  it('may be shown when every step before it is done', () => {
    const shown = (draft: Draft) => DINNER.steps.map(({ name }) => mayShow(DINNER, draft, name));
    expect(shown(emptyDraft())).toEqual([true, false, false]);
    expect(shown(saved(emptyDraft(), 'guests'))).toEqual([true, true, false]);
    expect(shown(saved(emptyDraft(), 'dish'))).toEqual([true, false, false]);
    expect(shown(withAll())).toEqual([true, true, true]);
  });

  it('that the kind does not have is a mistake of the program', () => {
    expect(() => mayShow(DINNER, emptyDraft(), 'meadow')).toThrow(/dinner has no step meadow/);
    expect(() => isStale(DINNER, emptyDraft(), 'meadow', 0)).toThrow(/meadow/);
  });
});

describe('saving a step', () => {
  it('counts the revision up, and keeps what was typed and what it points at', () => {
    const first = saved(emptyDraft({ keys: { dish_id: 3 } }), 'guests', { count: 4 }, { table_id: 9 });
    expect(first).toMatchObject({
      revision: 1,
      steps: { guests: 1 },
      keys: { dish_id: 3, table_id: 9 },
      fields: { guests: { count: 4 } },
      changed_at: LATER,
    });
  });

  it('asks again what depends on the step, and nothing else; what was typed there stays', () => {
    const again = saved(withAll(), 'guests', 'more');
    expect(again.steps).toEqual({ guests: 4, dish: 2 });
    expect(again.fields).toEqual({ guests: 'more', dish: 'dish', shopping: 'shopping' });
    expect(nextStep(DINNER, again)).toBe('shopping');
  });

  it('asks nothing again for a step that nothing depends on', () => {
    expect(saved(withAll(), 'shopping', 'more').steps).toEqual({ guests: 1, dish: 2, shopping: 4 });
  });

  it('leaves the draft that it was given as it was', () => {
    const before = withAll();
    const copy = structuredClone(before);
    saved(before, 'guests', 'more');
    expect(before).toEqual(copy);
  });
});

describe('a form', () => {
  it('is not stale when nothing was changed since it was drawn', () => {
    const draft = withAll();
    for (const { name } of DINNER.steps)
      expect([name, isStale(DINNER, draft, name, 3)]).toEqual([name, false]);
  });

  it('is stale when its own step was changed since', () => {
    expect(isStale(DINNER, saved(withAll(), 'dish'), 'dish', 3)).toBe(true);
    expect(isStale(DINNER, saved(withAll(), 'dish'), 'dish', 4)).toBe(false);
  });

  it('is stale when a step that it depends on was changed since', () => {
    expect(isStale(DINNER, saved(withAll(), 'guests'), 'shopping', 3)).toBe(true);
  });

  it('is not stale when a step that has nothing to do with it was changed since', () => {
    const draft = saved(withAll(), 'dish');
    expect(isStale(DINNER, draft, 'guests', 3)).toBe(false);
    expect(isStale(DINNER, saved(withAll(), 'shopping'), 'guests', 2)).toBe(false);
  });

  it('is stale when it claims to come from the future', () => {
    expect(isStale(DINNER, emptyDraft(), 'guests', 1)).toBe(true);
  });
});
