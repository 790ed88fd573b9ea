import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Person;

beforeEach(async () => {
  larder.clock.set('2026-11-24T12:00:00Z');
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
});

const open = async (place: string): Promise<Page> =>
  (await ada.visitor.get('/')).click(new RegExp(`^${place}`));
const rows = (page: Page) => page.texts('.item').map((row) => row.replace(/ (Ate it|Threw away).*$/, ''));
const shelf = async (place: string) => rows(await open(place));

/** Adds an item, and opens its page. */
async function itemPage(name: string, fields: Record<string, string> = {}, place = 'Fridge'): Promise<Page> {
  const added = (await open(place)).form(/\/items$/).fill({ name, ...fields });
  return (await added.submit()).click(name);
}
const form = (page: Page) => page.form(/\/eaten$/);

const lastPlace = (page: Page) =>
  page.query('select[name="place_to"] option:last-child')?.getAttribute('value') ?? '';

describe('One tap', () => {
  test('eats all of it, from the list at home, with the way back', async () => {
    await itemPage('Ham', { best_before: '2026-11-25' });
    const home = await (await ada.visitor.get('/')).form(/\/eaten$/).submit(/^Ate it/);
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
    const page = form(await itemPage('Eggs', { quantity: '6' })).fill({ amount: '2' });
    const [one, two] = await Promise.all([page.submit('Ate it'), page.submit('Ate it')]);
    expect(await shelf('Fridge')).toEqual([expect.stringContaining('Eggs 4')]);
    expect([one.flashes(), two.flashes()].flat()).toHaveLength(2);
  });

  test('of two people on the last of it: the second is told, and can bring it back', async () => {
    await itemPage('Ham');
    const [hers, his] = [await open('Fridge'), await open('Fridge')];
    await hers.form(/\/eaten$/).submit(/^Ate it/);
    const late = await his.form(/\/eaten$/).submit(/^Ate it/);
    expect(late.flashes()).toEqual(['That item is gone already, so nothing was changed.']);
    await late.form(/\/undo$/).submit('Undo');
    expect(await shelf('Fridge')).toHaveLength(1);
  });

  test('of two people who each ate one: both count', async () => {
    const page = await itemPage('Eggs', { quantity: '6' });
    const other = await ada.visitor.get(page.path);
    await form(page).fill({ amount: '1' }).submit('Ate it');
    await form(other).fill({ amount: '1' }).submit('Ate it');
    expect(await shelf('Fridge')).toEqual([expect.stringContaining('Eggs 4')]);
  });
});

describe('Some of it', () => {
  test('is eaten or thrown away, with a reason; the rest stays', async () => {
    const page = await itemPage('Soup', { quantity: '2', unit: 'l' });
    const eaten = await form(page).fill({ amount: '0,5' }).submit('Ate it');
    expect(eaten.flashes()).toEqual(['Soup: 0.5 l eaten, 1.5 l left.']);
    const again = form(await eaten.click('Soup')).fill({ amount: '1', reason: 'gone off' });
    expect((await again.submit('Threw it away')).flashes()).toEqual(['Soup: 1 l thrown away, 0.5 l left.']);
    expect((await ada.visitor.get('/journal')).text).toContain('Why: gone off');
  });

  test('can be frozen: it is an item of its own, and undo makes one of them again', async () => {
    const page = await itemPage('Minced beef', { quantity: '3', best_before: '2026-11-25' });
    const frozen = await form(page).fill({ amount: '2' }).submit('Froze it in Freezer');
    expect(frozen.flashes()).toEqual([
      expect.stringMatching(
        /^Minced beef: 2 in Freezer now, frozen, best before about \d+ \w+.* \(.*, estimated\)\.$/,
      ),
    ]);
    expect(await shelf('Fridge')).toEqual(['Minced beef 1 tomorrow 25 Nov']);
    expect(await shelf('Freezer')).toEqual([expect.stringMatching(/^Minced beef 2 in .* about /)]);
    const undone = await frozen.form(/\/undo$/).submit('Undo');
    expect(undone.flashes()).toEqual(['Minced beef is as it was before: 3 in Fridge.']);
    expect(await shelf('Fridge')).toEqual(['Minced beef 3 tomorrow 25 Nov']);
    expect(await shelf('Freezer')).toEqual([]);
  });

  test('must be a number that there can be', async () => {
    const page = await form(await itemPage('Soup'))
      .fill({ amount: 'much' })
      .submit('Ate it');
    expect(page.status).toBe(422);
    expect(page.errors().amount).toContain('number');
    expect(form(page).value('amount')).toBe('much');
    expect(page.form(/^\/items\/\d+$/).value('name')).toBe('Soup');
  });
});

describe('Opening, freezing and thawing', () => {
  test('make the date anew from the table, and keep the one on the pack', async () => {
    const page = await itemPage('Yoghurt', { best_before: '2026-12-24' });
    const opened = await (await form(page).submit('Opened it')).click('Yoghurt');
    expect(opened.text).toContain('opened');
    expect(opened.text).toMatch(/The pack says 24 Dec/);
    expect(opened.text).toContain('Now: best before about 1 Dec (in 7 days, estimated).');
    expect(opened.form(/^\/items\/\d+$/).value('best_before')).toBe('2026-12-24');
  });

  test('never make a date later by opening', async () => {
    const page = await itemPage('Milk', { best_before: '2026-11-25' });
    await form(page).submit('Opened it');
    expect(await shelf('Fridge')).toEqual(['Milk 1 opened tomorrow 25 Nov']);
  });

  test('from the freezer back into the fridge', async () => {
    const frozen = await itemPage('Minced beef', { best_before: '2027-05-01' }, 'Freezer');
    const thawed = await form(frozen).submit('Thawed it in Fridge');
    expect(thawed.flashes()[0]).toMatch(
      /^Minced beef: in Fridge now, thawed, best before about .*, estimated\)\.$/,
    );
    const [row] = await shelf('Fridge');
    expect(row).toMatch(/^Minced beef 1 (today|tomorrow|in \d days) about /);
  });
});

describe('Editing its place', () => {
  const edit = (page: Page) => page.form(/^\/items\/\d+$/);

  test('to a freezer freezes it, and back to a fridge thaws it, as the buttons do', async () => {
    const page = await itemPage('Minced beef', { best_before: '2026-11-25' });
    const moved = await edit(page).fill({ place_id: 'Freezer' }).submit();
    expect(moved.flashes()[0]).toMatch(/^Minced beef is moved from Fridge to Freezer, best before about /);
    const frozen = await moved.click('Minced beef');
    expect(frozen.text).toMatch(/in Freezer, frozen\. The pack says 25 Nov/);
    await edit(frozen).fill({ place_id: 'Fridge' }).submit();
    expect(await shelf('Fridge')).toEqual([
      expect.stringMatching(/^Minced beef 1 (in \d days|tomorrow) about /),
    ]);
  });

  test('with a date that was typed just then keeps that date', async () => {
    const page = await itemPage('Minced beef', { best_before: '2026-11-25' });
    const typed = edit(page).fill({ place_id: 'Freezer', best_before: '2027-01-31' });
    const frozen = await (await typed.submit()).click('Minced beef');
    expect(frozen.text).toContain('in Freezer, frozen.');
    expect(await shelf('Freezer')).toEqual([expect.stringMatching(/31 Jan 2027$/)]);
  });

  test('without a date that was wanted makes none', async () => {
    const page = await itemPage('Minced beef');
    await edit(page).fill({ place_id: 'Freezer', no_date: true }).submit();
    expect(await shelf('Freezer')).toEqual(['Minced beef 1 no date']);
  });
});

describe('A date to use it by', () => {
  const edit = (page: Page) => page.form(/^\/items\/\d+$/);

  test('is ticked in the form of the item, and unticked again, and the pack’s date stays', async () => {
    const page = await itemPage('Chicken', { best_before: '2026-11-26' });
    const ticked = await edit(page).fill({ use_by: true }).submit();
    expect(await shelf('Fridge')).toEqual(['Chicken 1 use by in 2 days 26 Nov']);
    const opened = await form(await ticked.click('Chicken')).submit('Opened it');
    await edit(await opened.click('Chicken'))
      .fill({ use_by: false })
      .submit();
    expect((await (await open('Fridge')).click('Chicken')).form(/^\/items\/\d+$/).value('best_before')).toBe(
      '2026-11-26',
    );
  });
});

describe('An estimate', () => {
  const better = (page: Page) => page.form(/\/date$/);

  test('is put right with one tap, which can be taken back', async () => {
    const page = await itemPage('Yoghurt');
    expect(better(page).buttons()).toEqual([
      '1 day sooner: 30 Nov',
      '2 days later: 3 Dec',
      '7 days later: 8 Dec',
      'No date',
    ]);
    const later = await better(page).submit('2 days later: 3 Dec');
    expect(later.flashes()).toEqual(['Yoghurt: best before 3 Dec (in 9 days).']);
    expect(await shelf('Fridge')).toEqual(['Yoghurt 1 in 9 days 3 Dec']);
    await later.form(/\/undo$/).submit('Undo');
    expect(await shelf('Fridge')).toEqual([expect.stringMatching(/^Yoghurt 1 in 7 days about 1 Dec/)]);
  });

  test('that was right is no date of the pack: it may be opened, and is estimated anew', async () => {
    const later = await better(await itemPage('Yoghurt')).submit('7 days later: 8 Dec');
    const opened = await (await form(await later.click('Yoghurt')).submit('Opened it')).click('Yoghurt');
    expect(opened.text).not.toContain('The pack says');
    expect(opened.text).toContain('Best before about 1 Dec');
  });

  test('is none when that is better', async () => {
    const none = await better(await itemPage('Yoghurt')).submit('No date');
    expect(none.flashes()).toEqual(['Yoghurt: no date.']);
    expect(await shelf('Fridge')).toEqual(['Yoghurt 1 no date']);
  });

  test('is never offered instead of a date on the pack, nor taken when one was typed meanwhile', async () => {
    const page = await itemPage('Yoghurt');
    await page
      .form(/^\/items\/\d+$/)
      .fill({ best_before: '2026-12-24' })
      .submit();
    const late = await better(page).submit('No date');
    expect(late.status).toBe(422);
    expect(late.errors().best_before).toContain('meanwhile');
    expect(late.queryAll('form[action$="/date"]')).toEqual([]);
    expect(await shelf('Fridge')).toEqual(['Yoghurt 1 in 4 weeks 24 Dec']);
  });
});

describe('What was thawed', () => {
  test('has no date where the table knows none of it: never that of a tin', async () => {
    const frozen = await itemPage('Tuna', {}, 'Freezer');
    await form(frozen)
      .fill({ place_to: lastPlace(frozen) })
      .submit('Moved it');
    expect((await shelf('Pantry')).filter((row) => row.startsWith('Tuna'))).toEqual(['Tuna 1 no date']);
  });
});

describe('Moving', () => {
  test('asks where to, and says so when that place is gone', async () => {
    const page = await itemPage('Jam');
    const unsaid = await form(page).submit('Moved it');
    expect(unsaid.errors().place_to).toBe('Choose where it went.');
    const pantry = form(page).fill({ place_to: lastPlace(page) });
    const gone = (await (await open('Pantry')).click(/^Edit/)).form(/\/delete$/);
    await gone.submit();
    expect((await pantry.submit('Moved it')).errors().place_to).toBe('That place is gone. Choose another.');
  });

  test('keeps the date', async () => {
    const page = await itemPage('Jam', { best_before: '2027-03-01' });
    const moved = await form(page)
      .fill({ place_to: lastPlace(page) })
      .submit('Moved it');
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
    expect((await ada.visitor.get('/')).texts('.item-name')).toEqual(['Salt']);
    await (await low.click('Salt')).form(/\/level$/).submit('None');
    expect((await ada.visitor.get('/')).texts('.item-name')).toEqual([]);
    expect((await shelf('Pantry'))[0]).toContain('Salt none left');
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
