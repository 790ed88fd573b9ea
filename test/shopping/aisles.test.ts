import { beforeEach, describe, expect, test } from 'vitest';
import { type Aisle, moved, USUAL_ORDER, usualAisle, wholeOrder } from '../../src/shopping/aisles.js';
import { goOverTo } from '../support/households.js';
import type { Page } from '../support/page.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';
import { add, byAisle, edit, keep, tap, twoPhones } from './kitchen.js';

const larder = usingLocalApp();
let ada: Visitor;
let olive: Visitor;
beforeEach(async () => {
  ({ ada, olive } = await twoPhones(larder.visitor));
});

const list = async (visitor = ada) => byAisle(await visitor.get('/shopping'));
const lineForm = (page: Page) => page.form(/^\/shopping\/\d+$/);
const order = (page: Page) => page.texts('.aisle-name');
const arrow = async (visitor: Visitor, aisle: Aisle, side: 'before' | 'after') =>
  (await visitor.get('/shopping/aisles')).form(`#aisle-${aisle} .aisle-${side}`);

describe('Where most shops have a thing', () => {
  test.each<[Aisle, string[]]>([
    ['greengrocer', ['Carrots', 'organic bananas', 'Basil']],
    ['bakery', ['Bread', 'croissants', 'biscuits']],
    ['chilled', ['Milk', 'Eggs', 'cheddar', 'butter', 'hummus', 'tofu']],
    ['meat', ['mince', 'Salmon', 'ham', 'chicken thighs']],
    ['cupboard', ['rice', 'tinned tomatoes', 'olive oil', 'sugar', 'jam']],
    ['snacks', ['crisps', 'milk chocolate']],
    ['drinks', ['coffee', 'tea bags', 'orange juice', 'beer']],
    ['frozen', ['frozen peas', 'ice cream']],
    ['household', ['toilet paper', 'Ecover washing-up liquid', 'AA batteries', 'cat food', 'kitchen roll']],
    ['other', ['birthday present', 'zzyzx', '']],
  ])('%s', (aisle, names) => {
    expect(names.map((name) => [name, usualAisle(name)])).toEqual(names.map((name) => [name, aisle]));
  });

  test('soap is no soup, and a bread roll is no kitchen roll', () => {
    expect(['soap', 'tomato soup', 'bread rolls'].map(usualAisle)).toEqual([
      'household',
      expect.not.stringMatching('household'),
      'bakery',
    ]);
  });
});

describe('An order of aisles', () => {
  test('has each once, whatever was saved', () => {
    expect(wholeOrder([])).toEqual(USUAL_ORDER);
    const mixed = wholeOrder(['other', 'frozen', 'frozen', 'of another time', 7]);
    expect([...mixed].sort()).toEqual([...USUAL_ORDER].sort());
    expect(mixed.indexOf('other')).toBeLessThan(mixed.indexOf('frozen'));
  });

  test('is changed by putting one right beside another, and only where it is on the other side', () => {
    const three: Aisle[] = ['bakery', 'chilled', 'meat'];
    expect(moved(three, 'meat', 'before', 'chilled')).toEqual(['bakery', 'meat', 'chilled']);
    expect(moved(three, 'bakery', 'after', 'meat')).toEqual(['chilled', 'meat', 'bakery']);
    expect(moved(three, 'bakery', 'before', 'meat')).toEqual(three);
    expect(moved(three, 'meat', 'after', 'meat')).toEqual(three);
  });
});

describe('The list by aisle', () => {
  test('has what nobody knows last, and no heading when that is all there is', async () => {
    const page = await add(ada, 'birthday present');
    expect(page.queryAll('.aisle:not(.visually-hidden)')).toEqual([]);
    await add(ada, 'milk');
    await add(ada, 'apples');
    expect(await list()).toEqual([
      'Fruit and vegetables',
      'Apples',
      'Chilled',
      'Milk',
      'Other',
      'Birthday present',
    ]);
  });

  test('remembers for the household, and for the singular too, where somebody said that a thing is', async () => {
    await add(ada, 'falafel mixes', 'milk');
    const said = await lineForm(await edit(ada, 'Falafel mixes'))
      .fill({ aisle: 'cupboard' })
      .submit();
    expect(said.flashes()).toEqual(['Falafel mixes is changed.']);
    expect(await list(olive)).toEqual(['Chilled', 'Milk', 'Cupboard', 'Falafel mixes']);
    await tap(ada, 'Falafel mixes');
    await add(olive, 'falafel mix');
    expect((await list(olive)).slice(0, 4)).toEqual(['Chilled', 'Milk', 'Cupboard', 'Falafel mix']);
    await goOverTo(ada, '14 Mill Lane');
    await add(ada, 'falafel mix');
    expect(await list()).toEqual(['To buy', 'Falafel mix']);
  });

  test('a form that was opened before somebody said so does not take it back', async () => {
    await add(ada, 'milk');
    const stale = lineForm(await edit(ada, 'Milk'));
    await lineForm(await edit(olive, 'Milk'))
      .fill({ aisle: 'drinks' })
      .submit();
    await stale.submit();
    expect(await list()).toEqual(['Drinks', 'Milk']);
  });

  test('refuses an aisle that there is not, and keeps what was typed', async () => {
    await add(ada, 'milk');
    const form = lineForm(await edit(ada, 'Milk')).fill({ note: 'the blue one' });
    const page = await ada.post(form.element.getAttribute('action') ?? '', {
      ...form.values(),
      aisle: 'moon',
    });
    expect([page.status, page.errors()]).toEqual([422, { aisle: 'Choose an aisle.' }]);
    expect(lineForm(page).value('note')).toBe('the blue one');
  });

  test('follows a food to its new name', async () => {
    await keep(ada, 'Pantry', 'Falafel');
    await add(ada, 'falafel');
    await lineForm(await edit(ada, 'Falafel'))
      .fill({ aisle: 'frozen' })
      .submit();
    const foods = await (await ada.get('/foods')).click(/^Falafel/);
    await foods
      .form(/^\/foods\/\d+$/)
      .fill({ name: 'Green balls' })
      .submit();
    expect(await list()).toEqual(['Frozen', 'Green balls']);
  });
});

describe('The order of the aisles', () => {
  test('is changed by buttons, for all members, and the page is at the moved one', async () => {
    await add(ada, 'milk', 'bread');
    const page = await (await arrow(ada, 'chilled', 'before')).submit();
    expect([page.h1, page.flashes()]).toEqual(['Order of the aisles', ['Chilled is number 2 now.']]);
    expect(page.redirects[0]?.location).toMatch(/#aisle-chilled$/);
    expect(order(page).slice(0, 3)).toEqual(['Fruit and vegetables', 'Chilled', 'Bakery']);
    expect(await list(olive)).toEqual(['Chilled', 'Milk', 'Bakery', 'Bread']);
  });

  test('the first goes no further up, the last no further down', async () => {
    const page = await ada.get('/shopping/aisles');
    const ends = ['greengrocer', 'other'].map((aisle) => page.texts(`#aisle-${aisle} button`));
    expect(ends).toEqual([['Down: Fruit and vegetables'], ['Up: Other']]);
  });

  test('a second tap, and another phone’s, moves it no further', async () => {
    const forms = [await arrow(ada, 'frozen', 'before'), await arrow(olive, 'frozen', 'before')];
    for (const form of forms) await form.submit();
    const page = await forms[0]?.submit();
    expect(page && order(page).indexOf('Frozen')).toBe(USUAL_ORDER.indexOf('frozen') - 1);
  });

  test('is the usual one again with one tap, which can be undone', async () => {
    await (await arrow(ada, 'bakery', 'before')).submit();
    const usual = await (await ada.get('/shopping/aisles')).form('main form[action$="/order"]').submit();
    expect(order(usual)[0]).toBe('Fruit and vegetables');
    const back = await usual.form('.flash form').submit();
    expect(order(back).slice(0, 2)).toEqual(['Bakery', 'Fruit and vegetables']);
  });

  test('takes no aisle that there is not', async () => {
    const page = await ada.post('/shopping/aisles', { aisle: 'moon', side: 'before', other: 'bakery' });
    expect(page.status).toBe(400);
  });
});
