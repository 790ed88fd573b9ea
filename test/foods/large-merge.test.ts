import { beforeAll, expect, test } from 'vitest';
import { inParts } from '../../src/database/lists.js';
import { placePage } from '../session/messages.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp({ start: '2026-11-24T12:00:00Z' });
const COUNT = 4_000;
let ada: Person;

beforeAll(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
  for (const name of ['Jam', 'Marmalade'])
    await (await placePage(ada.visitor, 'Pantry'))
      .form(/\/items$/)
      .fill({ name })
      .submit();
  const { id: _, ...row } = await larder.db
    .selectFrom('items')
    .selectAll()
    .orderBy('id')
    .executeTakeFirstOrThrow();
  for (const part of inParts(Array.from({ length: COUNT - 1 }, () => row)))
    await larder.db.insertInto('items').values(part).execute();
});

/** How many items each food has, by its name. */
async function counts(): Promise<Record<string, number>> {
  const rows = await larder.db
    .selectFrom('items as i')
    .innerJoin('foods as f', 'f.id', 'i.food_id')
    .select((e) => ['f.name', e.fn.countAll<number>().as('items')])
    .groupBy('f.name')
    .execute();
  return Object.fromEntries(rows.map(({ name, items }) => [name, items]));
}

test('a food of 4,000 items is merged into another, and that is undone and told of', async () => {
  const before = await counts();
  expect(before).toEqual({ Jam: COUNT, Marmalade: 1 });
  const food = await (await ada.visitor.get('/foods')).click(/^Jam/);
  const merged = await food
    .form(/\/merge$/)
    .fill({ into: 'Marmalade' })
    .submit();
  expect([merged.status, await counts()]).toEqual([200, { Marmalade: COUNT + 1 }]);
  const back = await merged.form(/\/undo$/).submit();
  expect([back.status, await counts()]).toEqual([200, before]);
  for (const page of ['/journal', '/', '/foods', '/search?q=jam', food.path])
    expect([page, (await ada.visitor.get(page)).status]).toEqual([page, 200]);
});
