import { expect, it } from 'vitest';
import { giveDetails, linesOn, listFoods, start } from '../put-away/steps.js';
import { signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';
import { leaveMessages, shelfIn, shelves } from './messages.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

/** Row 2: lost updates. Each message that is left, and each that is taken, is a change of the session. */
async function twoHundredChanges(one: LarderServer, other: LarderServer): Promise<void> {
  const { visitor } = await signUp(one.visitor());
  const there = new Visitor(other.url, { cookies: visitor.cookies });
  const names = shelves(100);
  const addresses = await leaveMessages([visitor, there], names);
  const tabs = [there, visitor];
  const shown = await Promise.all(addresses.map((address, n) => tabs[n % 2]?.getRaw(address)));
  expect(shown.map((page) => page?.flashes().map(shelfIn))).toEqual(names.map((name) => [name]));
}

it('keeps 200 changes of one session by two processes: 100 messages left at once, 100 taken at once', async () => {
  await withServers({ count: 2 }, twoHundredChanges);
});

it('the naive way loses some of them', async () => {
  await expectNaiveToFail(2, twoHundredChanges);
});

it('keeps ten drafts that two processes start, and go on with, at once', async () => {
  await withServers({ count: 2 }, async (one, other) => {
    const { visitor } = await signUp(one.visitor());
    const tabs = [visitor, new Visitor(other.url, { cookies: visitor.cookies })];
    const ten = Array.from({ length: 10 }, (_, n) => n);
    const tab = (n: number) => tabs[n % 2] ?? visitor;
    const places = ['Fridge', 'Freezer', 'Pantry'];

    const boxes = await Promise.all(ten.map((n) => start(tab(n), places[n % 3])));
    const lines = await Promise.all(boxes.map((page, n) => listFoods(page, `Zorbulon ${n + 2}`)));
    expect(new Set(lines.map(({ path }) => path)).size).toBe(10);
    const saved = await Promise.all(lines.map((page) => giveDetails(page)));
    const said = saved.map((page) => linesOn(page).join());
    expect(said).toEqual(ten.map((n) => `Zorbulon ${n + 2}: in ${places[n % 3]}`));
  });
});
