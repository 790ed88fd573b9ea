import { beforeEach, describe, expect, test } from 'vitest';
import { signUp } from '../support/people.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Visitor;
beforeEach(async () => {
  ada = (await signUp(larder.visitor())).visitor;
});

async function add(name: string) {
  const fridge = await (await ada.get('/')).click(/^Fridge/);
  return fridge
    .form(/\/items$/)
    .fill({ name })
    .submit();
}
const had = async () => (await ada.get('/put-away')).texts('input[name="food_id"] ~ .choice-label');
const found = async (q: string) =>
  (await ada.get(`/search?q=${q}`)).texts('main .item-name, .found-none li > span:first-child');

describe('A name that was only a slip', () => {
  test('and was corrected offers itself neither in what was found nor among foods of before', async () => {
    const place = await add('Karrots');
    const item = await place.click('Karrots');
    const page = await item
      .form(/^\/items\/\d+$/)
      .fill({ name: 'Carrots' })
      .submit();
    expect([await had(), await found('karrots')]).toEqual([['Carrots'], ['Carrots']]);
    await page.form(/\/undo$/).submit();
    expect(await had()).toEqual(['Karrots']);
  });

  test('and whose adding was undone does not either', async () => {
    const fridge = await (await ada.get('/')).click(/^Fridge/);
    const page = await fridge
      .form(/\/items$/)
      .fill({ name: 'Karrots' })
      .submit();
    await page.form(/\/undo$/).submit();
    expect([await had(), await found('karrots')]).toEqual([[], []]);
  });
});

describe('What was eaten up', () => {
  test('is a food of before, and there is none of it now', async () => {
    const item = await (await add('Carrots')).click('Carrots');
    await item.form(/\/eaten$/).submit('Ate');
    expect([await had(), await found('carrots')]).toEqual([['Carrots'], ['Carrots none here now']]);
  });

  test('and put away again, in any case, is one row', async () => {
    const item = await (await add('Carrots')).click('Carrots');
    await item.form(/\/eaten$/).submit('Ate');
    await add('CARROTS');
    await add('carrot');
    expect([(await had()).length, (await found('carrots')).length]).toEqual([1, 1]);
  });

  test('is not a food of before once it was removed from the foods', async () => {
    const item = await (await add('Carrots')).click('Carrots');
    await item.form(/\/eaten$/).submit('Ate');
    const food = await (await ada.get('/foods')).click(/^Carrots/);
    await food.form(/\/delete$/).submit();
    expect([await had(), await found('carrots')]).toEqual([[], []]);
  });
});
