import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../support/page.js';
import { signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import type { Visitor } from '../support/visitor.js';
import {
  choice,
  choosePlace,
  commit,
  giveDetails,
  itemsIn,
  lineId,
  listFoods,
  reviewLines,
  start,
} from './steps.js';
import { Stored } from './stored.js';

const server = usingServer();
let ada: Visitor;
beforeEach(async () => {
  ada = (await signUp(server.visitor())).visitor;
});

async function deletePlace(page: Page, name: string): Promise<void> {
  await ada.clone().post(`/places/${choice(page, name)}/delete`);
}

describe('a place that is deleted while the entry waits', () => {
  async function atDetails() {
    const where = await start(ada);
    const foods = await choosePlace(where, 'Fridge');
    return { where, details: await listFoods(foods, 'Milk', 'Eggs') };
  }

  it('is asked for again, and all that was saved is kept', async () => {
    const { where, details } = await atDetails();
    const review = await giveDetails(details, { Milk: [2, 'l', '2030-01-31'] });
    await deletePlace(where, 'Fridge');
    const asked = await ada.get(review.path);
    expect(asked.path).toMatch(/\/place\?flash=/);
    expect(asked.flashes().join()).toMatch(/gone/);
    expect(() => choice(asked, 'Fridge')).toThrow(/no choice/);
    const again = await choosePlace(asked, 'Freezer');
    expect(again.path).toMatch(/\/details$/);
    const done = await giveDetails(again);
    expect(reviewLines(done)).toEqual([
      'Place: Freezer',
      expect.stringMatching(/^Milk: 2 l, best before 31 Jan 2030/),
      'Eggs: 1, no date',
    ]);
    await commit(done);
    expect(await itemsIn(ada, 'Freezer')).toEqual(['Eggs', 'Milk']);
  });

  it('keeps the list of foods that is sent just then', async () => {
    const { where, details } = await atDetails();
    const foods = await details.click('Back');
    await deletePlace(where, 'Fridge');
    const asked = await listFoods(foods, 'Milk', 'Eggs', 'Twenty more things');
    expect(asked.path).toMatch(/\/place/);
    const again = await choosePlace(asked, 'Pantry');
    expect(again.texts('tbody th')).toEqual(['Milk', 'Eggs', 'Twenty more things']);
  });

  it('is told of beside what the redirect said that led to it', async () => {
    const { where, details } = await atDetails();
    const foods = (await details.click('Back')).form(/\/foods$/);
    const told = await foods.fill({ names: 'Shopping:\nMilk' }).submitRaw();
    await deletePlace(where, 'Fridge');
    const asked = await ada.get(told.location ?? '');
    expect([asked.path.replace(/\?.*/, ''), asked.flashes()]).toEqual([
      where.path,
      ['Left out: “Shopping:”.', expect.stringMatching(/gone/)],
    ]);
  });

  it('keeps the details that are sent just then', async () => {
    const { where, details } = await atDetails();
    await deletePlace(where, 'Fridge');
    const asked = await giveDetails(details, { Milk: [2, 'l', '2030-01-31'], Eggs: [12] });
    expect(asked.path).toMatch(/\/place/);
    const again = await choosePlace(asked, 'Pantry');
    expect(again.form(/\/details$/).values()).toMatchObject({
      [`quantity_${lineId(again, 'Milk')}`]: '2',
      [`best_before_${lineId(again, 'Milk')}`]: '31 Jan 2030',
      [`quantity_${lineId(again, 'Eggs')}`]: '12',
    });
  });

  it('stores nothing when it goes between the review and the last button', async () => {
    const { where, details } = await atDetails();
    const review = await giveDetails(details);
    await deletePlace(where, 'Fridge');
    const before = new Stored(server.dataDir).counts();
    const asked = await commit(review);
    expect(asked.path).toMatch(/\/place\?flash=/);
    expect(new Stored(server.dataDir).counts()).toEqual(before);
  });

  it('may be chosen in an old form, which then says so and keeps the form', async () => {
    const where = await start(ada);
    await deletePlace(where, 'Fridge');
    const asked = await choosePlace(where, 'Fridge');
    expect(asked.status).toBe(422);
    expect(asked.errors().place_id).toMatch(/gone/);
    expect((await choosePlace(asked, 'Pantry')).path).toMatch(/\/foods$/);
  });

  it('is listed without its name, and can still be gone on with', async () => {
    const { where, details } = await atDetails();
    await deletePlace(where, 'Fridge');
    const list = await ada.get('/put-away');
    expect(list.texts('main .items .item-name')).toEqual(['Milk, Eggs']);
    expect(list.text).not.toContain('Fridge');
    expect((await ada.get(details.path)).path).toMatch(/\/place\?flash=/);
  });
});

it('starts without a place when the page that it is started from is of one that is gone', async () => {
  const where = await start(ada);
  const id = choice(where, 'Fridge');
  const place = await ada.get(`/places/${id}`);
  await deletePlace(where, 'Fridge');
  expect((await place.form('/put-away').submit()).path).toMatch(/\/place$/);
});

it('never takes a place of another household, nor tells whether there is one', async () => {
  const grace = (await signUp(server.visitor())).visitor;
  const hers = choice(await start(grace), 'Fridge');
  const where = await start(ada);
  const answers = await Promise.all(
    [hers, '999999'].map((id) =>
      where
        .form(/\/place$/)
        .tamper({ place_id: id })
        .submit(),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([422, 422]);
  expect(answers[0]?.errors()).toEqual(answers[1]?.errors());
  const started = await ada.post('/put-away', { place_id: hers });
  expect(started.path).toMatch(/\/place$/);
  expect(await itemsIn(grace, 'Fridge')).toEqual([]);
});
