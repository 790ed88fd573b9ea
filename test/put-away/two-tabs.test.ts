import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import {
  choice,
  choosePlace,
  commit,
  fillDetails,
  giveDetails,
  lineId,
  listFoods,
  reviewLines,
  start,
  toReview,
} from './steps.js';
import { Stored } from './stored.js';

const server = usingServer();
let ada: Person;
beforeEach(async () => {
  ada = await signUp(server.visitor());
});

/** The same page in a second tab. */
const inAnotherTab = (page: Page) => ada.visitor.clone().get(page.path);

describe('a form that another tab was quicker with', () => {
  it('where: shows both, stores nothing, and saves this one when it is sent again', async () => {
    const here = await start(ada.visitor);
    const there = await inAnotherTab(here);
    await choosePlace(there, 'Freezer');
    const conflict = await choosePlace(here, 'Pantry');
    expect(conflict.status).toBe(409);
    expect(conflict.texts('main section li')).toEqual(['Freezer']);
    expect(conflict.form(/\/place$/).value('place_id')).toBe(choice(conflict, 'Pantry'));
    expect((await ada.visitor.get(here.path)).form(/\/place$/).value('place_id')).toBe(
      choice(here, 'Freezer'),
    );
    const foods = await conflict.form(/\/place$/).submit();
    expect(foods.path).toMatch(/\/foods$/);
    expect(foods.text).toContain('Pantry');
  });

  it('where: makes no place that only the late form asked for, until it is sent again', async () => {
    const here = await start(ada.visitor);
    await choosePlace(await inAnotherTab(here), 'Freezer');
    const conflict = await here
      .form(/\/place$/)
      .fill({ place_id: 'new', name: 'Cellar' })
      .submit();
    expect(conflict.status).toBe(409);
    expect(conflict.form(/\/place$/).value('name')).toBe('Cellar');
    expect((await ada.visitor.clone().get('/')).text).not.toContain('Cellar');
    expect((await conflict.form(/\/place$/).submit()).text).toContain('Cellar');
  });

  it('what: shows both, and what was saved stays when it is kept', async () => {
    const here = await choosePlace(await start(ada.visitor), 'Fridge');
    const there = await inAnotherTab(here);
    await listFoods(there, 'Milk', 'Eggs');
    const conflict = await listFoods(here, 'Butter');
    expect(conflict.status).toBe(409);
    expect(conflict.texts('main section li')).toEqual(['Milk', 'Eggs']);
    expect(conflict.form(/\/foods$/).value('names')).toBe('Butter');
    const kept = await conflict.click('keep what is saved');
    expect(kept.texts('tbody th')).toEqual(['Milk', 'Eggs']);
    const mine = await conflict.form(/\/foods$/).submit();
    expect(mine.texts('tbody th')).toEqual(['Butter']);
  });

  it('what: shows both even when there is something wrong with this one, too', async () => {
    const here = await choosePlace(await start(ada.visitor), 'Fridge');
    await listFoods(await inAnotherTab(here), 'Milk', 'Eggs');
    const conflict = await listFoods(here);
    expect(conflict.status).toBe(409);
    expect(conflict.texts('main section li')).toEqual(['Milk', 'Eggs']);
    expect((await conflict.form(/\/foods$/).submit()).status).toBe(422);
  });

  it('how much: shows both, and saves this one when it is sent again', async () => {
    const here = await listFoods(await choosePlace(await start(ada.visitor), 'Fridge'), 'Milk', 'Eggs');
    const there = await inAnotherTab(here);
    await giveDetails(there, { Milk: [3, 'l', '2030-01-31'] });
    const conflict = await giveDetails(here, { Milk: [5, 'l'] });
    expect(conflict.status).toBe(409);
    expect(conflict.texts('main section li')).toEqual([
      expect.stringMatching(/^Milk: 3 l.*2030/),
      expect.stringMatching(/^Eggs: 1, best before about/),
    ]);
    expect(conflict.form(/\/details$/).value(`quantity_${lineId(conflict, 'Milk')}`)).toBe('5');
    const review = await conflict.form(/\/details$/).submit();
    expect(reviewLines(review).join('\n')).toMatch(/^Milk: 5 l, best before about .+ estimated\)$/m);
  });

  it('how much: never puts what was typed for one food beside another', async () => {
    const here = await listFoods(await choosePlace(await start(ada.visitor), 'Fridge'), 'Milk', 'Eggs');
    const there = await inAnotherTab(here);
    const shorter = await listFoods(await there.click('Back'), 'Milk');
    await listFoods(await shorter.click('Back'), 'Milk', 'Butter');
    const conflict = await giveDetails(here, { Milk: [2, 'l'], Eggs: [12, 'box'] });
    expect(conflict.status).toBe(409);
    const form = conflict.form(/\/details$/);
    expect(conflict.texts('tbody th')).toEqual(['Milk', 'Butter']);
    expect(form.value(`quantity_${lineId(conflict, 'Milk')}`)).toBe('2');
    expect(form.value(`quantity_${lineId(conflict, 'Butter')}`)).toBe('1');
    expect(form.value(`unit_${lineId(conflict, 'Butter')}`)).toBe('');
  });

  it('changes of different steps do not get in each other’s way', async () => {
    const review = await toReview(ada.visitor, 'Fridge', 'Milk');
    const place = await review.click(/Change the place/);
    const foods = await review.click('Add or remove foods');
    expect((await choosePlace(place, 'Freezer')).status).toBe(200);
    const details = await listFoods(foods, 'Milk', 'Eggs');
    expect(details.status).toBe(200);
    expect(reviewLines(await giveDetails(details))).toEqual([
      'Place: Freezer',
      expect.stringMatching(/^Milk: 1, best before about .+ estimated\)$/),
      'Eggs: 1, no date',
    ]);
  });

  it('the review: puts nothing away that was not looked at, and shows what there is now', async () => {
    const here = await toReview(ada.visitor, 'Fridge', 'Halva');
    const details = await here.click(/Change Halva/);
    await giveDetails(details, { Halva: [250, 'g'] });
    const stored = new Stored(server.dataDir);
    const before = stored.counts();
    const conflict = await commit(here);
    expect(conflict.status).toBe(409);
    expect(reviewLines(conflict)).toContain('Halva: 250 g, no date');
    expect(stored.counts()).toEqual(before);
    await commit(conflict);
    expect(stored.itemsOf(ada.username)).toContain('Halva: 250000 g in Fridge until whenever');
  });
});

describe('the same form sent twice, as by a second tap', () => {
  it('goes where the first one went, at every step', async () => {
    const where = await start(ada.visitor);
    const place = () => choosePlace(where, 'Fridge');
    const foods = await place();
    expect((await place()).path).toBe(foods.path);
    const list = () => listFoods(foods, 'Milk', 'Eggs');
    const details = await list();
    const again = await list();
    expect([again.status, again.path]).toEqual([200, details.path]);
    const give = () => giveDetails(details, { Milk: [2, 'l', '2030-01-31'] });
    const review = await give();
    expect((await give()).path).toBe(review.path);
    expect(reviewLines(review)).toHaveLength(3);
  });

  it('goes where the first one went when both come at once', async () => {
    const where = await start(ada.visitor);
    const places = await Promise.all([choosePlace(where, 'Pantry'), choosePlace(where, 'Pantry')]);
    expect(new Set(places.map(({ path, status }) => `${status} ${path}`)).size).toBe(1);
    const [foods] = places;
    const lists = await Promise.all([listFoods(foods, 'Rice', 'Rice'), listFoods(foods, 'Rice', 'Rice')]);
    expect(lists.map(({ status, path }) => [status, path])).toEqual(lists.map(() => [200, lists[0]?.path]));
    expect(lists[1]?.texts('tbody th')).toEqual(['Rice', 'Rice']);
  });

  it('makes a new place once', async () => {
    const stored = new Stored(server.dataDir);
    const before = stored.counts().places ?? 0;
    const where = await start(ada.visitor);
    const make = () =>
      where
        .form(/\/place$/)
        .fill({ place_id: 'new', name: 'Cellar', kind: 'other' })
        .submit();
    const pages = [...(await Promise.all([make(), make(), make()])), await make()];
    for (const page of pages) expect([page.status, page.path]).toEqual([200, pages[0]?.path]);
    expect(stored.counts().places).toBe(before + 1);
    expect(pages[3]?.text).toContain('Cellar');
  });

  it('starts one entry, not two', async () => {
    const list = await ada.visitor.get('/put-away');
    const press = () => list.form('main .page-header form').submit();
    const [one, other] = await Promise.all([press(), press()]);
    expect(one.path).toBe(other.path);
  });
});

describe('back, forward and reload', () => {
  it('show each step as it was saved', async () => {
    const foods = await choosePlace(await start(ada.visitor), 'Freezer');
    const details = await listFoods(foods, 'Peas', 'Ice');
    const review = await giveDetails(details, { Peas: [2, 'bags', '2031-05-06'] });
    const reload = (page: Page) => ada.visitor.get(page.path);
    expect(
      (await reload(foods))
        .form(/\/foods$/)
        .value('names')
        ?.replaceAll('\r', ''),
    ).toBe('Peas\nIce');
    const form = (await reload(details)).form(/\/details$/);
    expect(form.value(`quantity_${lineId(details, 'Peas')}`)).toBe('2');
    expect(form.value(`best_before_${lineId(details, 'Peas')}`)).toBe('6 May 2031');
    expect(reviewLines(await reload(review))).toEqual(reviewLines(review));
  });

  it('keep what was typed for the foods that stay when the list is changed', async () => {
    const foods = await choosePlace(await start(ada.visitor), 'Freezer');
    const details = await listFoods(foods, 'Peas', 'Ice');
    const review = await giveDetails(details, { Peas: [2, 'bags', '2031-05-06'], Ice: [9] });
    const shorter = await listFoods(await review.click('Add or remove foods'), 'Peas');
    const longer = await listFoods(await shorter.click('Back'), 'Bread', 'Peas');
    expect(reviewLines(await giveDetails(longer))).toEqual([
      'Place: Freezer',
      expect.stringMatching(/^Bread: 1, best before about .+ estimated\)$/),
      expect.stringMatching(/^Peas: 2 bags, best before 6 May 2031/),
    ]);
    expect(fillDetails(longer, {}).value(`quantity_${lineId(longer, 'Bread')}`)).toBe('1');
  });

  it('lead from the line of steps to every step that is done', async () => {
    const review = await toReview(ada.visitor, 'Fridge', 'Milk');
    const steps = review.queryAll('nav.steps a').map((link) => link.getAttribute('href') ?? '');
    expect(steps.map((address) => address.split('/').at(-1))).toEqual(['place', 'foods', 'details']);
    for (const address of steps) expect((await ada.visitor.get(address)).path).toBe(address);
  });
});
