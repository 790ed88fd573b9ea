import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { expectRefused } from '../web/refusal.js';

const server = usingServer();
let ada: Person;

beforeAll(async () => {
  ada = await signUp(server.visitor(), { firstName: 'Ada' });
});

const open = async (name: string): Promise<Page> =>
  (await ada.visitor.get('/')).click(new RegExp(`^${name}`));
const rows = (page: Page, name: string) => page.texts('.item').filter((row) => row.includes(name));
const addTo = async (place: string, fields: Record<string, string>) =>
  (await open(place))
    .form(/\/items$/)
    .fill(fields)
    .submit();

/** Adds an item and opens its form. */
async function editPageOf(name: string, fields: Record<string, string> = {}): Promise<Page> {
  return (await addTo('Fridge', { name, ...fields })).click(name);
}
const editForm = (page: Page) => page.form(/^\/items\/\d+$/);

describe('Adding an item on its place’s page', () => {
  test('takes one line: what, how much, until when', async () => {
    const page = await addTo('Fridge', {
      name: 'Whole milk',
      quantity: '1,5',
      unit: ' l ',
      best_before: '2199-12-31',
    });
    expect(page.path).toMatch(/^\/places\/\d+\?flash=/);
    expect(page.flashes()[0]).toContain('Whole milk (1.5 l) is in Fridge.');
    const [row] = rows(page, 'Whole milk');
    expect(row).toContain('1.5 l');
    expect(row).toContain('31 Dec 2199');
  });

  test('needs the name alone: one of it, without a date', async () => {
    const page = await addTo('Fridge', { name: 'Mystery box' });
    expect(rows(page, 'Mystery box')[0]).toMatch(/Mystery box 1 .*no date/);
  });

  test('of a food that is known, in other letters, makes no second food', async () => {
    await addTo('Pantry', { name: 'Basmati rice' });
    const page = await addTo('Pantry', { name: 'BASMATI  RICE' });
    // Of one food and day they are one row, with the sum.
    expect(rows(page, 'Basmati rice')).toEqual([expect.stringMatching(/^Basmati rice 2 /)]);
  });

  test('by two taps adds one, and the back button with another name another', async () => {
    const form = (await open('Freezer')).form(/\/items$/).fill({ name: 'Peas' });
    const [one, two] = await Promise.all([form.submit(), form.submit()]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(rows(await open('Freezer'), 'Peas')).toHaveLength(1);
    const page = await form.fill({ name: 'Beans' }).submit();
    expect([rows(page, 'Peas').length, rows(page, 'Beans').length]).toEqual([1, 1]);
  });

  test('twice on purpose, from a fresh form, adds two', async () => {
    const first = await addTo('Freezer', { name: 'Pizza' });
    const second = await first
      .form(/\/items$/)
      .fill({ name: 'Pizza' })
      .submit();
    expect(rows(second, 'Pizza')).toEqual([expect.stringMatching(/^Pizza 2 /)]);
  });

  test('can be undone from the banner', async () => {
    const page = await addTo('Fridge', { name: 'Mistake' });
    const undone = await page.form(/\/undo$/).submit('Undo');
    expect(undone.flashes()).toEqual(['The item is taken out again.']);
    expect(rows(undone, 'Mistake')).toEqual([]);
  });

  test.each<[string, Record<string, string>, Record<string, RegExp>]>([
    ['no name', { name: '' }, { name: /^Enter the name of the food\.$/ }],
    ['too long a name', { name: 'x'.repeat(81) }, { name: /80 characters at most/ }],
    ['no quantity', { quantity: '' }, { quantity: /^Enter how much\.$/ }],
    ['nothing of it', { quantity: '0' }, { quantity: /above 0/ }],
    ['less than nothing', { quantity: '-2' }, { quantity: /as a number/ }],
    ['words for a quantity', { quantity: 'some' }, { quantity: /can’t read “some” as an amount/ }],
    ['four decimals', { quantity: '0.1234' }, { quantity: /3 decimals/ }],
    ['too much', { quantity: '1000000.5' }, { quantity: /1,000,000 at most/ }],
    ['too long a unit', { unit: 'x'.repeat(21) }, { unit: /20 characters at most/ }],
    [
      'a day that there is not',
      { best_before: '2026-02-30' },
      { best_before: /can’t read “2026-02-30” as a day/ },
    ],
    ['a date long past', { best_before: '1926-02-03' }, { best_before: /between 2000 and 2199/ }],
    [
      'all of it',
      { name: '', quantity: 'x', best_before: 'y' },
      { name: /Enter/, quantity: /as an amount/, best_before: /as a day/ },
    ],
  ])('is refused with %s, on the same page, with all that was typed', async (_what, wrong, messages) => {
    const typed = { name: 'Refused', quantity: '2', unit: 'kg', best_before: '2099-01-01', ...wrong };
    const page = await addTo('Fridge', typed);
    expectRefused(page, messages);
    expect(page.h1).toBe('Fridge');
    expect(page.form(/\/items$/).values()).toMatchObject(typed);
    expect(rows(await open('Fridge'), 'Refused')).toEqual([]);
  });

  test('is refused with fields that the form does not have', async () => {
    const form = (await open('Fridge')).form(/\/items$/).fill({ name: 'Refused' });
    const page = await form.tamper({ household_id: '1', revision: '7' }).submit();
    expect([page.status, rows(await open('Fridge'), 'Refused')]).toEqual([422, []]);
  });
});

describe('Editing an item', () => {
  test('begins with what is there and changes it', async () => {
    const page = await editPageOf('Butter', { quantity: '0.250', unit: 'kg', best_before: '2099-05-01' });
    expect(page.h1).toBe('Butter');
    expect(editForm(page).values()).toMatchObject({
      name: 'Butter',
      quantity: '0.25',
      unit: 'kg',
      best_before: '1 May 2099',
    });
    const after = await editForm(page)
      .fill({ name: 'Nut cutlets', quantity: '3', unit: '', best_before: '' })
      .submit();
    expect(after.flashes()[0]).toContain('Nut cutlets is changed');
    expect(rows(after, 'Nut cutlets')[0]).toMatch(/Nut cutlets 3 .*no date/);
    expect(rows(after, 'kg').filter((row) => row.includes('utter'))).toEqual([]);
  });

  test('moves it, and leads back to where one came from', async () => {
    const page = await editPageOf('Bread');
    const after = await editForm(page).fill({ place_id: 'Freezer' }).submit();
    expect([after.h1, rows(after, 'Bread').length]).toEqual(['Fridge', 0]);
    expect(rows(await open('Freezer'), 'Bread')).toHaveLength(1);
    expect(after.flashes()[0]).toMatch(
      /Bread is moved from Fridge to Freezer, best before about .* estimated\)\./,
    );
    expect(rows(await open('Fridge'), 'Bread')).toEqual([]);
  });

  test('is refused with what is wrong beside each field, and keeps what was typed', async () => {
    const page = await editPageOf('Yoghurt');
    const typed = { name: '', quantity: '0', unit: 'x'.repeat(21), best_before: '2026-13-01' };
    const refused = await editForm(page).fill(typed).submit();
    expectRefused(refused, { name: /Enter/, quantity: /above 0/, unit: /20/, best_before: /as a day/ });
    expect(editForm(refused).values()).toMatchObject(typed);
    expect(rows(await open('Fridge'), 'Yoghurt')).toHaveLength(1);
  });

  test('is refused for a place that was deleted meanwhile; everything else that was typed is kept', async () => {
    const made = (await ada.visitor.get('/places/new')).form('/places');
    const doomed = await made.fill({ name: 'Doomed', kind: 'other' }).submit();
    const page = await editPageOf('Cheese');
    await (await doomed.click('Edit Doomed')).form(/\/delete$/).submit();
    const refused = await editForm(page).fill({ place_id: 'Doomed', quantity: '7' }).submit();
    expectRefused(refused, { place_id: 'That place is gone. Choose another.' });
    expect(editForm(refused).value('quantity')).toBe('7');
    const after = await editForm(refused).fill({ place_id: 'Pantry' }).submit();
    expect([after.h1, rows(after, 'Cheese')]).toEqual(['Fridge', []]);
    expect(rows(await open('Pantry'), 'Cheese')[0]).toContain('Cheese 7');
  });

  test('is refused without a place, or with one that is no number', async () => {
    const page = await editPageOf('Cream');
    for (const place_id of [[], ['x'], ['1', '2']]) {
      const refused = await editForm(page).tamper({ place_id }).submit();
      expectRefused(refused, { place_id: 'Choose a place.' });
    }
  });

  test('after somebody else changed it shows both versions, and saves neither unasked', async () => {
    const mine = await editPageOf('Ham', { quantity: '1', unit: 'pack' });
    const theirs = await ada.visitor.clone().get(mine.path);
    await editForm(theirs).fill({ quantity: '2', best_before: '2099-01-01' }).submit();
    const conflict = await editForm(mine).fill({ quantity: '5', name: 'Smoked ham' }).submit();
    expect([conflict.status, conflict.h1]).toEqual([409, 'Ham was changed meanwhile']);
    const now = conflict.query('[aria-labelledby="now"]')?.textContent?.replace(/\s+/g, ' ');
    expect(now).toMatch(/Ham.*2 packs.*1 Jan 2099.*Fridge/);
    expect(editForm(conflict).values()).toMatchObject({ name: 'Smoked ham', quantity: '5', best_before: '' });
    expect(rows(await open('Fridge'), 'Ham')[0]).toContain('2 packs');
    expect(conflict.link('Keep what is there')).toMatch(/\/places\/\d+$/);
    const saved = await editForm(conflict).submit('Save mine');
    expect(rows(saved, 'Smoked ham')[0]).toContain('5 packs');
    expect(rows(saved, 'Ham')).toEqual([]);
  });

  test('by two taps is no conflict with itself', async () => {
    const form = editForm(await editPageOf('Olives')).fill({ quantity: '4' });
    const pages = await Promise.all([form.submit(), form.submit()]);
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect((await form.submit()).status).toBe(200);
  });

  test('that was deleted meanwhile is not there, and the edit of it is a conflict', async () => {
    const page = await editPageOf('Soup');
    await page.form(/\/delete$/).submit();
    expect((await editForm(page).fill({ quantity: '2' }).submit()).status).toBe(409);
    expect((await ada.visitor.get(page.path)).status).toBe(404);
  });
});

describe('Deleting an item', () => {
  test('says so on the page that it was deleted from, once, with the way back', async () => {
    const page = await addTo('Fridge', { name: 'Plums', quantity: '4' });
    const after = await (await page.click('Plums')).form(/\/delete$/).submit();
    expect(after.path.split('?')[0]).toBe(page.path.split('?')[0]);
    expect(after.flashes()[0]).toContain('Plums is deleted from Fridge.');
    expect(rows(after, 'Plums')).toEqual([]);
    const back = await after.form(/\/undo$/).submit('Undo');
    expect(back.flashes()).toEqual(['Plums is back in Fridge.']);
    expect(rows(back, 'Plums')[0]).toContain('4');
    expect((await ada.visitor.get(after.path)).flashes()).toEqual([]);
  });

  test('by two taps deletes it once, and each banner can undo it', async () => {
    const form = (await editPageOf('Pears')).form(/\/delete$/);
    const pages = await Promise.all([form.submit(), form.submit()]);
    for (const page of pages) expect([page.status, page.flashes().length]).toEqual([200, 1]);
    await pages[1]?.form(/\/undo$/).submit();
    expect(rows(await open('Fridge'), 'Pears')).toHaveLength(1);
    expect((await pages[0]?.form(/\/undo$/).submit())?.flashes()).toEqual(['That was undone already.']);
    expect(rows(await open('Fridge'), 'Pears')).toHaveLength(1);
  });

  test('never leads off the site, whatever the form says', async () => {
    for (const return_to of ['//evil.example', '/..//evil.example', 'https://evil.example/']) {
      const form = (await editPageOf('Kiwi')).form(/\/delete$/).tamper({ return_to });
      expect((await form.submitRaw()).location).toMatch(/^\/\?flash=/);
    }
  });

  test('that never was is not found', async () => {
    for (const id of ['999999', '0', 'x'])
      expect((await ada.visitor.post(`/items/${id}/delete`)).status).toBe(404);
  });
});
