import { describe, expect, test } from 'vitest';
import { expectRefused } from '../web/refusal.js';
import { mergeForm, renameForm, undo, usingFoods } from './kitchen.js';

const { get, post, moveIn, list, add, open } = usingFoods();

describe('Renaming a food', () => {
  test('changes it everywhere, and can be undone', async () => {
    await add('Milk');
    const page = await renameForm(await open('Milk'))
      .fill({ name: 'Whole milk' })
      .submit();
    expect([page.h1, page.flashes()]).toEqual(['Whole milk', ['Milk is called Whole milk now.']]);
    expect((await get('/')).texts('.item-name')).toEqual(['Whole milk']);
    expect(await list('/foods?q=milk')).toEqual(['Whole milk 1 item']);
    const undone = await undo(page);
    expect([undone.h1, undone.flashes()]).toEqual(['Milk', ['It is called Milk again.']]);
    const redone = await undo(undone);
    expect([redone.h1, redone.flashes()]).toEqual(['Whole milk', ['It is done again.']]);
  });

  test('twice by two taps does it once', async () => {
    await add('Milk');
    const form = renameForm(await open('Milk')).fill({ name: 'Whole milk' });
    const pages = [await form.submit(), await form.submit()];
    expect(pages.map(({ h1 }) => h1)).toEqual(['Whole milk', 'Whole milk']);
    expect(pages[1]?.form(/\/undo$/).element.getAttribute('action')).toBe(
      pages[0]?.form(/\/undo$/).element.getAttribute('action'),
    );
  });

  test('is refused without a name, and with one that is too long; what was typed is kept', async () => {
    await add('Milk');
    for (const [name, message] of [
      ['', 'Enter the name of the food.'],
      ['x'.repeat(81), /^Shorten the name/],
    ] as const) {
      const page = await renameForm(await open('Milk'))
        .fill({ name })
        .submit();
      expectRefused(page, { name: message });
      expect(renameForm(page).value('name')).toBe(name);
    }
  });

  test.each(['Oat milk', 'OAT MILK', 'oat milks'])(
    'to %s, which there is, offers to merge the two',
    async (name) => {
      await add('Milk', 'Oat milk');
      const page = await renameForm(await open('Milk'))
        .fill({ name })
        .submit();
      expectRefused(page, {
        name: 'You have Oat milk already. Merge the two below, or choose another name.',
      });
      const merged = await page.form('[aria-labelledby="renaming"] form[action$="/merge"]').submit();
      expect([merged.h1, merged.flashes()]).toEqual(['Oat milk', ['Milk and Oat milk are one food now.']]);
      expect(await list()).toEqual(['Oat milk 2 items']);
    },
  );

  test('that somebody else renamed meanwhile asks first', async () => {
    await add('Milk');
    const mine = renameForm(await open('Milk')).fill({ name: 'Cow milk' });
    await renameForm(await open('Milk'))
      .fill({ name: 'Whole milk' })
      .submit();
    const page = await mine.submit();
    expect([page.status, page.h1]).toEqual([409, 'Whole milk was changed meanwhile']);
    expect(page.text).toContain('What is there now Name Whole milk Items 1 item');
    expect(page.link('Keep what is there')).toMatch(/\/foods\/\d+$/);
    expect(renameForm(page).value('name')).toBe('Cow milk');
    expect((await renameForm(page).submit()).h1).toBe('Cow milk');
  });
});

describe('Merging a food into another', () => {
  test('that was merged on itself is not undone first, and says so on the page of what they are now', async () => {
    await add('Milk', 'Whole milk', 'Rice');
    const first = await mergeForm(await open('Milk'))
      .fill({ into: 'Whole milk' })
      .submit();
    const second = await mergeForm(await open('Whole milk'))
      .fill({ into: 'Rice' })
      .submit();
    const refused = await undo(first);
    expect([refused.h1, refused.flashes()]).toEqual(['Rice', [expect.stringMatching(/Rice|merged|undo/i)]]);
    await undo(second);
    await undo(first);
    expect(await list()).toEqual(['Milk 1 item', 'Rice 1 item', 'Whole milk 1 item']);
  });

  test('moves its items, and can be undone; the old address leads to the new food', async () => {
    await add('Yogurt', 'Yoghurt');
    const before = await open('Yogurt');
    const merged = await mergeForm(before).fill({ into: 'yoghurts' }).submit();
    expect([merged.h1, merged.flashes()]).toEqual(['Yoghurt', ['Yogurt and Yoghurt are one food now.']]);
    expect((await get(before.path)).h1).toBe('Yoghurt');
    const history = await merged.click('History');
    expect([history.h1, history.texts('.past-action-told p')]).toEqual([
      'History of Yoghurt',
      [
        'Ada merged Yogurt into Yoghurt, with 1 item',
        'Ada added 1 Yoghurt to Fridge',
        'Ada added 1 Yoghurt to Fridge',
      ],
    ]);
    expect((await get(`${before.path}/journal`)).h1).toBe('History of Yoghurt');
    const undone = await undo(merged);
    expect(undone.flashes()).toEqual(['Yogurt is a food of its own again, with 1 item.']);
    expect(await list()).toEqual(['Yoghurt 1 item', 'Yogurt 1 item']);
  });

  test('takes the other by its id too, and twice by two taps does it once', async () => {
    await add('Yogurt', 'Yoghurt');
    const id = /\d+/.exec((await open('Yoghurt')).path)?.[0] ?? '';
    const form = mergeForm(await open('Yogurt')).fill({ into: id });
    for (const page of [await form.submit(), await form.submit()])
      expect([page.h1, page.flashes()]).toEqual(['Yoghurt', ['Yogurt and Yoghurt are one food now.']]);
  });

  test.each([
    ['', 'Enter the name of the other food.'],
    ['Skyr', 'None of your foods is called “Skyr”.'],
    ['999999', 'None of your foods is called “999999”.'],
    ['MILK', 'That is this food. Name another.'],
  ])('is refused when that is %j', async (into, message) => {
    await add('Milk', 'Rice');
    const page = await mergeForm(await open('Milk'))
      .fill({ into })
      .submit();
    expectRefused(page, { into: message });
    expect(mergeForm(page).value('into')).toBe(into);
  });

  test('is not into another household’s food', async () => {
    await add('Milk', 'Rice');
    const id = /\d+/.exec((await open('Rice')).path)?.[0] ?? '';
    const mine = (await open('Milk')).path;
    await moveIn('Eve');
    await add('Tea', 'Milk');
    const page = await mergeForm(await open('Tea'))
      .fill({ into: id })
      .submit();
    expectRefused(page, { into: `None of your foods is called “${id}”.` });
    expect((await get(mine)).status).toBe(404);
  });
});

describe('Removing a food', () => {
  test('is refused while an item is of it, and says so', async () => {
    await add('Milk');
    const page = await open('Milk');
    expect(page.text).not.toContain('Remove Milk');
    const refused = await post(`${page.path}/delete`);
    expect([refused.status, refused.texts('.error-summary p')]).toEqual([
      422,
      ['Milk can’t be removed while 1 item is of it. Merge it into another food instead.'],
    ]);
  });

  test('takes it off the list, can be undone, and is done once by two taps', async () => {
    await add('Milk');
    await (await (await get('/')).click('Milk')).form(/\/delete$/).submit();
    const food = await open('Milk');
    const form = food.form(/\/delete$/);
    const removed = await form.submit();
    expect(removed.flashes()).toEqual(['Milk is removed from your foods.']);
    expect(removed.text).toContain('No foods yet');
    expect((await form.submit()).flashes()).toEqual(['Milk is gone already. You removed it, just now.']);
    const gone = await get(food.path);
    expect([gone.status, gone.h1, gone.text]).toEqual([
      404,
      'Milk is no longer there',
      expect.stringContaining('You removed it, just now.'),
    ]);
    expect((await gone.click('History')).texts('.past-action-told p')[0]).toBe('Ada removed the food Milk');
    expect((await undo(removed)).flashes()).toEqual(['Milk is one of your foods again.']);
    expect(await list()).toEqual(['Milk none here now']);
  });

  test('leaves what was typed for it meanwhile', async () => {
    await add('Milk');
    await (await (await get('/')).click('Milk')).form(/\/delete$/).submit();
    const food = await open('Milk');
    await food.form(/\/delete$/).submit();
    const page = await renameForm(food).fill({ name: 'Whole milk' }).submit();
    expect([page.status, page.h1]).toEqual([409, 'Milk was deleted meanwhile']);
    expect(page.text).toContain('Whole milk');
  });
});
