import { expect, it } from 'vitest';
import { signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';
import { leaveMessages, messageIn, placePage, shelfIn, shelves } from './messages.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

/** Row 4: a flash message in the wrong tab, twice, or eaten by a prefetch. */
async function onlyTheTabThatActed(one: LarderServer, other: LarderServer): Promise<void> {
  const { visitor } = await signUp(one.visitor());
  const [tabA, tabB] = [visitor, new Visitor(other.url, { cookies: visitor.cookies })];
  const fridge = await placePage(tabA, 'Fridge');
  const answer = await fridge
    .form(/\/items$/)
    .fill({ name: 'Food 1' })
    .submitRaw();
  const address = answer.location ?? '';
  const plain = address.replace(/[?&]flash=[^&]*/, '');
  const inB = [await tabB.getRaw(plain), await tabB.getRaw('/')];
  expect(inB.flatMap((page) => page.flashes())).toEqual([]);
  await tabB.getRaw(address, { 'sec-purpose': 'prefetch' });
  await tabB.requestRaw('HEAD', address);
  expect((await tabA.getRaw(address)).flashes().map(messageIn)).toEqual(['Food 1']);
  expect((await tabA.getRaw(address)).flashes()).toEqual([]);
}

async function fiftyMessagesFortyReaders(one: LarderServer, other: LarderServer): Promise<void> {
  const { visitor } = await signUp(one.visitor());
  const tabs = [visitor, new Visitor(other.url, { cookies: visitor.cookies })];
  const names = shelves(50);
  const addresses = await leaveMessages(tabs, names);
  // Each reader goes through five of the addresses, so that each message has four who ask for it.
  const readers = Array.from({ length: 40 }, async (_, reader) => {
    const seen: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const address = addresses[(reader * 5 + n * 11) % 50] ?? '';
      const page = await tabs[reader % 2]?.getRaw(address);
      seen.push(...(page?.flashes() ?? []).map(shelfIn));
    }
    return seen;
  });
  const seen = (await Promise.all(readers)).flat();
  expect(seen.sort()).toEqual([...names].sort());
}

it('shows a message in the tab that acted, not in another, a prefetch or a HEAD', async () => {
  await withServers({ count: 2 }, onlyTheTabThatActed);
});

it('shows each of 50 messages once to 40 readers on two processes', async () => {
  await withServers({ count: 2 }, fiftyMessagesFortyReaders);
});

it('the naive way shows a message in whatever tab is loaded next', async () => {
  await expectNaiveToFail(2, onlyTheTabThatActed);
});

it('the naive way loses messages, or shows them twice', async () => {
  await expectNaiveToFail(2, fiftyMessagesFortyReaders);
});
