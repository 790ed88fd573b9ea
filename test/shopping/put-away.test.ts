import { beforeEach, describe, expect, test } from 'vitest';
import { commit, lineId, linesOn } from '../put-away/steps.js';
import { signUp } from '../support/people.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';
import { add, bought, buy, finish, itemsOf, keep, placeChosen, putAway, tap, toBuy } from './kitchen.js';

const larder = usingLocalApp();
let ada: Visitor;
beforeEach(async () => {
  ada = (await signUp(larder.visitor())).visitor;
});

describe('What was bought', () => {
  test('is one table away from being put away, each where it was kept last', async () => {
    await keep(ada, 'Fridge', 'Milk');
    await keep(ada, 'Fridge', 'Butter');
    await keep(ada, 'Freezer', 'Peas');
    await buy(ada, 'Milk', 'Peas', 'Butter', 'Zorbix');
    const details = await putAway(ada);
    expect(details.h1).toBe('Put away');
    const places = ['Milk', 'Peas', 'Butter', 'Zorbix'].map((name) => placeChosen(details, name));
    expect(places).toEqual(['Fridge', 'Freezer', 'Fridge', 'Fridge']);
    expect(linesOn(details)).toEqual([
      expect.stringMatching(/^Milk: .*in Fridge$/),
      expect.stringMatching(/^Butter: .*in Fridge$/),
      'Zorbix: in Fridge',
      expect.stringMatching(/^Peas: .*in Freezer$/),
    ]);
    const done = await commit(details);
    expect(done.flashes()).toEqual(['4 items are put away: 3 in Fridge and 1 in Freezer.']);
    expect(bought(await ada.get('/shopping'))).toEqual([]);
  });

  test('as much of it as the list says', async () => {
    await add(ada, 'Milk', 'Eggs');
    const edit = await (await ada.get('/shopping')).click('Edit Milk');
    await edit
      .form(/^\/shopping\/\d+$/)
      .fill({ quantity: '1,5', unit: 'l', note: 'the blue one' })
      .submit();
    await keep(ada, 'Fridge', 'Milk');
    for (const name of ['Milk', 'Eggs']) await tap(ada, name);
    const details = await putAway(ada);
    const id = lineId(details, 'Milk');
    expect(details.form(/\/details$/).values()).toMatchObject({
      [`amount_${id}`]: '1.5 l',
      [`amount_${lineId(details, 'Eggs')}`]: '1',
    });
  });

  test('in two amounts that can’t be added up is two items', async () => {
    await keep(ada, 'Fridge', 'Tomatoes');
    await add(ada, '3 tomatoes', '500 g tomatoes');
    for (const _ of [1, 2]) await tap(ada, 'Tomatoes');
    const details = await putAway(ada);
    expect(linesOn(details)).toEqual([
      expect.stringMatching(/^Tomatoes: 3, /),
      expect.stringMatching(/^Tomatoes: 500 g, /),
    ]);
    expect((await commit(details)).flashes()).toEqual(['2 items are put away in Fridge.']);
  });

  test('can go to another place than where it was kept last', async () => {
    await keep(ada, 'Fridge', 'Milk');
    await buy(ada, 'Milk', 'Ice');
    const details = await putAway(ada);
    details.form(/\/details$/).fill({ [`place_${lineId(details, 'Ice')}`]: 'Freezer' });
    await commit(details);
    expect((await itemsOf(ada)).slice(1)).toEqual(['Milk in Fridge', 'Ice in Freezer']);
  });

  test('goes where such food usually goes, when the household never kept it', async () => {
    await buy(ada, 'Rice', 'Milk', 'Eggs');
    const details = await putAway(ada);
    const places = ['Rice', 'Milk', 'Eggs'].map((name) => placeChosen(details, name));
    expect(places).toEqual(['Pantry', 'Fridge', 'Fridge']);
  });

  test('is guessed by where it was moved to since, and by nothing that was undone', async () => {
    await keep(ada, 'Fridge', 'Bread');
    const edit = await (await ada.get('/')).click('Bread');
    await edit
      .form(/^\/items\/\d+$/)
      .fill({ place_id: 'Freezer' })
      .submit();
    await keep(ada, 'Pantry', 'Bread');
    const pantry = await (await ada.get('/')).click(/^Pantry/);
    const gone = await (await pantry.click('Bread')).form(/\/delete$/).submit();
    expect(gone.flashes()[0]).toContain('Bread');
    await buy(ada, 'Bread');
    expect(placeChosen(await putAway(ada), 'Bread')).toBe('Pantry');
    await ada.post('/places', { name: 'Bread bin', kind: 'other' });
    const bin = await (await ada.get('/')).click(/^Bread bin/);
    const added = await bin
      .form(/\/items$/)
      .fill({ name: 'Bread' })
      .submit();
    await added.form(/\/undo$/).submit();
    await add(ada, 'Salt');
    await tap(ada, 'Salt');
    expect(placeChosen(await putAway(ada), 'Bread')).toBe('Pantry');
  });

  test('stays on the list, ticked, until it is put away', async () => {
    await buy(ada, 'Milk', 'Eggs');
    await putAway(ada);
    expect(bought(await ada.get('/shopping'))).toEqual(['Milk', 'Eggs']);
    await (await ada.get('/put-away')).form(/\/discard$/).submit();
    expect(bought(await ada.get('/shopping'))).toEqual(['Milk', 'Eggs']);
  });

  test('is back on the list when putting it away is undone, and off it when that is undone', async () => {
    await keep(ada, 'Fridge', 'Milk');
    await buy(ada, 'Milk', 'Eggs');
    const done = await finish(await putAway(ada));
    const undone = await done.form(/\/undo$/).submit();
    expect(undone.flashes()).toEqual([
      '2 items are taken out again. They are on the shopping list again, as bought.',
    ]);
    const list = await ada.get('/shopping');
    expect([toBuy(list), bought(list)]).toEqual([[], ['Milk', 'Eggs']]);
    expect(await itemsOf(ada)).toEqual(['Milk in Fridge']);
    const redone = await undone.form(/\/undo$/).submit('Redo');
    expect([bought(await ada.get('/shopping')), (await itemsOf(ada)).sort()]).toEqual([
      [],
      ['Eggs in Fridge', 'Milk in Fridge', 'Milk in Fridge'],
    ]);
    const undoneAgain = await redone.form(/\/undo$/).submit('Undo');
    expect(undoneAgain.flashes()).toEqual(undone.flashes());
    const again = await finish(await putAway(ada));
    expect([again.flashes(), bought(await ada.get('/shopping'))]).toEqual([
      ['2 items are put away in Fridge.'],
      [],
    ]);
  });

  test('that is taken out of the entry stays on the list', async () => {
    await keep(ada, 'Fridge', 'Milk');
    await buy(ada, 'Milk', 'Eggs');
    const foods = await (await putAway(ada)).form(/\/details$/).submit('Add more');
    const details = await foods
      .form(/\/foods$/)
      .fill({ names: 'Milk\nBread in Fridge' })
      .submit();
    const done = await finish(details);
    const list = await ada.get('/shopping');
    expect([bought(list), (await itemsOf(ada)).sort()]).toEqual([
      ['Eggs'],
      ['Bread in Fridge', 'Milk in Fridge', 'Milk in Fridge'],
    ]);
    const undone = await done.form(/\/undo$/).submit();
    expect(undone.flashes()).toEqual([
      '2 items are taken out again. 1 of them is on the shopping list again, as bought.',
    ]);
  });

  test('has one entry however often it is begun, and another once more is bought', async () => {
    await keep(ada, 'Fridge', 'Milk');
    await buy(ada, 'Milk');
    const [one, two] = [await putAway(ada), await putAway(ada)];
    expect(two.path).toBe(one.path);
    await buy(ada, 'Eggs');
    expect((await putAway(ada)).path).not.toBe(one.path);
  });

  test('nothing of it: then that is said', async () => {
    await add(ada, 'Milk');
    const page = await ada.post('/put-away', { from: 'shopping' });
    expect([page.h1, page.flashes()]).toEqual([
      'Shopping list',
      ['Nothing is ticked. Tick what you bought first.'],
    ]);
  });

  test('is not lost when the place of one line is deleted meanwhile', async () => {
    await keep(ada, 'Fridge', 'Milk');
    await buy(ada, 'Milk', 'Ice');
    const details = await putAway(ada);
    const form = details.form(/\/details$/).fill({ [`place_${lineId(details, 'Ice')}`]: 'Freezer' });
    const saved = await form.submit();
    const freezer = new URL((await ada.get('/')).link(/^Freezer/)).pathname;
    await ada.post(`${freezer}/delete`);
    const asked = await commit(saved);
    expect([asked.status, asked.h1]).toEqual([422, 'Put away']);
    expect(asked.errors()[`place_${lineId(asked, 'Ice')}`]).toContain('gone');
    asked.form(/\/details$/).fill({ [`place_${lineId(asked, 'Ice')}`]: 'Fridge' });
    expect((await finish(asked)).flashes()).toEqual(['2 items are put away in Fridge.']);
    const late = await form.submit();
    expect(late.status).toBe(409);
  });
});
