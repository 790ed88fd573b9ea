import { beforeEach, expect, test } from 'vitest';
import { commit, toLines } from '../put-away/steps.js';
import type { Page } from '../support/page.js';
import type { Person } from '../support/people.js';
import { settled } from '../support/settled.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Person;

beforeEach(async () => {
  ada = await settled(larder, 'Ada', '14 Mill Lane');
});

const history = () => ada.visitor.get('/journal');
const told = (page: Page) => page.texts('.past-action-told p')[0];

test('The history says of a bag for several places what went where', async () => {
  const lines = await toLines(ada.visitor, 'Fridge', 'Milk', 'Eggs', 'Ham');
  const place = lines.query('.put-group:last-of-type select[name^="place_"]')?.getAttribute('name') ?? '';
  lines.form(/\/details$/).fill({ [place]: 'Pantry' });
  await commit(lines);
  const page = await history();
  expect(told(page)).toBe('Ada put 3 items away: 1 in Pantry and 2 in Fridge');
  expect(page.texts('.past-action-details li')).toEqual([
    '1 Milk in Pantry',
    '1 Eggs in Fridge',
    '1 Ham in Fridge',
  ]);
});

test('A bag for one place names it once', async () => {
  await commit(await toLines(ada.visitor, 'Fridge', 'Milk', 'Eggs'));
  const page = await history();
  expect(told(page)).toBe('Ada put 2 items away in Fridge');
  expect(page.texts('.past-action-details li')).toEqual(['1 Milk', '1 Eggs']);
});

test('What was gone is told as brought back, by its name', async () => {
  await commit(await toLines(ada.visitor, 'Fridge', 'Spinach'));
  const fridge = await (await ada.visitor.get('/')).click(/^Fridge/);
  const eaten = await fridge.press('Ate: Spinach');
  await eaten.form(/\/undo$/).submit('Undo');
  const page = await history();
  expect(told(page)).toBe('Ada brought back Spinach');
});
