import { describe, expect, it } from 'vitest';
import { LINES_AT_MOST, type Line, relisted } from '../../src/pages/put-away/put-away.lines.js';

const typed = (...names: string[]) => names.map((name) => ({ foodId: null, name }));
const ids = (lines: Line[]) => Object.fromEntries(lines.map(({ id, name }) => [name, id]));

describe('a list that is changed', () => {
  it('numbers its lines from one', () => {
    expect(relisted([], typed('Milk', 'Eggs'), 1)).toEqual([
      { id: '1', foodId: null, name: 'Milk' },
      { id: '2', foodId: null, name: 'Eggs' },
    ]);
  });

  it('keeps the ids of the lines that stay, whatever their order', () => {
    const old = relisted([], typed('Milk', 'Eggs', 'Rice'), 1);
    const now = relisted(old, typed('Rice', 'Oats', 'Milk'), 2);
    expect(now.map(({ name }) => name)).toEqual(['Rice', 'Oats', 'Milk']);
    expect(ids(now)).toMatchObject({ Rice: '3', Milk: '1' });
    expect(['1', '2', '3']).not.toContain(ids(now).Oats);
  });

  it('keeps the id of a line that is only spelled anew, and takes the new spelling', () => {
    const old = relisted([], typed('milk'), 1);
    expect(relisted(old, typed('MILK'), 2)).toEqual([{ id: '1', foodId: null, name: 'MILK' }]);
  });

  it('tells the same name twice apart', () => {
    const old = relisted([], typed('Milk', 'Milk'), 1);
    expect(old.map(({ id }) => id)).toEqual(['1', '2']);
    const three = relisted(old, typed('Milk', 'Milk', 'Milk'), 2);
    expect(three.slice(0, 2)).toEqual(old);
    expect(new Set(three.map(({ id }) => id)).size).toBe(3);
    expect(relisted(old, typed('Milk'), 2).map(({ id }) => id)).toEqual(['1']);
  });

  it('takes a food that was picked and a name that was typed for two lines', () => {
    const old = relisted([], typed('Milk'), 1);
    const [picked] = relisted(old, [{ foodId: 4, name: 'Milk' }], 2);
    expect(picked?.id).not.toBe('1');
  });

  it('never gives a line the id of one that was taken out before: what was typed for that is another food’s', () => {
    const first = relisted([], typed('Milk', 'Eggs'), 1);
    const without = relisted(first, typed('Milk'), 2);
    const later = relisted(without, typed('Milk', 'Butter'), 3);
    expect(ids(later).Butter).not.toBe(ids(first).Eggs);
  });

  it('never does so either when the longest list is replaced again and again', () => {
    const seen = new Set<string>();
    let lines: Line[] = [];
    for (let revision = 1; revision <= 20; revision += 1) {
      lines = relisted(
        lines,
        typed(...Array.from({ length: LINES_AT_MOST }, (_, n) => `${revision} ${n}`)),
        revision,
      );
      for (const { id } of lines) seen.add(id);
    }
    expect(seen.size).toBe(20 * LINES_AT_MOST);
  });

  it('gives the same lines when the same change is sent twice', () => {
    const old = relisted([], typed('Milk'), 1);
    const wanted = typed('Milk', 'Eggs', 'Eggs');
    const once = relisted(old, wanted, 2);
    expect(relisted(old, wanted, 2)).toEqual(once);
    expect(relisted(once, wanted, 3)).toEqual(once);
  });
});

describe('a line that says something else than before', () => {
  const milk = (known?: Line['known']) => ({ foodId: null, name: 'Milk', ...(known && { known }) });
  const two = { quantityMilli: 2000, unit: 'l' };
  const three = { quantityMilli: 3000, unit: 'l' };
  const details = {
    1: { quantityMilli: 5000, unit: 'kg', bestBefore: '2030-01-01', placeId: null },
  };

  it('is the same line while it says the same', () => {
    const old = relisted([], [milk(two)], 1);
    expect(relisted(old, [milk(two)], 2, details)).toEqual(old);
    expect(relisted([{ ...milk({ ...two, placeId: null }), id: '1' }], [milk(two)], 2)[0]?.id).toBe('1');
  });

  it('is asked about anew, beginning with what it says now and what else was typed for it', () => {
    const old = relisted([], [milk(two)], 1);
    const [changed] = relisted(old, [milk(three)], 2, details);
    expect(changed).toMatchObject({ known: { ...three, bestBefore: '2030-01-01' } });
    expect(changed?.id).not.toBe('1');
    const [unsaid] = relisted(old, [milk()], 2, details);
    expect(unsaid?.known).toEqual({ bestBefore: '2030-01-01', placeId: null });
  });

  it('stays what it was filled in from', () => {
    const [bought] = relisted([{ ...milk(two), id: '1', listId: 7 }], [milk(three)], 2);
    expect(bought).toMatchObject({ listId: 7, known: three });
  });

  it('takes nothing from another line of the same food that stays', () => {
    const old = relisted([], [milk(two), milk(three)], 1);
    const now = relisted(old, [milk({ quantityMilli: 4000, unit: 'l' }), milk(two)], 2);
    expect(now.map(({ id }) => id)).toEqual([expect.not.stringMatching(/^[12]$/), '1']);
  });
});
