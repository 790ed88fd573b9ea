import { expect, test, vi } from 'vitest';
import { happenedForm, into, usingKitchen } from './kitchen.js';

const { itemPage, larder } = usingKitchen();

test('A tap starts from the item as it is, when another process changes it after the tap has read it', async () => {
  const form = happenedForm(await itemPage('Minced beef'));
  const { db } = larder;
  const freezer = await db
    .selectFrom('places')
    .select('id')
    .where('kind', '=', 'freezer')
    .executeTakeFirstOrThrow();
  const begin = db.transaction.bind(db);
  const transaction = vi.spyOn(db, 'transaction').mockImplementationOnce(() => {
    const builder = begin();
    const execute = builder.execute.bind(builder);
    builder.execute = async (work) => {
      await db
        .updateTable('items')
        .set((e) => ({ place_id: freezer.id, frozen_on: '2026-11-20', revision: e('revision', '+', 1) }))
        .execute();
      return execute(work);
    };
    return builder;
  });
  const page = await form.submit(into('Pantry'));
  transaction.mockRestore();
  expect(page.flashes()).toEqual([expect.stringContaining('Minced beef')]);
  const item = await db.selectFrom('items').select(['frozen_on', 'thawed_on']).executeTakeFirstOrThrow();
  expect(item).toEqual({ frozen_on: '2026-11-20', thawed_on: '2026-11-24' });
});
