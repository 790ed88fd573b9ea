import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp({ start: '2026-11-24T12:00:00Z' });
let ada: Person;

beforeEach(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', timeZone: 'UTC' });
  for (const name of ['Milk', 'Eggs', 'Ham', 'Jam']) await add('Fridge', name);
});

const open = async (place: string): Promise<Page> =>
  (await ada.visitor.get('/')).click(new RegExp(`^${place}`));
const add = async (place: string, name: string) =>
  (await open(place))
    .form(/\/items$/)
    .fill({ name })
    .submit();
const namesIn = async (place: string) => (await open(place)).texts('.item-name');
const begin = async () => (await open('Fridge')).form('/stock-take').submit();
const step = (page: Page) => page.form(/\/(place|shelf|missing)$/);

/** Ids of what the shelf's page lists, by name. */
function idsOn(page: Page): Record<string, string> {
  const choices = page
    .queryAll('.choice')
    .map((choice) => [
      choice.querySelector('.choice-label')?.textContent ?? '',
      choice.querySelector('input')?.getAttribute('value') ?? '',
    ]);
  return Object.fromEntries(choices);
}

/** Ticks what is there, by name, and goes on to the rest. */
async function tick(page: Page, names: string[]): Promise<{ page: Page; ids: Record<string, string> }> {
  const ids = idsOn(page);
  const there = names.map((name) => ids[name] ?? '');
  return { ids, page: await step(page).tamper({ there }).submit() };
}

/** A stock-take with milk there, eggs eaten, ham thrown away and jam in the pantry: the page before the last. */
async function walked(): Promise<{ review: Page; ids: Record<string, string> }> {
  const { page, ids } = await tick(await begin(), ['Milk']);
  const pantry = page.queryAll('option').find((option) => option.textContent === 'It is in Pantry');
  const review = await step(page)
    .fill({
      [`item_${ids.Eggs}`]: 'eaten',
      [`item_${ids.Ham}`]: 'thrown_away',
      [`item_${ids.Jam}`]: pantry?.getAttribute('value') ?? '',
    })
    .submit();
  return { review, ids };
}

const commit = (page: Page) => page.form(/\/commit$/);

describe('A stock-take', () => {
  test('begun on a place’s page asks at once what is there', async () => {
    const page = await begin();
    expect(page.h1).toBe('What is there?');
    expect(Object.keys(idsOn(page)).sort()).toEqual(['Eggs', 'Ham', 'Jam', 'Milk']);
  });

  test('begun elsewhere asks for the place first', async () => {
    const page = await (await ada.visitor.get('/stock-take')).form('/stock-take').submit();
    expect(page.h1).toBe('Which place are you looking through?');
    const none = await step(page).submit();
    expect([none.status, none.errors().place_id]).toEqual([422, 'Choose a place.']);
  });

  test('changes nothing before its last step, and then all of it, with one Undo', async () => {
    const { review } = await walked();
    expect(review.texts('main li')).toEqual(
      expect.arrayContaining(['Eggs, 1: eaten', 'Ham, 1: thrown away', 'Jam, 1: in Pantry']),
    );
    expect(await namesIn('Fridge')).toHaveLength(4);
    const done = await commit(review).submit();
    expect(done.flashes()).toEqual(['3 items are put right.']);
    expect([await namesIn('Fridge'), await namesIn('Pantry')]).toEqual([['Milk'], ['Jam']]);
    await done.form('.flash form').submit('Undo');
    expect((await namesIn('Fridge')).sort()).toEqual(['Eggs', 'Ham', 'Jam', 'Milk']);
    expect(await namesIn('Pantry')).toEqual([]);
  });

  test('is done once, however often it is sent', async () => {
    const form = commit((await walked()).review);
    const pages = await Promise.all([form.submit(), form.submit(), form.submit()]);
    expect(new Set(pages.map((page) => page.path.split('?')[0])).size).toBe(1);
    expect(
      (await ada.visitor.get('/journal')).texts('.past-action').filter((a) => /took stock/.test(a)),
    ).toHaveLength(1);
  });

  test('with everything there changes nothing, and writes nothing down', async () => {
    const { page } = await tick(await begin(), ['Milk', 'Eggs', 'Ham', 'Jam']);
    const done = await commit(await step(page).submit()).submit();
    expect(done.flashes()).toEqual(['Everything is there.']);
    expect((await ada.visitor.get('/journal')).text).not.toContain('took stock');
  });

  test('does not miss what was put there after its page was drawn', async () => {
    const shelf = await begin();
    await add('Fridge', 'Butter');
    const { page } = await tick(shelf, ['Milk', 'Eggs', 'Ham', 'Jam']);
    expect(page.text).toContain('Everything that should be here is here.');
  });

  test('leaves alone what somebody has eaten meanwhile', async () => {
    const { review, ids } = await walked();
    const eggs = await ada.visitor.get(`/items/${ids.Eggs}/edit`);
    await eggs.form(/\/eaten$/).submit('Ate that');
    await commit(review).submit();
    expect(await namesIn('Fridge')).toEqual(['Milk']);
  });

  test('asks what became of each thing, beside it', async () => {
    const { page, ids } = await tick(await begin(), ['Milk', 'Eggs', 'Ham']);
    const again = await step(page).submit();
    expect([again.status, again.errors()[`item_${ids.Jam}`]]).toEqual([422, 'Choose what became of Jam.']);
  });

  test('says once for all what became of them, but for what is said of one', async () => {
    const { page, ids } = await tick(await begin(), ['Milk']);
    const none = await step(page).submit();
    expect(none.errors()).toEqual({ all: 'Choose for all of them here, or for each below.' });
    const review = await step(none)
      .fill({ all: 'eaten', [`item_${ids.Ham}`]: 'there' })
      .submit();
    expect(review.texts('main li')).toEqual(expect.arrayContaining(['Eggs, 1: eaten', 'Jam, 1: eaten']));
    const again = await review.click('what became of the rest');
    expect(step(again).values()).toMatchObject({
      all: '',
      [`item_${ids.Eggs}`]: 'eaten',
      [`item_${ids.Ham}`]: 'there',
    });
    await commit(review).submit();
    expect((await namesIn('Fridge')).sort()).toEqual(['Ham', 'Milk']);
  });

  test('has what was found and is not listed, as part of the same action', async () => {
    const shelf = await begin();
    const all = Object.values(idsOn(shelf));
    const rest = await step(shelf)
      .fill({ also: '2 tubs hummus fri\n\npantry moth trap' })
      .tamper({ there: all })
      .submit();
    const review = await step(rest).submit();
    expect(review.texts('[aria-labelledby="changes"] li')).toEqual([
      'Hummus, 2 tubs: new here, best before 27 Nov (in 3 days)',
      'Pantry moth trap, 1: new here, no date',
    ]);
    const done = await commit(review).submit();
    expect(done.flashes()).toEqual(['2 items are put right.']);
    expect(await namesIn('Fridge')).toEqual(expect.arrayContaining(['Hummus', 'Pantry moth trap', 'Jam']));
    await done.form('.flash form').submit('Undo');
    expect((await namesIn('Fridge')).sort()).toEqual(['Eggs', 'Ham', 'Jam', 'Milk']);
  });

  test('is told in the history with what became of each thing', async () => {
    const { page, ids } = await tick(await begin(), ['Milk', 'Eggs']);
    const pantry = page.queryAll('option').find((option) => option.textContent === 'It is in Pantry');
    const answers = {
      [`item_${ids.Ham}`]: 'thrown_away',
      [`item_${ids.Jam}`]: pantry?.getAttribute('value') ?? '',
    };
    const shelf = step(await (await step(page).fill(answers).submit()).click('Change what is there'));
    const ticked = [ids.Milk ?? '', ids.Eggs ?? ''];
    const rest = await shelf.fill({ also: 'hummus' }).tamper({ there: ticked }).submit();
    await commit(await step(rest).fill(answers).submit()).submit();
    const told = (await ada.visitor.get('/journal')).texts('.past-action')[0];
    expect(told).toContain('took stock, and changed 3 items');
    for (const line of ['1 Ham: thrown away', '1 Jam: now in Pantry', '1 Hummus: new in Fridge'])
      expect(told).toContain(line);
  });

  test('keeps what was typed of things found, ticks too, when it can’t be read', async () => {
    const shelf = await begin();
    const ids = idsOn(shelf);
    const typed = `hummus\n${'x'.repeat(81)}`;
    const again = await step(shelf)
      .fill({ also: typed })
      .tamper({ there: [ids.Ham ?? '', ids.Jam ?? ''] })
      .submit();
    expect([again.status, again.errors().also]).toEqual([422, expect.stringContaining('Shorten the name')]);
    expect(again.texts('.choice:has(:checked) .choice-label')).toEqual(['Ham', 'Jam']);
    expect(step(again).value('also')).toBe(typed);
  });

  test('asks for the rest again when what is there was changed', async () => {
    const { review } = await walked();
    const { page } = await tick(await review.click('Change what is there'), ['Milk', 'Eggs', 'Ham']);
    expect(page.h1).toBe('And the rest?');
    expect(page.queryAll('select')).toHaveLength(1);
  });

  test('asks again when a place that it names is gone', async () => {
    const { review } = await walked();
    await (await (await open('Pantry')).click(/^Edit/)).form(/\/delete$/).submit();
    const asked = await commit(review).submit();
    expect(asked.text).toContain('A place that you named is gone. Choose another.');
    expect(await namesIn('Fridge')).toHaveLength(4);
  });

  test('in two tabs says what the other one saved, and takes nothing over unseen', async () => {
    const shelf = await begin();
    const { page: rest, ids } = await tick(shelf, ['Milk']);
    const late = await step(shelf)
      .tamper({ there: Object.values(ids) })
      .fill({ also: 'rolls' })
      .submit();
    expect([late.status, late.texts('[aria-labelledby="changed-meanwhile"] li')]).toEqual([409, ['Milk']]);
    expect(late.texts('.choice:has(:checked) .choice-label')).toHaveLength(4);
    expect(step(late).value('also')).toBe('rolls');
    await step(late).submit();
    const stale = await step(rest).fill({ all: 'eaten' }).submit();
    expect([stale.status, stale.texts('[aria-labelledby="changed-meanwhile"] li')]).toEqual([
      409,
      ['Nothing is missing.'],
    ]);
    expect(await namesIn('Fridge')).toHaveLength(4);
  });

  test('waits among the unfinished entries', async () => {
    await walked();
    expect((await ada.visitor.get('/put-away')).text).toContain('Stock-take of Fridge');
  });
});
