import { describe, expect, test } from 'vitest';
import { editForm, happenedForm, usingKitchen } from './kitchen.js';

const { get, shelf, itemPage } = usingKitchen();

describe('What happened on another day', () => {
  test.each([
    ['yesterday', '23 Nov', 'Thu 26 Nov'],
    ['2 days ago', '22 Nov', 'tomorrow'],
    ['fri', '20 Nov', 'yesterday'],
    ['2026-11-21', '21 Nov', 'today'],
  ])('is told afterwards, as “%s”, and the date counts from then', async (on, day, until) => {
    await happenedForm(await itemPage('Pesto'))
      .fill({ on })
      .submit('Opened that');
    expect(await shelf('Fridge')).toEqual([expect.stringContaining(`about ${until}`)]);
    expect((await get('/journal')).text).toContain(`On ${day}`);
  });

  test('is frozen, eaten and thrown away too, and the history says when', async () => {
    await happenedForm(await itemPage('Minced beef', { best_before: '2026-11-23' }))
      .fill({ on: '22 nov' })
      .submit('Froze');
    // Frozen in time: it is not past its date.
    expect(await shelf('Freezer')).toEqual([expect.stringMatching(/^Minced beef 1 about /)]);
    await happenedForm(await itemPage('Ham'))
      .fill({ on: 'yesterday' })
      .submit('Ate that');
    await happenedForm(await itemPage('Soup'))
      .fill({ on: 'yesterday' })
      .submit('Threw that away');
    const told = (await get('/journal')).texts('.past-action-details li');
    expect(told.filter((line) => line === 'On 23 Nov')).toHaveLength(2);
  });

  test('can’t be a day to come, and keeps what was typed', async () => {
    const page = await happenedForm(await itemPage('Ham'))
      .fill({ on: 'tomorrow' })
      .submit('Opened that');
    expect([page.status, page.errors().on]).toEqual([422, expect.stringContaining('today or earlier')]);
    expect(happenedForm(page).value('on')).toBe('tomorrow');
  });
});

describe('The form of an item', () => {
  test('corrects the days, and the date follows', async () => {
    const page = await itemPage('Yoghurt');
    expect(editForm(page).value('bought_on')).toBe('24 Nov 2026');
    await editForm(page).fill({ bought_on: '3 days ago' }).submit();
    expect(await shelf('Fridge')).toEqual([expect.stringMatching(/^Yoghurt 1 about Sat 28 Nov/)]);
  });

  test('can close again what was never open', async () => {
    const opened = await (
      await happenedForm(await itemPage('Pesto', { best_before: '2027-05-01' })).submit('Opened that')
    ).click('Pesto');
    await editForm(opened).fill({ opened_on: '' }).submit();
    expect(await shelf('Fridge')).toEqual([expect.stringMatching(/^Pesto 1 1 May 2027/)]);
  });

  test('with a day to come is refused beside the field', async () => {
    const page = await editForm(await itemPage('Yoghurt'))
      .fill({ bought_on: 'next week' })
      .submit();
    expect(page.errors().bought_on).toBeTruthy();
  });
});
