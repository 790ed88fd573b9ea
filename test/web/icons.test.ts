import { expect, test } from 'vitest';
import { PLACE_KINDS } from '../../src/stock/stock.js';
import { filesIn, views } from '../support/sources.js';

const [sprite] = filesIn('public', 'icons.svg');
const drawn = [...(sprite?.text ?? '').matchAll(/<symbol id="([a-z-]+)"/g)].map(([, id]) => id);

test('Each icon that a page names is drawn, and each place has one', () => {
  const named = views.flatMap(({ text }) =>
    [...text.matchAll(/\bicon(?:: |', \{ name: )'([a-z-]+)'/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(drawn).toEqual(expect.arrayContaining([...new Set(named), ...PLACE_KINDS]));
});

test('The style sheets are no bigger than 45,000 bytes together', () => {
  const bytes = filesIn('public/css', '.css').reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThanOrEqual(45_000);
});
