import { beforeEach, describe, expect, test } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { add, bought, byAisle, edit, tap, toBuy, wantedOn } from './kitchen.js';

const larder = usingLocalApp();
let ada: Person;
beforeEach(async () => {
  ada = await signUp(larder.visitor());
});

describe('Adding to the list', () => {
  test('an empty list says what to do', async () => {
    const page = await ada.visitor.get('/shopping');
    expect([page.status, page.h1, page.title]).toEqual([200, 'Shopping list', 'Shopping list · Larder']);
    expect(page.texts('.empty h2')).toEqual(['Nothing to buy']);
  });

  test('one thing', async () => {
    const page = await add(ada.visitor, '  Whole   milk ');
    expect([toBuy(page), page.flashes()]).toEqual([['Whole milk'], ['Added: Whole milk.']]);
    expect(page.redirects.map(({ status }) => status)).toEqual([303]);
  });

  test('a pasted list, without its empty lines and bullets', async () => {
    const page = await add(ada.visitor, '- Milk', '', '* Eggs', '[ ] Bread', '   ');
    expect([toBuy(page), page.flashes()]).toEqual([
      ['Milk', 'Eggs', 'Bread'],
      ['Added: Milk, Eggs and Bread.'],
    ]);
  });

  test('how much of it, where the line says so, and its name with a capital letter', async () => {
    const page = await add(
      ada.visitor,
      '2 l milk',
      'a dozen eggs',
      'rice 1kg',
      '7 up',
      'bread fri',
      'ham bought fri',
      'lentils for sunday',
      'soup for two',
    );
    expect(wantedOn(page)).toEqual([
      'Milk 2 l',
      'Eggs 12',
      'Rice 1 kg',
      '7 up',
      'Bread Fri 6 Mar',
      'Ham bought fri',
      'Lentils Sun 1 Mar',
      'Soup for two',
    ]);
  });

  test('more of what is on it adds up, and the banner says how much it is now', async () => {
    await add(ada.visitor, '2 l milk', 'bread', 'eggs');
    const page = await add(ada.visitor, '4 l milk', '6 eggs', 'bread', 'salt');
    expect(page.flashes()).toEqual(['Added: Salt. On the list already: Bread. Milk: 6 l now. Eggs: 6 now.']);
    expect(wantedOn(page)).toEqual(['Milk 6 l', 'Bread', 'Eggs 6', 'Salt']);
  });

  test('what can’t be added up is a line of its own, and that is told', async () => {
    const page = await add(ada.visitor, '3 tomatoes', '2 tomatoes', '500 g tomatoes');
    expect(page.flashes()).toEqual(['Added: Tomatoes. Tomatoes: 5 and 500 g now.']);
    expect(wantedOn(page)).toEqual(['Tomatoes 5', 'Tomatoes 500 g']);
    const more = await add(ada.visitor, '1 kg tomatoes', '2 tins tomatoes');
    expect(more.flashes()).toEqual(['Added: Tomatoes. Tomatoes: 5, 1.5 kg and 2 tins now.']);
  });

  test('by a second tap on the same button adds nothing more', async () => {
    const form = (await ada.visitor.get('/shopping')).form('form.add-lines').fill({ names: '2 l milk' });
    await form.submit();
    const page = await form.submit();
    expect([wantedOn(page), page.flashes()]).toEqual([['Milk 2 l'], ['On the list already: Milk.']]);
    expect(wantedOn(await add(ada.visitor, '2 l milk'))).toEqual(['Milk 4 l']);
  });

  test('has the line of every page, which adds to the list there', async () => {
    const words = async (path: string) =>
      (await ada.visitor.get(path)).texts('.quick-entry :is(label, button)');
    expect(await words('/')).toEqual(['Quick add', 'Add this food']);
    expect(await words('/shopping')).toEqual(['Add to the list', 'Add this food']);
  });

  test('a heading in what is pasted is no thing to buy, and that is told', async () => {
    const page = await add(ada.visitor, 'Dairy:', '☐ Milk');
    expect([toBuy(page), page.flashes()]).toEqual([['Milk'], ['Added: Milk. Left out: “Dairy:”.']]);
  });

  test('the cursor is in the field again, for the next thing', async () => {
    const page = await add(ada.visitor, 'Milk');
    expect(page.query('[name="names"]')?.hasAttribute('autofocus')).toBe(true);
  });

  test('what is on it already gets no second line, and that is told', async () => {
    await add(ada.visitor, 'Milk');
    expect((await add(ada.visitor, 'MILK')).flashes()).toEqual(['On the list already: Milk.']);
    const page = await add(ada.visitor, 'milk', 'Eggs', 'eggs');
    expect(page.flashes()).toEqual(['Added: Eggs. On the list already: Milk.']);
    expect(toBuy(page)).toEqual(['Milk', 'Eggs']);
  });

  test('what is bought already is asked for anew', async () => {
    await add(ada.visitor, 'Milk');
    await tap(ada.visitor, 'Milk');
    const page = await add(ada.visitor, 'Milk');
    expect([toBuy(page), bought(page)]).toEqual([['Milk'], ['Milk']]);
  });

  test.each([
    ['nothing', '', 'Type what to buy.'],
    [
      'more than twenty things',
      Array.from({ length: 21 }, (_, n) => `Tin ${n}`).join('\n'),
      'That is 21 things. Add 20 at a time.',
    ],
    [
      'a name that is too long',
      'x'.repeat(81),
      `“${'x'.repeat(40)}…”: Shorten the name of the food to 80 characters at most.`,
    ],
  ])('refuses %s, and keeps what was typed', async (_what, names, message) => {
    const form = (await ada.visitor.get('/shopping')).form('form.add-lines');
    const page = await form.fill({ names }).submit();
    expect([page.status, page.errors(), page.summaryErrors()]).toEqual([422, { names: message }, [message]]);
    expect(page.form('form.add-lines').value('names')?.replaceAll('\r', '')).toBe(names);
    expect(toBuy(page)).toEqual([]);
  });

  test('a food by its name, from a button of any page, leads back to that page', async () => {
    const page = await ada.visitor.post('/shopping', { food: '2 l milk', return_to: '/put-away' });
    expect([page.h1, page.flashes()]).toEqual(['Put away', ['Added: 2 l milk.']]);
    const away = await ada.visitor.postRaw('/shopping', {
      food: 'Eggs',
      return_to: 'https://evil.example/',
    });
    expect(away.location).toMatch(/^\/\?flash=/);
  });
});

describe('Ticking', () => {
  beforeEach(() => add(ada.visitor, 'Milk', 'Eggs', 'Bread'));

  test('goes on at the line below, which may be in the next aisle', async () => {
    const page = await tap(ada.visitor, 'Bread');
    const next = `#line-${page.redirects[0]?.location.split('-')[1]} .tick-name`;
    expect(page.query(next)?.textContent).toBe('Milk');
  });

  test('moves a line to what is bought, and goes on at the next line', async () => {
    const page = await tap(ada.visitor, 'Eggs');
    expect([byAisle(page), bought(page), page.flashes()]).toEqual([
      ['Bakery', 'Bread', 'Chilled', 'Milk', 'Bought'],
      ['Eggs'],
      [],
    ]);
    expect(page.redirects[0]?.location).toMatch(/^\/shopping#line-\d+$/);
    const next = `#line-${page.redirects[0]?.location.split('-')[1]} .tick-name`;
    expect(page.query(next)?.textContent).toBe('Milk');
  });

  test('and unticking moves it back to where it was', async () => {
    await tap(ada.visitor, 'Eggs');
    const page = await tap(ada.visitor, 'Eggs');
    expect([toBuy(page), bought(page)]).toEqual([['Milk', 'Eggs', 'Bread'], []]);
  });

  test('the last one says that everything is bought', async () => {
    for (const name of ['Milk', 'Eggs', 'Bread']) await tap(ada.visitor, name);
    const page = await ada.visitor.get('/shopping');
    expect([page.texts('.empty h2'), bought(page)]).toEqual([
      ['Everything is bought'],
      ['Milk', 'Eggs', 'Bread'],
    ]);
  });

  test('what another line asks for by now does not come back twice', async () => {
    await tap(ada.visitor, 'Milk');
    await add(ada.visitor, 'Milk');
    await tap(ada.visitor, 'Eggs');
    const untick = await (await ada.visitor.get('/shopping'))
      .form('[aria-labelledby="bought"] .line:first-child form')
      .submit();
    expect([toBuy(untick), bought(untick)]).toEqual([['Bread', 'Milk'], ['Eggs']]);
  });
});

describe('Taking off the list', () => {
  beforeEach(() => add(ada.visitor, 'Milk', 'Eggs'));

  test('can be undone from the banner', async () => {
    const gone = await (await edit(ada.visitor, 'Milk')).form(/\/delete$/).submit();
    expect([toBuy(gone), gone.flashes()]).toEqual([['Eggs'], ['Off the list: Milk.']]);
    const back = await gone.form(/\/restore$/).submit();
    expect([toBuy(back), back.flashes()]).toEqual([['Milk', 'Eggs'], ['On the list again: Milk.']]);
  });

  test('twice says the same twice, and its undo works once for both', async () => {
    const form = (await edit(ada.visitor, 'Milk')).form(/\/delete$/);
    const pages = [await form.submit(), await form.submit()];
    expect(pages.map((page) => page.flashes())).toEqual(Array(2).fill(['Off the list: Milk.']));
    for (const page of pages) await page.form(/\/restore$/).submit();
    expect(toBuy(await ada.visitor.get('/shopping'))).toEqual(['Milk', 'Eggs']);
  });

  test('undone after the same was asked for again leaves one line', async () => {
    const gone = await (await edit(ada.visitor, 'Milk')).form(/\/delete$/).submit();
    await add(ada.visitor, 'milk');
    const back = await gone.form(/\/restore$/).submit();
    expect(toBuy(back)).toEqual(['Eggs', 'Milk']);
  });

  test('all that is bought at once, without putting it away, and undoing that', async () => {
    await add(ada.visitor, 'Bread', 'Salt');
    for (const name of ['Milk', 'Eggs', 'Bread', 'Salt']) await tap(ada.visitor, name);
    const page = await ada.visitor.get('/shopping');
    const cleared = await page.form(/\/clear$/).submit();
    expect([bought(cleared), cleared.flashes()]).toEqual([[], ['Off the list: 4 things.']]);
    const back = await cleared.form(/\/restore$/).submit();
    expect(bought(back)).toEqual(['Milk', 'Eggs', 'Bread', 'Salt']);
  });

  test('clearing leaves what was unticked meanwhile', async () => {
    await tap(ada.visitor, 'Milk');
    await tap(ada.visitor, 'Eggs');
    const page = await ada.visitor.get('/shopping');
    await tap(ada.visitor, 'Milk');
    const cleared = await page.form(/\/clear$/).submit();
    expect([toBuy(cleared), cleared.flashes()]).toEqual([['Milk'], ['Off the list: Eggs.']]);
  });
});
