import { beforeEach, describe, expect, it } from 'vitest';
import { toLines } from '../put-away/steps.js';
import { Form } from '../support/form.js';
import { goOverTo, inTwoHouseholds } from '../support/households.js';
import type { Page } from '../support/page.js';
import { visibleText } from '../support/visible-text.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Visitor;
beforeEach(async () => {
  ada = (await inTwoHouseholds(larder.visitor)).ada.visitor;
});

const entries = (page: Page) =>
  page.queryAll('main .items .item').map((item) => {
    const [name, meta] = ['.item-name', '.item-meta'].map((css) => visibleText(item.querySelector(css)));
    return `${name} ${meta}`;
  });
const list = (): Promise<Page> => ada.get('/put-away');

async function putAway(...foods: string[]): Promise<Page> {
  larder.clock.advance({ seconds: 1 });
  return toLines(ada, 'Fridge', ...foods);
}

async function takeStock(): Promise<Page> {
  larder.clock.advance({ seconds: 1 });
  return (await ada.get('/stock-take')).form('main form').submit();
}

/** The form of the entry with these words on its button. */
function formOf(page: Page, words: RegExp): Form {
  const element = page
    .queryAll('main .items form')
    .find((one) => words.test(visibleText(one.querySelector('button'))));
  if (!element) throw new Error(`No button says ${words} on ${page}`);
  return new Form(page, element);
}

describe('The list of open entries', () => {
  it('has those of every kind and household, the current one’s first', async () => {
    await putAway('Milk');
    await takeStock();
    await goOverTo(ada, 'Allotment');
    await putAway('Beans', 'Peas');
    expect(entries(await list())).toEqual([
      'Beans, Peas 2 lines',
      'Stock-take to be finished 14 Mill Lane',
      'Milk 1 line 14 Mill Lane',
    ]);
  });

  it('goes on with one of another household, and shows that household then', async () => {
    const details = await putAway('Milk');
    await goOverTo(ada, 'Allotment');
    const again = await formOf(await list(), /^Go on with Milk, for 14 Mill Lane$/).submit();
    expect([again.h1, again.texts('.put-name')]).toEqual([details.h1, ['Milk']]);
    expect(again.query('.household-name')?.textContent).toContain('14 Mill Lane');
  });

  it('keeps what a message says when it leads to a step whose turn has not come', async () => {
    const first = await takeStock();
    const id = /for_household" value="(\d+)"/.exec(first.html)?.[1] ?? '';
    await goOverTo(ada, 'Allotment');
    const later = first.path.replace(/place$/, 'shelf');
    const back = await ada.post('/household/current', { household_id: id, return_to: later });
    expect([back.path.replace(/\?.*/, ''), back.flashes()]).toEqual([
      first.path,
      ['You now see 14 Mill Lane.'],
    ]);
  });

  it('discards one of another household, which Undo brings back', async () => {
    await putAway('Milk');
    await goOverTo(ada, 'Allotment');
    const without = await formOf(await list(), /^Discard Milk/).submit();
    expect([without.h1, without.flashes(), entries(without)]).toEqual([
      'Put away',
      ['The entry is discarded.'],
      [],
    ]);
    const back = await without.form(/restore$/).submit();
    expect(entries(back)).toEqual(['Milk 1 line 14 Mill Lane']);
  });

  it('leads back to itself from the discarding of a stock-take', async () => {
    await takeStock();
    const without = await formOf(await list(), /^Discard/).submit();
    expect([without.h1, entries(without)]).toEqual(['Put away', []]);
  });

  it('says of an entry for a household that was left no more than that, and discards it', async () => {
    await goOverTo(ada, 'Allotment');
    await putAway('Beans');
    await (await ada.get('/household/leave')).form('/household/members').submit(/^Leave/);
    const page = await list();
    expect(entries(page).map((entry) => entry.trim())).toEqual([
      'An entry of a household that you have left',
    ]);
    expect(page.text).not.toMatch(/Beans|Fridge|Go on/);
    expect(entries(await formOf(page, /^Discard/).submit())).toEqual([]);
  });

  it('is where the eleventh leads, whatever the other ten are', async () => {
    for (let n = 0; n < 8; n += 1) await putAway(`Food ${n}`);
    await takeStock();
    await goOverTo(ada, 'Allotment');
    await putAway('Food 8');
    const full = await takeStock();
    expect(full.flashes()[0]).toMatch(/^Ten entries are open/);
    expect(entries(full)).toHaveLength(10);
    expect((await putAway('Food 9')).errors().names).toMatch(/^Ten entries are open/);
    await formOf(await list(), /^Discard Food 3/).submit();
    expect((await takeStock()).h1).toBe('Which place are you looking through?');
  });
});
