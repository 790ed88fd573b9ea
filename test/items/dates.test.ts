import { describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { editForm, happenedForm, into, usingKitchen } from './kitchen.js';

const { get, open, shelf, itemPage, now } = usingKitchen();

describe('Opening, freezing and thawing', () => {
  test('make the date anew from the table, and keep the one on the pack', async () => {
    const page = await itemPage('Yoghurt', { best_before: '2026-12-24' });
    const opened = await (await happenedForm(page).submit('Opened that')).click('Yoghurt');
    expect(opened.text).toContain('opened');
    expect(opened.text).toMatch(/The pack says 24 Dec/);
    expect(opened.text).toContain('Now: best before about 1 Dec (in 7 days, estimated).');
    expect(opened.form(/^\/items\/\d+$/).value('best_before')).toBe('24 Dec 2026');
  });

  test('never make a date later by opening', async () => {
    const page = await itemPage('Milk', { best_before: '2026-11-25' });
    await happenedForm(page).submit('Opened that');
    expect(await shelf('Fridge')).toEqual(['Milk 1 opened tomorrow 25 Nov']);
  });

  test('from the freezer back into the fridge', async () => {
    const frozen = await itemPage('Minced beef', { best_before: '2027-05-01' }, 'Freezer');
    const thawed = await happenedForm(frozen).submit('Thawed');
    expect(thawed.flashes()[0]).toMatch(
      /^Minced beef: in Fridge now, thawed, best before about .*, estimated\)\.$/,
    );
    const [row] = await shelf('Fridge');
    expect(row).toMatch(/^Minced beef 1 about (today|tomorrow|\w{3} \d+ \w{3}), an estimate/);
  });
});

describe('Editing its place', () => {
  test.each([
    ['Fridge', 'Freezer', '', '2030-04-16'],
    ['Fridge', 'Freezer', '2026-11-26', ''],
    ['Freezer', 'Fridge', '2026-11-26', '2026-11-27'],
    ['Freezer', 'Fridge', '2030-05-12', ''],
    ['Pantry', 'Freezer', '', ''],
    ['Fridge', 'Pantry', '2026-11-26', '2030-04-16'],
  ])('from %s to %s is done once by two taps', async (from, to, best_before, now) => {
    const page = await itemPage('Peas', { best_before }, from);
    const form = editForm(page).fill({ quantity: '2', place_id: to, best_before: now });
    const first = await form.submit();
    const second = await form.submit();
    expect(second.status).toBe(200);
    expect(second.texts('.item')).toEqual(first.texts('.item'));
  });

  test.each([
    ['frozen and thawed on one day', 'Froze', 'Fridge'],
    ['thawed and frozen on one day', 'Froze', 'Pantry'],
  ])('of what was %s is done once by two taps', async (_what, button, to) => {
    const page = await itemPage('Minced beef', { best_before: '2026-11-26' });
    await happenedForm(page).submit(button);
    const frozen = await (await open('Freezer')).click('Minced beef');
    const form = editForm(frozen).fill({ place_id: to });
    const first = await form.submit();
    const second = await form.submit();
    expect([second.status, second.texts('.item')]).toEqual([200, first.texts('.item')]);
    const history = await second.click('What happened lately').catch(() => undefined);
    expect(history?.text.match(/moved Minced beef/g) ?? ['once']).toHaveLength(1);
  });

  test.each(['Minced beef', 'Bread', 'Odd stew'])(
    'holds a far date that is typed of frozen %s, whether with the move or after it',
    async (name) => {
      const page = await itemPage(name, { best_before: '2026-11-26' });
      await happenedForm(page).submit('Froze');
      const frozen = await (await open('Freezer')).click(name);
      await editForm(frozen).fill({ best_before: '2027-01-10' }).submit();
      expect(await shelf('Freezer')).toEqual([expect.stringMatching(/10 Jan 2027$/)]);
    },
  );

  test('takes the date of the fresh pack for that, typed with the freezer or after it', async () => {
    const page = await itemPage('Minced beef', { best_before: '2026-11-29' });
    await editForm(page).fill({ place_id: 'Freezer', best_before: '2026-11-25' }).submit();
    const frozen = await (await open('Freezer')).click('Minced beef');
    expect(frozen.text).toMatch(/The pack says 25 Nov/);
    await editForm(frozen).fill({ best_before: '2026-11-26' }).submit();
    expect((await (await open('Freezer')).click('Minced beef')).text).toMatch(/The pack says 26 Nov/);
  });

  test('to a freezer freezes it, and back to a fridge thaws it, as the buttons do', async () => {
    const page = await itemPage('Minced beef', { best_before: '2026-11-25' });
    const moved = await editForm(page).fill({ place_id: 'Freezer' }).submit();
    expect(moved.flashes()[0]).toMatch(/^Minced beef is moved from Fridge to Freezer, best before about /);
    expect(moved.h1).toBe('Fridge');
    const frozen = await (await open('Freezer')).click('Minced beef');
    expect(frozen.text).toMatch(/in Freezer, frozen, .*estimated\)\..*The pack says 25 Nov/);
    now('2026-12-24T12:00:00Z');
    await editForm(frozen).fill({ place_id: 'Fridge' }).submit();
    expect(await shelf('Fridge')).toEqual([
      expect.stringMatching(/^Minced beef 1 about tomorrow, an estimate/),
    ]);
  });

  test('with a date that was typed just then keeps that date', async () => {
    const page = await itemPage('Minced beef', { best_before: '2026-11-25' });
    const typed = editForm(page).fill({ place_id: 'Freezer', best_before: '2027-01-31' });
    await typed.submit();
    const frozen = await (await open('Freezer')).click('Minced beef');
    expect(frozen.text).toContain('in Freezer, frozen, best before 31 Jan 2027');
    expect(await shelf('Freezer')).toEqual([expect.stringMatching(/31 Jan 2027$/)]);
  });

  test('without a date that was wanted makes none', async () => {
    const page = await itemPage('Minced beef');
    await editForm(page).fill({ place_id: 'Freezer', no_date: true }).submit();
    expect(await shelf('Freezer')).toEqual(['Minced beef 1 no date']);
  });
});

describe('A date to use it by', () => {
  test('is ticked in the form of the item, and unticked again, and the pack’s date stays', async () => {
    const page = await itemPage('Chicken', { best_before: '2026-11-26' });
    const ticked = await editForm(page).fill({ use_by: true }).submit();
    expect(await shelf('Fridge')).toEqual(['Chicken 1 use by Thu 26 Nov']);
    const opened = await happenedForm(await ticked.click('Chicken')).submit('Opened that');
    await editForm(await opened.click('Chicken'))
      .fill({ use_by: false })
      .submit();
    expect((await (await open('Fridge')).click('Chicken')).form(/^\/items\/\d+$/).value('best_before')).toBe(
      '26 Nov 2026',
    );
  });

  test('is told apart from an estimate by the history', async () => {
    const page = await itemPage('Chicken', { best_before: '2026-11-26' });
    const ticked = await editForm(page).fill({ use_by: true }).submit();
    await happenedForm(await ticked.click('Chicken')).submit('Froze');
    expect((await get('/journal')).texts('.past-action-details li')).toEqual([
      expect.stringMatching(/^Best before about \d+ \w+ 2027, before that use by 26 Nov$/),
      'In Freezer, before that Fridge',
      'Use by 26 Nov, before that best before 26 Nov',
    ]);
  });
});

describe('An estimate', () => {
  const better = (page: Page) => page.form(/\/date$/);

  test('is put right with one tap, which can be taken back', async () => {
    const page = await itemPage('Yoghurt');
    expect(better(page).buttons()).toEqual(['30 Nov', '3 Dec', '8 Dec', 'No date']);
    const later = await better(page).submit('3 Dec');
    expect(later.flashes()).toEqual(['Yoghurt: best before 3 Dec (in 9 days).']);
    expect(await shelf('Fridge')).toEqual(['Yoghurt 1 3 Dec']);
    await later.form(/\/undo$/).submit('Undo');
    expect(await shelf('Fridge')).toEqual([expect.stringMatching(/^Yoghurt 1 about Tue 1 Dec/)]);
  });

  test('that was right is no date of the pack: it may be opened, and is estimated anew', async () => {
    const later = await better(await itemPage('Yoghurt')).submit('8 Dec');
    const opened = await (await happenedForm(await later.click('Yoghurt')).submit('Opened that')).click(
      'Yoghurt',
    );
    expect(opened.text).not.toContain('The pack says');
    expect(opened.text).toContain('best before about 1 Dec');
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
    expect(await shelf('Fridge')).toEqual(['Yoghurt 1 24 Dec']);
  });
});

describe('What was thawed', () => {
  test('keeps as fish that was thawed, never as a tin', async () => {
    const frozen = await itemPage('Tuna', {}, 'Freezer');
    now('2026-12-24T12:00:00Z');
    await happenedForm(frozen).submit(into('Pantry'));
    expect((await shelf('Pantry')).filter((row) => row.startsWith('Tuna'))).toEqual([
      expect.stringMatching(/^Tuna 1 about tomorrow/),
    ]);
  });
});
