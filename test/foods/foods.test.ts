import { describe, expect, test } from 'vitest';
import { usingFoods } from './kitchen.js';

const { larder, get, list, add, open } = usingFoods();

describe('The foods of a household', () => {
  test('are found from More, in people’s order, with how many items there are of each', async () => {
    expect((await (await get('/more')).click(/^Foods/)).text).toContain('No foods yet');
    await add('rice', 'Zander', 'éclair', 'Apple', 'rice');
    const apple = await (await get('/')).click('Apple');
    await apple
      .form(/^\/items\/\d+$/)
      .fill({ level: 'None left' })
      .submit();
    expect(await list()).toEqual([
      'Apple 1 item, which is out',
      'éclair 1 item',
      'rice 2 items',
      'Zander 1 item',
    ]);
  });

  test.each([
    ['ECLAIR', ['Éclair']],
    ['toma', ['Cherry tomatoes', 'Tomato purée']],
    ['tomato cherries', ['Cherry tomatoes']],
    ['zz', []],
  ])('can be filtered: %s', async (q, names) => {
    await add('Éclair', 'Cherry tomatoes', 'Tomato purée');
    const page = await get(`/foods?${new URLSearchParams({ q })}`);
    expect(page.texts('.food-name')).toEqual(names);
    expect(page.form('/foods').value('q')).toBe(q);
    if (names.length === 0) expect(page.text).toContain('None of your 3 foods is called “zz”. Show all');
  });

  test('have no filter while they are few', async () => {
    await add('Milk');
    expect((await get('/foods')).query('form[action="/foods"]')).toBeNull();
  });

  test('are shown a hundred at a time', async () => {
    await add('Milk');
    const { household_id } = await larder.db
      .selectFrom('foods')
      .select('household_id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const created_at = '2026-03-01T12:00:00.000Z';
    const rows = Array.from({ length: 250 }, (_, n) => ({
      household_id,
      name: `Food ${n + 1}`,
      name_key: `food ${n + 1}`,
      category: null,
      created_at,
    }));
    await larder.db.insertInto('foods').values(rows).execute();
    const first = await get('/foods');
    expect(first.texts('.food-name').slice(8, 11)).toEqual(['Food 9', 'Food 10', 'Food 11']);
    expect(first.text).toContain('1 to 100 of 251');
    const last = await (await first.click('The next ones')).click('The next ones');
    expect(last.texts('.food-name').at(-1)).toBe('Milk');
    expect(last.texts('.food-name')).toHaveLength(51);
    const filtered = await (await get('/foods?q=food+1')).click('The next ones');
    expect(filtered.path).toBe('/foods?q=food+1&after=100');
    for (const after of ['99999', 'x', '-1']) expect((await get(`/foods?after=${after}`)).status).toBe(200);
  });

  test('each have a page with their items and places', async () => {
    await add('Milk');
    const page = await open('Milk');
    expect([page.h1, page.texts('.lede'), page.texts('.item-meta')]).toEqual([
      'Milk',
      [],
      [expect.stringContaining('in Fridge')],
    ]);
    expect((await page.click('Milk')).h1).toBe('Milk');
    await add('Milk');
    expect((await open('Milk')).texts('.lede')).toEqual(['2 items.']);
    expect((await (await page.click('Milk')).click('All Milk')).path).toBe(page.path);
  });
});

test.each(['0', 'x', '999999', '1.5'])('There is no food %s', async (id) => {
  expect([(await get(`/foods/${id}`)).status, (await get(`/foods/${id}/journal`)).status]).toEqual([
    404, 404,
  ]);
});
