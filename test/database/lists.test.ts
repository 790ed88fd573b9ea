import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { anyOf, anyOfJson, eachOf, inParts } from '../../src/database/lists.js';
import { projectRoot } from '../../src/root.js';
import { openMigrated } from '../support/engine.js';

test.each([
  [[], []],
  [[2], [2]],
  [
    [3, 1, 1],
    [1, 3],
  ],
  [Array.from({ length: 100_000 }, (_, n) => n), [1, 2, 3]],
])('a list finds what is in it, however long', async (ids, found) => {
  const db = openMigrated();
  for (const id of [1, 2, 3])
    await db
      .insertInto('reckonings')
      .values({ what: `${id}`, version: `it's "${id}"` })
      .execute();
  const query = db.selectFrom('reckonings').select('what').orderBy('what');
  const byText = await query.where('what', 'in', anyOf(ids.map(String))).execute();
  const byQuoted = await query.where('version', 'in', anyOf(ids.map((id) => `it's "${id}"`))).execute();
  expect(byText.map(({ what }) => Number(what))).toEqual(found);
  expect(byQuoted).toEqual(byText);
  const { rows } = await db.executeQuery(db.selectFrom(eachOf(ids).as('f')).select('f.value').compile());
  expect(rows.map(({ value }) => value)).toEqual(ids);
  const byKeys = query.where('what', 'in', anyOfJson(JSON.stringify(ids.map(String))));
  expect(await byKeys.execute()).toEqual(byText);
});

test('rows are inserted in parts that a statement holds, in their order', () => {
  const rows = Array.from({ length: 1_201 }, (_, n) => n);
  expect(inParts(rows).map(({ length }) => length)).toEqual([500, 500, 201]);
  expect([inParts(rows).flat(), inParts([])]).toEqual([rows, []]);
});

test('a list whose length the data decides is one value of its statement everywhere', () => {
  const src = path.join(projectRoot(), 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const other = /'(not )?in', (?!anyOf\(|anyOfJson\(|like\.|\[|\(e\) =>)[^\n']*\)/;
  expect(files.filter((file) => other.test(readFileSync(path.join(src, file), 'utf8')))).toEqual([]);
});
