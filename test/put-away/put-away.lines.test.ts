import { describe, expect, it } from 'vitest';
import { LINES_AT_MOST, type Line, relisted } from '../../src/put-away/put-away.lines.js';

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
