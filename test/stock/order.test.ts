import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { listFoods } from '../../src/foods/food.repository.js';
import {
  insertHousehold,
  insertMembership,
  listHouseholdsOfOnly,
} from '../../src/members/household.repository.js';
import type { Member } from '../../src/members/member.js';
import { listHouseholdsOf } from '../../src/members/membership.repository.js';
import { listLow } from '../../src/pages/shopping/suggestion.repository.js';
import { addPlace, listPlaces } from '../../src/places/place.repository.js';
import { likelyPlaces } from '../../src/shopping/likely-places.js';
import { oldestPlace } from '../../src/stock/stock.js';
import { freshDatabase, NOON, newcomer, put, some } from './households.js';

const NAMES = ['Zebra', 'Shelf 10', 'äpfel', 'shelf 2', 'Apple', 'apricot'];
const SORTED = ['äpfel', 'Apple', 'apricot', 'shelf 2', 'Shelf 10', 'Zebra'];

let db: Database;
let ada: Member;
beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
});

const named = (all: { name: string }[]) => all.map(({ name }) => name);

test('Foods to pick from are listed as people sort', async () => {
  for (const name of NAMES) await put(db, ada, 'Pantry', some(name));
  expect(named(await listFoods(db, ada))).toEqual(SORTED);
});

test('What is low is suggested as people sort, the first of it when there is much', async () => {
  for (const name of NAMES) await put(db, ada, 'Pantry', some(name, { level: 'low' }));
  expect(named(await listLow(db, ada, 20))).toEqual(SORTED);
  expect(named(await listLow(db, ada, 4))).toEqual(SORTED.slice(0, 4));
});

test('Places are listed by what they are, and each kind as people sort', async () => {
  for (const name of NAMES) await addPlace(db, ada, { name, kind: 'other' }, NOON);
  await addPlace(db, ada, { name: 'Beer fridge', kind: 'fridge' }, NOON);
  await addPlace(db, ada, { name: 'Drawer 10', kind: 'freezer' }, NOON);
  await addPlace(db, ada, { name: 'drawer 9', kind: 'freezer' }, NOON);
  expect(named(await listPlaces(db, ada))).toEqual([
    ...['Beer fridge', 'Fridge'],
    ...['drawer 9', 'Drawer 10', 'Freezer'],
    'Pantry',
    ...SORTED,
  ]);
});

test('Where nothing else says where, things go where they went before there was another place', async () => {
  await addPlace(db, ada, { name: 'Beer fridge', kind: 'fridge' }, NOON);
  const places = await listPlaces(db, ada);
  const fridge = places.find(({ name }) => name === 'Fridge');
  expect(await likelyPlaces(db, ada, [{ name: 'Milk' }], places)).toEqual([fridge]);
  expect(oldestPlace(places)).toBe(fridge);
});

test('Households are listed as people sort', async () => {
  for (const name of NAMES) {
    const { id } = await insertHousehold(db, { name, timeZone: 'UTC' }, NOON);
    await insertMembership(db, { householdId: id, userId: ada.user.id, role: 'owner' }, NOON);
  }
  const sorted = ['ada’s home', ...SORTED];
  expect(named(await listHouseholdsOf(db, ada.user.id))).toEqual(sorted);
  expect(named(await listHouseholdsOfOnly(db, ada.user.id))).toEqual(sorted);
});
