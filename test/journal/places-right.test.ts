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

test('What was eaten and brought back is one struck line, in the history of its item and of its food too', async () => {
  await commit(await toLines(ada.visitor, 'Fridge', 'Spinach'));
  const fridge = await (await ada.visitor.get('/')).click(/^Fridge/);
  const eaten = await fridge.press('Ate: Spinach');
  await eaten.form(/\/undo$/).submit('Undo');
  const struck = 'Ada ate all of the Spinach taken back by Ada, just now';
  const page = await history();
  expect(page.texts('.past-action-told p').slice(0, 2)).toEqual([struck, 'Ada put 1 item away in Fridge']);
  const { id, food_id } = await larder.db
    .selectFrom('items')
    .select(['id', 'food_id'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  for (const address of [`/items/${id}/journal`, `/foods/${food_id}/journal`]) {
    const own = await ada.visitor.get(address);
    expect(told(own)).toBe(struck);
    const again = await own.press('Redo: ate all of the Spinach');
    expect(told(again)).toBe('Ada ate all of the Spinach');
    await again.form('.flash form').submit('Undo');
  }
});
