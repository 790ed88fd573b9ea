import { beforeEach, describe, expect, it } from 'vitest';
import { toLines } from '../put-away/steps.js';
import { change, goOverTo, inTwoHouseholds, invite, joinBy } from '../support/households.js';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Person;
/** Two tabs of one browser. */
let tab: Visitor;
let otherTab: Visitor;
beforeEach(async () => {
  larder.clock.set('2026-03-01T12:00:00Z');
  ({ ada } = await inTwoHouseholds(larder.visitor));
  tab = ada.visitor;
  otherTab = tab.clone();
});

const place = async (name: string): Promise<Page> => (await tab.get('/')).click(new RegExp(`^${name}`));

async function milkInFridge(): Promise<Page> {
  const added = await (await place('Fridge'))
    .form(/items$/)
    .fill({ name: 'Milk' })
    .submit();
  return added.click('Milk');
}

async function removeFridge(): Promise<void> {
  const edit = await (await (await otherTab.get('/')).click(/^Fridge/)).click(/^Edit/);
  await edit.form(/^\/places\/\d+\/delete$/).submit();
}

describe('A page of another household of one’s own', () => {
  const pages: Record<string, () => Promise<Page>> = {
    'a place': () => place('Fridge'),
    'an item': milkInFridge,
    'an entry': async () => toLines(tab, 'Fridge', 'Rice'),
  };

  it.each(Object.entries(pages))('says which, and leads there: %s', async (_what, open) => {
    const before = await open();
    await goOverTo(otherTab, 'Allotment');
    const page = await tab.get(before.path.replace(/\?.*/, ''));
    expect([page.status, page.h1]).toEqual([404, 'This is in 14 Mill Lane']);
    const there = await page.form('/household/current').submit('Go over to 14 Mill Lane');
    expect(there.h1).toBe(before.h1);
    expect(there.flashes()).toEqual(['You now see 14 Mill Lane.']);
  });

  it.each(Object.entries(pages))('says nothing of it to a stranger: %s', async (_what, open) => {
    const { path } = await open();
    const stranger = (await signUp(larder.visitor())).visitor;
    const page = await stranger.get(path);
    expect([page.status, page.h1]).toEqual([404, 'There is nothing here']);
    expect(page.text).not.toContain('Mill Lane');
  });

  it('says nothing of it to someone who has left it', async () => {
    await goOverTo(tab, 'Allotment');
    const { path } = await place('Fridge');
    await change({ visitor: tab }, 'Leave');
    expect((await tab.get(path)).h1).toBe('There is nothing here');
  });
});

describe('What is typed for a place that is deleted meanwhile', () => {
  it('goes into another place', async () => {
    const form = (await place('Fridge')).form(/items$/).fill({ name: 'Whole milk', unit: 'l' });
    await removeFridge();
    const page = await form.submit();
    expect([page.status, page.h1]).toEqual([409, 'Fridge was deleted meanwhile']);
    expect(page.texts('.summary-list > div')).toEqual(['Name Whole milk', 'Amount 1', 'Unit l']);
    const added = await page.form(/items$/).submit('Pantry');
    expect([added.h1, added.texts('.item-name')]).toEqual(['Pantry', ['Whole milk']]);
  });

  it('stands in its form again once the place is brought back', async () => {
    const form = (await place('Fridge')).form(/items$/).fill({ name: 'Whole milk', unit: 'l' });
    await removeFridge();
    const back = await (await form.submit()).form(/undo$/).submit('Bring Fridge back');
    expect([back.h1, back.form(/items$/).value('name')]).toEqual(['Fridge', 'Whole milk']);
    expect((await back.form(/items$/).submit()).texts('.item-name')).toEqual(['Whole milk']);
  });

  it('is shown still when the place can’t be brought back', async () => {
    const form = (await place('Fridge')).form(/items$/).fill({ name: 'Whole milk' });
    await removeFridge();
    await (await otherTab.get('/places/new')).form('/places').fill({ name: 'Fridge' }).submit();
    const back = await (await form.submit()).form(/undo$/).submit();
    expect([back.status, back.flashes()]).toEqual([409, [expect.stringContaining('Not undone')]]);
    expect(back.texts('dd')).toContain('Whole milk');
  });

  it('is kept for an edit of the place itself, too', async () => {
    const edit = (await (await place('Fridge')).click(/^Edit/)).form(/^\/places\/\d+$/);
    await removeFridge();
    const page = await edit.fill({ name: 'Cold shed' }).submit();
    expect([page.status, page.texts('.summary-list > div')]).toEqual([
      409,
      ['Name Cold shed', 'Kind fridge'],
    ]);
    const back = await page.form(/undo$/).submit();
    expect(back.form(/^\/places\/\d+$/).value('name')).toBe('Cold shed');
  });
});

describe('What is typed for an item that is deleted meanwhile', () => {
  it('stands in its form again once the item is brought back', async () => {
    const milk = await milkInFridge();
    const form = milk.form(/^\/items\/\d+$/).fill({ quantity: '7' });
    await (await otherTab.get(milk.path)).form(/delete$/).submit();
    const page = await form.submit();
    expect([page.status, page.h1]).toEqual([409, 'Milk was deleted meanwhile']);
    const back = await page.form(/undo$/).submit('Bring Milk back');
    expect([back.h1, back.form(/^\/items\/\d+$/).value('quantity')]).toEqual(['Milk', '7']);
  });

  it('is shown when nobody here knows the item', async () => {
    const page = await tab.post('/items/999999', { name: 'Whole milk', quantity: '1' });
    expect([page.status, page.h1]).toEqual([404, 'There is nothing here']);
    expect(page.texts('dd')).toEqual(['Whole milk', '1']);
  });
});

describe('The page of what is gone', () => {
  const pathOf = (page: Page) => page.path.replace(/\?.*/, '');

  it('says of an item who made it go, with the way back', async () => {
    const milk = await milkInFridge();
    await (await otherTab.get(pathOf(milk))).form(/\/eaten$/).submit('Ate that');
    const page = await tab.get(pathOf(milk));
    expect([page.status, page.h1]).toEqual([404, 'Milk is no longer there']);
    expect(page.text).toContain('You ate it all, just now.');
    expect((await page.click('History')).h1).toBe('History of an item');
    const back = await page.form(/undo$/).submit('Bring Milk back');
    expect([back.h1, back.flashes()]).toEqual(['Milk', ['Milk is back in Fridge.']]);
  });

  it('says of an item that its place was deleted, and of the place, who did that', async () => {
    const milk = await milkInFridge();
    const fridge = await place('Fridge');
    await removeFridge();
    larder.clock.set('2026-03-01T12:05:00Z');
    expect((await tab.get(pathOf(milk))).text).toContain(
      'You deleted the place that it was in, 5 minutes ago.',
    );
    const page = await tab.get(pathOf(fridge));
    expect([page.status, page.h1]).toEqual([404, 'Fridge is no longer there']);
    const back = await page.form(/undo$/).submit('Bring Fridge back');
    expect([back.h1, back.texts('.item-name')]).toEqual(['Fridge', ['Milk']]);
  });

  it('names somebody else who did it, and says nothing to a stranger', async () => {
    const path = pathOf(await milkInFridge());
    const ben = await signUp(larder.visitor(), { firstName: 'Ben' });
    await joinBy(ben, await invite(ada));
    await (await ben.visitor.get(path)).form(/\/eaten$/).submit('Threw that away');
    expect((await tab.get(path)).text).toContain('Ben threw it away, just now.');
    const stranger = (await signUp(larder.visitor())).visitor;
    expect((await stranger.get(path)).h1).toBe('There is nothing here');
  });
});
