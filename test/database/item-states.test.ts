import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { findItem } from '../../src/items/item.repository.js';
import type { Member } from '../../src/members/member.js';
import { LATER } from '../stock/households.js';
import { temporaryFolder } from '../support/database.js';

const FRIDGE = 7;
const OF = '2026-01-01T00:00:00.000Z';

/** A file as it was before items had states. */
async function olderFile(): Promise<string> {
  const file = path.join(temporaryFolder(), 'larder.sqlite');
  const db = openDatabase(file);
  await migrate(db, '0002_invitations');
  await db.destroy();
  const old = new Sqlite(file);
  old.exec(`insert into households values (1, 'Ada’s home', 'UTC', '${OF}')`);
  old.exec(`insert into users values (1, 'ada', 'ada', 'a hash', 'Ada', '', 1, '${OF}')`);
  old.exec(`insert into memberships values (1, 1, 'owner', '${OF}')`);
  old.exec(`insert into places values (${FRIDGE}, 1, 'Fridge', 'fridge', 'fridge', '${OF}')`);
  old.exec(`insert into foods values (1, 1, 'Milk', 'milk', null, '${OF}')`);
  fill(old);
  old.close();
  return file;
}

/** Milk that was edited, eggs that were deleted, and a deletion of rice that was undone and done again. */
function fill(old: Sqlite.Database): void {
  const item = (id: number, date: string | null, revision = 1) => ({
    id,
    household_id: 1,
    place_id: FRIDGE,
    food_id: 1,
    quantity_milli: 1000,
    unit: '',
    best_before: date,
    revision,
    created_at: OF,
  });
  const milk = item(1, '2026-03-05', 2);
  const columns = Object.keys(milk).join(', ');
  const values = Object.keys(milk).map((name) => `@${name}`);
  old.prepare(`insert into items (${columns}) values (${values.join(', ')})`).run(milk);
  const act = old.prepare("insert into actions values (?, ?, ?, 'old', null, ?, '2026-01-02T00:00:00.000Z')");
  const enter = old.prepare("insert into journal_entries values (null, ?, 'item', ?, ?, ?)");
  const done = (
    id: number,
    undoes: number | null,
    before: object | null,
    after: object | null,
    of: number,
  ) => {
    act.run(id, 1, 1, undoes);
    enter.run(id, of, before && JSON.stringify(before), after && JSON.stringify(after));
  };
  done(101, null, item(1, null), milk, 1);
  done(102, null, item(2, null), null, 2);
  done(103, null, item(3, '2026-04-01'), null, 3);
  done(104, 103, null, item(3, '2026-04-01'), 3);
  done(105, 104, item(3, '2026-04-01'), null, 3);
}

const ada: Member = {
  user: { id: 1, username: 'ada', firstName: 'Ada', lastName: '' },
  household: { id: 1, name: 'Ada’s home', timeZone: 'UTC', dateOrder: 'day-month' },
};

async function upgraded() {
  const db = openDatabase(await olderFile());
  await migrate(db);
  return db;
}

test('an older file keeps its dates as read off the pack', async () => {
  const db = await upgraded();
  expect(await findItem(db, ada, 1)).toMatchObject({
    bestBefore: '2026-03-05',
    printedOn: '2026-03-05',
    dateKind: 'best_before',
    estimateId: null,
    level: null,
  });
  await db.destroy();
});

test('what an older file’s journal says can still be put back', async () => {
  const db = await upgraded();
  expect(await undoAction(db, ada, 101, LATER)).toBeDefined();
  expect(await findItem(db, ada, 1)).toMatchObject({ bestBefore: null, printedOn: null });
  expect(await undoAction(db, ada, 102, LATER)).toBeDefined();
  expect(await findItem(db, ada, 2)).toMatchObject({ placeId: FRIDGE, bestBefore: null });
  await db.destroy();
});

test('an older file’s journal says which of its actions stand, and what food and places they were about', async () => {
  const db = await upgraded();
  const actions = await db
    .selectFrom('actions')
    .select(['id', 'is_undone'])
    .where('id', '>', 100)
    .orderBy('id')
    .execute();
  expect(actions.map((action) => action.is_undone)).toEqual([0, 0, 0, 1, 0]);
  const entries = await db
    .selectFrom('journal_entries')
    .select(['food_id', 'place_before', 'place_after'])
    .where('action_id', 'in', [101, 102])
    .orderBy('id')
    .execute();
  expect(entries).toEqual([
    { food_id: 1, place_before: FRIDGE, place_after: FRIDGE },
    { food_id: 1, place_before: FRIDGE, place_after: null },
  ]);
  await db.destroy();
});
