import { beforeAll, expect, it } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import {
  choosePlace,
  commit,
  giveDetails,
  itemsIn,
  listFoods,
  reviewLines,
  start,
  toReview,
} from './steps.js';
import { Stored } from './stored.js';

const server = usingServer();
let stored: Stored;
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server.visitor(), { firstName: 'Ada' });
  stored = new Stored(server.dataDir);
});

it('puts a bag of groceries away: where, what, how much and until when, review, done', async () => {
  const grace = await signUp(server.visitor(), { firstName: 'Grace' });
  const where = await start(grace.visitor);
  expect(where.path).toMatch(/^\/put-away\/[\w-]{22}\/place$/);
  const what = await choosePlace(where, 'Fridge');
  expect(what.path).toBe(where.path.replace('place', 'foods'));
  expect(what.text).toContain('Fridge');
  const howMuch = await listFoods(what, 'Whole milk', 'Butter', '', '  - Nut cutlets ');
  expect(howMuch.texts('tbody th')).toEqual(['Whole milk', 'Butter', 'Nut cutlets']);
  const review = await giveDetails(howMuch, {
    'Whole milk': ['1.5', 'l', '2030-01-31'],
    'Nut cutlets': [12],
  });
  expect(reviewLines(review)).toEqual([
    'Place: Fridge',
    expect.stringMatching(/^Whole milk: 1\.5 l, best before 31 Jan 2030 \(in .+\)$/),
    expect.stringMatching(/^Butter: 1, best before about .+ estimated\)$/),
    'Nut cutlets: 12, no date',
  ]);
  const done = await commit(review);
  expect(done.path).toMatch(/^\/places\/\d+\?flash=/);
  expect(done.redirects.map(({ status }) => status)).toEqual([303]);
  expect(done.flashes().join()).toMatch(/3 items .*Fridge/);
  expect(stored.itemsOf(grace.username)).toEqual([
    'Whole milk: 1500 l in Fridge until 2030-01-31',
    expect.stringMatching(/^Butter: 1000 {2}in Fridge until \d{4}-\d{2}-\d{2}$/),
    'Nut cutlets: 12000  in Fridge until whenever',
  ]);
  expect((await grace.visitor.get('/put-away')).queryAll('main .items .item')).toEqual([]);
});

it('stores nothing before the last button is pressed', async () => {
  const before = stored.counts();
  const review = await toReview(ada.visitor, 'Fridge', 'Milk', 'Bread');
  await ada.visitor.get(review.path);
  await ada.visitor.get('/put-away');
  expect(stored.counts()).toEqual(before);
  await commit(review);
  expect(stored.counts().items).toBe((before.items ?? 0) + 2);
});

it('stores a place that is made right there, as was asked for, and nothing else', async () => {
  const before = stored.counts();
  const where = await start(ada.visitor);
  const what = await where
    .form(/\/place$/)
    .fill({ place_id: 'new', name: 'Bread bin', kind: 'pantry' })
    .submit();
  expect(what.path).toMatch(/\/foods$/);
  expect(what.text).toContain('Bread bin');
  const after = stored.counts();
  expect(after.places).toBe((before.places ?? 0) + 1);
  expect([after.items, after.foods, after.drafts]).toEqual([before.items, before.foods, before.drafts]);
});

it('offers the foods of the household, and uses the one that is picked', async () => {
  const linus = await signUp(server.visitor(), { firstName: 'Linus' });
  await commit(await toReview(linus.visitor, 'Fridge', 'Milk'));
  const foods = await choosePlace(await start(linus.visitor), 'Freezer');
  expect(foods.texts('.choice-label')).toEqual(['Milk']);
  const before = stored.counts().foods;
  const details = await foods
    .form(/\/foods$/)
    .fill({ food_id: ['Milk'], names: 'milk' })
    .submit();
  expect(details.texts('tbody th')).toEqual(['Milk', 'Milk']);
  await commit(await giveDetails(details));
  expect(stored.counts().foods).toBe(before);
  expect(await itemsIn(linus.visitor, 'Freezer')).toHaveLength(2);
});

it('makes two items of the same name twice, each with its own date', async () => {
  const mary = await signUp(server.visitor(), { firstName: 'Mary' });
  const details = await listFoods(
    await choosePlace(await start(mary.visitor), 'Fridge'),
    'Yoghurt',
    'Yoghurt',
  );
  const dates = details.queryAll('input[type="date"]').map((field) => field.getAttribute('name') ?? '');
  const form = details
    .form(/\/details$/)
    .fill({ [dates[0] ?? '']: '2030-01-01', [dates[1] ?? '']: '2030-02-02' });
  await commit(await form.submit());
  expect(stored.itemsOf(mary.username)).toEqual([
    'Yoghurt: 1000  in Fridge until 2030-01-01',
    'Yoghurt: 1000  in Fridge until 2030-02-02',
  ]);
});

it('takes sixty things at once', async () => {
  const hedy = await signUp(server.visitor(), { firstName: 'Hedy' });
  const names = Array.from({ length: 60 }, (_, n) => `Food number ${n}`);
  await commit(await toReview(hedy.visitor, 'Pantry', ...names));
  expect(await itemsIn(hedy.visitor, 'Pantry')).toEqual([...names].sort());
});

it('starts from the page of a place with that place chosen', async () => {
  const home = await ada.visitor.get('/');
  const pantry = await home.click(/^Pantry/);
  const foods = await pantry.form('/put-away').submit();
  expect(foods.path).toMatch(/\/foods$/);
  expect(foods.text).toContain('Pantry');
  const back = await foods.click('Back');
  expect(back.form(/\/place$/).value('place_id')).toBe(pantry.path.split('/').at(-1));
});

it('takes exactly what was put away out again when that is undone', async () => {
  const joan = await signUp(server.visitor(), { firstName: 'Joan' });
  await commit(await toReview(joan.visitor, 'Fridge', 'Soya milk'));
  const done = await commit(await toReview(joan.visitor, 'Fridge', 'Soya milk', 'Eggs'));
  expect(await itemsIn(joan.visitor, 'Fridge')).toEqual(['Eggs', 'Soya milk', 'Soya milk']);
  const undone = await done.form(/\/undo$/).submit();
  expect(undone.flashes().join()).toMatch(/2 items/);
  expect(stored.itemsOf(joan.username)).toEqual(['Soya milk: 1000  in Fridge until whenever']);
});

it('keeps the details form usable for a name with characters that mean something elsewhere', async () => {
  const rosa = await signUp(server.visitor(), { firstName: 'Rosa' });
  const odd = '<b>Salt</b> & "pepper" 100% \\ \'x\'';
  const review = await toReview(rosa.visitor, 'Pantry', odd, '__proto__', 'constructor');
  expect(reviewLines(review)).toContain(`${odd}: 1, no date`);
  await commit(review);
  expect(await itemsIn(rosa.visitor, 'Pantry')).toEqual([odd, '__proto__', 'Constructor'].sort());
});

it('asks for the first open step when a later one is asked for too early', async () => {
  const where = await start(ada.visitor);
  for (const step of ['foods', 'details', 'review', '']) {
    const page = await ada.visitor.get(where.path.replace(/place$/, step).replace(/\/$/, ''));
    expect([step, page.path]).toEqual([step, where.path]);
  }
  const posted = await ada.visitor.post(where.path.replace('place', 'commit'), { revision: 0 });
  expect(posted.path).toBe(where.path);
});
