import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { commit, fillDetails, itemsIn, lineId, start, toLines } from './steps.js';
import { Stored } from './stored.js';

const server = usingServer();
let ada: Person;
let stored: Stored;
beforeEach(async () => {
  ada = await signUp(server.visitor());
  stored = new Stored(server.dataDir);
});

const withoutFlash = (page: Page) => page.path.replace(/\?flash=.*/, '');
const stepOf = (review: Page, step: string) => review.path.replace(/details$/, step);

describe('the last button, pressed twice', () => {
  it('stores one set, and both presses lead to the same page, which says the same', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk', 'Eggs');
    const first = await commit(review);
    const counts = stored.counts();
    const second = await commit(review);
    expect(withoutFlash(second)).toBe(withoutFlash(first));
    expect(second.flashes()).toEqual(first.flashes());
    expect(stored.counts()).toEqual(counts);
    // The second banner undoes the one thing that was done.
    await second.form(/\/undo$/).submit();
    expect(await itemsIn(ada.visitor, 'Fridge')).toEqual([]);
  });

  it('stores one set when both presses come at once', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    const pages = await Promise.all([commit(review), commit(review), commit(review)]);
    expect(new Set(pages.map(withoutFlash)).size).toBe(1);
    expect(stored.itemsOf(ada.username)).toHaveLength(1);
  });

  it('shows both when the second press says something else, and stores it not', async () => {
    const lines = await toLines(ada.visitor, 'Fridge', 'Milk');
    await commit(lines);
    const counts = stored.counts();
    const form = lines.form(/\/details$/).fill({ [`amount_${lineId(lines, 'Milk')}`]: '9 crates' });
    const answer = await form.submit(/^Put/);
    expect([answer.status, answer.h1]).toEqual([409, 'These were put away already']);
    expect(answer.text).toContain('9 crates');
    expect(stored.counts()).toEqual(counts);
  });

  it('says nothing of success to one who guesses a revision', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    const before = stored.counts();
    for (const revision of ['0', '99', '', 'x']) {
      const answer = await review
        .form(/\/details$/)
        .tamper({ revision })
        .submit(/^Put/);
      expect([revision, answer.status]).toEqual([revision, 409]);
    }
    expect(stored.counts()).toEqual(before);
  });
});

describe('an entry that was put away, and taken out again by Undo', () => {
  it('is told as undone when its last button is pressed again, and stores nothing', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    await (await commit(review)).form(/\/undo$/).submit('Undo');
    const counts = stored.counts();
    const again = await commit(review);
    expect([again.status, again.flashes()]).toEqual([409, []]);
    expect(again.text).toContain('were taken out again by Undo');
    expect(stored.counts()).toEqual(counts);
    expect(await itemsIn(ada.visitor, 'Fridge')).toEqual([]);
  });
});

describe('an entry that was put away', () => {
  it('shows at each of its addresses that it was, where, and what', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk', 'Eggs');
    const done = await commit(review);
    for (const step of ['foods', 'details', 'review']) {
      const page = await ada.visitor.get(stepOf(review, step));
      expect([step, page.status]).toEqual([step, 200]);
      expect(page.h1).toMatch(/put away already/i);
      expect(page.texts('main li').sort()).toEqual([
        expect.stringMatching(/^Eggs, 1/),
        expect.stringMatching(/^Milk, 1/),
      ]);
      expect(page.link(/Fridge/)).toContain(withoutFlash(done));
    }
  });

  it('takes no step any more: it shows what was typed beside what was stored, and stores nothing', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    const foods = (await review.form(/\/details$/).submit('Add more')).form(/\/foods$/);
    await commit(review);
    const counts = stored.counts();
    const answer = await foods.fill({ names: 'Milk\nForgotten jam' }).submit();
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Forgotten jam');
    expect(stored.counts()).toEqual(counts);
  });

  it('shows no ids of rows among what was typed', async () => {
    const details = await toLines(ada.visitor, 'Fridge', 'Milk');
    const form = fillDetails(details, { Milk: ['7', 'l'] });
    await commit(await form.submit());
    const answer = await form.submit();
    expect(answer.status).toBe(409);
    expect(answer.texts('[aria-labelledby="typed"] li')).toEqual(['7 l']);
  });

  it('is 404 to everyone else, as if it had never been', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    await commit(review);
    const grace = await signUp(server.visitor());
    expect((await grace.visitor.get(review.path)).status).toBe(404);
    expect((await grace.visitor.post(stepOf(review, 'commit'), { revision: '3' })).status).toBe(404);
  });

  it('can be discarded no more, and says so kindly', async () => {
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    await commit(review);
    const answer = await review.form(/\/details$/).submit('Discard');
    expect(answer.flashes().join()).toMatch(/no longer open/);
    expect(stored.itemsOf(ada.username)).toHaveLength(1);
  });
});

it('A box that was left and is sent twice begins one entry', async () => {
  const form = (await start(ada.visitor)).form('/put-away').fill({ names: 'Zorbulons\n2 l milk' });
  await ada.visitor.postRaw('/put-away/keep', form.entries());
  const [first, second] = [await form.submit(), await form.submit()];
  expect(second.path).toBe(first.path);
  const other = await form.fill({ names: 'Oats' }).submit();
  expect(other.path).not.toBe(first.path);
  expect((await ada.visitor.get('/put-away')).queryAll('main .items .item')).toHaveLength(2);
});
