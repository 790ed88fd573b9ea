import { beforeAll, describe, expect, test } from 'vitest';
import { findMember } from '../../src/members/user.repository.js';
import { lastAction, put, some } from '../stock/households.js';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp({ start: '2026-03-01T23:30:00Z' });
let ada: Person;

beforeAll(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'Europe/Berlin' });
});

const history = () => ada.visitor.get('/journal');
const place = async (name: string): Promise<Page> =>
  (await ada.visitor.get('/')).click(new RegExp(`^${name}`));
const add = async (values: Record<string, string>) =>
  (await place('Fridge'))
    .form(/\/items$/)
    .fill(values)
    .submit();
const told = (page: Page) => page.texts('.past-action-told p');

describe('The history page', () => {
  test('says what to expect while nothing has happened', async () => {
    expect((await history()).text).toContain('Nothing has happened yet');
  });

  test('says who did what, when in the household’s time zone, and what was before', async () => {
    const page = await add({ name: 'Milk', quantity: '2', unit: 'l', best_before: '2026-03-05' });
    const edit = (await page.click('Milk')).form(/\/items\/\d+$/);
    larder.clock.set('2026-03-02T09:05:00Z');
    await edit.fill({ quantity: '1', best_before: '2026-03-07' }).submit();
    const shown = await history();
    expect(told(shown)).toEqual(['Ada edited Milk', 'Ada added 2 l Milk to Fridge']);
    expect(shown.texts('.past-action-details li')).toEqual([
      '1 l, before that 2 l',
      'Best before 7 Mar, before that 5 Mar',
    ]);
    // 23:30 in UTC is half past midnight, and the day after, in Berlin.
    expect(shown.texts('.past-action-time')).toEqual(['10:05', '00:30']);
    expect(shown.texts('.history-day')).toHaveLength(1);
  });

  test('undoes the last thing and offers to do it again, there and in the banner', async () => {
    const undone = await (await history()).form(/\/undo$/).submit(/^Undo/);
    expect(undone.path).toMatch(/^\/journal/);
    expect(undone.flashes()).toEqual(['Milk is as it was before: 2 l in Fridge.']);
    expect(told(undone)).toEqual([
      'Ada edited Milk taken back by Ada, just now',
      'Ada added 2 l Milk to Fridge',
    ]);
    expect(undone.texts('del')).toEqual(['Ada edited Milk']);
    const again = await undone.form('.flash form').submit('Redo');
    expect(again.flashes()).toEqual(['It is done again.']);
    expect((await place('Fridge')).text).toContain('1 l');
  });

  test('strikes nothing that was done again, and takes that back as well', async () => {
    const page = await history();
    expect(told(page)[0]).toBe('Ada edited Milk');
    expect(page.texts('del')).toEqual([]);
    const [top = ''] = page.texts('.past-action form button');
    expect(top).toBe('Undo: edited Milk');
    const undone = await page.form(`/journal/${await lastAction(larder.db)}/undo`).submit(top);
    expect(undone.flashes()).toEqual(['Milk is as it was before: 2 l in Fridge.']);
    const again = await undone.form('.past-action:first-child form').submit('Redo: edited Milk');
    expect(again.flashes()).toEqual(['It is done again.']);
    expect(told(again)[0]).toBe('Ada edited Milk');
  });

  test('says how long ago, and by whom, something was taken back', async () => {
    const undone = await (await history()).form('.past-action:first-child form').submit('Undo: edited Milk');
    expect(told(undone)[0]).toBe('Ada edited Milk taken back by Ada, just now');
    const at = larder.clock.now();
    larder.clock.set(new Date(at.getTime() + 2 * 60 * 60 * 1000).toISOString());
    await larder.db.updateTable('users').set({ first_name: 'Maya' }).execute();
    expect(told(await history())[0]).toBe('Maya edited Milk taken back by Maya, 2 hours ago');
    await larder.db.updateTable('users').set({ first_name: 'Ada' }).execute();
    larder.clock.set(at.toISOString());
    await undone.form('.flash form').submit('Redo');
  });

  test('calls a place by its name when its renaming or its adding is undone', async () => {
    const made = (await ada.visitor.get('/places/new')).form('/places');
    const shed = await made.fill({ name: 'Shed', kind: 'other' }).submit();
    const added = await lastAction(larder.db);
    const edit = (await shed.click('Edit Shed')).form(/\/places\/\d+$/);
    await edit.fill({ name: 'Garage' }).submit();
    const renamed = await lastAction(larder.db);
    const undo = async (id: number) => (await history()).form(`/journal/${id}/undo`).submit();
    expect((await undo(renamed)).flashes()).toEqual(['Shed is as it was before.']);
    expect((await undo(added)).flashes()).toEqual(['Shed is gone again.']);
  });

  test('of one item has only that one', async () => {
    await add({ name: 'Eggs' });
    const milk = await (await (await place('Fridge')).click('Milk')).click('History');
    expect(milk.h1).toBe('History of Milk');
    expect(told(milk).join()).not.toContain('Eggs');
  });

  test('goes back fifty at a time, and undoing on an older page stays there', async () => {
    const member = await findMember(larder.db, 1);
    if (!member) return expect.fail('Ada is gone');
    const { actionId } = await put(larder.db, member, 'Pantry', some('Jar 0'));
    for (let n = 1; n < 51; n += 1) await put(larder.db, member, 'Pantry', some(`Jar ${n}`));
    const older = await (await history()).click('Earlier');
    expect(told(older).join()).toContain('Jar 0');
    const undone = await older.form(`/journal/${actionId}/undo`).submit();
    expect(undone.path).toContain('/journal?before=');
    expect(undone.flashes()).toEqual(['The item is taken out again.']);
  });

  test('has an Undo that two people may press: it is done once', async () => {
    await add({ name: 'Butter' });
    const undo = `/journal/${await lastAction(larder.db)}/undo`;
    const [one, two] = [(await history()).form(undo), (await history()).form(undo)];
    const said = (await Promise.all([one.submit(), two.submit()])).flatMap((page) => page.flashes()).sort();
    expect(said).toEqual(['That was undone already.', 'The item is taken out again.']);
    expect((await place('Fridge')).text).not.toContain('Butter');
  });
});
