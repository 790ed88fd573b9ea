import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signIn, signUp } from '../support/people.js';
import { usingProcess } from '../support/using-server.js';
import { commit, itemsIn, listFoods, start, toLines } from './steps.js';

const server = usingProcess();
let ada: Person;
beforeEach(async () => {
  ada = await signUp(server.visitor());
});

/** The open entries, a line each, such as “Milk, Eggs 2 lines”. */
async function open(): Promise<string[]> {
  const page = await ada.visitor.get('/put-away');
  return page.queryAll('main .items .item').map((item) => {
    const [name, place] = ['.item-name', '.item-meta'].map((css) =>
      item.querySelector(css)?.textContent?.trim(),
    );
    return `${name} ${place}`;
  });
}
const discard = (page: Page) => page.form(/\/details$/).submit('Discard');

describe('the open entries', () => {
  it('are listed by what they hold, the one changed last first', async () => {
    await toLines(ada.visitor, 'Fridge', 'Milk', 'Eggs');
    await toLines(ada.visitor, 'Pantry', 'Rice', 'Oats', 'Salt', 'Tea', 'Jam', 'Flour');
    expect(await open()).toEqual(['Rice, Oats, Salt, Tea and 2 more 6 lines', 'Milk, Eggs 2 lines']);
  });

  it('go on where they were left, even after the server was started anew', async () => {
    const details = await toLines(ada.visitor, 'Fridge', 'Milk');
    await server.restart();
    const list = await ada.visitor.get('/put-away');
    const again = await list.click(/^Go on with Milk/);
    expect(again.path).toBe(details.path);
    await commit(again);
    expect(await itemsIn(ada.visitor, 'Fridge')).toEqual(['Milk']);
    expect(await open()).toEqual([]);
  });

  it('are in every browser that their owner is signed in with', async () => {
    await toLines(ada.visitor, 'Fridge', 'Milk');
    const phone = await signIn(server.visitor(), ada);
    expect((await phone.visitor.get('/put-away')).texts('main .items .item-name')).toEqual(['Milk']);
  });
});

it('a box that is sent empty begins no entry, and says so beside the field', async () => {
  for (const names of ['', '  ', 'TOTAL 4.48']) {
    const page = await listFoods(await start(ada.visitor), names);
    expect([page.status, Object.keys(page.errors())]).toEqual([422, ['names']]);
    expect(page.form('/put-away').value('names')).toBe(names);
  }
  expect(await open()).toEqual([]);
});

describe('an entry that is discarded', () => {
  it('is gone from the list and its pages, and comes back whole by Undo', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk', 'Eggs');
    const list = await discard(review);
    expect(list.flashes().join()).toMatch(/discarded/);
    expect(await open()).toEqual([]);
    expect((await ada.visitor.get(review.path)).status).toBe(404);
    const back = await list.form(/\/restore$/).submit();
    expect(back.path).toMatch(/^\/put-away\?flash=/);
    expect(await open()).toEqual(['Milk, Eggs 2 lines']);
    await commit(await ada.visitor.get(review.path));
    expect(await itemsIn(ada.visitor, 'Fridge')).toEqual(['Eggs', 'Milk']);
  });

  it('does not take the other ones with it', async () => {
    const milk = await toLines(ada.visitor, 'Fridge', 'Milk');
    await toLines(ada.visitor, 'Freezer', 'Peas');
    await discard(milk);
    expect(await open()).toEqual(['Peas 1 line']);
  });

  it('may be discarded twice, and brought back twice', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    const list = await discard(review);
    expect((await discard(review)).status).toBe(200);
    const undo = list.form(/\/restore$/);
    await undo.submit();
    expect((await undo.submit()).status).toBe(200);
    expect(await open()).toEqual(['Milk 1 line']);
  });

  it('can be put away by nobody, not even from a page that still shows it', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    await discard(review);
    expect((await commit(review)).status).toBe(404);
    expect(await itemsIn(ada.visitor, 'Fridge')).toEqual([]);
  });

  it('is stored once or not at all when the last button is pressed in another tab at the same moment', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    const [, committed] = await Promise.all([discard(review), commit(review)]);
    const stored = await itemsIn(ada.visitor, 'Fridge');
    expect(stored.length).toBeLessThanOrEqual(1);
    if (committed.status === 404) expect(stored).toEqual([]);
    else expect(stored).toEqual(['Milk']);
  });
});

it('a box that was kept when it was left, sent again with one to discard, discards that one', async () => {
  const rice = await toLines(ada.visitor, 'Pantry', 'Rice');
  for (let n = 1; n < 10; n += 1) await toLines(ada.visitor, 'Fridge', `Jar ${n}`);
  const full = await listFoods(await start(ada.visitor), 'Tea');
  expect(full.texts('h2')).toContain('Discard one, and go on');
  await discard(rice);
  const form = full.form('/put-away');
  await ada.visitor.post('/put-away/keep', form.values());
  const before = await open();
  expect(before).toHaveLength(10);
  const lines = await form.submit(/^Jar 1:/);
  expect([lines.status, lines.h1]).toEqual([200, rice.h1]);
  expect(await open()).toEqual(['Tea 1 line', ...before.slice(1).filter((one) => one !== 'Jar 1 1 line')]);
});

it('a GET starts no entry, and changes none', async () => {
  const review = await toLines(ada.visitor, 'Fridge', 'Milk');
  for (const step of ['discard', 'commit', 'restore', 'again']) {
    const answer = await ada.visitor.getRaw(review.path.replace('details', step));
    expect([step, answer.status]).toEqual([step, 404]);
  }
  await ada.visitor.get('/put-away');
  expect(await open()).toEqual(['Milk 1 line']);
  expect((await ada.visitor.get(review.path)).form(/\/details$/).value('revision')).toBe(
    review.form(/\/details$/).value('revision'),
  );
});
