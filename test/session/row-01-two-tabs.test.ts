import { expect, it } from 'vitest';
import { commit, giveDetails, itemsIn, listFoods, start } from '../put-away/steps.js';
import { signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

/** Row 1: the pending key crosses between tabs. */
async function twoTabsInterleaved(server: LarderServer): Promise<void> {
  const { visitor } = await signUp(server.visitor());
  const [oneTab, otherTab] = [visitor.clone(), visitor.clone()];
  // Foods that nobody knows go where the entry was begun.
  let one = await start(oneTab, 'Fridge');
  let other = await start(otherTab, 'Freezer');
  one = await listFoods(one, 'Zorbulons', 'Quibbles');
  other = await listFoods(other, 'Snarks');
  other = await giveDetails(other);
  one = await giveDetails(one);
  await commit(one);
  await commit(other);
  expect(await itemsIn(visitor, 'Fridge')).toEqual(['Quibbles', 'Zorbulons']);
  expect(await itemsIn(visitor, 'Freezer')).toEqual(['Snarks']);
}

it('puts each entry’s food into its own place when two tabs take turns step by step', async () => {
  await withServers({}, twoTabsInterleaved);
});

it('the naive way mixes the two entries up', async () => {
  await expectNaiveToFail(1, twoTabsInterleaved);
});
