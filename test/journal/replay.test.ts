import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { checkStock } from '../../src/history/check.repository.js';
import { editItem } from '../../src/items/item-changes.repository.js';
import type { Member } from '../../src/members/member.js';
import { addPlace } from '../../src/places/place.repository.js';
import { live } from '../stock/histories.js';
import { freshDatabase, LATER, newcomer, put, some } from '../stock/households.js';
import { Choices } from '../support/seeded.js';

let db: Database;
let ada: Member;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
});

const problems = async () => (await checkStock(db, ada.household.id)).problems;

describe('The journal, replayed', () => {
  test.each([1, 2, 3, 4, 5, 6])('gives the stock as it is, whatever happened (seed %i)', async (seed) => {
    const random = new Choices(seed, 'history');
    await addPlace(db, ada, { name: 'Cellar', kind: 'other' }, LATER);
    for (let n = 0; n < 150; n += 1) {
      await live(db, ada, random, LATER);
    }
    const check = await checkStock(db, ada.household.id);
    expect(check.problems).toEqual([]);
    expect(check.entryCount).toBeGreaterThan(100);
  });

  test.each<[string, (id: number) => Promise<unknown>, RegExp]>([
    [
      'an item that was changed behind its back',
      (id) => db.updateTable('items').set({ unit: 'pinch' }).where('id', '=', id).execute(),
      /^item \d+ differs from the journal$/,
    ],
    [
      'an item that went behind its back',
      (id) => db.deleteFrom('items').where('id', '=', id).execute(),
      /^item \d+ is gone/,
    ],
    [
      'an item that it has lost the beginning of',
      (id) =>
        db.deleteFrom('journal_entries').where('subject_id', '=', id).where('before', 'is', null).execute(),
      /comes from nowhere/,
    ],
    [
      'an item that it never had',
      (id) => db.deleteFrom('journal_entries').where('subject_id', '=', id).execute(),
      /never had it/,
    ],
  ])('finds %s', async (_what, tamper, said) => {
    const { id } = await put(db, ada, 'Fridge', some('Milk'));
    await editItem(db, ada, id, { ...some('Milk', { unit: 'l' }), placeId: 1 }, undefined, LATER);
    expect(await problems()).toEqual([]);
    await tamper(id);
    expect(await problems()).toEqual([expect.stringMatching(said)]);
  });

  test('is each household’s own', async () => {
    const ben = await newcomer(db, 'ben');
    await put(db, ben, 'Fridge', some('Milk'));
    await db.updateTable('items').set({ unit: 'pinch' }).execute();
    expect(await problems()).toEqual([]);
    expect((await checkStock(db, ben.household.id)).problems).toHaveLength(1);
  });
});
