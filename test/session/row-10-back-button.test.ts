import { beforeAll, describe, expect, it } from 'vitest';
import {
  choosePlace,
  commit,
  fillDetails,
  giveDetails,
  itemsIn,
  lineId,
  listFoods,
  reviewLines,
  toReview,
} from '../put-away/steps.js';
import { type Person, signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { usingServer } from '../support/using-server.js';
import { placePage } from './messages.js';
import { expectNaiveToFail } from './naive/using-naive.js';

/** What is stored is what the review said that its button stood under, whatever was changed since. */
async function storesNothingThroughOldReview(server: LarderServer): Promise<void> {
  const { visitor } = await signUp(server.visitor());
  const review = await toReview(visitor, 'Pantry', 'Rice');
  const old = review.form(/\/commit$/);
  await choosePlace(await review.click(/Change the place/), 'Fridge');
  const answer = await old.submit();
  expect(await itemsIn(visitor, 'Pantry')).toEqual([]);
  expect(await itemsIn(visitor, 'Fridge')).toEqual([]);
  // What was reviewed is not what the draft says now: the open step is asked first.
  expect(answer.path).toMatch(/\/details$/);
  const now = await giveDetails(answer);
  const refused = await old.submit();
  expect(refused.status).toBe(409);
  expect(reviewLines(refused)).toEqual([
    'Place: Fridge',
    expect.stringMatching(/^Rice: 1, best before about .+ estimated\)$/),
  ]);
  expect(await itemsIn(visitor, 'Fridge')).toEqual([]);
  await commit(now);
  expect(await itemsIn(visitor, 'Fridge')).toEqual(['Rice']);
}

it('the naive way puts the food where the review never said', async () => {
  await expectNaiveToFail(1, storesNothingThroughOldReview);
});

describe('Row 10: the back button', () => {
  const server = usingServer();
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(server.visitor());
  });

  it('asks what depended on the first step again when that is changed after the third, and keeps what was typed', async () => {
    const details = await listFoods(await choosePlace(await start(), 'Fridge'), 'Milk', 'Peas');
    const review = await giveDetails(details, { Milk: [2, 'l', '2030-01-31'], Peas: [500, 'g'] });
    expect(review.path).toMatch(/\/review$/);

    const asked = await choosePlace(await review.click(/Change the place/), 'Freezer');
    expect(asked.path).toMatch(/\/details$/);
    const form = asked.form(/\/details$/);
    expect(form.value(`quantity_${lineId(asked, 'Milk')}`)).toBe('2');
    expect(form.value(`best_before_${lineId(asked, 'Milk')}`)).toBe('31 Jan 2030');
    // The review may not be skipped to: the last step is not done any more.
    expect((await ada.visitor.get(review.path)).path).toBe(asked.path);

    const again = await fillDetails(asked, { Milk: [1.5, 'l', '2030-06-01'] }).submit();
    expect(reviewLines(again)).toEqual([
      'Place: Freezer',
      expect.stringMatching(/^Milk: 1.5 l, best before 1 Jun 2030/),
      expect.stringMatching(/^Peas: 500 g, best before about .+ estimated\)$/),
    ]);
    await commit(again);
    expect(await itemsIn(ada.visitor, 'Fridge')).toEqual([]);
    expect(await itemsIn(ada.visitor, 'Freezer')).toEqual(['Milk', 'Peas']);
    const shelf = await placePage(ada.visitor, 'Freezer');
    expect(shelf.texts('.items .item .number').sort()).toEqual(['1.5 l', '500 g']);
  });

  it('stores nothing through an old review that the browser still shows', async () => {
    await storesNothingThroughOldReview(server);
  });

  it('asks nothing again when going back changed nothing', async () => {
    const review = await toReview(ada.visitor.clone(), 'Pantry', 'Oats');
    const back = await review.click(/Change the place/);
    const answer = await back.form(/\/place$/).submit();
    expect(answer.path).toBe(review.path);
    expect(answer.form(/\/commit$/).value('revision')).toBe(review.form(/\/commit$/).value('revision'));
  });

  async function start() {
    return (await ada.visitor.get('/put-away')).form('main .page-header form').submit();
  }
});
