import { beforeAll, describe, expect, it } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import {
  choice,
  commit,
  giveDetails,
  itemsIn,
  lineId,
  lineNames,
  linesOn,
  listFoods,
  placeId,
  start,
  toLines,
} from './steps.js';
import { Stored } from './stored.js';

const server = usingServer();
let stored: Stored;
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server.visitor(), { firstName: 'Ada' });
  stored = new Stored(server.dataDir);
});

it('puts a bag of groceries away: the box, the lines, done', async () => {
  const grace = await signUp(server.visitor(), { firstName: 'Grace' });
  const box = await start(grace.visitor);
  expect(box.path).toBe('/put-away');
  const lines = await listFoods(box, 'Whole milk 1.5 l 2030-01-31', 'Butter', '', '  - Nut cutlets 12 ');
  expect(lines.path).toMatch(/^\/put-away\/[\w-]{22}\/details$/);
  expect(linesOn(lines)).toEqual([
    'Whole milk: 1.5 l, 31 Jan 2030, in Fridge',
    expect.stringMatching(/^Butter: about .+, in Fridge$/),
    expect.stringMatching(/^Nut cutlets: 12, in /),
  ]);
  const done = await commit(lines);
  expect(done.redirects.map(({ status }) => status)).toEqual([303]);
  expect(done.flashes().join()).toMatch(/3 items are put away/);
  expect(stored.itemsOf(grace.username)).toEqual([
    'Whole milk: 1500 l in Fridge until 2030-01-31',
    expect.stringMatching(/^Butter: 1000 {2}in Fridge until \d{4}-\d{2}-\d{2}$/),
    expect.stringMatching(/^Nut cutlets: 12000 {2}in /),
  ]);
  expect((await grace.visitor.get('/put-away')).queryAll('main .items .item')).toEqual([]);
});

it('stores nothing before the last button is pressed', async () => {
  const before = stored.counts();
  const lines = await toLines(ada.visitor, 'Fridge', 'Milk', 'Bread');
  await ada.visitor.get(lines.path);
  await giveDetails(lines, { Milk: [2, 'l'] });
  await ada.visitor.get('/put-away');
  expect(stored.counts()).toEqual(before);
  await commit(await ada.visitor.get(lines.path));
  expect(stored.counts().items).toBe((before.items ?? 0) + 2);
});

it('commits what the lines say when it is pressed, without saving them first', async () => {
  const alan = await signUp(server.visitor(), { firstName: 'Alan' });
  const lines = await toLines(alan.visitor, 'Fridge', 'Halva', 'Tahini');
  const [halva, freezer] = [lineId(lines, 'Halva'), await placeId(alan.visitor, 'Freezer')];
  lines
    .form(/\/details$/)
    .fill({ [`amount_${halva}`]: '½', [`best_before_${halva}`]: '5 may 2031', [`place_${halva}`]: freezer });
  const done = await commit(lines);
  expect(done.flashes()).toEqual(['2 items are put away: 1 in Freezer and 1 in Fridge.']);
  expect(stored.itemsOf(alan.username)).toEqual([
    'Halva: 500  in Freezer until 2031-05-05',
    expect.stringMatching(/^Tahini: 1000 {2}in Fridge/),
  ]);
});

it('shows a guess as a guess, and what is to be used by a day as that', async () => {
  const lines = await listFoods(await start(ada.visitor), 'butter', 'ham use by 2031-05-05');
  expect(lines.texts('.put-said .is-guess')).toEqual([expect.stringMatching(/^about /)]);
  expect(linesOn(lines)).toContain('Ham: use by 5 May 2031, in Fridge');
});

describe('Where things go', () => {
  it('is where the household has them, also when the last one is gone', async () => {
    const { visitor } = await signUp(server.visitor());
    const put = await commit(await toLines(visitor, 'Pantry', 'Milk'));
    await put.form(/\/eaten$/).submit();
    expect(await itemsIn(visitor, 'Pantry')).toEqual([]);
    expect(linesOn(await listFoods(await start(visitor), 'milk'))).toEqual([
      expect.stringMatching(/in Pantry$/),
    ]);
    expect(linesOn(await listFoods(await start(visitor, 'Fridge'), 'milk'))).toEqual([
      expect.stringMatching(/in Pantry$/),
    ]);
  });

  it('is a place that suits them, wherever one stands, else where one stands', async () => {
    const { visitor } = await signUp(server.visitor());
    const bag = ['spaghetti', 'milk', 'frozen peas', 'ham frozen yesterday', 'zorbulons'];
    const wheres = linesOn(await listFoods(await start(visitor, 'Freezer'), ...bag)).map((line) =>
      line.replace(/:.*, in|: in/, ' in'),
    );
    expect(wheres.sort()).toEqual([
      'Frozen peas in Freezer',
      'Ham in Freezer',
      'Milk in Fridge',
      'Spaghetti in Pantry',
      'Zorbulons in Freezer',
    ]);
  });

  it('is where one stands when that suits as well as another', async () => {
    const { visitor } = await signUp(server.visitor());
    await visitor.post('/places', { name: 'Beer fridge', kind: 'fridge' });
    const lines = await listFoods(await start(visitor, 'Beer fridge'), 'milk', 'rice');
    expect(linesOn(lines)).toEqual([
      expect.stringMatching(/^Milk: .*in Beer fridge$/),
      expect.stringMatching(/^Rice: .*in Pantry$/),
    ]);
  });
});

it('makes a place beside the lines, and keeps all that was typed', async () => {
  const { visitor } = await signUp(server.visitor());
  const lines = await toLines(visitor, 'Fridge', 'Halva');
  const halva = lineId(lines, 'Halva');
  const form = lines.form(/\/details$/).fill({ [`amount_${halva}`]: 'lots', new_name: 'Fridge two' });
  const made = await form.fill({ new_kind: 'fridge' }).submit('Add place');
  expect(made.flashes()).toEqual(['Fridge two is ready. Choose it in a line.']);
  const again = made.form(/\/details$/);
  expect([again.value(`amount_${halva}`), again.value('new_name')]).toEqual(['lots', '']);
  again.fill({ [`amount_${halva}`]: '2', [`place_${halva}`]: 'Fridge two' });
  await commit(made);
  expect(await itemsIn(visitor, 'Fridge two')).toEqual(['Halva']);
  const twice = await form.submit('Add place');
  expect(twice.status).toBe(409);
});

it('says what is wrong with a new place, and does not lose its name', async () => {
  const lines = await toLines(ada.visitor, 'Fridge', 'Halva');
  const nameless = await lines.form(/\/details$/).submit('Add place');
  expect([nameless.status, Object.keys(nameless.errors())]).toEqual([422, ['new_name']]);
  lines.form(/\/details$/).fill({ new_name: 'Cellar' });
  const unmade = await commit(lines);
  expect([unmade.status, Object.keys(unmade.errors())]).toEqual([422, ['new_name']]);
  expect(unmade.form(/\/details$/).value('new_name')).toBe('Cellar');
});

it('offers the foods of the household, and uses the one that is picked', async () => {
  const linus = await signUp(server.visitor(), { firstName: 'Linus' });
  await commit(await toLines(linus.visitor, 'Fridge', 'Milk'));
  const box = await start(linus.visitor);
  const before = stored.counts().foods;
  const lines = await box
    .form('/put-away')
    .fill({ food_id: [choice(box, 'Milk')], names: 'milk' })
    .submit('Next');
  expect(lineNames(lines)).toEqual(['Milk', 'Milk']);
  await commit(lines);
  expect(stored.counts().foods).toBe(before);
  expect(await itemsIn(linus.visitor, 'Fridge')).toHaveLength(3);
});

it('makes two items of the same name twice, each with its own date', async () => {
  const mary = await signUp(server.visitor(), { firstName: 'Mary' });
  const lines = await toLines(mary.visitor, 'Fridge', 'Yoghurt', 'Yoghurt');
  const dates = lines.queryAll('input[type="date"]').map((field) => field.getAttribute('name') ?? '');
  lines.form(/\/details$/).fill({ [dates[0] ?? '']: '2030-01-01', [dates[1] ?? '']: '2030-02-02' });
  await commit(lines);
  expect(stored.itemsOf(mary.username)).toEqual([
    'Yoghurt: 1000  in Fridge until 2030-01-01',
    'Yoghurt: 1000  in Fridge until 2030-02-02',
  ]);
});

it('takes exactly what was put away out again when that is undone', async () => {
  const joan = await signUp(server.visitor(), { firstName: 'Joan' });
  await commit(await toLines(joan.visitor, 'Fridge', 'Soya milk'));
  const done = await commit(await toLines(joan.visitor, 'Fridge', 'Soya milk', 'Eggs'));
  expect(await itemsIn(joan.visitor, 'Fridge')).toEqual(['Eggs', 'Soya milk', 'Soya milk']);
  const undone = await done.form(/\/undo$/).submit();
  expect(undone.flashes().join()).toMatch(/2 items/);
  expect(stored.itemsOf(joan.username)).toEqual(['Soya milk: 1000  in Fridge until whenever']);
});

it('keeps the lines usable for a name with characters that mean something elsewhere', async () => {
  const rosa = await signUp(server.visitor(), { firstName: 'Rosa' });
  const odd = '<b>Salt</b> & "pepper" 100% \\ \'x\'';
  const lines = await toLines(rosa.visitor, 'Pantry', odd, '__proto__', 'constructor');
  expect(lineNames(lines)).toContain(odd);
  await commit(lines);
  expect(await itemsIn(rosa.visitor, 'Pantry')).toEqual([odd, '__proto__', 'Constructor'].sort());
});

it('leads from the addresses of steps that there were once to those of today', async () => {
  const lines = await toLines(ada.visitor, 'Fridge', 'Milk');
  for (const step of ['place', 'review', '']) {
    const page = await ada.visitor.get(lines.path.replace(/details$/, step).replace(/\/$/, ''));
    expect([step, page.path]).toEqual([step, lines.path]);
  }
});
