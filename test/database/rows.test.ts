import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { rowsOf } from '../../src/database/sqlite/rows.js';
import { temporaryFolder } from '../support/database.js';

function twoConnections() {
  const file = path.join(temporaryFolder(), 'rows.sqlite');
  const [mine, other] = [new SqliteDatabase(file), new SqliteDatabase(file)];
  mine.pragma('journal_mode = wal');
  mine.exec(
    "create table jars (id integer primary key, lid text, size integer); insert into jars values (1, 'red', 3)",
  );
  return { mine, other };
}

test('rows are what SQLite gives, by the names of their columns', () => {
  const { mine } = twoConnections();
  const statement = mine.prepare('select size as large, lid, null as none from jars where id = ?');
  expect(rowsOf(statement, [1])).toEqual([{ large: 3, lid: 'red', none: null }]);
  expect(rowsOf(statement, [2])).toEqual([]);
});

test.each([
  ['has one more', 'alter table jars add column colour text', { id: 1, lid: 'red', size: 3, colour: null }],
  [
    'has one more and one less',
    'alter table jars drop column lid; alter table jars add column colour text',
    { id: 1, size: 3, colour: null },
  ],
  ['has a new name', 'alter table jars rename column lid to top', { id: 1, top: 'red', size: 3 }],
])('a row has the columns of now, when another process changes the table: it %s', (_what, change, row) => {
  const { mine, other } = twoConnections();
  const all = mine.prepare('select * from jars');
  expect(rowsOf(all, [])).toEqual([{ id: 1, lid: 'red', size: 3 }]);
  other.exec(change);
  expect(rowsOf(all, [])).toEqual([row]);
});
