import { beforeEach, describe, expect, test } from 'vitest';
import { fillDetails, lineId } from '../put-away/steps.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';
import {
  add,
  bought,
  buy,
  edit,
  finish,
  itemsOf,
  keep,
  putAway,
  tap,
  tickForm,
  toBuy,
  twoPhones,
} from './kitchen.js';

const larder = usingLocalApp();
let ada: Visitor;
let olive: Visitor;
beforeEach(async () => {
  ({ ada, olive } = await twoPhones(larder.visitor));
});

describe('Two people with the same list', () => {
  test('who add the same at once get one line, and one of them is told', async () => {
    const pages = await Promise.all([add(ada, 'Milk'), add(olive, 'milk')]);
    expect(toBuy(await ada.get('/shopping'))).toHaveLength(1);
    expect(pages.flatMap((page) => page.flashes()).sort()).toEqual([
      expect.stringMatching(/^Added: milk\.$/i),
      expect.stringMatching(/^On the list already: milk\.$/i),
    ]);
  });

  test('who tick the same at once leave it ticked, and those who bought it are named', async () => {
    const names = ['Milk', 'Eggs', 'Bread', 'Salt', 'Tea', 'Rice'];
    await add(ada, ...names);
    const [mine, theirs] = [await ada.get('/shopping'), await olive.get('/shopping')];
    await Promise.all(
      names.flatMap((name) => [tickForm(mine, name).submit(), tickForm(theirs, name).submit()]),
    );
    const list = await ada.get('/shopping');
    expect([toBuy(list), bought(list).sort()]).toEqual([[], [...names].sort()]);
    const byOlive = list.texts('.tick-note').filter((note) => note === 'bought by Olive');
    const byAda = (await olive.get('/shopping'))
      .texts('.tick-note')
      .filter((note) => note === 'bought by Ada');
    expect(byOlive.length + byAda.length).toBe(names.length);
  });

  test('keep a tick that comes late from a page drawn before the other one ticked', async () => {
    await add(ada, 'Milk');
    const late = tickForm(await olive.get('/shopping'), 'Milk');
    await tap(ada, 'Milk');
    const page = await late.submit();
    expect([bought(page), page.flashes()]).toEqual([['Milk'], []]);
  });

  test('are told when what they tick was taken off meanwhile', async () => {
    await add(ada, 'Milk');
    const late = tickForm(await olive.get('/shopping'), 'Milk');
    await (await edit(ada, 'Milk')).form(/\/delete$/).submit();
    expect((await late.submit()).flashes()).toEqual(['Taken off the list meanwhile: Milk.']);
  });

  test('see who asked for what', async () => {
    await add(olive, 'Milk');
    expect((await ada.get('/shopping')).texts('.tick-note')).toEqual(['by Olive']);
    expect((await olive.get('/shopping')).texts('.tick-note')).toEqual([]);
  });

  test('who change one line are shown each other’s words', async () => {
    await add(ada, 'Milk');
    const [mine, theirs] = [await edit(ada, 'Milk'), await edit(olive, 'Milk')];
    const form = (page: typeof mine) => page.form(/^\/shopping\/\d+$/);
    await form(theirs).fill({ name: 'Oat milk', note: 'for Zoe' }).submit();
    const conflict = await form(mine).fill({ name: 'Milk', quantity: '2', unit: 'l' }).submit();
    expect([conflict.status, conflict.h1]).toEqual([409, 'Oat milk was changed meanwhile']);
    expect(conflict.texts('.summary-list dd')).toEqual(['Oat milk', 'not said', 'for Zoe']);
    expect(form(conflict).values()).toMatchObject({ name: 'Milk', quantity: '2', unit: 'l' });
    const saved = await form(conflict).submit();
    expect(saved.texts('.tick-amount')).toEqual(['2 l']);
  });
});

describe('Two people who put the same shopping away at once', () => {
  beforeEach(async () => {
    await keep(ada, 'Fridge', 'Milk');
    await buy(ada, 'Milk', 'Eggs');
  });

  test('store it once: the second is told, and keeps what else was in the entry', async () => {
    const mine = await putAway(ada);
    const foods = await (await putAway(olive)).form(/\/details$/).submit('Add more');
    const theirs = await foods
      .form(/\/foods$/)
      .fill({ names: 'Milk\nEggs\nFlowers' })
      .submit();
    fillDetails(theirs, { Flowers: [3] });
    await finish(mine);
    const asked = await finish(theirs);
    expect([asked.h1, asked.form(/\/foods$/).value('names')]).toEqual(['What did you bring?', 'Flowers']);
    expect(asked.flashes()[0]).toContain('put away meanwhile');
    const again = await asked.form(/\/foods$/).submit('Next');
    expect(again.form(/\/details$/).value(`amount_${lineId(again, 'Flowers')}`)).toBe('3');
    await finish(again);
    expect((await itemsOf(ada)).sort()).toEqual([
      'Eggs in Fridge',
      'Flowers in Fridge',
      'Milk in Fridge',
      'Milk in Fridge',
    ]);
  });

  test('are told that it is gone beside what the redirect said that led to it', async () => {
    const foods = await (await putAway(olive)).form(/\/details$/).submit('Add more');
    const told = await foods
      .form(/\/foods$/)
      .fill({ names: 'Shopping:\nMilk\nEggs' })
      .submitRaw();
    await finish(await putAway(ada));
    const asked = await olive.get(told.location ?? '');
    expect([asked.h1, asked.flashes()]).toEqual([
      'What did you bring?',
      ['Left out: “Shopping:”.', expect.stringMatching(/put away meanwhile/)],
    ]);
  });

  test('store it once when they press the last button together', async () => {
    const both = [await putAway(ada), await putAway(olive)];
    const pages = await Promise.all(both.map((lines) => finish(lines)));
    expect(pages.filter((page) => page.flashes()[0]?.startsWith('2 items are put away'))).toHaveLength(1);
    expect(pages.filter((page) => page.h1 === 'What did you bring?')).toHaveLength(1);
    expect((await itemsOf(ada)).sort()).toEqual(['Eggs in Fridge', 'Milk in Fridge', 'Milk in Fridge']);
    expect(bought(await ada.get('/shopping'))).toEqual([]);
  });

  test('may go on with it when the other one’s is undone', async () => {
    const theirs = await (await putAway(olive)).form(/\/details$/).submit();
    const done = await finish(await putAway(ada));
    await done.form(/\/undo$/).submit();
    const stored = await finish(theirs);
    expect(stored.flashes()).toEqual(['2 items are put away in Fridge.']);
  });

  test('do not undo each other’s ticks: what was unticked meanwhile is still to buy', async () => {
    const details = await putAway(ada);
    await tap(olive, 'Eggs');
    await finish(details);
    const list = await ada.get('/shopping');
    expect([toBuy(list), bought(list)]).toEqual([['Eggs'], []]);
  });
});
