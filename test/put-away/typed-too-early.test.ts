import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { choice, choosePlace, commit, fillDetails, giveDetails, lineId, listFoods, start } from './steps.js';

const larder = usingLocalApp();
let ada: Person;
beforeEach(async () => {
  ada = await signUp(larder.visitor());
});

/** An entry for the Fridge, up to the table of details; `remove` deletes the Fridge in another tab. */
async function atDetails(): Promise<{ details: Page; remove: () => Promise<Page> }> {
  const where = await start(ada.visitor);
  const fridge = choice(where, 'Fridge');
  const details = await listFoods(await choosePlace(where, 'Fridge'), 'Milk', 'Eggs');
  return { details, remove: () => ada.visitor.clone().post(`/places/${fridge}/delete`) };
}

const typed = { Milk: [2, 'l', '2030-01-31'], Eggs: [12] };

function expectTyped(details: Page): void {
  expect(details.h1).toBe('How much, and until when?');
  expect(details.form(/\/details$/).values()).toMatchObject({
    [`quantity_${lineId(details, 'Milk')}`]: '2',
    [`best_before_${lineId(details, 'Milk')}`]: '2030-01-31',
    [`quantity_${lineId(details, 'Eggs')}`]: '12',
  });
}

describe('Details that are typed while the place of their entry goes', () => {
  it('are kept when another tab has been asked for the place already', async () => {
    const { details, remove } = await atDetails();
    await remove();
    expect((await ada.visitor.clone().get(details.path)).h1).toBe('Where does it go?');
    const asked = await giveDetails(details, typed);
    expect([asked.h1, asked.flashes()]).toEqual([
      'Where does it go?',
      ['This step comes first. What you typed is kept, and shown again after it.'],
    ]);
    const again = await choosePlace(asked, 'Pantry');
    expectTyped(again);
    const done = await commit(await giveDetails(again));
    expect(done.texts('.item-name').sort()).toEqual(['Eggs', 'Milk']);
  });

  it('are kept as they were typed, wrong ones too', async () => {
    const { details, remove } = await atDetails();
    await remove();
    await ada.visitor.clone().get(details.path);
    const again = await choosePlace(await giveDetails(details, { Milk: ['a lot'] }), 'Pantry');
    expect(again.form(/\/details$/).value(`quantity_${lineId(again, 'Milk')}`)).toBe('a lot');
    expect((await giveDetails(again)).status).toBe(422);
  });

  it('are kept when their writer was signed out meanwhile, too', async () => {
    const { details, remove } = await atDetails();
    const form = fillDetails(details, typed);
    await remove();
    await ada.visitor.clone().post('/logout');
    const login = await form.submit();
    const { username, password } = ada;
    const asked = await login.form('/login').fill({ username, password }).submit();
    expect(asked.h1).toBe('Where does it go?');
    expectTyped(await choosePlace(asked, 'Pantry'));
  });
});
