import { beforeAll, describe, expect, test } from 'vitest';
import { commit, fillDetails, giveDetails, lineId, linesOn, placeId, toLines } from '../put-away/steps.js';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { visibleText } from '../support/visible-text.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp({ start: '2026-11-22T12:00:00Z' });
let ada: Person;

beforeAll(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
});

/** What a page of figures says, a line each. */
const figures = (page: Page) =>
  page.queryAll('.summary-list > div').map((row) => {
    const [term, figure] = [row.querySelector('dt'), row.querySelector('dd')].map(visibleText);
    return `${term}: ${figure}`;
  });
const open = async (place: string): Promise<Page> =>
  (await ada.visitor.get('/')).click(new RegExp(`^${place}`));
const rowOf = (page: Page, name: string) => page.texts('.item').find((row) => row.startsWith(name));
const add = async (fields: Record<string, string>, place = 'Fridge') =>
  (await open(place))
    .form(/\/items$/)
    .fill(fields)
    .submit();
const editForm = (page: Page) => page.form(/^\/items\/\d+$/);

describe('An item without a date', () => {
  test('gets an estimate, said in the banner and marked in every list', async () => {
    const page = await add({ name: 'Natural yoghurt' });
    expect(page.flashes()[0]).toContain(
      'Natural yoghurt (1) is in Fridge, best before about 29 Nov (in 7 days, estimated).',
    );
    for (const list of [page, await ada.visitor.get('/')])
      expect(rowOf(list, 'Natural yoghurt')).toMatch(/about Sun 29 Nov, an estimate for Natural yoghurt\b/);
  });

  test('leads to the figures and their source', async () => {
    const page = await add({ name: 'Buttermilk' });
    const source = await page.click(/an estimate for Buttermilk/);
    expect([source.path, source.h1]).toEqual(['/shelf-life/buttermilk', 'How long it keeps: buttermilk']);
    expect(figures(source)).toEqual([
      'In the fridge: 7 to 14 days',
      'In the freezer: 90 days (about 3 months)',
    ]);
    expect(source.text).toContain('USDA FoodKeeper, row 2');
  });

  test('has none when nothing is known of it', async () => {
    expect(rowOf(await add({ name: 'Mystery box' }), 'Mystery box')).toContain('no date');
  });

  test('keeps the estimate of its first day when something else is edited', async () => {
    const added = await add({ name: 'Tofu' });
    larder.clock.set('2026-11-25T12:00:00Z');
    const edited = await editForm(await added.click('Tofu'))
      .fill({ quantity: '2' })
      .submit();
    larder.clock.set('2026-11-22T12:00:00Z');
    expect(rowOf(edited, 'Tofu')).toMatch(/about Sun 29 Nov, an estimate/);
  });

  test('takes a printed date, which no estimate touches from then on', async () => {
    const form = editForm(await (await add({ name: 'Ricotta' })).click('Ricotta'));
    expect(form.value('best_before')).toBe('');
    const typed = await form.fill({ best_before: '2026-12-06' }).submit();
    expect(rowOf(typed, 'Ricotta')).toMatch(/Ricotta 1 6 Dec/);
    expect(rowOf(typed, 'Ricotta')).not.toContain('estimate');
    const again = await editForm(await typed.click('Ricotta'))
      .fill({ quantity: '3' })
      .submit();
    expect(rowOf(again, 'Ricotta')).not.toContain('estimate');
  });

  test('has no date any more by one tick, and an estimate again without it', async () => {
    const page = await (await add({ name: 'Hummus' })).click('Hummus');
    const none = await editForm(page).fill({ no_date: 'yes' }).submit();
    expect(rowOf(none, 'Hummus')).toContain('no date');
    const form = editForm(await none.click('Hummus'));
    expect(form.value('no_date')).toBe('yes');
    const again = await form.fill({ no_date: [] }).submit();
    expect(rowOf(again, 'Hummus')).toMatch(/about Sun 29 Nov/);
  });
});

describe('Putting food away', () => {
  test('says beside each date what an empty one means, and stores what was reviewed', async () => {
    const names = ['Yoghurt', 'Soya milk', 'Kefir', 'Mystery box', 'Cheddar'];
    const details = await toLines(ada.visitor, 'Fridge', ...names);
    const hints = Object.fromEntries(
      details
        .queryAll('.put-line')
        .map((row) => [row.querySelector('.put-name')?.textContent, row.querySelector('.hint')?.textContent]),
    );
    expect(hints).toEqual({
      Yoghurt: 'We’d guess 29 Nov.',
      'Soya milk': 'The date is on the pack.',
      Kefir: 'We’d guess 29 Nov.',
      'Mystery box': undefined,
      Cheddar: 'We’d guess 21 May 2027.',
    });
    const form = fillDetails(details, { Cheddar: [1, '', '2026-12-24'] });
    const saved = await form.fill({ [`no_date_${lineId(details, 'Kefir')}`]: 'yes' }).submit();
    expect(linesOn(saved)).toEqual([
      'Yoghurt: about 29 Nov, in Fridge',
      'Soya milk: in Fridge',
      'Kefir: in Fridge',
      'Mystery box: in Fridge',
      'Cheddar: 24 Dec, in Fridge',
    ]);
    // What was looked at before midnight is what is stored after it.
    larder.clock.set('2026-11-23T00:30:00Z');
    const done = await commit(saved);
    larder.clock.set('2026-11-22T12:00:00Z');
    expect(rowOf(done, 'Yoghurt')).toMatch(/about Sun 29 Nov, an estimate/);
    expect(rowOf(done, 'Kefir')).toContain('no date');
  });

  test('estimates for the place that is chosen in the end', async () => {
    const details = await toLines(ada.visitor, 'Fridge', 'Kiwis');
    expect(linesOn(details)).toEqual(['Kiwis: about 25 Nov, in Fridge']);
    details
      .form(/\/details$/)
      .fill({ [`place_${lineId(details, 'Kiwis')}`]: await placeId(ada.visitor, 'Pantry') });
    expect(linesOn(await giveDetails(details))).toEqual(['Kiwis: about 26 Nov, in Pantry']);
    const done = await commit(details);
    expect(rowOf(done, 'Kiwis')).toMatch(/about Thu 26 Nov/);
  });

  test('says how long the household usually takes, from the third time on', async () => {
    for (const [stored, eaten] of [
      ['05', '09'],
      ['12', '16'],
      ['19', '23'],
    ]) {
      larder.clock.set(`2026-10-${stored}T12:00:00Z`);
      const page = await (await add({ name: 'Skyr' })).click('Skyr');
      larder.clock.set(`2026-10-${eaten}T12:00:00Z`);
      await page.form(/\/eaten$/).submit('Ate that');
    }
    larder.clock.set('2026-11-22T12:00:00Z');
    const details = await toLines(ada.visitor, 'Fridge', 'skyr');
    expect(details.text).toContain('We’d guess 29 Nov. You usually finish it in 4 days.');
    const item = await (await add({ name: 'Skyr' })).click('Skyr');
    expect(item.text).toContain('You usually finish it in 4 days.');
  });
});

describe('The page of a food of the table', () => {
  test('is not found for one that the table does not have', async () => {
    expect((await ada.visitor.get('/shelf-life/moon-dust')).status).toBe(404);
  });

  test.each([
    [
      'milk',
      [
        'In the fridge: 7 days',
        'In the fridge, once opened: 5 days',
        'In the freezer: 90 days (about 3 months)',
      ],
    ],
    ['soya-milk', ['In the fridge: until the date on the pack', 'In the fridge, once opened: 7 to 10 days']],
    ['cooked-rice', ['In the fridge: 1 day', 'In the freezer: 180 days (about 6 months)']],
    [
      'sugar',
      [
        'In the pantry: does not go off',
        'In the pantry, once opened: 540 to 720 days (about 18 to 24 months)',
      ],
    ],
    ['edamame', ['In the fridge: 4 to 5 days']],
    [
      'cooked-chicken',
      ['In the fridge: 3 to 4 days', 'In the freezer: 120 to 180 days (about 4 to 6 months)'],
    ],
    [
      'white-wine',
      ['In the fridge, once opened: 1 to 3 days', 'In the pantry: 365 to 730 days (about 12 to 24 months)'],
    ],
  ])('says all that is known of %s', async (id, lines) => {
    expect(figures(await ada.visitor.get(`/shelf-life/${id}`))).toEqual(lines);
  });

  test.each([
    [
      'milk',
      [
        'USDA FoodKeeper, row 27',
        '“The Food Keeper: A Consumer Guide to Food Quality and Safe Handling”, Food Marketing Institute, with Cornell University, 2002: in the fridge',
        '“Storing Food in the Refrigerator”, University of Missouri Extension: in the fridge, once opened',
      ],
    ],
    ['sugar', ['USDA FoodKeeper, row 240']],
    [
      'boiled-sweets',
      [
        '“When Sweet Treats Go Bad: Food Science Experts Offer Advice on the Shelf Life of Candy”, Kansas State University, 2010: in the pantry',
      ],
    ],
    ['beer', []],
  ])('names each source of %s', async (id, sources) => {
    expect((await ada.visitor.get(`/shelf-life/${id}`)).texts('.panel li')).toEqual(sources);
  });
});
