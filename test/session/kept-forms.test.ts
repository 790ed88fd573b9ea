import { afterEach, expect, it, vi } from 'vitest';
import { SqliteKeptForms } from '../../src/session/store/sqlite/kept-forms.js';
import { openSqlite } from '../support/database.js';

afterEach(() => vi.restoreAllMocks());

const rice = (n: number) => ({ owner: 1, page: '/places/1', values: { name: `Rice ${n}` } });

it('keeps the newest ten of each user, in the order in which they came within one moment too', async () => {
  const forms = new SqliteKeptForms(openSqlite(':memory:'));
  vi.spyOn(Date, 'now').mockReturnValue(1e12);
  const other = await forms.keep({ ...rice(0), owner: 2 });
  const keys = [];
  for (let n = 0; n < 40; n += 1) keys.push(await forms.keep(rice(n)));
  const kept = await Promise.all(keys.map(async (key) => (await forms.find(key, 1))?.values.name));
  expect(kept.filter((name) => name !== undefined)).toEqual(
    Array.from({ length: 10 }, (_, n) => `Rice ${30 + n}`),
  );
  expect(await forms.find(other, 2)).toBeDefined();
});

it('has room for the others however often one form is sent', async () => {
  const forms = new SqliteKeptForms(openSqlite(':memory:'));
  const keys = [];
  for (let n = 0; n < 9; n += 1) keys.push(await forms.keep(rice(n)));
  const [first = ''] = keys;
  for (let n = 0; n < 5; n += 1) expect(await forms.keep(rice(0))).toBe(first);
  for (const key of keys) expect(await forms.find(key, 1)).toBeDefined();
  // It counts as new.
  for (let n = 9; n < 18; n += 1) await forms.keep(rice(n));
  expect([await forms.find(first, 1), await forms.find(keys[1], 1)]).toEqual([rice(0), undefined]);
});
