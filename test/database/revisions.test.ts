import path from 'node:path';
import type Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import type { Member } from '../../src/members/member.js';
import { freshDatabase, newcomer, put, some } from '../stock/households.js';
import { openSqlite, temporaryFolder } from '../support/database.js';

/** Tables whose rows are on no page that a household shares, or change only with a row that raises the revision. */
const ON_NO_SHARED_PAGE = [
  'drafts',
  'food_words',
  'invitations',
  'line_changes',
  'shopping_sent',
  'sign_in_links',
];

let db: Database;
let sqlite: Sqlite.Database;
let ada: Member;

beforeAll(async () => {
  const file = path.join(temporaryFolder(), 'larder.sqlite');
  db = await freshDatabase(file);
  ada = await newcomer(db, 'ada');
  await newcomer(db, 'ben');
  await put(db, ada, 'Fridge', some('Milk'));
  sqlite = openSqlite(file);
});

const revisions = () =>
  sqlite.prepare('select revision from households order by id').pluck().all() as [number, number];

describe('The household’s revision, and no other, is higher after', () => {
  test.each([
    [
      'a new item',
      `insert into items (household_id, place_id, food_id, quantity_milli, unit, bought_on, created_at)
      select household_id, place_id, food_id, 1, 'l', bought_on, 't' from items limit 1`,
    ],
    ['less of it', 'update items set quantity_milli = 2 where household_id = 1'],
    ['an item that is gone', 'delete from items where household_id = 1'],
    [
      'a new place',
      `insert into places (household_id, name, name_key, kind, created_at)
      values (1, 'Cellar', 'cellar', 'other', 't')`,
    ],
    ['a place’s new name', `update places set name = 'Big fridge' where id = 1`],
    ['a place that is gone', 'delete from places where household_id = 1'],
    ['a food’s new name', `update foods set name = 'Oat milk' where household_id = 1`],
    ['an action', `insert into actions (household_id, user_id, kind, created_at) values (1, 1, 'x', 't')`],
    ['an action taken back', 'update actions set is_undone = 1 where household_id = 1'],
    [
      'a line to buy',
      `insert into shopping_lines (household_id, name, name_key, unit, note, created_at)
      values (1, 'Eggs', 'eggs', '', '', 't')`,
    ],
    ['a tick', `update shopping_lines set ticked_at = 't' where household_id = 1`],
    ['a line that is gone', 'delete from shopping_lines where household_id = 1'],
    ['its own new name', `update households set name = 'Mill Lane' where id = 1`],
    ['another order of dates', `update households set date_order = 'month-day' where id = 1`],
    ['a member’s new name', `update users set first_name = 'Augusta' where id = 1`],
    ['a new member', `insert into memberships values (1, 2, 'member', 't')`],
    ['another role', `update memberships set role = 'owner' where household_id = 1 and user_id = 2`],
    ['a member who left', 'delete from memberships where household_id = 1 and user_id = 2'],
  ])('%s', (_what, statement) => {
    const [before, bens] = revisions();
    sqlite.exec(statement);
    const [after, bensAfter] = revisions();
    expect([after > before, bensAfter]).toEqual([true, bens]);
  });
});

test('What is taken back raises nothing', () => {
  const before = revisions();
  sqlite.exec(
    `begin; insert into foods (household_id, name, name_key, created_at) values (1, 'Figs', 'figs', 't'); rollback`,
  );
  expect(revisions()).toEqual(before);
});

test('A sign-in raises nothing: a password, another current household', () => {
  const before = revisions();
  sqlite.exec(`update users set password_hash = 'h', current_household_id = 1`);
  expect(revisions()).toEqual(before);
});

test('Every table with a household’s rows raises it, or is known not to be on a shared page', () => {
  const tables = sqlite
    .prepare(
      `select m.name from sqlite_schema m join pragma_table_info(m.name) c on c.name = 'household_id'
       where m.type = 'table' order by m.name`,
    )
    .pluck()
    .all() as string[];
  const raising = sqlite
    .prepare(`select name from sqlite_schema where type = 'trigger' and name like '%raises_revision'`)
    .pluck()
    .all() as string[];
  const without = tables.filter((table) =>
    ['insert', 'update', 'delete'].some((action) => !raising.includes(`${table}_${action}_raises_revision`)),
  );
  expect(without).toEqual(ON_NO_SHARED_PAGE);
});
