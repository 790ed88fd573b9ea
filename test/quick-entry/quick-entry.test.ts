import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { expectRefused } from '../web/refusal.js';

// A Sunday.
const larder = usingLocalApp({ start: '2026-11-22T12:00:00Z' });
let ada: Person;

beforeEach(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
});

const rows = (page: Page) => page.texts('.item');
const open = async (place: string) => (await ada.visitor.get('/')).click(new RegExp(`^${place}`));

/** Types a line into the form that every page has. */
async function type(line: string, from: Page | string = '/'): Promise<Page> {
  const page = typeof from === 'string' ? await ada.visitor.get(from) : from;
  return page.form('/quick-entry').fill({ line }).submit();
}

describe('A line, on any page,', () => {
  test('says how much, what, where and until when, and the banner says what was understood', async () => {
    const page = await type('spinach 300 g fridge fri');
    expect(page.flashes()).toEqual(['Added 300 g Spinach to Fridge, best before Fri 27 Nov.']);
    expect(page.path).toMatch(/^\/\?flash=/);
    expect(rows(await open('Fridge'))).toEqual([expect.stringMatching(/^Spinach 300 g .*27 Nov/)]);
  });

  test.each([
    ['2 milk', 'Added 2 Milk to Fridge.'],
    ['6 eggs exp 5 dec', 'Added 6 Eggs to Fridge, best before Sat 5 Dec.'],
    ['rice 1kg pantry', 'Added 1 kg Rice to Pantry.'],
    ['2 x 500g pasta', 'Added 2 × 500 g Pasta to Pantry.'],
    ['ham use by 3/12', 'Added Ham to Fridge, use by Thu 3 Dec.'],
    ['peas freezer 12/3', 'Added Peas to Freezer, best before Fri 12 Mar 2027.'],
    ['7 up in the fridge', 'Added 7 up to Fridge.'],
    ['“7 up” pantry', 'Added 7 up to Pantry.'],
    ['-milk', 'Added Milk to Fridge.'],
    ['🥕 carrots x6', 'Added 6 Carrots to Fridge.'],
    ['[ ] 2 l milk 🥛', 'Added 2 l Milk to Fridge.'],
    ['🥛 2 l', 'Added 2 l 🥛 to Fridge.'],
    ['HP Sauce', 'Added HP Sauce to Pantry.'],
  ])('%s: %s', async (line, text) => {
    const [said = ''] = (await type(line)).flashes();
    // Where nobody typed a date, Larder may estimate one.
    expect(said.replace(/, best before about .*$/, '.')).toBe(text);
  });

  test('says which of its words may have been meant as something else than the name', async () => {
    const page = await type('eggs x12 fridge next-ish');
    const [said = ''] = page.flashes();
    expect(said).toMatch(/^Added 12 Eggs next-ish to Fridge.*\. “next-ish” was taken as part of the name\.$/);
  });

  test('has the household’s own foods by their whole names, whatever words they have', async () => {
    await type('“21 Seasoning Salute” pantry');
    const [said = ''] = (await type('500 g 21 seasoning salute fridge fri')).flashes();
    expect(said).toBe('Added 500 g 21 Seasoning Salute to Fridge, best before Fri 27 Nov.');
  });

  test('says what was done with it on which day, and its date counts from there', async () => {
    await type('pesto opened thu fridge');
    await type('minced beef frozen 3 nov');
    expect(rows(await open('Fridge'))).toEqual([expect.stringMatching(/^Pesto 1 opened about .*22 Nov/)]);
    const [beef] = await larder.db
      .selectFrom('items')
      .selectAll()
      .where('frozen_on', 'is not', null)
      .execute();
    expect(beef).toMatchObject({ frozen_on: '2026-11-03', bought_on: '2026-11-03', spoils: 'frozen' });
  });

  test('is undone from the banner, and edited from it', async () => {
    const page = await type('2 milk fri');
    const edit = await page.click('Edit Milk');
    expect([edit.h1, edit.form(/^\/items\/\d+$/).value('best_before')]).toEqual(['Milk', '27 Nov 2026']);
    const undone = await page.form(/\/undo$/).submit('Undo');
    expect(undone.flashes()).toEqual(['The item is taken out again.']);
    expect(rows(undone)).toEqual([]);
  });

  test('leads back to its page, with the cursor in the line again', async () => {
    for (const address of ['/account', '/journal', '/more', '/household/edit', '/places/new']) {
      const page = await type('milk', address);
      expect(page.path).toMatch(new RegExp(`^${address}\\?flash=`));
      expect(page.query('.quick-entry [name="line"]')?.hasAttribute('autofocus')).toBe(true);
    }
  });

  test('leads home from a page that answers a form, or that there is not', async () => {
    const refused = await (await ada.visitor.get('/places/new')).form('/places').fill({ name: '' }).submit();
    for (const page of [refused, await ada.visitor.get('/nowhere')])
      expect((await type('milk', page)).path).toMatch(/^\/\?flash=/);
    const form = (await ada.visitor.get('/')).form('/quick-entry').fill({ line: 'milk' });
    expect((await form.tamper({ return_to: 'https://evil.example/' }).submitRaw()).location).toMatch(/^\/\?/);
  });

  test('stands on no step of an unfinished entry, whose own form would be lost', async () => {
    const step = await ada.visitor.post('/put-away', { names: 'Halva' });
    expect(step.queryAll('.quick-entry')).toEqual([]);
    expect((await larder.visitor().get('/')).queryAll('.quick-entry')).toEqual([]);
  });

  test('reads dates in the household’s order', async () => {
    const edit = (await ada.visitor.get('/household/edit')).form('/household/edit');
    await edit.fill({ date_order: 'month-day' }).submit();
    expect((await type('milk fridge 12/3')).flashes()).toEqual([
      'Added Milk to Fridge, best before Thu 3 Dec.',
    ]);
  });

  test('sent by two taps adds one thing; twice on purpose, two', async () => {
    const form = (await open('Fridge')).form('/quick-entry').fill({ line: 'milk' });
    const pages = await Promise.all([form.submit(), form.submit()]);
    expect(pages.map((page) => page.flashes().length)).toEqual([1, 1]);
    expect(rows(await open('Fridge'))).toHaveLength(1);
    await type('milk', pages[0]);
    expect(rows(await open('Fridge'))).toEqual([expect.stringMatching(/^Milk 2 /)]);
  });
});

describe('Where a line says no place, it goes', () => {
  test('to the place whose page it stands on', async () => {
    const page = await type('milk', await open('Pantry'));
    expect([page.h1, page.flashes()[0]]).toEqual(['Pantry', expect.stringContaining('to Pantry')]);
    expect((await type('milk fridge', await open('Pantry'))).flashes()[0]).toContain('to Fridge');
  });

  test('to where the household last kept that food, as long as that place is there', async () => {
    const cellar = (await ada.visitor.get('/places/new')).form('/places');
    await cellar.fill({ name: 'Cellar', kind: 'other' }).submit();
    await type('milk cellar');
    expect((await type('MILK')).flashes()[0]).toContain('Milk to Cellar');
    await (await (await open('Cellar')).click('Edit Cellar')).form(/\/delete$/).submit();
    expect((await type('milk')).flashes()[0]).toContain('Milk to Fridge');
  });

  test('not to where it was put by a mistake that was undone', async () => {
    const wrong = await type('milk pantry');
    await wrong.form(/\/undo$/).submit('Undo');
    expect((await type('milk')).flashes()[0]).toContain('to Fridge');
  });

  test('to the household’s first place when nothing is known of the food', async () => {
    expect((await type('xylophone polish')).flashes()[0]).toContain('Xylophone polish to Fridge');
  });

  test('to a first place that is chosen, in a household that has none; the line is kept meanwhile', async () => {
    for (const place of ['Fridge', 'Freezer', 'Pantry'])
      await (await (await open(place)).click(`Edit ${place}`)).form(/\/delete$/).submit();
    const refused = await type('3 eggs tomorrow');
    expectRefused(refused, { new_place: 'Choose where you keep it.' });
    const form = refused.form('/quick-entry');
    expect(form.value('line')).toBe('3 eggs tomorrow');
    const page = await form.fill({ new_place: 'Pantry' }).submit();
    expect(page.flashes()).toEqual(['Added 3 Eggs to Pantry, best before Mon 23 Nov.']);
  });
});

describe('A line that can’t be taken is kept on a page that says why', () => {
  test.each([
    ['', 'Type what to add, such as “2 l milk”.'],
    ['   ', 'Type what to add, such as “2 l milk”.'],
    [`2 ${'x'.repeat(81)}`, /80 characters at most/],
    ['x'.repeat(301), /Shorten the line to 300 characters/],
    ['milk\u0007', /can’t be shown/],
  ])('%j', async (line, message) => {
    const page = await type(line);
    expectRefused(page, { line: message });
    expect([page.h1, page.form('/quick-entry').value('line')]).toEqual(['Add with one line', line]);
    expect(rows(await open('Fridge'))).toEqual([]);
  });

  test('for a place that is gone meanwhile', async () => {
    const form = (await open('Pantry')).form('/quick-entry').fill({ line: 'rice' });
    await (await (await open('Pantry')).click('Edit Pantry')).form(/\/delete$/).submit();
    const page = await form.submit();
    expectRefused(page, { place_id: 'That place is gone. Choose another.' });
    const added = await page.form('/quick-entry').fill({ place_id: 'Freezer' }).submit();
    expect([added.h1, added.flashes()[0]]).toEqual([
      expect.anything(),
      expect.stringContaining('to Freezer'),
    ]);
  });

  test('with fields that the form does not have', async () => {
    const form = (await ada.visitor.get('/')).form('/quick-entry').fill({ line: 'milk' });
    expect((await form.tamper({ quantity: '7' }).submit()).status).toBe(422);
  });

  test('another household’s place is none of its own', async () => {
    const ben = await signUp(larder.visitor(), { firstName: 'Ben' });
    const form = (await ben.visitor.get('/')).form('/quick-entry').fill({ line: 'milk' });
    const theirs = (await open('Fridge')).form('/quick-entry').value('place_id') ?? '';
    expectRefused(await form.tamper({ place_id: theirs }).submit(), {
      place_id: 'That place is gone. Choose another.',
    });
    expect(rows(await open('Fridge'))).toEqual([]);
  });
});

describe('A line that is typed while the session ends', () => {
  test('stands in its form again after signing in, and one more press adds it', async () => {
    const form = (await open('Pantry')).form('/quick-entry').fill({ line: '2 kg rice' });
    await ada.visitor.clone().post('/logout', {});
    const login = await form.submit();
    const { username, password } = ada;
    const again = await login.form('/login').fill({ username, password }).submit();
    expect([again.h1, again.form('/quick-entry').value('line')]).toEqual(['Add with one line', '2 kg rice']);
    const page = await again.form('/quick-entry').submit();
    expect([page.h1, page.flashes()[0]]).toEqual(['Pantry', expect.stringContaining('2 kg Rice to Pantry')]);
  });
});

describe('The page of the line', () => {
  test('shows how lines are written, in the household’s order of day and month', async () => {
    const page = await ada.visitor.get('/quick-entry');
    expect([page.status, page.h1]).toEqual([200, 'Add with one line']);
    expect(page.texts('.examples dt')).toContain('6 eggs exp 5/12');
    expect(page.queryAll('form[action="/quick-entry"]')).toHaveLength(1);
  });

  test('and each of its examples is read as it says', async () => {
    const said: string[] = [];
    for (const line of (await ada.visitor.get('/quick-entry')).texts('.examples dt'))
      said.push((await type(line)).flashes()[0]?.replace(/, best before about .*$/, '.') ?? '');
    expect(said).toEqual([
      'Added 2 l Milk to Fridge, best before Fri 27 Nov.',
      'Added 300 g Spinach to Fridge, best before Mon 23 Nov.',
      'Added 6 Eggs to Fridge, best before Sat 5 Dec.',
      'Added Chicken to Fridge, use by Sun 6 Dec.',
      'Added 2 × 500 g Pasta to Pantry.',
      'Added 2 7 up to Fridge.',
    ]);
  });
});
