import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { signUp } from '../support/people.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';
import { add, keep, toBuy } from './kitchen.js';

const larder = usingLocalApp();
let ada: Visitor;
beforeEach(async () => {
  larder.clock.set('2026-03-01T12:00:00Z');
  ada = (await signUp(larder.visitor(), { timeZone: 'UTC' })).visitor;
});

const home = () => ada.get('/');
const itemPage = async (name: string): Promise<Page> => (await home()).click(name);
const eat = async (name: string) => (await itemPage(name)).form(/\/eaten$/).submit('Ate that');
const suggested = (page: Page) => page.texts('[aria-labelledby="suggestions"] button');
const list = () => ada.get('/shopping');

describe('One tap puts on the list', () => {
  test('what was just finished, from the banner that says so', async () => {
    await keep(ada, 'Fridge', 'Milk');
    const page = await (await eat('Milk')).form('.flash form[action="/shopping"]').submit();
    expect([page.h1, page.flashes()]).toEqual(['Eat first', ['Added: Milk.']]);
    expect(toBuy(await list())).toEqual(['Milk']);
  });

  test('what is running low, from the banner that says so; not what there is enough of', async () => {
    await keep(ada, 'Pantry', 'Salt');
    const low = await (await itemPage('Salt')).form(/\/level$/).submit('Running low');
    expect(low.queryAll('.flash form[action="/shopping"]')).toHaveLength(1);
    const some = await (await itemPage('Salt')).form(/\/level$/).submit('Some');
    expect(some.queryAll('.flash form[action="/shopping"]')).toEqual([]);
  });

  test('anything, from its own page', async () => {
    await keep(ada, 'Pantry', '7 tins of 2 l milk');
    const page = await (await itemPage('7 tins of 2 l milk')).form('/shopping').submit();
    expect(page.flashes()).toEqual(['Added: 7 tins of 2 l milk.']);
    expect(toBuy(await list())).toEqual(['7 tins of 2 l milk']);
  });

  test('what is suggested: low, out, or finished lately, as long as it is not on the list', async () => {
    for (const name of ['Salt', 'Flour', 'Milk', 'Eggs']) await keep(ada, 'Pantry', name);
    await (await itemPage('Salt')).form(/\/level$/).submit('Running low');
    await (await itemPage('Flour')).form(/\/level$/).submit('None');
    await eat('Milk');
    const page = await list();
    expect(suggested(page)).toEqual(['Add Flour out', 'Add Salt low', 'Add Milk finished']);
    const added = await page.form('[aria-labelledby="suggestions"] li:first-child form').submit();
    expect([toBuy(added), suggested(added)]).toEqual([['Flour'], ['Add Salt low', 'Add Milk finished']]);
    expect(added.query('[name="names"]')?.hasAttribute('autofocus')).toBe(false);
    await add(ada, 'milk');
    expect(suggested(await list())).toEqual(['Add Salt low']);
  });

  test('nothing that was finished over two weeks ago', async () => {
    await keep(ada, 'Fridge', 'Milk');
    await eat('Milk');
    larder.clock.set('2026-03-15T11:59:00Z');
    expect(suggested(await list())).toEqual(['Add Milk finished']);
    larder.clock.set('2026-03-15T12:01:00Z');
    expect(suggested(await list())).toEqual([]);
  });
});
