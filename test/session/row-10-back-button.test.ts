import { beforeAll, describe, expect, it } from 'vitest';
import {
  commit,
  fillDetails,
  giveDetails,
  itemsIn,
  lineId,
  linesOn,
  listFoods,
  placeId,
  start,
  toLines,
} from '../put-away/steps.js';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { usingServer } from '../support/using-server.js';
import { placePage } from './messages.js';
import { expectNaiveToFail } from './naive/using-naive.js';

/** What is stored is what the page said that its button stood under, whatever was changed since. */
async function storesNothingThroughOldPage(server: LarderServer): Promise<void> {
  const { visitor } = await signUp(server.visitor());
  const old = await listFoods(await start(visitor, 'Pantry'), 'Zorbulons');
  const foods = await visitor.clone().get(old.path.replace('details', 'foods'));
  await listFoods(foods, 'Snarks');
  const answer = await commit(old);
  expect(await itemsIn(visitor, 'Pantry')).toEqual([]);
  // What was looked at is not what the entry says now: both are shown.
  expect(answer.status).toBe(409);
  expect(linesOn(answer)).toEqual(['Snarks: in Pantry']);
  await commit(answer);
  expect(await itemsIn(visitor, 'Pantry')).toEqual(['Snarks']);
}

it('the naive way stores what the page never said', async () => {
  await expectNaiveToFail(1, storesNothingThroughOldPage);
});

describe('Row 10: the back button', () => {
  const server = usingServer();
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(server.visitor());
  });
  const addMore = (page: Page) => page.form(/\/details$/).submit('Add more');

  it('asks for the lines again when the list is changed after them, and keeps what was typed', async () => {
    const lines = await toLines(ada.visitor, 'Freezer', 'Milk', 'Peas');
    const saved = await giveDetails(lines, { Milk: [2, 'l', '2030-01-31'], Peas: [500, 'g'] });
    const asked = await listFoods(
      await addMore(saved),
      'Milk in Freezer',
      'Peas in Freezer',
      'Ice in Freezer',
    );
    expect(linesOn(asked)).toEqual([
      'Milk: 2 l, 31 Jan 2030, in Freezer',
      expect.stringMatching(/^Peas: 500 g, about .+, in Freezer$/),
      'Ice: in Freezer',
    ]);
    // The page of before may not commit: it did not say all of it.
    expect((await commit(saved)).status).toBe(409);
    expect(await itemsIn(ada.visitor, 'Freezer')).toEqual([]);

    fillDetails(asked, { Milk: [1.5, 'l', '2030-06-01'] });
    asked
      .form(/\/details$/)
      .fill({ [`place_${lineId(asked, 'Milk')}`]: await placeId(ada.visitor, 'Fridge') });
    await commit(asked);
    expect(await itemsIn(ada.visitor, 'Fridge')).toEqual(['Milk']);
    expect(await itemsIn(ada.visitor, 'Freezer')).toEqual(['Ice', 'Peas']);
    const shelf = await placePage(ada.visitor, 'Fridge');
    expect(shelf.texts('.items .item .number')).toEqual(['1.5 l']);
  });

  it('stores nothing through an old page that the browser still shows', async () => {
    await storesNothingThroughOldPage(server);
  });

  it('asks nothing again when going back changed nothing', async () => {
    const saved = await giveDetails(await toLines(ada.visitor.clone(), 'Pantry', 'Oats'), {
      Oats: [2, 'kg'],
    });
    const answer = await (await addMore(saved)).form(/\/foods$/).submit('Next');
    expect(answer.path).toBe(saved.path);
    expect(answer.form(/\/details$/).value('revision')).toBe(saved.form(/\/details$/).value('revision'));
  });
});
