import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { record } from '../../src/journal/journal.repository.js';
import type { Member } from '../../src/members/member.js';
import { worthSuggesting } from '../../src/pages/shopping/shopping.view.js';
import { listFinished, listLow } from '../../src/pages/shopping/suggestion.repository.js';
import { wanted } from '../../src/shopping/shopping.js';
import { listShopping } from '../../src/shopping/shopping.repository.js';
import { addToShopping } from '../../src/shopping/shopping-adding.repository.js';
import { tickLine } from '../../src/shopping/shopping-changes.repository.js';
import { freshDatabase, LATER, NOON, newcomer, put, some } from '../stock/households.js';

let db: Database;
let ada: Member;
let eve: Member;
beforeEach(async () => {
  db = await freshDatabase();
  ada = await newcomer(db, 'ada');
  eve = await newcomer(db, 'eve');
});

const low = async (member = ada) => (await listLow(db, member, 10)).map(({ name, why }) => `${name}: ${why}`);
const finished = async (since = NOON, member = ada) =>
  (await listFinished(db, member, since, 10)).map(({ name }) => name);

/** Eats all of an item. @returns the action's id */
async function eat(id: number, when = NOON): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .deleteFrom('items')
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return record(trx, ada, 'eaten', [{ subject: 'item', before, after: null }], when);
  });
}

describe('What is low', () => {
  test('or out, by name', async () => {
    await put(db, ada, 'Pantry', some('Salt', { level: 'low' }));
    await put(db, ada, 'Pantry', some('Flour', { level: 'out' }));
    await put(db, ada, 'Pantry', some('Rice', { level: 'have' }));
    await put(db, ada, 'Fridge', some('Milk'));
    expect(await low()).toEqual(['Flour: out', 'Salt: low']);
    expect(await low(eve)).toEqual([]);
  });

  test('but not while more of it is somewhere else', async () => {
    await put(db, ada, 'Pantry', some('Salt', { level: 'low' }));
    await put(db, ada, 'Fridge', some('salt'));
    await put(db, ada, 'Pantry', some('Flour', { level: 'out' }));
    await put(db, ada, 'Fridge', some('Flour', { level: 'have' }));
    expect(await low()).toEqual([]);
  });
});

describe('What was finished lately', () => {
  test('is a food of which nothing is left, the latest first', async () => {
    const { id: milk } = await put(db, ada, 'Fridge', some('Milk'));
    const { id: eggs } = await put(db, ada, 'Fridge', some('Eggs'));
    const { id: butter } = await put(db, ada, 'Fridge', some('Butter'));
    await put(db, ada, 'Freezer', some('Butter'));
    for (const id of [milk, butter, eggs]) await eat(id);
    expect(await finished()).toEqual(['Eggs', 'Milk']);
    expect(await finished(NOON, eve)).toEqual([]);
  });

  test('is nothing that was finished before, deleted by mistake, or put back', async () => {
    const { id: milk } = await put(db, ada, 'Fridge', some('Milk'));
    const { id: eggs } = await put(db, ada, 'Fridge', some('Eggs'));
    await eat(milk, NOON);
    const eaten = await eat(eggs, LATER);
    expect(await finished(LATER)).toEqual(['Eggs']);
    await undoAction(db, ada, eaten, LATER);
    expect(await finished(LATER)).toEqual([]);
  });
});

describe('What is suggested', () => {
  test('is each food once, and nothing that is on the list, to buy or bought', async () => {
    const said = ['Milk', 'Eggs', 'Bread', 'milk', 'Tea'].map((name) => ({ name, why: 'low' }) as const);
    const [, bread] = await addToShopping(db, ada, ['eggs', 'Bread'].map(wanted), NOON);
    await tickLine(db, ada, bread?.line.id ?? 0, NOON);
    const list = await listShopping(db, ada);
    expect(worthSuggesting(said, list, 10).map(({ name }) => name)).toEqual(['Milk', 'Tea']);
    expect(worthSuggesting(said, list, 1)).toHaveLength(1);
  });
});
