import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, startOfDay } from '../../src/calendar/day.js';
import type { Database } from '../../src/database/database.js';
import { findPastPlace } from '../../src/history/past.repository.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { deleteItem, editItem } from '../../src/items/item-changes.repository.js';
import type { Member } from '../../src/members/member.js';
import { deletePlace, editPlace } from '../../src/places/place.repository.js';
import { live } from '../stock/histories.js';
import { freshDatabase, lastAction, NOON, newcomer, placeOf, put, some } from '../stock/households.js';
import { Choices } from '../support/seeded.js';

let db: Database;
let ada: Member;
let fridge: number;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  fridge = await placeOf(db, ada, 'Fridge');
});

/** So many hours after noon of the day on which everything begins. */
const hour = (after: number) => new Date(NOON.getTime() + after * 3_600_000);
const inFridge = async (until: Date) => {
  const past = await findPastPlace(db, ada, fridge, until);
  return past?.wasThere
    ? past.items.map(({ name, quantityMilli }) => `${name} ${quantityMilli}`)
    : 'not there';
};
const edit = (id: number, placeId: number, at: Date, quantityMilli = 2) =>
  editItem(db, ada, id, { ...some('Milk', { quantityMilli }), placeId }, undefined, at);

describe('What was in a place', () => {
  test('is what had come by then and had not gone, as it was then', async () => {
    const freezer = await placeOf(db, ada, 'Freezer');
    const { id } = await put(db, ada, 'Fridge', some('Milk'));
    await edit(id, fridge, hour(2));
    await edit(id, freezer, hour(4));
    await edit(id, fridge, hour(6), 5);
    await deleteItem(db, ada, id, hour(8));
    const seen = [];
    for (const until of [0, 1, 3, 5, 7, 9]) seen.push(await inFridge(hour(until)));
    expect(seen).toEqual(['not there', ['Milk 1000'], ['Milk 2'], [], ['Milk 5'], []]);
  });

  test('is in the order in which to eat it, without a date last', async () => {
    for (const [name, bestBefore] of [
      ['Salt', null],
      ['Eggs', '2026-03-09'],
      ['Feta', '2026-03-04'],
    ] as const)
      await put(db, ada, 'Fridge', some(name, { bestBefore }));
    expect(await inFridge(hour(1))).toEqual(['Feta 1000', 'Eggs 1000', 'Salt 1000']);
  });

  test('is what it was before something was undone, and after', async () => {
    const { id } = await put(db, ada, 'Fridge', some('Milk'));
    await deleteItem(db, ada, id, hour(2));
    await undoAction(db, ada, await lastAction(db), hour(4));
    expect([await inFridge(hour(1)), await inFridge(hour(3)), await inFridge(hour(5))]).toEqual([
      ['Milk 1000'],
      [],
      ['Milk 1000'],
    ]);
  });

  test('is known of a place that is gone, by the name that it had then', async () => {
    await put(db, ada, 'Fridge', some('Milk'));
    await editPlace(db, ada, fridge, { name: 'Cool box', kind: 'other' }, hour(2));
    await deletePlace(db, ada, fridge, hour(4));
    const named = async (after: number) => (await findPastPlace(db, ada, fridge, hour(after)))?.place.name;
    expect([await named(1), await named(3)]).toEqual(['Fridge', 'Cool box']);
    expect(await inFridge(hour(3))).toEqual(['Milk 1000']);
    expect(await findPastPlace(db, ada, fridge, hour(5))).toMatchObject({
      place: { name: 'Cool box' },
      wasThere: false,
      isThere: false,
      items: [],
    });
    await undoAction(db, ada, await lastAction(db), hour(6));
    expect([await inFridge(hour(5)), await inFridge(hour(7))]).toEqual(['not there', ['Milk 1000']]);
  });

  test('is known of items that the journal never heard of, or only later', async () => {
    await put(db, ada, 'Fridge', some('Milk'));
    const { id } = await put(db, ada, 'Fridge', some('Rice', { quantityMilli: 3 }));
    await db.deleteFrom('actions').execute();
    await editItem(
      db,
      ada,
      id,
      { ...some('Rice', { quantityMilli: 9 }), placeId: fridge },
      undefined,
      hour(4),
    );
    expect(await inFridge(hour(0))).toBe('not there');
    expect(await inFridge(hour(3))).toEqual(['Rice 3', 'Milk 1000']);
    expect(await inFridge(hour(5))).toEqual(['Rice 9', 'Milk 1000']);
  });

  test('is nobody else’s to see', async () => {
    const ben = await newcomer(db, 'ben');
    await put(db, ada, 'Fridge', some('Milk'));
    expect(await findPastPlace(db, ben, fridge, hour(1))).toBeUndefined();
    await deletePlace(db, ada, fridge, hour(2));
    expect(await findPastPlace(db, ben, fridge, hour(1))).toBeUndefined();
    expect(await findPastPlace(db, ada, 999, hour(1))).toBeUndefined();
  });
});

describe('Looking back', () => {
  const ZONE = 'Europe/Berlin';

  /** Every place with what is in it, as it stands in the file. */
  async function snapshot() {
    const places = await db
      .selectFrom('places')
      .selectAll()
      .where('household_id', '=', ada.household.id)
      .execute();
    const items = await db
      .selectFrom('items')
      .selectAll()
      .where('household_id', '=', ada.household.id)
      .execute();
    return new Map(
      places.map(({ id, name }) => [
        id,
        {
          name,
          items: items
            .filter(({ place_id }) => place_id === id)
            .map((item) => `${item.id}: ${item.quantity_milli}`)
            .sort(),
        },
      ]),
    );
  }

  test.each([1, 2, 3, 4])(
    'to any day shows what was seen then, whatever happened (seed %i)',
    async (seed) => {
      const random = new Choices(seed, 'looking back');
      const ben = await newcomer(db, 'ben');
      // Over the night in which the clocks go forward.
      let now = new Date('2026-03-26T05:00:00Z');
      const seen = [{ at: NOON, places: await snapshot() }];
      for (let n = 0; n < 120; n += 1) {
        now = new Date(now.getTime() + random.below(4 * 3_600_000));
        await live(db, ada, random, now);
        seen.push({ at: now, places: await snapshot() });
        await live(db, ben, random, now);
      }
      const ids = [...new Set(seen.flatMap(({ places }) => [...places.keys()]))];
      for (let day = '2026-02-28'; day <= '2026-04-08'; day = addDays(day, 1)) {
        const until = startOfDay(ZONE, addDays(day, 1));
        const then = seen.findLast(({ at }) => at < until)?.places;
        for (const id of ids) {
          const past = await findPastPlace(db, ada, id, until);
          const items = past?.items.map((item) => `${item.id}: ${item.quantityMilli}`).sort();
          const found = past?.wasThere ? { name: past.place.name, items } : undefined;
          expect(found, `place ${id} on ${day}`).toEqual(then?.get(id));
        }
      }
    },
  );
});
