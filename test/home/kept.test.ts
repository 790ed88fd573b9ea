import { beforeAll, describe, expect, test } from 'vitest';
import { add, keep, tap } from '../shopping/kitchen.js';
import { change, goOverTo, inTwoHouseholds, invite, joinBy } from '../support/households.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

// Each page that comes from memory is compared with one made afresh: a difference is an error that fails the file.
const larder = usingLocalApp();
let ada: Person;
let maya: Person;
let fridge: string;

beforeAll(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada' });
  maya = await signUp(larder.visitor(), { firstName: 'Maya' });
  await joinBy(maya, await invite(ada));
  await keep(ada.visitor, 'Fridge', 'Milk');
  await keep(ada.visitor, 'Fridge', 'Leeks');
  fridge = new URL((await ada.visitor.get('/')).link(/^Fridge/), 'http://larder').pathname;
});

/** Both look at each page, twice: the second time it is a kept one. */
async function lookAround() {
  for (const path of ['/', fridge, '/shopping'])
    for (const { visitor } of [ada, maya, ada, maya]) expect((await visitor.get(path)).status).toBe(200);
  const home = await ada.visitor.get('/');
  return { foods: home.texts('.item-name').sort(), dates: home.texts('.item-date') };
}

describe('A page that was kept is right for both members', () => {
  test('after one ate, and took it back', async () => {
    await lookAround();
    const eaten = await (await maya.visitor.get('/')).press('Ate: Milk');
    expect((await lookAround()).foods).toEqual(['Leeks']);
    await eaten.form(/\/undo$/).submit();
    expect((await lookAround()).foods).toEqual(['Leeks', 'Milk']);
  });

  test('after a line is written down, ticked and edited', async () => {
    await add(maya.visitor, 'Bread');
    await lookAround();
    await tap(ada.visitor, 'Bread');
    await lookAround();
    expect((await maya.visitor.get('/shopping')).text).toContain('Bread');
  });

  test('after some midnights', async () => {
    const today = (await lookAround()).dates;
    larder.clock.set('2026-03-07T12:00:00Z');
    expect((await lookAround()).dates).not.toEqual(today);
  });

  test('after new names, another order of dates, another role', async () => {
    const name = (await maya.visitor.get('/account/edit')).form('/account/edit');
    await name.fill({ first_name: 'May' }).submit();
    await lookAround();
    const edit = (await ada.visitor.get('/household/edit')).form('/household/edit');
    await edit.fill({ name: 'Mill Lane', date_order: 'month-day' }).submit();
    await lookAround();
    expect((await maya.visitor.get('/')).text).toContain('Mill Lane');
    await change(ada, 'Make an owner', 'May');
    await lookAround();
    const place = (await ada.visitor.get(`${fridge}/edit`)).form(fridge);
    await place.fill({ name: 'Cold box' }).submit();
    await lookAround();
    expect((await maya.visitor.get('/')).texts('.place-name')).toContain('Cold box');
  });

  test('in another household, and back', async () => {
    const both = await inTwoHouseholds(() => larder.visitor());
    await keep(both.ada.visitor, 'Fridge', 'Mill milk');
    for (const [name, foods] of [
      ['Allotment', []],
      ['14 Mill Lane', ['Mill milk']],
      ['Allotment', []],
    ] as const) {
      await goOverTo(both.ada.visitor, name);
      for (const _ of [1, 2]) expect((await both.ada.visitor.get('/')).texts('.item-name')).toEqual(foods);
    }
  });

  test('whose head was asked for first', async () => {
    await keep(maya.visitor, 'Cold box', 'Figs');
    for (const method of ['HEAD', 'GET', 'GET'])
      expect((await ada.visitor.requestRaw(method, fridge)).status, method).toBe(200);
  });

  test('with a message on it, which the next look at it lacks', async () => {
    const page = await (await ada.visitor.get('/')).press('Ate: Leeks');
    expect(page.flashes()).toHaveLength(1);
    expect((await ada.visitor.get('/')).flashes()).toEqual([]);
  });
});
