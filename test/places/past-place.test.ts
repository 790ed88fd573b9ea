import { beforeAll, describe, expect, test } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { expectRefused } from '../web/refusal.js';

// In Berlin the clocks go forward in the night to 29 March 2026: that day has 23 hours.
const larder = usingLocalApp({ start: '2026-03-27T12:00:00Z' });
let ada: Person;
let fridge: string;

beforeAll(async () => {
  ada = await signUp(larder.visitor(), { timeZone: 'Europe/Berlin' });
  fridge = new URL((await ada.visitor.get('/')).link(/^Fridge/)).pathname;
  await add({ name: 'Milk', quantity: '2', unit: 'l', best_before: '2026-03-30' });
  larder.clock.set('2026-03-29T21:59:59.999Z');
  await add({ name: 'Last-minute rolls' });
  larder.clock.set('2026-03-29T22:00:00Z');
  await add({ name: 'Midnight snack' });
  larder.clock.set('2026-03-31T12:00:00Z');
  const milk = await (await ada.visitor.get(fridge)).click('Milk');
  await milk
    .form(/^\/items\/\d+$/)
    .fill({ quantity: '1' })
    .submit();
});

async function add(fields: Record<string, string>) {
  const form = (await ada.visitor.get(fridge)).form(/\/items$/);
  await form.fill(fields).submit();
}

const on = (day: string) => ada.visitor.get(`${fridge}/on/${day}`);
const namesOn = async (day: string) => (await on(day)).texts('.item-name');

describe('A place on a day that is past', () => {
  test('is found from its page, by a day', async () => {
    const form = (await ada.visitor.get(fridge)).form('main form[role="search"]');
    const page = await form.fill({ day: '2026-03-27' }).submit();
    expect(page.redirects).toEqual([{ status: 303, location: `${fridge}/on/2026-03-27` }]);
    expect([page.status, page.h1, page.title]).toEqual([
      200,
      'Fridge on Friday 27 March 2026',
      'Fridge on 27 Mar · Larder',
    ]);
    expect(page.form('main form[role="search"]').value('day')).toBe('2026-03-27');
  });

  test('shows what was in there, as it was then', async () => {
    const page = await on('2026-03-27');
    expect(page.texts('.item')).toEqual(['Milk 2 l best before 30 Mar']);
    expect((await on('2026-03-31')).texts('.item')[0]).toBe('Milk 1 l best before 30 Mar');
  });

  test('says what was opened then, and what was only an estimate', async () => {
    await add({ name: 'Pesto', best_before: '2026-09-01' });
    const pesto = await (await ada.visitor.get(fridge)).click('Pesto');
    await pesto.form(/\/eaten$/).submit('Opened that');
    const rows = (await on('2026-03-31')).texts('.item');
    expect(rows).toContainEqual(expect.stringMatching(/^Pesto 1 opened best before about \d+ Apr$/));
    expect(rows).toContain('Milk 1 l best before 30 Mar');
  });

  test('ends at midnight where the household is, on the day that the clocks change too', async () => {
    expect(await namesOn('2026-03-28')).toEqual(['Milk']);
    expect(await namesOn('2026-03-29')).toEqual(['Milk', 'Last-minute rolls']);
    expect(await namesOn('2026-03-30')).toEqual(['Milk', 'Last-minute rolls', 'Midnight snack']);
  });

  test('leads to the day before and the day after, from its first day to this one', async () => {
    const first = await on('2026-03-27');
    expect(first.texts('nav[aria-label="Days"] a')).toEqual(['The day after, Saturday 28 March 2026']);
    const second = await first.click(/^The day after/);
    expect(second.h1).toBe('Fridge on Saturday 28 March 2026');
    expect((await second.click(/^The day before/)).h1).toBe(first.h1);
    const today = await on('2026-03-31');
    expect(today.texts('nav[aria-label="Days"] a')).toEqual(['The day before, Monday 30 March 2026']);
    expect((await today.click('As it is now')).h1).toBe('Fridge');
  });

  test('before it was there is said to be so', async () => {
    const page = await on('2026-03-26');
    expect(page.text).toContain('Fridge was not there');
    expect(page.text).toContain('Larder has known it since Friday 27 March 2026.');
    expect((await page.click('See its first day')).texts('.item-name')).toEqual(['Milk']);
  });

  test('to come is said to be so, and nothing is told of it', async () => {
    const page = await on('2026-04-01');
    expect(page.text).toContain('That day is still to come');
    expect(page.queryAll('.item')).toEqual([]);
  });

  test('on which it was empty is said to be so', async () => {
    const pantry = new URL((await ada.visitor.get('/')).link(/^Pantry/)).pathname;
    expect((await ada.visitor.get(`${pantry}/on/2026-03-29`)).text).toContain('Nothing was in there');
  });

  test('is shown when the place is gone by now', async () => {
    const shelf = await (await ada.visitor.get('/places/new'))
      .form('/places')
      .fill({ name: 'Shelf', kind: 'other' })
      .submit();
    const path = new URL(shelf.url).pathname;
    await shelf
      .form(/\/items$/)
      .fill({ name: 'Jam' })
      .submit();
    larder.clock.set('2026-04-02T12:00:00Z');
    await (await ada.visitor.get(`${path}/edit`)).form(/\/delete$/).submit();
    const then = await ada.visitor.get(`${path}/on/2026-03-31`);
    expect([then.status, then.h1, then.texts('.item-name')]).toEqual([
      200,
      'Shelf on Tuesday 31 March 2026',
      ['Jam'],
    ]);
    expect(then.text).not.toContain('As it is now');
    expect((await ada.visitor.get(`${path}/on/2026-04-02`)).text).toContain('It had been deleted by then.');
  });

  test.each(['', '2026-02-30', 'yesterday', '0000-01-01', '9999-12-31'])(
    'is asked for again when the day is %j',
    async (day) => {
      const page = await (await ada.visitor.get(fridge))
        .form('main form[role="search"]')
        .fill({ day })
        .submit();
      expectRefused(page, { day: 'Choose a day.' });
      expect((await on(encodeURIComponent(day || 'x'))).status).toBe(404);
    },
  );
});
