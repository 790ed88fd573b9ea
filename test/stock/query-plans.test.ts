import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { findFinishing } from '../../src/foods/finished.repository.js';
import { countItemsOf, findFoods, findFoodsNamed, listFoods } from '../../src/foods/food.repository.js';
import { findMerges } from '../../src/foods/food-merges.repository.js';
import { listHistory } from '../../src/history/history.repository.js';
import { findPastPlace } from '../../src/history/past.repository.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { findHouseholdWith, findItemNames } from '../../src/history/whose-row.repository.js';
import { countEdible, listFarOff, listNear } from '../../src/items/eat-first.repository.js';
import { findItem, listItemsIn } from '../../src/items/item.repository.js';
import { deleteItem, editItem } from '../../src/items/item-changes.repository.js';
import { addItem } from '../../src/items/item-entry.repository.js';
import { findDeletion } from '../../src/journal/journal.repository.js';
import {
  deleteHousehold,
  listHouseholdsOfOnly,
  listMembers,
} from '../../src/members/household.repository.js';
import type { Member } from '../../src/members/member.js';
import { listHouseholdsOf } from '../../src/members/membership.repository.js';
import { deleteUser, findCredentials, findMember } from '../../src/members/user.repository.js';
import { mergeFoods, renameFood } from '../../src/pages/foods/food-changes.repository.js';
import { search } from '../../src/pages/search/search.repository.js';
import {
  addPlace,
  deletePlace,
  editPlace,
  findPlace,
  findPlaceNamed,
  listPlaces,
} from '../../src/places/place.repository.js';
import { countStock } from '../../src/stock/stock.repository.js';
import { openSqlite, temporaryFolder } from '../support/database.js';
import { freshDatabase, lastAction, NOON, newcomer, placeOf, put, some } from './households.js';
import { plansIn, scans, sorts } from './plans.js';

const file = path.join(temporaryFolder(), 'larder.sqlite');
const TOMORROW = new Date('2026-03-02T00:00:00Z');
let db: Database;
let ada: Member;
let fridge: number;
let milk: number;

beforeAll(async () => {
  db = await freshDatabase(file);
  ada = await newcomer(db, 'ada');
  fridge = await placeOf(db, ada, 'Fridge');
  milk = (await put(db, ada, 'Fridge', some('Milk', { bestBefore: '2026-03-05' }))).id;
  await put(db, ada, 'Freezer', some('Peas', { bestBefore: '2025-12-05' }));
});

const plansOf = (work: (watched: Database) => Promise<unknown>) => plansIn(file, work);

describe('No page looks at more rows than it shows', () => {
  test('home: what is near comes by the index of days, and what is far off by that of last days, without sorting', async () => {
    const near = { until: '2026-03-08', lainSince: '2026-02-26' };
    const far = { after: '2026-03-08', most: 20, besides: new Set<number>() };
    const plans = await plansOf(async (watched) => {
      await listNear(watched, ada, near);
      await listFarOff(watched, ada, far);
      await countEdible(watched, ada);
    });
    expect([...scans(plans), ...sorts(plans)]).toEqual([]);
    expect(plans.filter((plan) => plan.includes('items_eat_first'))).toHaveLength(3);
    expect(plans.filter((plan) => plan.includes('items_by_last_day'))).toHaveLength(1);
  });

  test.each<[string, (watched: Database) => Promise<unknown>]>([
    ['home: the places with their counts', (watched) => listPlaces(watched, ada)],
    ['a place', (watched) => findPlace(watched, ada, fridge)],
    ['a place by its name', (watched) => findPlaceNamed(watched, ada, 'fridge')],
    ['the items of a place', (watched) => listItemsIn(watched, ada, fridge)],
    ['an item', (watched) => findItem(watched, ada, milk)],
    ['items by their names, for whoever may see them', (watched) => findItemNames(watched, ada.user, [milk])],
    ['the foods to pick from', (watched) => listFoods(watched, ada)],
    ['foods by their names', (watched) => findFoodsNamed(watched, ada, ['Milks', 'pea', 'Rice'])],
    ['how much there is of foods', (watched) => countItemsOf(watched, ada, [1, 2, 3])],
    ['what was merged into what', (watched) => findMerges(watched, ada)],
    ['the history of foods', (watched) => listHistory(watched, ada, { most: 50, foodIds: [1, 2] })],
    ['foods that were picked', (watched) => findFoods(watched, ada, [1, 2, 3])],
    ['who is signed in, for every request', (watched) => findMember(watched, ada.user.id)],
    ['who signs in', (watched) => findCredentials(watched, 'ada')],
    ['the members of a household', (watched) => listMembers(watched, ada.household.id)],
    ['what goes with an account', (watched) => listHouseholdsOfOnly(watched, ada.user.id)],
    ['the households of someone', (watched) => listHouseholdsOf(watched, ada.user.id)],
    ['how much a household keeps', (watched) => countStock(watched, ada.household.id)],
    ['a place on a day that is past', (watched) => findPastPlace(watched, ada, fridge, NOON)],
    ['a place as it is at the end of today', (watched) => findPastPlace(watched, ada, fridge, TOMORROW)],
    ['the history', (watched) => listHistory(watched, ada, { most: 50 })],
    ['the history of an item', (watched) => listHistory(watched, ada, { most: 50, itemId: milk })],
    ['what deleted an item', (watched) => findDeletion(watched, ada, 'item', milk)],
    ['whose item it is', (watched) => findHouseholdWith(watched, ada.user, 'item', milk)],
    ['whose place it is', (watched) => findHouseholdWith(watched, ada.user, 'place', fridge)],
  ])('%s', async (_what, work) => {
    expect(scans(await plansOf(work))).toEqual([]);
  });
});

test('How long a food lasts comes out of the food’s own entries, the newest first, without sorting', async () => {
  const plans = await plansOf((watched) => findFinishing(watched, ada, [1]));
  expect([...scans(plans), ...sorts(plans)]).toEqual([]);
  expect(plans).toContainEqual(expect.stringMatching(/^SEARCH e USING INDEX journal_of_food \(food_id=\?\)/));
});

describe('A search', () => {
  test('reads the letters of its own household alone, and the items of what it finds', async () => {
    const plans = await plansOf((watched) => search(watched, ada, 'mlik', 50));
    // M: by letters; > and <: from the household's first row to its last.
    expect(scans(plans)).toEqual([expect.stringMatching(/^SCAN l VIRTUAL TABLE INDEX \d+:M\d+><.* match /)]);
    for (const step of [
      /^SEARCH i USING INDEX items_of_food \(household_id=\? AND food_id=\?\)/,
      /^SEARCH f USING INDEX \w+ \(household_id=\? AND id=\?\)/,
      /^SEARCH food_words USING COVERING INDEX food_words_missing \(words=\? AND household_id=\?\)/,
    ])
      expect(plans).toContainEqual(expect.stringMatching(step));
  });
});

describe('No change looks at more rows than it touches', () => {
  test.each<[string, (watched: Database) => Promise<unknown>]>([
    ['adding a place', (watched) => addPlace(watched, ada, { name: 'Shed', kind: 'other' }, NOON, 'once-1')],
    [
      'changing a place',
      (watched) => editPlace(watched, ada, fridge, { name: 'Cool', kind: 'fridge' }, NOON),
    ],
    [
      'renaming a food, merging it and undoing both',
      async (watched) => {
        await addItem(watched, ada, fridge, some('Quark'), NOON);
        const food = (await findFoodsNamed(watched, ada, ['Quark'])).get('quark')?.id ?? 0;
        const into = (await findFoodsNamed(watched, ada, ['Peas'])).get('peas')?.id ?? 0;
        expect(await renameFood(watched, ada, food, 'Skyr', {}, NOON)).toHaveProperty('actionId');
        expect(await mergeFoods(watched, ada, food, into, {}, NOON)).toHaveProperty('actionId');
        const merging = await lastAction(db);
        await undoAction(watched, ada, merging, NOON);
        await undoAction(watched, ada, merging - 1, NOON);
      },
    ],
    ['adding an item', (watched) => addItem(watched, ada, fridge, some('Eggs'), NOON, 'once-2')],
    [
      'changing an item',
      (watched) => editItem(watched, ada, milk, { ...some('MILK'), placeId: fridge }, undefined, NOON),
    ],
    [
      'deleting an item and undoing it',
      async (watched) => {
        const deleted = await deleteItem(watched, ada, milk, NOON);
        await undoAction(watched, ada, deleted?.actionId ?? 0, NOON);
      },
    ],
    [
      'deleting a place and undoing it',
      async (watched) => {
        await deletePlace(watched, ada, fridge, NOON);
        await undoAction(watched, ada, await lastAction(db), NOON);
      },
    ],
    [
      'deleting a user with the household',
      async (watched) => {
        const eve = await newcomer(db, 'eve');
        await deleteUser(watched, eve.user.id);
        await deleteHousehold(watched, eve.household.id);
      },
    ],
  ])('%s', async (_what, work) => {
    expect(scans(await plansOf(work))).toEqual([]);
  });

  test('deleting a row finds by an index what names it', () => {
    const connection = openSqlite(file, { readonly: true });
    const tables = connection.pragma('foreign_key_list(items)') as unknown[];
    expect(tables).not.toHaveLength(0);
    // SQLite plans a foreign key's look-up like this query on the columns that name the parent.
    for (const { child, columns } of foreignKeys(connection)) {
      const where = columns.map((column) => `"${column}" = 1`).join(' and ');
      const [step] = connection
        .prepare(`explain query plan select 1 from "${child}" where ${where}`)
        .all() as {
        detail: string;
      }[];
      expect(step?.detail, `${child} (${columns.join(', ')})`).toMatch(/^SEARCH/);
    }
  });
});

function foreignKeys(connection: ReturnType<typeof openSqlite>): { child: string; columns: string[] }[] {
  const tables = connection
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[];
  return tables.flatMap((child) => {
    const parts = connection.pragma(`foreign_key_list("${child}")`) as { id: number; from: string }[];
    const ids = [...new Set(parts.map(({ id }) => id))];
    return ids.map((id) => ({
      child,
      columns: parts.filter((part) => part.id === id).map(({ from }) => from),
    }));
  });
}
