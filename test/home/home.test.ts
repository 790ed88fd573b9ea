import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { stockUp } from './kitchen.js';

const larder = usingLocalApp();
let ada: Person;

beforeEach(async () => {
  larder.clock.set('2026-11-24T12:00:00Z');
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
});

const home = () => ada.visitor.get('/');

const stock = (foods: [name: string, bestBefore: string | null][], place?: string) =>
  stockUp(larder, ada, foods, place);

const rowOf = (page: Page, name: string) =>
  page.queryAll('.item').find((row) => row.textContent?.includes(name));
const whenOf = (page: Page, name: string) =>
  rowOf(page, name)?.querySelector('.item-date')?.textContent?.replace(/\s+/g, ' ').trim();

describe('Home, for a visitor', () => {
  test('says what Larder is, and how to begin', async () => {
    const page = await larder.visitor().get('/');
    expect(page.h1).toMatch(/^Know what food you have/);
    expect(page.link('Start a household')).toMatch(/\/signup$/);
    expect(page.queryAll('main a[href="/login"]')).toHaveLength(1);
  });
});

describe('Home, for a new household', () => {
  test('says what to do first, and shows three empty places', async () => {
    const page = await home();
    expect(page.text).toContain('Nothing on the shelves yet');
    expect(page.text).toContain('Put your groceries away, and Larder says what to eat first.');
    expect(page.texts('.place-link')).toEqual([
      'Fridge nothing yet',
      'Freezer nothing yet',
      'Pantry nothing yet',
    ]);
    expect(new URL(page.link('Put groceries away')).pathname).toBe('/put-away');
  });
});

describe('What to eat first', () => {
  test('goes by the last day on which it can be eaten; what has no date is last', async () => {
    await stock(
      [
        ['Rice', null],
        ['Peas', '2027-06-01'],
      ],
      'Pantry',
    );
    await stock([
      ['Milk', '2026-11-26'],
      ['Feta', '2026-11-20'],
      ['Ham', '2026-11-24'],
    ]);
    // Feta may be eaten for days after its date: it waits behind the ham.
    expect((await home()).texts('.item-name')).toEqual(['Ham', 'Feta', 'Milk', 'Peas', 'Rice']);
  });

  test('says dates in words with the date beside them, and marks what is past or near', async () => {
    await stock([
      ['Feta', '2026-11-22'],
      ['Soup', '2026-11-23'],
      ['Ham', '2026-11-24'],
      ['Hummus', '2026-11-25'],
      ['Milk', '2026-11-27'],
      ['Eggs', '2026-11-28'],
      ['Peas', '2027-01-05'],
      ['Salt', null],
    ]);
    const page = await home();
    expect(page.texts('.item-name').map((name) => [name, whenOf(page, name)])).toEqual([
      ['Soup', 'yesterday 23 Nov, use it today'],
      ['Ham', 'today 24 Nov'],
      ['Hummus', 'tomorrow 25 Nov'],
      ['Feta', '2 days ago 22 Nov, use it today'],
      ['Milk', 'Fri 27 Nov'],
      ['Eggs', 'Sat 28 Nov'],
      ['Peas', '5 Jan 2027'],
      ['Salt', 'no date'],
    ]);
    // Colour only where something is to be done today.
    expect(page.texts('.item.is-past .item-name')).toEqual(['Soup', 'Feta']);
    expect(page.texts('.item.is-soon .item-name')).toEqual(['Ham', 'Hummus']);
    expect(page.query('.item time')?.getAttribute('datetime')).toBe('2026-11-23');
  });

  test('says where each thing is, with a way there', async () => {
    await stock([['Rice', null]], 'Pantry');
    const page = await home();
    expect(page.texts('.item-place')).toEqual(['in Pantry']);
    const pantry = await page.click(/^Pantry/);
    expect([pantry.h1, pantry.texts('.item-name')]).toEqual(['Pantry', ['Rice']]);
  });

  test('is another day’s at midnight in the household, not in UTC', async () => {
    ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'Asia/Tokyo' });
    await stock([['Milk', '2026-11-25']]);
    larder.clock.set('2026-11-24T14:59:59Z');
    expect(whenOf(await home(), 'Milk')).toBe('tomorrow 25 Nov');
    larder.clock.set('2026-11-24T15:00:00Z');
    expect(whenOf(await home(), 'Milk')).toBe('today 25 Nov');
    larder.clock.set('2026-11-25T15:00:00Z');
    expect(whenOf(await home(), 'Milk')).toBe('yesterday 25 Nov, smell it');
  });

  test('is right over the end of a year and of daylight saving time', async () => {
    ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'Europe/Dublin' });
    await stock([
      ['Pudding', '2027-01-01'],
      ['Bun', '2026-10-26'],
    ]);
    larder.clock.set('2026-12-31T23:59:00Z');
    expect(whenOf(await home(), 'Pudding')).toBe('tomorrow 1 Jan 2027');
    larder.clock.set('2027-01-01T00:00:00Z');
    expect(whenOf(await home(), 'Pudding')).toBe('today 1 Jan');
    larder.clock.set('2026-10-24T23:30:00Z');
    expect(whenOf(await home(), 'Bun')).toBe('tomorrow 26 Oct');
  });

  test('is 50 things of this week at most, and says how many there are; nothing more urgent is left out', async () => {
    await stock(Array.from({ length: 50 }, (_, n) => [`Box ${n + 1}`, '2026-11-28']));
    const full = await home();
    expect(full.texts('.item')).toHaveLength(50);
    expect(full.text).not.toContain('These are the first');
    await stock([
      ['Box 51', '2026-11-28'],
      ['Box 0', '2026-11-24'],
    ]);
    const page = await home();
    expect(page.texts('.item-name')).toEqual(Array.from({ length: 50 }, (_, n) => `Box ${n}`));
    expect(page.text).toContain('These are the first 50 of 52 for this week.');
    expect(page.texts('.place-link')[0]).toBe('Fridge 52 items');
    expect((await page.click(/^Fridge/)).texts('.item')).toHaveLength(52);
  });

  test('has eight of what is for later, and a way to all of it, from where a tap leads back there', async () => {
    await stock(Array.from({ length: 9 }, (_, n) => [`Tin ${n + 1}`, `2027-03-0${n + 1}`]));
    expect((await home()).texts('.item-name')).toEqual(Array.from({ length: 8 }, (_, n) => `Tin ${n + 1}`));
    const all = await (await home()).click('All 9: Later');
    expect(all.texts('details[open] .item-name')).toHaveLength(9);
    const eaten = await all.press('Ate: Tin 9');
    expect(eaten.texts('.flash').join()).toContain('Tin 9');
    expect(eaten.texts('details[open] .item-name')).toHaveLength(8);
    // Not the same address, but the same page.
    for (const address of ['/?all=later&x=1', '/?all=later'])
      expect((await ada.visitor.get(address)).form(/\/eaten$/).values()).toMatchObject({
        return_to: '/?all=later',
      });
  });

  test('has food that belongs in the fridge and is not there among this week’s at once', async () => {
    await stock([['Cooked chicken', null]], 'Pantry');
    expect((await home()).texts('main h2').slice(0, 1)).toEqual(['This week 1 item']);
  });

  test('has the ham that must go today above all that is past its last day', async () => {
    await stock(Array.from({ length: 30 }, (_, n) => [`Lettuce ${n}`, `2026-11-${10 + (n % 9)}`]));
    await stock([['Ham', '2026-11-24']]);
    expect((await home()).texts('.item-name')[0]).toBe('Ham');
  });

  test('counts what is there, not what is out', async () => {
    await stock([
      ['Ham', '2026-11-24'],
      ['Soup', '2026-11-24'],
    ]);
    const page = await (await home()).click('Soup');
    await page.form(/\/level$/).submit('None');
    const counts = (await home()).texts('main h2').slice(0, 1);
    expect(counts).toEqual(['Today 1 item']);
  });

  test('has what is past its best and what is for later closed, with their counts', async () => {
    await stock(
      [
        ['Beans', '2026-11-01'],
        ['Rice', '2027-03-01'],
      ],
      'Pantry',
    );
    const page = await home();
    expect(page.texts('details.group > summary')).toEqual([
      'Past its best, probably fine 1 item',
      'Later 1 item',
    ]);
    expect(page.queryAll('details[open]')).toEqual([]);
    expect(page.text).toContain('Nothing has to be eaten this week.');
    expect(page.queryAll('.is-past, .is-soon')).toEqual([]);
  });

  test('throws away all that is to be thrown away with one tap, which can be taken back', async () => {
    await stock([
      ['Ham', '2026-11-24'],
      ['Prawns', '2026-11-24'],
      ['Milk', '2026-11-30'],
    ]);
    for (const name of ['Ham', 'Prawns']) {
      const page = await (await home()).click(name);
      await page
        .form(/^\/items\/\d+$/)
        .fill({ use_by: true })
        .submit();
    }
    larder.clock.set('2026-11-25T12:00:00Z');
    const page = await home();
    expect(page.texts('.group-strip > summary')).toEqual(['Throw away 2 items Ham, Prawns']);
    const thrown = await page.form('/items/thrown-away').submit();
    expect(thrown.flashes()).toEqual(['2 items are thrown away.']);
    expect(thrown.texts('.item-name')).toEqual(['Milk']);
    expect((await ada.visitor.get('/journal')).text).toContain('threw 2 items away');
    await thrown.form(/\/undo$/).submit('Undo');
    expect((await home()).texts('.group-strip > summary')).toEqual(['Throw away 2 items Ham, Prawns']);
  });
});

describe('The places on the home page', () => {
  test('say how many things each holds', async () => {
    await stock([
      ['Milk', null],
      ['Eggs', null],
    ]);
    await stock([['Rice', null]], 'Pantry');
    const page = await home();
    expect(page.texts('.place-link')).toEqual(['Fridge 2 items', 'Freezer nothing yet', 'Pantry 1 item']);
    expect((await page.click(/^Fridge/)).texts('.item-name')).toEqual(['Milk', 'Eggs']);
  });

  test('have pages of their own, to which the addresses of the filter of before lead', async () => {
    const fridge = (await home()).link(/^Fridge/);
    const id = fridge.split('/').at(-1);
    expect((await ada.visitor.get(`/?place=${id}`)).path).toBe(`/places/${id}`);
    const ben = await signUp(larder.visitor(), { firstName: 'Ben' });
    expect((await ben.visitor.get(`/?place=${id}`)).h1).toBe('Eat first');
  });

  test('and the food are the household’s own', async () => {
    await stock([['Milk', null]]);
    const ben = await signUp(larder.visitor(), { firstName: 'Ben' });
    const home = await ben.visitor.get('/');
    expect(home.texts('.item')).toEqual([]);
    expect(home.texts('.place-count')).toEqual(['nothing yet', 'nothing yet', 'nothing yet']);
  });
});
