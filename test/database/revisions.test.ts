import { type Kysely, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import type { Member } from '../../src/members/member.js';
import { freshDatabase, newcomer, put, some } from '../stock/households.js';
import { engine } from '../support/engine.js';
import { ofPostgres, ofSqlite } from './table-shapes.js';

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
let ada: Member;

beforeAll(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  await newcomer(db, 'ben');
  await put(db, ada, 'Fridge', some('Milk'));
});

const run = (statement: string, on = db) => sql.raw<{ name: string }>(statement).execute(on);

async function revisions(): Promise<[number, number]> {
  const rows = await db.selectFrom('households').select('revision').orderBy('id').execute();
  return rows.map(({ revision }) => revision) as [number, number];
}

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
  ])('%s', async (_what, statement) => {
    const [before, bens] = await revisions();
    await run(statement);
    const [after, bensAfter] = await revisions();
    expect([after > before, bensAfter]).toEqual([true, bens]);
  });
});

test('What is taken back raises nothing', async () => {
  const before = await revisions();
  const figs = `insert into foods (household_id, name, name_key, created_at) values (1, 'Figs', 'figs', 't')`;
  const takenBack = db.transaction().execute(async (trx) => {
    await run(figs, trx);
    throw new Error('taken back');
  });
  await expect(takenBack).rejects.toThrow('taken back');
  expect(await revisions()).toEqual(before);
});

test('A sign-in raises nothing: a password, another current household', async () => {
  const before = await revisions();
  await run(`update users set password_hash = 'h', current_household_id = 1`);
  expect(await revisions()).toEqual(before);
});

test('Every table with a household’s rows raises it, or is known not to be on a shared page', async () => {
  const shapesOf = engine === 'sqlite' ? ofSqlite : ofPostgres;
  const shapes = await shapesOf(db as unknown as Kysely<unknown>);
  const tables = Object.keys(shapes).filter((name) =>
    shapes[name]?.columns.some((column) => column.startsWith('household_id ')),
  );
  const { rows } = await run(
    engine === 'sqlite'
      ? `select name from sqlite_schema where type = 'trigger'`
      : 'select tgname as name from pg_trigger where not tgisinternal',
  );
  const raising = new Set(rows.map(({ name }) => name));
  const without = tables.filter((table) =>
    ['insert', 'update', 'delete'].some((action) => !raising.has(`${table}_${action}_raises_revision`)),
  );
  expect(without.sort()).toEqual(ON_NO_SHARED_PAGE);
});
