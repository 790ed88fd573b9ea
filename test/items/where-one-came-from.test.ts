import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { signUp } from '../support/people.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Visitor;
let fridge: Page;
beforeEach(async () => {
  ada = (await signUp(larder.visitor())).visitor;
  fridge = await (await ada.get('/')).click(/^Fridge/);
});

async function add(name: string, quantity = '1', unit = ''): Promise<Page> {
  const page = await fridge
    .form(/\/items$/)
    .fill({ name, quantity, unit })
    .submit();
  fridge = await ada.get(fridge.path);
  return page;
}

const happened = async (name: string) => (await (await ada.get(fridge.path)).click(name)).form(/\/eaten$/);
const hashOf = (page: Page) => page.redirects[0]?.location.split('#')[1];

describe('After an action', () => {
  test('on what somebody else finished meanwhile, the page is at the row beside it', async () => {
    await add('Thing one');
    await add('Thing two');
    const rows = fridge.queryAll('.item').map(({ id }) => id);
    const name = fridge.query('.item .item-name')?.textContent ?? '';
    const stale = fridge.form(`/items/${rows[0]?.split('-')[1]}/eaten`);
    await (await happened(name)).submit('Ate');
    const page = await stale.submit(`Ate: ${name}`);
    expect(page.flashes()).toEqual([expect.stringContaining('is gone already')]);
    expect([rows[1], page.query(`#${rows[1]}`) !== null]).toEqual([hashOf(page), true]);
  });

  test('a correction leads back to the row, and to no row of a place that it has left', async () => {
    await add('Milk');
    const correct = async () => (await fridge.click('Milk')).form(/^\/items\/\d+$/);
    const same = await (await correct()).fill({ quantity: '2' }).submit();
    expect([same.h1, same.query(`#${hashOf(same)}`) !== null]).toEqual(['Fridge', true]);
    const form = await correct();
    const [pantry] = (await ada.get('/'))
      .link(/^Pantry/)
      .split('/')
      .slice(-1);
    const moved = await form.fill({ place_id: pantry ?? '' }).submit();
    expect([moved.h1, hashOf(moved)]).toEqual(['Fridge', undefined]);
  });
});

describe('How much of it', () => {
  test.each([
    ['900 g', '2', 'kg', '0.9 kg eaten, 1.1 kg left'],
    ['½', '2', 'kg', '0.5 kg eaten, 1.5 kg left'],
    ['1,5', '2', 'l', '1.5 l eaten, 0.5 l left'],
    ['20 cl', '1', 'l', '0.2 l eaten, 0.8 l left'],
    ['2', '6', '', '2 eaten, 4 left'],
  ])('is typed as the quick line takes it: %s', async (amount, quantity, unit, said) => {
    await add('Rice', quantity, unit);
    const page = await (await happened('Rice')).fill({ amount }).submit('Ate that');
    expect(page.flashes()).toEqual([`Rice: ${said}.`]);
  });

  test.each([
    ['2 l', 'kg', 'This is counted in kg. Say how much in that.'],
    ['200 g', '', 'This is counted without a unit. Say how much in that.'],
  ])('in a unit that says nothing of it is refused, and kept: %s', async (amount, unit, message) => {
    await add('Rice', '2', unit);
    const page = await (await happened('Rice')).fill({ amount }).submit('Ate that');
    expect([page.status, page.errors()]).toEqual([422, { amount: message }]);
    expect(page.form(/\/eaten$/).value('amount')).toBe(amount);
  });
});
