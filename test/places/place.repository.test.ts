import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import type { Member } from '../../src/members/member.js';
import {
  addPlace,
  deletePlace,
  editPlace,
  findPlace,
  findPlaceNamed,
  listPlaces,
  PlaceNameTaken,
} from '../../src/places/place.repository.js';
import { countStock } from '../../src/stock/stock.repository.js';
import {
  freshDatabase,
  LATER,
  lastAction,
  NOON,
  newcomer,
  placeOf,
  put,
  some,
  stockRows,
} from '../stock/households.js';

let db: Database;
let ada: Member;
let ben: Member;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  ben = await newcomer(db, 'ben');
});

const namesOf = async (member: Member) => (await listPlaces(db, member)).map(({ name }) => name);

describe('The places of a household', () => {
  test('start with a fridge, a freezer and a pantry', async () => {
    expect(await listPlaces(db, ada)).toMatchObject([
      { name: 'Fridge', kind: 'fridge', itemCount: 0 },
      { name: 'Freezer', kind: 'freezer', itemCount: 0 },
      { name: 'Pantry', kind: 'pantry', itemCount: 0 },
    ]);
  });

  test('are listed in the order in which they were made, each with its own count', async () => {
    await addPlace(db, ada, { name: 'Attic', kind: 'other' }, NOON);
    for (const name of ['Milk', 'Eggs']) await put(db, ada, 'Fridge', some(name));
    await put(db, ada, 'Attic', some('Wine'));
    await put(db, ben, 'Fridge', some('Beer'));
    const counts = (await listPlaces(db, ada)).map(({ name, itemCount }) => [name, itemCount]);
    expect(counts).toEqual([
      ['Fridge', 2],
      ['Freezer', 0],
      ['Pantry', 0],
      ['Attic', 1],
    ]);
  });

  test('are never another household’s', async () => {
    const shed = await addPlace(db, ben, { name: 'Shed', kind: 'other' }, NOON);
    expect(await namesOf(ada)).not.toContain('Shed');
    expect(await findPlace(db, ada, shed)).toBeUndefined();
    expect(await findPlaceNamed(db, ada, 'Shed')).toBeUndefined();
    expect(await findPlace(db, ben, shed)).toEqual({ id: shed, name: 'Shed', kind: 'other' });
  });

  test('can be neither changed nor deleted by another household', async () => {
    const fridge = await placeOf(db, ben, 'Fridge');
    await put(db, ben, 'Fridge', some('Beer'));
    const before = await stockRows(db);
    const actions = await lastAction(db);
    expect(await editPlace(db, ada, fridge, { name: 'Mine', kind: 'other' }, LATER)).toBeUndefined();
    expect(await deletePlace(db, ada, fridge, LATER)).toBeUndefined();
    expect(await stockRows(db)).toEqual(before);
    expect(await lastAction(db)).toBe(actions);
  });

  test('are counted for the one household, with their items', async () => {
    await put(db, ada, 'Fridge', some('Milk'));
    await put(db, ada, 'Pantry', some('Rice'));
    expect(await countStock(db, ada.household.id)).toEqual({ placeCount: 3, itemCount: 2 });
    expect(await countStock(db, ben.household.id)).toEqual({ placeCount: 3, itemCount: 0 });
  });
});

describe('The name of a place', () => {
  test.each(['Fridge', 'fridge', 'FRIDGE', ' Fridge ', 'ＦＲＩＤＧＥ'])(
    '%j is taken by “Fridge”',
    async (name) => {
      await expect(addPlace(db, ada, { name, kind: 'other' }, NOON)).rejects.toThrow(PlaceNameTaken);
      const pantry = await placeOf(db, ada, 'Pantry');
      await expect(editPlace(db, ada, pantry, { name, kind: 'pantry' }, NOON)).rejects.toThrow(
        PlaceNameTaken,
      );
      expect(await namesOf(ada)).toEqual(['Fridge', 'Freezer', 'Pantry']);
    },
  );

  test('may be the same in two households', async () => {
    await addPlace(db, ada, { name: 'Shed', kind: 'other' }, NOON);
    await addPlace(db, ben, { name: 'Shed', kind: 'other' }, NOON);
    expect(await namesOf(ben)).toContain('Shed');
  });

  test('can be written with other capitals by the place itself', async () => {
    const fridge = await placeOf(db, ada, 'Fridge');
    expect(await editPlace(db, ada, fridge, { name: 'FRIDGE', kind: 'fridge' }, NOON)).toEqual({
      id: fridge,
      name: 'FRIDGE',
      kind: 'fridge',
    });
  });

  test('is free again once its place is deleted', async () => {
    await deletePlace(db, ada, await placeOf(db, ada, 'Fridge'), NOON);
    const again = await addPlace(db, ada, { name: 'Fridge', kind: 'fridge' }, LATER);
    expect(await findPlaceNamed(db, ada, 'fridge')).toMatchObject({ id: again });
  });

  test('that was refused leaves nothing in the journal', async () => {
    const before = await db.selectFrom('actions').selectAll().execute();
    await expect(addPlace(db, ada, { name: 'fridge', kind: 'other' }, NOON)).rejects.toThrow(PlaceNameTaken);
    expect(await db.selectFrom('actions').selectAll().execute()).toEqual(before);
  });
});

describe('A form that makes a place', () => {
  test('makes it once, however often it is sent, even at the same time', async () => {
    const make = () => addPlace(db, ada, { name: 'Shed', kind: 'other' }, NOON, 'once-1');
    const ids = await Promise.all([make(), make(), make()]);
    expect(new Set(ids).size).toBe(1);
    expect((await namesOf(ada)).filter((name) => name === 'Shed')).toHaveLength(1);
  });

  test('of another household is never taken for it', async () => {
    const shed = await addPlace(db, ada, { name: 'Shed', kind: 'other' }, NOON, 'once-2');
    await expect(addPlace(db, ben, { name: 'Shed', kind: 'other' }, NOON, 'once-2')).rejects.toThrow();
    expect(await findPlace(db, ben, shed)).toBeUndefined();
  });
});

describe('Deleting a place', () => {
  test('takes its items along and says how many; nothing else goes', async () => {
    const milk = await put(db, ada, 'Fridge', some('Milk'));
    await put(db, ada, 'Fridge', some('Eggs'));
    const rice = await put(db, ada, 'Pantry', some('Rice'));
    const fridge = await placeOf(db, ada, 'Fridge');
    const deleted = await deletePlace(db, ada, fridge, LATER);
    expect(deleted).toMatchObject({ place: { id: fridge, name: 'Fridge' }, itemCount: 2 });
    expect(deleted?.actionId).toBe(await lastAction(db));
    const { places, items } = await stockRows(db);
    expect(places.map(({ id }) => id)).not.toContain(fridge);
    expect(items.map(({ id }) => id)).toEqual([rice.id]);
    expect(items.map(({ id }) => id)).not.toContain(milk.id);
  });

  test('a second time finds nothing', async () => {
    const fridge = await placeOf(db, ada, 'Fridge');
    await deletePlace(db, ada, fridge, NOON);
    expect(await deletePlace(db, ada, fridge, NOON)).toBeUndefined();
  });

  test('never gives its id to the next place', async () => {
    const shed = await addPlace(db, ada, { name: 'Shed', kind: 'other' }, NOON);
    await deletePlace(db, ada, shed, NOON);
    expect(await addPlace(db, ada, { name: 'Attic', kind: 'other' }, NOON)).toBeGreaterThan(shed);
  });
});
