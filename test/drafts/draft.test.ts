import { describe, expect, it } from 'vitest';
import {
  askingAgain,
  type Draft,
  drawnFrom,
  isDone,
  mayShow,
  nextStep,
  withStep,
  withTyped,
} from '../../src/drafts/rows/draft.js';
import { DINNER, emptyDraft } from './kinds.js';

function saved(draft: Draft, step: string, fields: unknown = step, keys?: Record<string, number>): Draft {
  return withStep(DINNER, draft, { step, fields, keys });
}
const withAll = () => saved(saved(saved(emptyDraft(), 'guests'), 'dish'), 'shopping');
const done = (draft: Draft) => DINNER.steps.map(({ name }) => name).filter((name) => isDone(draft, name));

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
    expect(() => drawnFrom(DINNER, emptyDraft(), 'meadow')).toThrow(/meadow/);
  });
});

describe('saving a step', () => {
  it('keeps what was typed and what it points at, under a new revision', () => {
    const before = emptyDraft({ keys: { dish_id: 3 } });
    const first = saved(before, 'guests', { count: 4 }, { table_id: 9 });
    expect(first).toMatchObject({
      version: 1,
      keys: { dish_id: 3, table_id: 9 },
      fields: { guests: { count: 4 } },
    });
    expect(first.revision).not.toBe(before.revision);
    expect(done(first)).toEqual(['guests']);
  });

  it('gives a revision that no other saving has, also of the same thing to the same draft', () => {
    const revisions = Array.from({ length: 1000 }, () => saved(emptyDraft(), 'guests').revision);
    expect(new Set(revisions).size).toBe(1000);
  });

  it('asks again what depends on the step, and nothing else; what was said there stays', () => {
    const again = saved(withAll(), 'guests', 'more');
    expect(done(again)).toEqual(['guests', 'dish']);
    expect(again.fields).toEqual({ guests: 'more', dish: 'dish', shopping: 'shopping' });
    expect(nextStep(DINNER, again)).toBe('shopping');
  });

  it('asks nothing again for a step that nothing depends on', () => {
    expect(done(saved(withAll(), 'shopping', 'more'))).toEqual(['guests', 'dish', 'shopping']);
  });

  it('lets go of what was typed for it before it could be saved, and of nothing else', () => {
    const typed = withTyped(withTyped(emptyDraft(), 'guests', { count: 'x' }), 'dish', { name: 'y' });
    expect(saved(typed, 'guests').typed).toEqual({ dish: { name: 'y' } });
  });

  it('leaves the draft that it was given as it was', () => {
    const before = withAll();
    const copy = structuredClone(before);
    saved(before, 'guests', 'more');
    askingAgain(before, 'dish');
    withTyped(before, 'dish', { name: 'y' });
    expect(before).toEqual(copy);
  });
});

describe('what a form was drawn from', () => {
  const changed = (before: Draft, after: Draft, step: string) =>
    drawnFrom(DINNER, before, step) !== drawnFrom(DINNER, after, step);

  it('stays while nothing is changed, and while something is typed that can’t be saved', () => {
    const draft = withAll();
    const typed = withTyped(draft, 'dish', { name: 'x' });
    for (const { name } of DINNER.steps) {
      expect([name, changed(draft, draft, name), changed(draft, typed, name)]).toEqual([name, false, false]);
    }
  });

  it('changes with its own step, and with a step that it depends on', () => {
    const draft = withAll();
    expect(changed(draft, saved(draft, 'dish'), 'dish')).toBe(true);
    expect(changed(draft, saved(draft, 'guests'), 'shopping')).toBe(true);
    expect(changed(draft, askingAgain(draft, 'dish'), 'dish')).toBe(true);
  });

  it('does not change with a step that has nothing to do with it', () => {
    const draft = withAll();
    expect(changed(draft, saved(draft, 'dish'), 'guests')).toBe(false);
    expect(changed(draft, saved(draft, 'shopping'), 'guests')).toBe(false);
  });

  it('is never the same again, though a step is asked again and said as before', () => {
    const first = saved(emptyDraft(), 'guests', 4);
    const seen = [emptyDraft(), first, askingAgain(first, 'guests')];
    seen.push(saved(seen.at(-1) ?? first, 'guests', 4));
    seen.push(askingAgain(seen.at(-1) ?? first, 'guests'));
    expect(new Set(seen.map((draft) => drawnFrom(DINNER, draft, 'guests'))).size).toBe(seen.length);
  });
});
