import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, openPostgres } from '../../src/database/database.js';
import { openPool } from '../../src/database/postgres/pool.js';
import { thoseHad } from '../../src/foods/had.repository.js';
import { listHistory } from '../../src/history/history.repository.js';
import { findPastPlace } from '../../src/history/past.repository.js';
import { listNear } from '../../src/items/eat-first.repository.js';
import { listItemsIn, listItemsOfFoods } from '../../src/items/item.repository.js';
import type { Member } from '../../src/members/member.js';
import { findMember } from '../../src/members/user.repository.js';
import { search } from '../../src/pages/search/search.repository.js';
import { listPlaces } from '../../src/places/place.repository.js';
import { findOpen } from '../../src/shopping/shopping.repository.js';
import { newPostgres } from '../support/engine.js';
import { whenFileIsDone } from '../support/when-done.js';
import { fillMany } from './many-households.js';

const MANY = { households: 200, foods: 60 };
/** Somebody in the middle; their household's foods, actions and entries begin with this id. */
const WHO = 100;
const FIRST = (WHO - 1) * MANY.foods + 1;
/** No table has more rows of one household; some are read twice or in parts. */
const OF_ONE = 2 * MANY.foods;

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** Tables of which a plan reads more rows than one household has. */
function readsTooMuch(plan: Plan): string[] {
  const rows = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  const table = plan['Relation Name'];
  const own =
    table !== undefined && rows > OF_ONE ? [`${plan['Node Type']} of ${rows} rows of ${table}`] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(readsTooMuch)];
}

describe('With many households, a query reads the rows of one:', () => {
  const sent: { text: string; values: unknown[] }[] = [];
  let pool: pg.Pool;
  let db: Database;
  let member: Member;

  beforeAll(async () => {
    const { url, made } = newPostgres();
    await made;
    pool = openPool(url);
    pool.on('connect', (client) => keepWhatIsSent(client, sent));
    db = openPostgres(pool);
    whenFileIsDone(() => db.destroy());
    await fillMany(db, MANY);
    member = (await findMember(db, WHO)) as Member;
  });

  /** As it is for a million: a table of some hundred rows would be read whole, since that is quicker still. */
  async function planOf(text: string, values: unknown[]): Promise<Plan> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (const way of ['seqscan', 'hashjoin', 'mergejoin'])
        await client.query(`set local enable_${way} = off`);
      const { rows } = await client.query(`explain (analyze, format json) ${text}`, values);
      return rows[0]['QUERY PLAN'][0].Plan;
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  const ids = Array.from({ length: 20 }, (_, n) => FIRST + n);
  const place = WHO * 3;
  test.each<[string, () => Promise<unknown>]>([
    ['who is signed in', () => findMember(db, WHO)],
    ['the places', () => listPlaces(db, member)],
    ['the items of a place', () => listItemsIn(db, member, place)],
    ['the items of foods', () => listItemsOfFoods(db, member, ids)],
    ['what to eat first', () => listNear(db, member, { until: '2026-03-05', lainSince: '2026-01-01' })],
    ['the history', () => listHistory(db, member, { most: 20 })],
    ['the history of an item', () => listHistory(db, member, { most: 20, itemId: FIRST + 2 })],
    ['the history of foods', () => listHistory(db, member, { most: 20, foodIds: ids.slice(0, 3) })],
    ['a place on a past day', () => findPastPlace(db, member, place, new Date('2026-02-10T00:00:00Z'))],
    ['the lines of a name', () => findOpen(db, member, 'Line 30')],
    ['a search', () => search(db, member, 'spinach', 20)],
    [
      'foods that were had',
      () =>
        thoseHad(
          db,
          member,
          ids.map((id) => ({ id, name: 'Milk' })),
        ),
    ],
  ])('%s', async (_what, work) => {
    sent.length = 0;
    await work();
    const queries = sent.splice(0);
    expect(queries.length).toBeGreaterThan(0);
    for (const { text, values } of queries) {
      expect([text, readsTooMuch(await planOf(text, values))]).toEqual([text, []]);
    }
  });

  test('and one that reads those of all is found out', async () => {
    const plan = await planOf('select count(*) from items where unit = $1', ['l']);
    expect(readsTooMuch(plan)).toHaveLength(1);
  });
});

function keepWhatIsSent(client: pg.PoolClient, sent: { text: string; values: unknown[] }[]): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((...given: unknown[]) => {
    const [text, values] = given;
    if (typeof text === 'string' && /^\s*(select|with)/.test(text))
      sent.push({ text, values: values as unknown[] });
    return query(...given);
  }) as typeof client.query;
}
