import path from 'node:path';
import { expect, it } from 'vitest';
import { itemsIn, toLines } from '../put-away/steps.js';
import { openSqlite } from '../support/database.js';
import { signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
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
    const file = openSqlite(path.join(one.dataDir, 'larder.sqlite'), { readonly: true });
    const count = (table: string) => file.prepare(`select count(*) from ${table}`).pluck().get();
    expect([count('items'), count('actions'), count('drafts'), count('foods')]).toEqual([3, 1, 1, 2]);
  });
});

it('the naive way stores the food once for each press', async () => {
  await expectNaiveToFail(2, twentyCommits);
});
