import { beforeAll, expect, test } from 'vitest';
import { inParts } from '../../src/database/lists.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { bought, buy, toBuy } from './kitchen.js';

const larder = usingLocalApp({ start: '2026-11-24T12:00:00Z' });
let ada: Person;

/** So many lines, all of them ticked. */
const LINES = 1_600;

beforeAll(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
  await buy(ada.visitor, 'Thing 0');
  const { id: _, ...row } = await larder.db
    .selectFrom('shopping_lines')
    .selectAll()
    .executeTakeFirstOrThrow();
  const rows = Array.from({ length: LINES - 1 }, (_, n) => ({
    ...row,
    name: `Thing ${n + 1}`,
    name_key: `thing ${n + 1}`,
  }));
  for (const part of inParts(rows)) await larder.db.insertInto('shopping_lines').values(part).execute();
});

test('A list of 1,600 bought things is cleared in two goes, and each is undone', async () => {
  const first = await (await ada.visitor.get('/shopping')).form(/\/clear$/).submit();
  expect([first.flashes(), bought(first).length]).toEqual([['Off the list: 1500 things.'], 100]);
  const second = await first.form(/\/clear$/).submit();
  expect([second.flashes(), bought(second).length]).toEqual([['Off the list: 100 things.'], 0]);
  const back = await first.form(/\/restore$/).submit();
  expect([back.status, bought(back).length, toBuy(back).length]).toEqual([200, 1_500, 0]);
});

test('What was bought is put away, as much of it as one entry takes', async () => {
  const page = await (await ada.visitor.get('/shopping')).form('main form[action="/put-away"]').submit();
  expect([page.status, page.h1]).toEqual([200, expect.any(String)]);
});
