import path from 'node:path';
import type Sqlite from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../stock/households.js';
import { openSqlite, temporaryFolder } from '../support/database.js';

let sqlite: Sqlite.Database;

beforeAll(async () => {
  const file = path.join(temporaryFolder(), 'larder.sqlite');
  await freshDatabase(file);
  sqlite = openSqlite(file);
  sqlite.pragma('foreign_keys = ON');
  sqlite.exec(`
    insert into households (id, name, time_zone, created_at) values (1, 'Ada’s', 'UTC', 't'), (2, 'Ben’s', 'UTC', 't');
    insert into users (id, username, username_key, password_hash, first_name, last_name, created_at)
      values (1, 'Ada', 'ada', 'h', '', '', 't');
    insert into actions (id, household_id, user_id, kind, created_at)
      values (1, 1, 1, 'put_away', 't'), (2, 2, 1, 'put_away', 't');
  `);
});

// Each test on the same rows: whatever it gets written is taken back.
beforeEach(() => void sqlite.exec('begin'));
afterEach(() => void sqlite.exec('rollback'));

function line(values: Record<string, unknown> = {}) {
  const usual = { household_id: 1, name: 'Milk', name_key: 'milk', unit: '', note: '', created_at: 't' };
  const row = { ...usual, added_by: 1, ...values };
  const names = Object.keys(row);
  const marks = names.map((name) => `@${name}`);
  return sqlite
    .prepare(`insert into shopping_lines (${names.join(', ')}) values (${marks.join(', ')})`)
    .run(row);
}

const ticked = { ticked_at: 't', ticked_by: 1 };

describe('A line can’t be written, by whatever program,', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['of no household', { household_id: null }, /NOT NULL/],
    ['of a household that is not there', { household_id: 99 }, /FOREIGN KEY/],
    ['without a name', { name: '' }, /CHECK/],
    ['with too long a name', { name: 'x'.repeat(81) }, /CHECK/],
    ['with nothing of it', { quantity_milli: 0 }, /CHECK/],
    ['with a unit of nothing', { unit: 'l' }, /CHECK/],
    ['with too long a note', { note: 'x'.repeat(201) }, /CHECK/],
    ['as bought by someone, but at no time', { ticked_by: 1 }, /CHECK/],
    ['as put away, but not bought', { put_away_in: 1 }, /CHECK/],
    ['as put away by another household', { ...ticked, put_away_in: 2 }, /FOREIGN KEY/],
  ])('%s', (_what, values, refusal) => {
    expect(() => line(values)).toThrow(refusal);
  });

  test('a second time while the first one is to buy', () => {
    line();
    expect(() => line({ name: 'MILK' })).toThrow(/UNIQUE/);
    expect(() => line({ quantity_milli: 1000 })).toThrow(/UNIQUE/);
    line({ household_id: 2 });
    line(ticked);
    line({ removed_at: 't' });
    line({ quantity_milli: 1000, unit: 'l' });
  });
});

describe('Nothing is left hanging', () => {
  test('with a household go its lines, put away or not; another’s stay', () => {
    line();
    line({ ...ticked, put_away_in: 1 });
    line({ household_id: 2 });
    sqlite.exec('delete from households where id = 1');
    expect(sqlite.prepare('select household_id from shopping_lines').pluck().all()).toEqual([2]);
  });

  test('what a user asked for and bought stays on the list, without the name, when the user goes', () => {
    line(ticked);
    sqlite.exec('delete from users where id = 1');
    expect(sqlite.prepare('select added_by, ticked_by, ticked_at from shopping_lines').all()).toEqual([
      { added_by: null, ticked_by: null, ticked_at: 't' },
    ]);
  });
});
