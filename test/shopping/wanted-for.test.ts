import { beforeEach, expect, test } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { add, toBuy } from './kitchen.js';

const larder = usingLocalApp({ start: '2026-03-01T12:00:00Z' });
let ada: Person;
beforeEach(async () => {
  ada = await signUp(larder.visitor());
});

test.each([
  'Gift for Sam',
  'Cake for Don',
  'Card for Mar',
  'Present for Mai',
  'Jam for Jan',
  'Book for April',
  'Card for August',
  'Gift for June',
  'Wine for Dom',
  'Tea for Mia',
])('%s is for somebody, not for a day', async (line) => {
  const page = await add(ada.visitor, line);
  expect([toBuy(page), page.texts('.tick-note')]).toEqual([[line], []]);
});

test.each([
  ['ham for saturday', 'Ham', 'Sat 7 Mar'],
  ['cake for Sat', 'Cake', 'Sat 7 Mar'],
  ['cake for 5 april', 'Cake', 'Sun 5 Apr'],
  ['wine for tomorrow', 'Wine', 'Mon 2 Mar'],
  ['goose for 24 dec', 'Goose', 'Thu 24 Dec'],
])('%s is for a day, which becomes its note', async (line, name, note) => {
  const page = await add(ada.visitor, line);
  expect([toBuy(page), page.texts('.tick-note')]).toEqual([[name], [note]]);
});
