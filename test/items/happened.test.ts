import { describe, expect, test } from 'vitest';
import { editForm, happenedForm, into, usingKitchen } from './kitchen.js';

const { get, open, shelf, itemPage } = usingKitchen();

describe('One tap', () => {
  test('eats all of it, from the list at home, with the way back', async () => {
    await itemPage('Ham', { best_before: '2026-11-25' });
    const home = await (await get('/')).form(/\/eaten$/).submit(/^Ate:/);
    expect(home.path).toMatch(/^\/\?flash=/);
    expect(home.flashes()).toEqual(['Ham: all eaten.']);
    expect(await shelf('Fridge')).toEqual([]);
    await home.form(/\/undo$/).submit('Undo');
    expect(await shelf('Fridge')).toEqual(['Ham 1 tomorrow 25 Nov']);
  });

  test('throws it away', async () => {
    await itemPage('Ham');
    const page = await (await open('Fridge')).form(/\/eaten$/).submit(/^Threw away/);
    expect(page.flashes()).toEqual(['Ham: all thrown away.']);
    expect(await shelf('Fridge')).toEqual([]);
  });

  test('twice is one', async () => {
    const page = happenedForm(await itemPage('Eggs', { quantity: '6' })).fill({ amount: '2' });
    const [one, two] = await Promise.all([page.submit('Ate that'), page.submit('Ate that')]);
    expect(await shelf('Fridge')).toEqual([expect.stringContaining('Eggs 4')]);
    expect([one.flashes(), two.flashes()].flat()).toHaveLength(2);
  });

  test('of two people on the last of it: the second is told, and can bring it back', async () => {
    await itemPage('Ham');
    const [hers, his] = [await open('Fridge'), await open('Fridge')];
    await hers.form(/\/eaten$/).submit(/^Ate:/);
    const late = await his.form(/\/eaten$/).submit(/^Ate:/);
    expect(late.flashes()).toEqual([
      'Ham is gone already, so nothing was changed. You ate it all, just now.',
    ]);
    await late.form(/\/undo$/).submit('Undo');
    expect(await shelf('Fridge')).toHaveLength(1);
  });

  test('on what went with its place says who deleted that, and can bring it back', async () => {
    const page = await itemPage('Ham');
    await (await (await open('Fridge')).click(/^Edit/)).form(/\/delete$/).submit();
    const late = await happenedForm(page).submit('Ate that');
    expect([late.status, late.h1]).toEqual([404, 'Fridge is no longer there']);
    expect(late.flashes()).toEqual([
      'Ham is gone already, so nothing was changed. You deleted the place that it was in, just now.',
    ]);
    await late.form('.flash form').submit('Undo');
    expect(await shelf('Fridge')).toHaveLength(1);
  });

  test('of two people who each ate one: both count', async () => {
    const page = await itemPage('Eggs', { quantity: '6' });
    const other = await get(page.path);
    await happenedForm(page).fill({ amount: '1' }).submit('Ate that');
    await happenedForm(other).fill({ amount: '1' }).submit('Ate that');
    expect(await shelf('Fridge')).toEqual([expect.stringContaining('Eggs 4')]);
  });
});

describe('One tap for some of it', () => {
  test('eats one of several, in the list', async () => {
    await itemPage('Eggs', { quantity: '6' });
    const page = await happenedForm(await open('Fridge')).submit(/^Ate 1/);
    expect(page.flashes()).toEqual(['Eggs: 1 eaten, 5 left.']);
    expect(page.h1).toBe('Fridge');
  });

  test('opens what keeps shorter then, in the list', async () => {
    await itemPage('Pesto', { best_before: '2027-05-01' });
    const page = await happenedForm(await open('Fridge')).submit(/^Opened/);
    expect(page.flashes()[0]).toMatch(/^Pesto: opened, best before about /);
    expect(await shelf('Fridge')).toEqual([expect.stringContaining('opened')]);
    expect(happenedForm(page).buttons().join()).not.toContain('Opened');
  });

  test('says that what nobody counts runs low, in the list', async () => {
    const salt = await itemPage('Salt', {}, 'Pantry');
    await salt.form(/\/level$/).submit('Some');
    const page = await happenedForm(await open('Pantry')).submit(/^Running low/);
    expect(page.flashes()).toEqual(['Salt: running low.']);
  });

  test('eats one or half on its own page, whatever was typed', async () => {
    const eggs = happenedForm(await itemPage('Eggs', { quantity: '6' })).fill({ amount: '3' });
    expect((await eggs.submit('Ate 1')).flashes()).toEqual(['Eggs: 1 eaten, 5 left.']);
    const milk = happenedForm(await itemPage('Milk', { quantity: '0.75', unit: 'l' }));
    expect((await milk.fill({ amount: '0.1' }).submit('Ate half')).flashes()).toEqual([
      'Milk: 0.375 l eaten, 0.375 l left.',
    ]);
  });
});

describe('Some of it', () => {
  test('is eaten or thrown away, with a reason; the rest stays', async () => {
    const page = await itemPage('Soup', { quantity: '2', unit: 'l' });
    const eaten = await happenedForm(page).fill({ amount: '0,5' }).submit('Ate that');
    expect(eaten.flashes()).toEqual(['Soup: 0.5 l eaten, 1.5 l left.']);
    const again = happenedForm(await eaten.click('Soup'))
      .fill({ amount: '1' })
      .tamper({ reason: 'gone off' });
    expect((await again.submit('Threw that away')).flashes()).toEqual(['Soup: 1 l thrown away, 0.5 l left.']);
    expect((await get('/journal')).text).toContain('Why: gone off');
  });

  test('three thirds of one leave nothing, whatever was typed for a third', async () => {
    let page = await itemPage('Pizza', {});
    page = await happenedForm(page).fill({ amount: '1/3' }).submit('Ate that');
    expect(page.flashes()).toEqual(['Pizza: ⅓ eaten, ⅔ left.']);
    const edit = await page.click('Pizza');
    expect(edit.form(/items\/\d+$/).value('quantity')).toBe('2/3');
    page = await happenedForm(edit).fill({ amount: '⅓' }).submit('Ate that');
    expect(page.flashes()).toEqual(['Pizza: ⅓ eaten, ⅓ left.']);
    page = await happenedForm(await page.click('Pizza'))
      .fill({ amount: '0,333' })
      .submit('Ate that');
    expect(page.flashes()).toEqual(['Pizza: all eaten.']);
  });

  test('can be frozen: it is an item of its own, and undo makes one of them again', async () => {
    const page = await itemPage('Minced beef', { quantity: '3', best_before: '2026-11-25' });
    const frozen = await happenedForm(page).fill({ amount: '2' }).submit('Froze');
    expect(frozen.flashes()).toEqual([
      expect.stringMatching(
        /^Minced beef: 2 in Freezer now, frozen, best before about \d+ \w+.* \(.*, estimated\)\.$/,
      ),
    ]);
    expect(await shelf('Fridge')).toEqual(['Minced beef 1 tomorrow 25 Nov']);
    expect(await shelf('Freezer')).toEqual([expect.stringMatching(/^Minced beef 2 about /)]);
    const undone = await frozen.form(/\/undo$/).submit('Undo');
    expect(undone.flashes()).toEqual(['Minced beef is as it was before: 3 in Fridge.']);
    expect(await shelf('Fridge')).toEqual(['Minced beef 3 tomorrow 25 Nov']);
    expect(await shelf('Freezer')).toEqual([]);
  });

  test('must be a number that there can be', async () => {
    const page = await happenedForm(await itemPage('Soup'))
      .fill({ amount: 'much' })
      .submit('Ate that');
    expect(page.status).toBe(422);
    expect(page.errors().amount).toContain('as an amount');
    expect(happenedForm(page).value('amount')).toBe('much');
    expect(page.form(/^\/items\/\d+$/).value('name')).toBe('Soup');
  });
});

describe('Moving', () => {
  test('says so when that place is gone', async () => {
    const page = await itemPage('Jam');
    const pantry = happenedForm(page);
    const gone = (await (await open('Pantry')).click(/^Edit/)).form(/\/delete$/);
    await gone.submit();
    expect((await pantry.submit(into('Pantry'))).summaryErrors()).toEqual([
      'That place is gone. Choose another.',
    ]);
  });

  test('by two taps is moved once, and either banner has the way back', async () => {
    for (const button of [into('Pantry'), 'Froze']) {
      const page = await itemPage('Peas');
      const form = happenedForm(page);
      await form.submit(button);
      const again = await form.submit(button);
      expect([again.status, again.flashes()[0]]).toEqual([200, expect.stringMatching(/^Peas: in \w+ now/)]);
      await again.form('.flash form[action$="/undo"]').submit('Undo');
      expect(await shelf('Fridge')).toEqual([expect.stringContaining('Peas 1')]);
      await happenedForm(page).submit('Ate that');
    }
  });

  test('keeps the date', async () => {
    const page = await itemPage('Jam', { best_before: '2027-03-01' });
    const moved = await happenedForm(page).submit(into('Pantry'));
    expect(moved.flashes()).toEqual(['Jam: in Pantry now.']);
    expect((await shelf('Pantry'))[0]).toContain('1 Mar 2027');
  });
});

describe('What is not counted', () => {
  test('is there, running low, or out; what is out is not among what to eat', async () => {
    const page = await itemPage('Salt', {}, 'Pantry');
    const low = await page.form(/\/level$/).submit('Running low');
    expect(low.flashes()).toEqual(['Salt: running low.']);
    expect((await shelf('Pantry'))[0]).toContain('Salt running low');
    expect((await get('/')).texts('.item-name')).toEqual(['Salt']);
    await (await low.click('Salt')).form(/\/level$/).submit('None');
    expect((await get('/')).texts('.item-name')).toEqual([]);
    expect((await shelf('Pantry'))[0]).toContain('Salt none left');
  });

  test('said twice is one thing, which either banner undoes', async () => {
    const form = (await itemPage('Salt', { quantity: '2' }, 'Pantry')).form(/\/level$/);
    await form.submit('Running low');
    const again = await form.submit('Running low');
    expect(again.flashes()).toEqual(['Salt: running low.']);
    await again.form('.flash form[action$="/undo"]').submit('Undo');
    expect((await shelf('Pantry'))[0]).toContain('Salt 2');
    expect((await get('/journal')).queryAll('.past-action')).toHaveLength(2);
  });

  test('can be said another way, and the first way again, on a page that the back button shows', async () => {
    const form = (await itemPage('Salt', {}, 'Pantry')).form(/\/level$/);
    for (const button of ['Running low', 'None', 'Running low']) await form.submit(button);
    expect((await shelf('Pantry'))[0]).toContain('Salt running low');
  });

  test('and was edited so has nothing to undo when it is said again', async () => {
    const page = await itemPage('Salt', {}, 'Pantry');
    await editForm(page).fill({ level: 'low' }).submit();
    const said = await page.form(/\/level$/).submit('Running low');
    expect([said.flashes(), said.queryAll('.flash form[action$="/undo"]')]).toEqual([
      ['Salt: running low.'],
      [],
    ]);
  });

  test('can be counted again, from where the count was left', async () => {
    const page = await itemPage('Rice', { quantity: '3', unit: 'kg' }, 'Pantry');
    const some = await (await page.form(/\/level$/).submit('Some')).click('Rice');
    const edit = some.form(/^\/items\/\d+$/);
    expect(edit.value('quantity')).toBe('3');
    await edit.fill({ level: '' }).submit();
    expect((await shelf('Pantry'))[0]).toContain('Rice 3 kg');
  });

  test('stays uncounted when something else of it is corrected', async () => {
    const page = await itemPage('Rice', {}, 'Pantry');
    const some = await (await page.form(/\/level$/).submit('Some')).click('Rice');
    await some
      .form(/^\/items\/\d+$/)
      .fill({ name: 'Brown rice' })
      .submit();
    expect((await shelf('Pantry'))[0]).toContain('Brown rice some');
  });
});
