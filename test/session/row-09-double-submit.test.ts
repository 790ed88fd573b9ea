import { expect, it } from 'vitest';
import { itemsIn, toLines } from '../put-away/steps.js';
import { signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { storedIn } from '../support/stored.js';
import { Visitor } from '../support/visitor.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

/** Row 9: double submit. */
async function twentyCommits(one: LarderServer, other: LarderServer): Promise<void> {
  const { visitor } = await signUp(one.visitor());
  const there = new Visitor(other.url, { cookies: visitor.cookies });
  const review = await toLines(visitor, 'Pantry', 'Rice', 'Beans', 'Beans');
  const reviews = [review, await there.get(review.path)];
  const presses = Array.from({ length: 20 }, (_, n) => reviews[n % 2]?.form(/\/details$/).submitRaw(/^Put/));
  const answers = await Promise.all(presses);
  expect(await itemsIn(visitor, 'Pantry')).toEqual(['Beans', 'Beans', 'Rice']);
  expect(answers.map((answer) => answer?.status)).toEqual(answers.map(() => 303));
  const addresses = answers.map((answer) => answer?.location?.replace(/\?flash=[\w-]+$/, ''));
  expect(new Set(addresses).size).toBe(1);
}

it('stores one set of records, and gives one address, when 20 commits of one draft come at once', async () => {
  await withServers({ count: 2 }, async (one, other) => {
    await twentyCommits(one, other);
    const file = storedIn(one.dataDir, 'larder');
    const count = async (table: string) => (await file.read(`select count(*) from ${table}`))[0];
    const counts = await Promise.all(['items', 'actions', 'drafts', 'foods'].map(count));
    expect(counts).toEqual([3, 1, 1, 2]);
  });
});

it('the naive way stores the food once for each press', async () => {
  await expectNaiveToFail(2, twentyCommits);
});
