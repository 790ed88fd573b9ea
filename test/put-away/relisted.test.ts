import { expect, test } from 'vitest';
import { relisted } from '../../src/pages/put-away/put-away.lines.js';

test('A line that comes to those that an entry began with has an id of its own', () => {
  const begun = relisted([], [{ foodId: null, name: 'Milk' }], 1);
  const more = relisted(
    begun,
    ['Eggs', 'Milk', 'Tea'].map((name) => ({ foodId: null, name })),
    1,
  );
  expect(more[1]?.id).toBe(begun[0]?.id);
  expect(new Set(more.map(({ id }) => id)).size).toBe(3);
});
