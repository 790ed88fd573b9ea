import { expect, it } from 'vitest';
import { choosePlace, commit, giveDetails, itemsIn, listFoods, start } from '../put-away/steps.js';
import { signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

/** Row 1: the pending key crosses between tabs. */
async function twoTabsInterleaved(server: LarderServer): Promise<void> {
  const { visitor } = await signUp(server.visitor());
  const [milkTab, peasTab] = [visitor.clone(), visitor.clone()];
  let milk = await start(milkTab);
  let peas = await start(peasTab);
  milk = await choosePlace(milk, 'Fridge');
  peas = await choosePlace(peas, 'Freezer');
  milk = await listFoods(milk, 'Milk', 'Butter');
  peas = await listFoods(peas, 'Peas');
  peas = await giveDetails(peas);
  milk = await giveDetails(milk);
  await commit(milk);
  await commit(peas);
  expect(await itemsIn(visitor, 'Fridge')).toEqual(['Butter', 'Milk']);
  expect(await itemsIn(visitor, 'Freezer')).toEqual(['Peas']);
}

it('puts each entry’s food into its own place when two tabs take turns step by step', async () => {
  await withServers({}, twoTabsInterleaved);
});

it('the naive way mixes the two entries up', async () => {
  await expectNaiveToFail(1, twoTabsInterleaved);
});
