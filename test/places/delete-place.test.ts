import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

const server = usingServer();
let ada: Person;

beforeAll(async () => {
  ada = await signUp(server.visitor(), { firstName: 'Ada' });
});

/** Makes a place with these foods in it. */
async function place(name: string, foods: string[]): Promise<Page> {
  const form = (await ada.visitor.get('/places/new')).form('/places');
  let page = await form.fill({ name, kind: 'other' }).submit();
  for (const food of foods)
    page = await page
      .form(/\/items$/)
      .fill({ name: food })
      .submit();
  return page;
}

const deleteForm = async (page: Page, name: string) => (await page.click(`Edit ${name}`)).form(/\/delete$/);
const placeCards = async () => (await ada.visitor.get('/')).texts('.place-link');

describe('Deleting a place', () => {
  test.each([
    [
      'Cellar',
      ['Wine', 'Beer', 'Wine'],
      'The 3 items in it go too.',
      'Delete Cellar and its 3 items',
      'Cellar with its 3 items is deleted.',
    ],
    [
      'Shed',
      ['Apples'],
      'The 1 item in it goes too.',
      'Delete Shed and its 1 item',
      'Shed with its 1 item is deleted.',
    ],
    ['Loft', [], 'There is nothing in it.', 'Delete Loft', 'Loft is deleted.'],
  ])('%s says before and after how many items go', async (name, foods, warning, button, done) => {
    const edit = await (await place(name, foods)).click(`Edit ${name}`);
    expect(edit.text).toContain(warning);
    const page = await edit.form(/\/delete$/).submit(button);
    expect(page.path).toMatch(/^\/\?flash=/);
    expect(page.flashes()[0]).toContain(done);
    expect(page.texts('.place-name')).not.toContain(name);
    for (const food of new Set(foods)) expect(page.texts('.item-name')).not.toContain(food);
  });

  test('can be undone from the banner: the same place and items at the same addresses', async () => {
    const before = await place('Van', ['Tea', 'Sugar']);
    const items = before.queryAll('.item-name').map((link) => link.getAttribute('href'));
    const home = await (await deleteForm(before, 'Van')).submit();
    const page = await home.form(/\/undo$/).submit('Undo');
    expect(page.flashes()).toEqual(['Van is back with 2 items.']);
    expect(await placeCards()).toContain('Van 2 items');
    const again = await ada.visitor.get(before.path);
    expect([again.h1, again.texts('.item-name')]).toEqual(['Van', ['Tea', 'Sugar']]);
    expect(again.queryAll('.item-name').map((link) => link.getAttribute('href'))).toEqual(items);
  });

  test('by two taps deletes it once; each banner undoes that', async () => {
    const form = await deleteForm(await place('Boat', ['Rum']), 'Boat');
    const pages = await Promise.all([form.submit(), form.submit()]);
    for (const page of pages) expect([page.status, page.flashes().length]).toEqual([200, 1]);
    const actions = pages.map((page) => page.form(/\/undo$/).element.getAttribute('action'));
    expect(new Set(actions).size).toBe(1);
    await pages[1]?.form(/\/undo$/).submit();
    expect(await placeCards()).toContain('Boat 1 item');
    const second = await pages[0]?.form(/\/undo$/).submit();
    expect(second?.flashes()).toEqual(['That was undone already.']);
  });

  test('can’t be undone while another place has the name, and can after', async () => {
    const home = await (await deleteForm(await place('Hut', ['Nuts']), 'Hut')).submit();
    const other = await place('HUT', []);
    const refused = await home.form(/\/undo$/).submit();
    expect(refused.flashes()).toEqual(['Not undone: another place has that name now. Rename it first.']);
    expect(refused.query('.flash-error')).not.toBeNull();
    await (await other.click('Edit HUT'))
      .form(/^\/places\/\d+$/)
      .fill({ name: 'New hut' })
      .submit();
    await home.form(/\/undo$/).submit();
    expect(await placeCards()).toEqual(expect.arrayContaining(['Hut 1 item', 'New hut nothing yet']));
  });

  test('while somebody adds to it either takes that along or says that the place is gone', async () => {
    for (let round = 0; round < 8; round += 1) {
      const page = await place(`Crate ${round}`, []);
      const deletion = await deleteForm(page, `Crate ${round}`);
      const adding = page.form(/\/items$/).fill({ name: 'Late apples' });
      const [added, deleted] = await Promise.all([adding.submitRaw(), deletion.submitRaw()]);
      expect(deleted.status).toBe(303);
      expect([303, 404, 409]).toContain(added.status);
      if (added.status !== 303) expect(added.html).toMatch(/was (removed|deleted)|is gone/);
    }
  });

  test('under a form that is still open in another tab lets that form say so', async () => {
    const page = await place('Locker', []);
    await (await deleteForm(page, 'Locker')).submit();
    const answer = await page
      .form(/\/items$/)
      .fill({ name: 'Late pears' })
      .submit();
    expect([answer.status, answer.h1]).toEqual([409, 'Locker was deleted meanwhile']);
    expect(answer.text).toContain('Late pears');
  });

  test('that never was is not found', async () => {
    expect((await ada.visitor.post('/places/999999/delete')).status).toBe(404);
    expect((await ada.visitor.post('/places/new/delete')).status).toBe(404);
  });

  test('down to the last one leaves a home page that says what to do next', async () => {
    const eve = await signUp(server.visitor(), { firstName: 'Eve' });
    for (const name of ['Fridge', 'Freezer', 'Pantry']) {
      const page = await (await eve.visitor.get('/')).click(new RegExp(`^${name}`));
      await (await page.click(`Edit ${name}`)).form(/\/delete$/).submit();
    }
    const home = await eve.visitor.get('/');
    expect(home.text).toContain('No place for food yet');
    expect((await home.visitor.get('/places/new')).status).toBe(200);
    expect((await home.click('Choose your places')).status).toBe(200);
  });
});
