import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { signUp } from '../support/people.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';
import { add, bought, edit, tap, toBuy } from './kitchen.js';

const larder = usingLocalApp();
let ada: Visitor;
beforeEach(async () => {
  ada = (await signUp(larder.visitor())).visitor;
  await add(ada, 'Milk', 'Tea');
});

const form = (page: Page) => page.form(/^\/shopping\/\d+$/);

describe('The form of a line', () => {
  test('says how much and which one, and shows it on the list', async () => {
    const change = { name: 'Whole milk', quantity: '1,5', unit: 'l', note: 'the blue one' };
    const page = await form(await edit(ada, 'Milk'))
      .fill(change)
      .submit();
    expect([toBuy(page), page.texts('.tick-amount'), page.texts('.tick-note'), page.flashes()]).toEqual([
      ['Whole milk', 'Tea'],
      ['1.5 l'],
      ['the blue one'],
      ['Whole milk is changed.'],
    ]);
    const again = await edit(ada, 'Whole milk');
    expect(form(again).values()).toMatchObject({ ...change, quantity: '1.5' });
    const less = await form(again).fill({ quantity: '', unit: '', note: '' }).submit();
    expect([less.texts('.tick-amount'), less.texts('.tick-note')]).toEqual([[], []]);
  });

  test('has the line that adds to the list above it, as every page of shopping', async () => {
    for (const page of [await edit(ada, 'Milk'), await ada.get('/shopping/aisles')]) {
      const list = await page.form('/shopping').fill({ names: 'Oats, 2 l oil' }).submit();
      expect(toBuy(list)).toEqual(expect.arrayContaining(['Milk', 'Oats', 'Oil', 'Tea']));
    }
  });

  test.each([
    ['900 g', '', '900 g'],
    ['½', 'l', '0.5 l'],
    ['2 x 400 g', '', '2 × 400 g'],
    ['3 jars', 'l', '3 jars'],
  ])('takes an amount as the quick line does: “%s”, with the unit “%s”', async (quantity, unit, shown) => {
    const page = await form(await edit(ada, 'Milk'))
      .fill({ quantity, unit })
      .submit();
    expect(page.texts('.tick-amount')).toEqual([shown]);
  });

  test.each([
    ['no name', { name: ' ' }, { name: 'Enter what to buy.' }],
    ['a unit of nothing', { unit: 'l' }, { quantity: 'Enter how much, or leave the unit empty.' }],
    [
      'a quantity in words',
      { quantity: 'lots' },
      { quantity: 'We can’t read “lots” as an amount. Try “2”, “500 g” or “½”.' },
    ],
    ['none of it', { quantity: '0' }, { quantity: 'Enter a number above 0.' }],
    [
      'a note that is too long',
      { note: 'x'.repeat(201) },
      { note: 'Shorten the note to 200 characters at most.' },
    ],
    [
      'what is on the list already',
      { name: 'TEA' },
      { name: 'That is on the list already. Change that line, or take this one off.' },
    ],
  ])('refuses %s, and keeps what was typed', async (_what, typed, errors) => {
    const page = await form(await edit(ada, 'Milk'))
      .fill(typed)
      .submit();
    expect([page.status, page.errors(), page.title]).toEqual([422, errors, 'Error: Edit Milk · Larder']);
    expect(form(page).values()).toMatchObject(typed);
    expect(toBuy(await ada.get('/shopping'))).toEqual(['Milk', 'Tea']);
  });

  test('of a line that was taken off meanwhile says so, and changes nothing', async () => {
    const page = await edit(ada, 'Milk');
    await page.form(/\/delete$/).submit();
    for (const late of [await form(page).fill({ name: 'Oat milk' }).submit(), await ada.get(page.path)]) {
      expect([late.h1, late.flashes()]).toEqual(['Shopping list', ['Taken off the list meanwhile: Milk.']]);
    }
    expect(toBuy(await ada.get('/shopping'))).toEqual(['Tea']);
  });

  test('can rename what is bought already', async () => {
    const page = await edit(ada, 'Milk');
    await tap(ada, 'Milk');
    const done = await form(page).fill({ name: 'Oat milk' }).submit();
    expect(bought(done)).toEqual(['Oat milk']);
  });
});
