import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Passwords } from '../../src/accounts/password.js';
import { readConfig } from '../../src/config.js';
import { type Seeded, seedHousehold } from '../../src/demo/seed-household.js';
import { openLarder } from '../../src/larder.js';
import { wanted } from '../../src/shopping/shopping.js';
import { addToShopping } from '../../src/shopping/shopping-adding.repository.js';
import { makeLogger } from '../../src/web/log.js';
import { freshDatabase, NOON } from '../stock/households.js';
import { scans, stepsOf } from '../stock/plans.js';
import { SettableClock } from '../support/clock.js';
import { openSqlite, temporaryFolder } from '../support/database.js';
import { PASSWORD, signIn } from '../support/people.js';
import { QUICK_COST } from '../support/quick-cost.mjs';
import { Visitor } from '../support/visitor.js';
import { whenFileIsDone } from '../support/when-done.js';
import { markedRoot, plansFor, sizeOf, statementsOf } from './counted.js';

/** What a page may take, the first time that it is asked for. Raise a figure only for what is worth it. */
const MOST: Record<string, { statements: number; rows: number; bytes: number; views: number }> = {
  welcome: { statements: 0, rows: 0, bytes: 6_500, views: 8 },
  home: { statements: 10, rows: 46, bytes: 56_500, views: 38 },
  'a place of 50': { statements: 8, rows: 60, bytes: 72_500, views: 46 },
  shopping: { statements: 16, rows: 13, bytes: 10_000, views: 32 },
  find: { statements: 11, rows: 53, bytes: 17_500, views: 23 },
  history: { statements: 13, rows: 625, bytes: 15_000, views: 40 },
  'an item': { statements: 11, rows: 10, bytes: 15_500, views: 52 },
};

/** Home or a place asked for once more: who it is for, and nothing else. */
const KEPT = { statements: 5, rows: 5 };

/** Four households in one file: of one, the pages are looked at. */
const ITEMS = 200;
const PLACES = 4;

let file: string;
let origin: string;
let visitor: Visitor;
let addresses: Record<string, string>;

beforeAll(async () => {
  const dataDir = temporaryFolder();
  file = path.join(dataDir, 'larder.sqlite');
  const db = await freshDatabase(file);
  let mine: Seeded | undefined;
  for (const username of ['before', 'mara', 'after', 'last']) {
    const names = { username, firstName: username, lastName: '', householdName: `${username}’s house` };
    const account = { ...names, password: PASSWORD, timeZone: 'UTC' };
    const seeded = await seedHousehold(db, account, { places: PLACES, items: ITEMS }, NOON);
    if (username === 'mara') mine = seeded;
    await addToShopping(db, seeded.member, ['Milk', 'Bread', 'Eggs', 'Rice', 'Soap'].map(wanted), NOON);
  }
  const placeId = mine?.placeIds[0] ?? 0;
  const item = await db
    .selectFrom('items')
    .select('id')
    .where('place_id', '=', placeId)
    .executeTakeFirstOrThrow();
  addresses = {
    welcome: '/',
    home: '/',
    'a place of 50': `/places/${placeId}`,
    shopping: '/shopping',
    find: '/search?q=mlik',
    history: '/journal',
    'an item': `/items/${item.id}/edit`,
  };
  origin = await serve(dataDir);
  visitor = (await signIn(new Visitor(origin), { username: 'mara', password: PASSWORD })).visitor;
  // What is made once for all, such as a statement or a view's function, is made before.
  for (const address of Object.values(addresses)) await visitor.get(address);
});

async function serve(dataDir: string): Promise<string> {
  const larder = await openLarder({
    config: readConfig({ DATA_DIR: dataDir }),
    logger: makeLogger('silent', { write: () => {} }),
    clock: new SettableClock(NOON),
    passwords: new Passwords(QUICK_COST),
    root: markedRoot(),
  });
  larder.app.enable('view cache');
  const server: Server = larder.app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  whenFileIsDone(async () => {
    larder.endStreams();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await larder.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** As any change does: no page is kept of the revision that comes. */
function raiseRevisions(): void {
  openSqlite(file).prepare('update households set revision = revision + 1').run();
}

/** Asks for a page. @returns what it took, and how SQLite went about it */
async function taken(page: string) {
  const who = page === 'welcome' ? new Visitor(origin) : visitor;
  let html = '';
  const sent = await statementsOf(async () => {
    const answer = await who.getRaw(addresses[page] ?? '');
    expect(answer.status).toBe(200);
    html = answer.html;
  });
  const rows = sent.reduce((sum, one) => sum + one.rows, 0);
  return { took: { statements: sent.length, rows, ...sizeOf(html) }, plans: plansFor(sent) };
}

describe('It stays quick', () => {
  test.each(Object.entries(MOST))('%s takes no more than is written here', async (page, most) => {
    raiseRevisions();
    const { took } = await taken(page);
    const over = Object.entries(most).filter(([what, count]) => took[what as keyof typeof took] > count);
    expect(over, `${page} took ${JSON.stringify(took)}`).toEqual([]);
    expect(took.views).toBeGreaterThan(1);
  });

  test.each(['home', 'a place of 50'])('%s asks again for who looks, and for nothing else', async (page) => {
    await taken(page);
    const { took } = await taken(page);
    expect([took.statements, took.rows]).toEqual([KEPT.statements, KEPT.rows]);
  });

  test('a look at a whole table is found, and one by an index is not', () => {
    const all = { sql: 'select * from items where unit = ?', parameters: ['l'] };
    const some = { sql: 'select * from items where household_id = ?', parameters: [1] };
    const [found, ...others] = scans([all, some].flatMap((query) => stepsOf(openSqlite(file), query)));
    expect([found, others]).toEqual([expect.stringContaining(all.sql), []]);
  });

  test.each(Object.keys(MOST))('%s looks at no table from one end to the other', async (page) => {
    raiseRevisions();
    const { plans } = await taken(page);
    // The letters of foods are looked up by what is asked for, within the household's.
    expect(scans(plans).filter((plan) => !/^SCAN l VIRTUAL TABLE INDEX \d+:M\d+></.test(plan))).toEqual([]);
  });
});
