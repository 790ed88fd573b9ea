import path from 'node:path';
import type Sqlite from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../stock/households.js';
import { openSqlite, temporaryFolder } from '../support/database.js';

let file: string;
let sqlite: Sqlite.Database;

beforeAll(async () => {
  file = path.join(temporaryFolder(), 'larder.sqlite');
  await freshDatabase(file);
  sqlite = openSqlite(file);
  sqlite.pragma('foreign_keys = ON');
  sqlite.exec(`
    insert into households (id, name, time_zone, created_at) values (1, 'Ada’s', 'UTC', 't'), (2, 'Ben’s', 'UTC', 't');
    insert into users (id, username, username_key, password_hash, first_name, last_name, created_at)
      values (1, 'Ada', 'ada', 'h', '', '', 't'), (2, 'Ben', 'ben', 'h', '', '', 't');
    insert into memberships values (1, 1, 'owner', 't'), (2, 2, 'owner', 't');
    insert into places (id, household_id, name, name_key, kind, created_at)
      values (1, 1, 'Fridge', 'fridge', 'fridge', 't'), (2, 2, 'Fridge', 'fridge', 'fridge', 't');
    insert into foods (id, household_id, name, name_key, created_at)
      values (1, 1, 'Milk', 'milk', 't'), (2, 2, 'Milk', 'milk', 't');
    insert into items (id, household_id, place_id, food_id, quantity_milli, unit, created_at)
      values (1, 1, 1, 1, 1000, 'l', 't');
    insert into actions (id, household_id, user_id, kind, once_key, created_at)
      values (1, 1, 1, 'item_added', 'once', 't');
    insert into journal_entries (action_id, subject, subject_id, after) values (1, 'item', 1, '{}');
    insert into drafts (id, kind, owner_id, household_id, state, revision, version, keys, body, content, result_address, action_id, started_at, changed_at)
      values ('d', 'put_away', 1, 1, 'committed', 'r', 1, '{}', '{}', '{}', '/places/1', 1, 't', 't');
  `);
});

// Each test on the same rows: whatever it gets written is taken back.
beforeEach(() => void sqlite.exec('begin'));
afterEach(() => void sqlite.exec('rollback'));

const item = (values: Record<string, unknown>) => {
  const row = {
    household_id: 1,
    place_id: 1,
    food_id: 1,
    quantity_milli: 1000,
    unit: '',
    best_before: null,
    created_at: 't',
    ...values,
  };
  const names = Object.keys(row);
  const marks = names.map((name) => `@${name}`);
  return sqlite.prepare(`insert into items (${names.join(', ')}) values (${marks.join(', ')})`).run(row);
};

describe('An item can’t be written, by whatever program,', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['into another household’s place', { place_id: 2 }, /FOREIGN KEY/],
    ['of another household’s food', { food_id: 2 }, /FOREIGN KEY/],
    ['of another household than its place and food', { household_id: 2 }, /FOREIGN KEY/],
    ['into a place that is not there', { place_id: 99 }, /FOREIGN KEY/],
    ['of no household', { household_id: null }, /NOT NULL/],
    ['with nothing of it', { quantity_milli: 0 }, /CHECK/],
    ['with less than nothing of it', { quantity_milli: -1 }, /CHECK/],
    ['with more than 1,000,000 of it', { quantity_milli: 1_000_000_001 }, /CHECK/],
    ['with a part of a thousandth of it', { quantity_milli: 0.5 }, /cannot store REAL/],
    ['with a quantity in words', { quantity_milli: 'two' }, /cannot store TEXT/],
    ['with a unit that is too long', { unit: 'x'.repeat(21) }, /CHECK/],
    ['without a unit, not even an empty one', { unit: null }, /NOT NULL/],
    ['with a date that is none', { best_before: 'tomorrow' }, /CHECK/],
    ['with an empty date', { best_before: '' }, /CHECK/],
    ['with a time beside its date', { best_before: '2026-01-01T00:00' }, /CHECK/],
  ])('%s', (_what, values, refusal) => {
    expect(() => item(values)).toThrow(refusal);
  });

  test('though one at either end of what is allowed can', () => {
    for (const quantity_milli of [1, 1_000_000_000])
      expect(item({ quantity_milli, unit: 'x'.repeat(20), best_before: '2026-12-24' }).changes).toBe(1);
  });
});

describe('No program can write', () => {
  test.each<[string, string, RegExp]>([
    ['a place without a name', "update places set name = '' where id = 1", /CHECK/],
    ['a place with too long a name', `update places set name = '${'x'.repeat(61)}' where id = 1`, /CHECK/],
    [
      'two places of one name into a household',
      "insert into places (household_id, name, name_key, kind, created_at) values (1, 'FRIDGE', 'fridge', 'other', 't')",
      /UNIQUE/,
    ],
    [
      'two foods of one name into a household',
      "insert into foods (household_id, name, name_key, created_at) values (1, 'MILK', 'milk', 't')",
      /UNIQUE/,
    ],
    ['a food without a name', "update foods set name = '' where id = 1", /CHECK/],
    ['a food with too long a name', `update foods set name = '${'x'.repeat(81)}' where id = 1`, /CHECK/],
    ['a household without a name', "update households set name = '' where id = 1", /CHECK/],
    ['two users of one name', "update users set username_key = 'ada' where id = 2", /UNIQUE/],
    ['a member twice', "insert into memberships values (1, 1, 'member', 't')", /UNIQUE/],
    ['a member who is nobody', "insert into memberships values (1, 99, 'member', 't')", /FOREIGN KEY/],
    ['a role that there is not', "insert into memberships values (1, 2, 'guest', 't')", /CHECK/],
    [
      'one sending of a form twice',
      "insert into actions (household_id, kind, once_key, created_at) values (1, 'item_added', 'once', 't')",
      /UNIQUE/,
    ],
    [
      'the undoing of one action twice',
      "insert into actions (household_id, kind, undoes_action_id, created_at) values (1, 'undone', 1, 't'), (1, 'undone', 1, 't')",
      /UNIQUE/,
    ],
    ['an entry about something else', "update journal_entries set subject = 'user'", /CHECK/],
    ['a draft in a state that none has', "update drafts set state = 'lost'", /CHECK/],
    ['a committed draft of nobody', 'update drafts set owner_id = null', /CHECK/],
    ['a committed draft that shows nowhere', 'update drafts set result_address = null', /CHECK/],
    [
      'an item out of its place by moving the place',
      'update places set household_id = 2 where id = 1',
      /FOREIGN KEY|UNIQUE/,
    ],
  ])('%s', (_what, sql, refusal) => {
    expect(() => sqlite.exec(sql)).toThrow(refusal);
  });
});

test('A place may be of a kind that the program did not know before', () => {
  sqlite.exec("update places set kind = 'cellar' where id = 1");
  expect(sqlite.prepare('select kind from places where id = 1').pluck().get()).toBe('cellar');
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
});

describe('Nothing is left hanging', () => {
  test('a place or a food can’t go while items name it', () => {
    expect(() => sqlite.exec('delete from places where id = 1')).toThrow(/FOREIGN KEY/);
    expect(() => sqlite.exec('delete from foods where id = 1')).toThrow(/FOREIGN KEY/);
  });

  test('with a household go its memberships, places, foods, journal and drafts; the other’s stay', () => {
    sqlite.exec('delete from items where household_id = 1; delete from households where id = 1');
    const count = (table: string) => sqlite.prepare(`select count(*) from ${table}`).pluck().get();
    expect(count('memberships')).toBe(1);
    expect(count('places')).toBe(1);
    expect(count('foods')).toBe(1);
    for (const table of ['actions', 'journal_entries', 'drafts']) expect(count(table), table).toBe(0);
  });

  test('what a user did stays in the journal, without the name, when the user goes', () => {
    sqlite.exec('delete from users where id = 1');
    expect(sqlite.prepare('select id, user_id from actions').all()).toEqual([{ id: 1, user_id: null }]);
    expect(sqlite.prepare('select count(*) from items').pluck().get()).toBe(1);
  });

  test('an id is never given twice', () => {
    for (const [table, columns] of [
      ['places', "(household_id, name, name_key, kind, created_at) values (1, 'Shed', 'shed', 'other', 't')"],
      ['actions', "(household_id, kind, created_at) values (1, 'item_added', 't')"],
    ]) {
      const { lastInsertRowid: first } = sqlite.prepare(`insert into ${table} ${columns}`).run();
      sqlite.exec(`delete from ${table} where id = ${first}`);
      const { lastInsertRowid: second } = sqlite.prepare(`insert into ${table} ${columns}`).run();
      expect(Number(second), table).toBeGreaterThan(Number(first));
    }
  });
});
