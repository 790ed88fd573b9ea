import { afterEach, expect, it, vi } from 'vitest';
import { KeptForms } from '../../src/session/kept-forms.js';
import { openSqlite } from '../support/database.js';

afterEach(() => vi.restoreAllMocks());

const rice = (n: number) => ({ owner: 1, page: '/places/1', values: { name: `Rice ${n}` } });

it('keeps the newest ten of each user, in the order in which they came within one moment too', async () => {
  const forms = new KeptForms(openSqlite(':memory:'));
  vi.spyOn(Date, 'now').mockReturnValue(1e12);
  const other = await forms.keep({ ...rice(0), owner: 2 });
  const keys = [];
  for (let n = 0; n < 40; n += 1) keys.push(await forms.keep(rice(n)));
  const kept = keys.flatMap((key) => forms.find(key, 1)?.values.name ?? []);
  expect(kept).toEqual(Array.from({ length: 10 }, (_, n) => `Rice ${30 + n}`));
  expect(forms.find(other, 2)).toBeDefined();
});

it('has room for the others however often one form is sent', async () => {
  const forms = new KeptForms(openSqlite(':memory:'));
  const keys = [];
  for (let n = 0; n < 9; n += 1) keys.push(await forms.keep(rice(n)));
  const [first = ''] = keys;
  for (let n = 0; n < 5; n += 1) expect(await forms.keep(rice(0))).toBe(first);
  expect(keys.every((key) => forms.find(key, 1))).toBe(true);
  // It counts as new.
  for (let n = 9; n < 18; n += 1) await forms.keep(rice(n));
  expect([forms.find(first, 1), forms.find(keys[1], 1)]).toEqual([rice(0), undefined]);
});
