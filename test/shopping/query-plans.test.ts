import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.js';
import type { Member } from '../../src/members/member.js';
import { hintsFor } from '../../src/pages/shopping/hints.repository.js';
import { listFinished, listLow } from '../../src/pages/shopping/suggestion.repository.js';
import { aislesOf, listAisles } from '../../src/shopping/aisle.repository.js';
import { countBought, findPutAway, guessPlaces, takeBought } from '../../src/shopping/bought.repository.js';
import { wanted } from '../../src/shopping/shopping.js';
import { findShoppingLines, listShopping } from '../../src/shopping/shopping.repository.js';
import { addToShopping } from '../../src/shopping/shopping-adding.repository.js';
import {
  editLine,
  removeLines,
  restoreLines,
  tickLine,
  untickLine,
} from '../../src/shopping/shopping-changes.repository.js';
import { freshDatabase, LATER, lastAction, NOON, newcomer, put, some } from '../stock/households.js';
import { plansIn, scans } from '../stock/plans.js';
import { temporaryFolder } from '../support/database.js';

const file = path.join(temporaryFolder(), 'larder.sqlite');
let db: Database;
let ada: Member;

beforeAll(async () => {
  db = await freshDatabase(file);
  ada = await newcomer(db, 'ada');
  await put(db, ada, 'Fridge', some('Milk'));
  await addToShopping(db, ada, ['Milk', 'Eggs'].map(wanted), NOON);
});

const inTransaction = (
  watched: Database,
  work: (trx: Parameters<typeof takeBought>[0]) => Promise<unknown>,
) => watched.transaction().execute(work);

describe('Nothing about the list looks at more rows than it needs, whatever was bought before', () => {
  test.each<[string, (watched: Database) => Promise<unknown>]>([
    ['the list', (watched) => listShopping(watched, ada)],
    ['some of its lines', (watched) => findShoppingLines(watched, ada, [1, 2, 3])],
    ['adding', (watched) => addToShopping(watched, ada, ['Tea', 'milk'].map(wanted), NOON)],
    ['ticking', (watched) => tickLine(watched, ada, 1, NOON)],
    ['unticking', (watched) => untickLine(watched, ada, 1, NOON)],
    ['changing a line', (watched) => editLine(watched, ada, 1, wanted('Oat milk'), 1)],
    ['taking off', (watched) => removeLines(watched, ada, [1], NOON)],
    ['putting back', (watched) => restoreLines(watched, ada, [1])],
    [
      'putting away',
      async (watched) => {
        const action = await lastAction(db);
        await tickLine(watched, ada, 2, LATER);
        await inTransaction(watched, (trx) => takeBought(trx, ada, [2], action));
      },
    ],
    [
      'what an undo puts back on the list',
      async (watched) => countBought(watched, ada, await lastAction(db)),
    ],
    ['its aisles', (watched) => aislesOf(watched, ada, ['Milk', 'Tea'])],
    ['the order of its aisles', (watched) => listAisles(watched, ada)],
    [
      'what there is of things, and what was thrown away',
      (watched) => hintsFor(watched, ada, ['Milk', 'Tea'], LATER),
    ],
    ['what was put away', (watched) => findPutAway(watched, ada, [1, 2])],
    ['where foods were kept', (watched) => guessPlaces(watched, ada, ['Milk', 'Eggs', 'Dragon fruit'])],
    ['what is low', (watched) => listLow(watched, ada, 10)],
    ['what was finished', (watched) => listFinished(watched, ada, NOON, 10)],
  ])('%s', async (_what, work) => {
    expect(scans(await plansIn(file, work))).toEqual([]);
  });

  test('the list finds its lines by what they are, not by going through all that was ever bought', async () => {
    const plans = await plansIn(file, (watched) => listShopping(watched, ada));
    const found = plans.filter((plan) => plan.startsWith('SEARCH l ')).map((plan) => plan.split(' – ')[0]);
    expect(found).toEqual([
      'SEARCH l USING INDEX shopping_lines_on_list (household_id=? AND removed_at=? AND put_away_in=?)',
      'SEARCH l USING INDEX shopping_lines_on_list (household_id=? AND removed_at=? AND put_away_in=?)',
    ]);
  });
});
