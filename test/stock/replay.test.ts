import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import type { Member } from '../../src/people/person.js';
import { checkStock } from '../../src/stock/check.repository.js';
import { deleteItem, editItem } from '../../src/stock/item-changes.repository.js';
import { addPutAway } from '../../src/stock/item-entry.repository.js';
import { addPlace, deletePlace, editPlace } from '../../src/stock/place.repository.js';
import { CannotUndo, undoAction } from '../../src/stock/undo.repository.js';
import { Choices } from '../support/seeded.js';
import { freshDatabase, LATER, newcomer, put, some } from './households.js';

let db: Database;
let ada: Member;

beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
});

const problems = async () => (await checkStock(db, ada.household.id)).problems;

const FOODS = ['Milk', 'Eggs', 'Rice', 'MILK', 'Plum jam'];

/** Does something at random to a household, as its people might; what can't be undone is left. */
async function live(random: Choices): Promise<void> {
  const anyOf = async (table: 'items' | 'places' | 'actions') => {
    const rows = await db
      .selectFrom(table)
      .select('id')
      .where('household_id', '=', ada.household.id)
      .execute();
    return random.pick(rows)?.id ?? 0;
  };
  const content = () => some(random.oneOf(FOODS), { quantityMilli: 1 + random.below(5000) });
  const place = await anyOf('places');
  const item = await anyOf('items');
  const change = { ...content(), placeId: place };
  await random.oneOf([
    () => db.transaction().execute((trx) => addPutAway(trx, ada, place, [content(), content()], LATER)),
    () => editItem(db, ada, item, change, undefined, LATER),
    () => editItem(db, ada, item, change, undefined, LATER),
    () => deleteItem(db, ada, item, LATER),
    () => addPlace(db, ada, { name: `Shelf ${random.below(1e9)}`, kind: 'other' }, LATER),
    () => editPlace(db, ada, place, { name: `Box ${random.below(1e9)}`, kind: 'pantry' }, LATER),
    async () => random.below(4) === 0 && deletePlace(db, ada, place, LATER),
    async () => undoAction(db, ada, await anyOf('actions'), LATER).catch(unlessRefused),
    async () => undoAction(db, ada, await anyOf('actions'), LATER).catch(unlessRefused),
  ])();
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof CannotUndo)) throw error;
}

describe('The journal, replayed', () => {
  test.each([1, 2, 3, 4, 5, 6])('gives the stock as it is, whatever happened (seed %i)', async (seed) => {
    const random = new Choices(seed, 'history');
    await addPlace(db, ada, { name: 'Cellar', kind: 'other' }, LATER);
    for (let n = 0; n < 150; n += 1) {
      const places = await db.selectFrom('places').select('id').execute();
      if (places.length === 0) await addPlace(db, ada, { name: 'Fridge', kind: 'fridge' }, LATER);
      await live(random);
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
