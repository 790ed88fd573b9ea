import { beforeAll, describe, expect, test } from 'vitest';
import { inParts } from '../../src/database/lists.js';
import { idsFromShort, idsInShort } from '../../src/pages/stock-take/ids-in-short.js';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp({ start: '2026-11-24T12:00:00Z' });
let ada: Person;

beforeAll(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
});

/** A place with so many items of a few foods, straight into the table. @returns its path */
async function placeOf(name: string, count: number): Promise<string> {
  const page = await (await ada.visitor.get('/places/new'))
    .form('/places')
    .fill({ name, kind: 'other' })
    .submit();
  const first = await page
    .form(/\/items$/)
    .fill({ name: 'Jam' })
    .submit();
  const placeId = Number(first.path.split(/[/?]/)[2]);
  const { id: _, ...row } = await larder.db
    .selectFrom('items')
    .selectAll()
    .where('place_id', '=', placeId)
    .executeTakeFirstOrThrow();
  for (const part of inParts(Array.from({ length: count - 1 }, () => row)))
    await larder.db.insertInto('items').values(part).execute();
  return `/places/${placeId}`;
}

const countIn = async (path: string) => {
  const { items } = await larder.db
    .selectFrom('items')
    .select((e) => e.fn.countAll<number>().as('items'))
    .where('place_id', '=', Number(path.split('/')[2]))
    .executeTakeFirstOrThrow();
  return items;
};
const step = (page: Page) => page.form(/\/(shelf|missing)$/);
const idsOn = (page: Page) => page.query('[name=listed]')?.getAttribute('value')?.split(',') ?? [];

/** Ticks some of what the shelf's page lists. @returns the page after it */
async function tick(path: string, some: (ids: string[]) => string[]): Promise<Page> {
  const shelf = await (await ada.visitor.get(path)).form('/stock-take').submit();
  return step(shelf)
    .tamper({ there: some(idsOn(shelf)) })
    .submit();
}

describe('A place of thousands of items', () => {
  test.each([1_100])('of %i is counted, ticked one and all', async (count) => {
    const path = await placeOf(`Ticked ${count}`, count);
    const review = await step(await tick(path, (ids) => ids)).submit();
    expect(review.text).toContain(`${count} items stay`);
    const done = await review.form(/\/commit$/).submit();
    expect([done.status, done.flashes()]).toEqual([200, ['Everything is there.']]);
  });

  test.each([750, 10_000])('of %i is counted with every other gone, and that is undone', async (count) => {
    const path = await placeOf(`Halved ${count}`, count);
    const missing = await tick(path, (ids) => ids.filter((_, n) => n % 2 === 0));
    const review = await step(missing).fill({ all: 'eaten' }).submit();
    const done = await review.form(/\/commit$/).submit();
    expect(done.status).toBe(200);
    expect(await countIn(path)).toBe(Math.ceil(count / 2));
    expect((await done.form(/\/undo$/).submit()).status).toBe(200);
    expect(await countIn(path)).toBe(count);
  });

  test.each([301])(
    'of %i is counted empty: what is not asked for by itself is as is said of all',
    async (count) => {
      const path = await placeOf(`Emptied ${count}`, count);
      const missing = await tick(path, () => []);
      const left = await step(missing).submit();
      expect([left.status, left.errors().all]).toEqual([
        422,
        'Choose for all of them: some are not listed here.',
      ]);
      const review = await step(left).fill({ all: 'thrown_away' }).submit();
      expect((await review.form(/\/commit$/).submit()).status).toBe(200);
      expect(await countIn(path)).toBe(0);
    },
  );

  test.each([10_000])('of %i is seen, deleted, undone and told of', async (count) => {
    const path = await placeOf(`Deleted ${count}`, count);
    expect((await ada.visitor.get(path)).status).toBe(200);
    const gone = await (await ada.visitor.get(`${path}/edit`)).form(/\/delete$/).submit();
    expect([gone.status, await countIn(path)]).toEqual([200, 0]);
    const back = await gone.form(/\/undo$/).submit();
    expect([back.status, await countIn(path)]).toEqual([200, count]);
    for (const page of ['/journal', '/', '/foods', '/search?q=jam', `${path}/on/2026-11-24`])
      expect([page, (await ada.visitor.get(page)).status]).toEqual([page, 200]);
  });
});

test.each([
  [[], ''],
  [[7], '7'],
  [[1, 2, 3, 5], '1-3,5'],
  [[9, 1, 8], '1,8-9'],
])('the ids %j are in short %j', (ids, text) => {
  expect(idsInShort(ids)).toBe(text);
  expect(idsFromShort(text)).toEqual([...ids].sort((a, b) => a - b));
});
