import { beforeEach, describe, expect, test } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { expectRefused } from '../web/refusal.js';

const larder = usingLocalApp({ start: '2026-11-24T23:30:00Z' });
let ada: Person;

beforeEach(async () => {
  const household = { householdName: '14 Mill Lane', timeZone: 'UTC' };
  ada = await signUp(larder.visitor(), { firstName: 'Ada', ...household });
});

const form = async () => (await ada.visitor.get('/household/edit')).form('/household/edit');

describe('The household', () => {
  test('shows its name, its time zone and who shares it', async () => {
    const page = await ada.visitor.get('/household');
    expect(page.h1).toBe('14 Mill Lane');
    expect(page.texts('dd')).toEqual(['UTC', '3 December is 3/12']);
    expect(page.texts('[aria-labelledby="members"] .way')).toEqual(['Ada you, owner']);
  });

  test('can be renamed, which is said once and seen on every page', async () => {
    const page = await (await form()).fill({ name: ' The  mill ' }).submit();
    expect([page.h1, page.flashes()]).toEqual(['The mill', ['The household is changed.']]);
    expect((await ada.visitor.get('/account')).text).toContain('Household: The mill');
    expect((await ada.visitor.get(page.path)).flashes()).toEqual([]);
  });

  test('keeps what each of two changed, and asks where both changed the same', async () => {
    const [first, second, third] = [await form(), await form(), await form()];
    await first.fill({ name: 'The barn' }).submit();
    const both = await second.fill({ time_zone: 'Europe/Vienna' }).submit();
    expect([both.h1, both.texts('dd')[0]]).toEqual(['The barn', 'Vienna']);
    const asks = await third.fill({ name: 'The hut' }).submit();
    expect([asks.status, asks.h1]).toEqual([409, 'The barn was changed meanwhile']);
    expect(asks.texts('.summary-list dd')).toEqual(['The barn', 'Vienna', '3 December is 3/12']);
    const mine = asks.form('/household/edit');
    expect(mine.value('name')).toBe('The hut');
    expect((await mine.submit()).h1).toBe('The hut');
  });

  test('decides by its time zone which day it is', async () => {
    const fridge = await (await ada.visitor.get('/')).click(/^Fridge/);
    await fridge
      .form(/\/items$/)
      .fill({ name: 'Milk', best_before: '2026-11-25' })
      .submit();
    const today = async (zone: string) => {
      await (await form()).fill({ time_zone: zone }).submit();
      return (await ada.visitor.get('/')).texts('.item-date')[0];
    };
    expect(await today('UTC')).toBe('tomorrow 25 Nov');
    expect(await today('Europe/Vienna')).toBe('today 25 Nov');
    expect(await today('America/New_York')).toBe('tomorrow 25 Nov');
    larder.clock.advance({ days: 1 });
    expect(await today('Pacific/Kiritimati')).toBe('yesterday 25 Nov, smell it');
    larder.clock.advance({ days: -1 });
  });

  test('writes its dates as is usual where it is, until somebody says otherwise', async () => {
    const order = async () => (await form()).value('date_order');
    expect(await order()).toBe('day-month');
    const newYork = await signUp(larder.visitor(), { timeZone: 'America/New_York' });
    const theirs = (await newYork.visitor.get('/household/edit')).form('/household/edit');
    expect(theirs.value('date_order')).toBe('month-day');
    await (await form()).fill({ date_order: 'month-day' }).submit();
    expect(await order()).toBe('month-day');
  });

  test('keeps a time zone that its list has under another name when only the name is changed', async () => {
    // Browsers and versions of Node differ in which of two names they list.
    const zone = 'Asia/Kolkata';
    await (await form()).tamper({ time_zone: zone }).submit();
    await (await form()).fill({ name: 'Delhi' }).submit();
    const page = await ada.visitor.get('/household');
    expect([page.h1, page.texts('dd')[0]]).toEqual(['Delhi', 'Kolkata']);
    expect((await form()).value('time_zone')).toBe(zone);
  });

  test.each<[Record<string, string>, Record<string, RegExp>]>([
    [{ name: '' }, { name: /^Enter a household name\.$/ }],
    [{ name: 'x'.repeat(81) }, { name: /80 characters at most/ }],
    [{ time_zone: 'Mars/Olympus' }, { time_zone: /from the list/ }],
    [{ date_order: 'year-first' }, { date_order: /^Choose how you write a date\.$/ }],
    [
      { name: '', time_zone: '../etc' },
      { name: /Enter/, time_zone: /from the list/ },
    ],
  ])('is refused with %j, and stays as it was', async (typed, messages) => {
    const page = await (await form()).tamper({ name: 'Typed', ...typed }).submit();
    expectRefused(page, messages);
    expect(page.form('/household/edit').value('name')).toBe(typed.name ?? 'Typed');
    expect((await ada.visitor.get('/household')).h1).toBe('14 Mill Lane');
  });

  test('is nobody else’s: a form can’t name another one', async () => {
    const ben = await signUp(larder.visitor(), { firstName: 'Ben', householdName: 'Ben’s' });
    const page = await (await form())
      .fill({ name: 'Taken over' })
      .tamper({ id: '2', household_id: '2' })
      .submit();
    expect([page.status, page.text]).toEqual([
      422,
      expect.stringContaining('does not take id, household_id'),
    ]);
    expect((await ben.visitor.get('/household')).h1).toBe('Ben’s');
  });
});
