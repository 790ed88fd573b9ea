import { describe, expect, it } from 'vitest';
import { commit, fillDetails, giveDetails, itemsIn, lineId, listFoods, toLines } from '../put-away/steps.js';
import type { Page } from '../support/page.js';
import { type Person, signIn, signUp } from '../support/people.js';
import { storedIn } from '../support/stored.js';
import { usingServer } from '../support/using-server.js';

describe('Row 13, in a second tab: its session ended, and the first tab signed in again', () => {
  const server = usingServer();

  async function endSession(): Promise<void> {
    await storedIn(server.dataDir, 'sessions').write('delete from sessions');
  }
  /** The box of an entry that is begun, as “Add more” opens it. */
  async function boxOfEntry({ visitor }: Person, food: string): Promise<Page> {
    return (await toLines(visitor, 'Pantry', food)).form(/\/details$/).submit('Add more');
  }
  const openEntries = async ({ visitor }: Person) =>
    (await visitor.get('/put-away')).texts('main .items .item-name');

  it('saves the step that the second tab sends, and goes on with the entry', async () => {
    const ada = await signUp(server.visitor());
    const details = await toLines(ada.visitor, 'Pantry', 'Rice', 'Beans');
    await endSession();
    await signIn(ada.visitor.clone(), ada);
    const review = await fillDetails(details, { Rice: [2, 'kg'] }).submit();
    expect(review.path).toBe(details.path);
    await commit(review);
    expect(await itemsIn(ada.visitor, 'Pantry')).toEqual(['Beans', 'Rice']);
  });

  it('shows a step that was filled in wrongly again, with what was typed', async () => {
    const ada = await signUp(server.visitor());
    const details = await toLines(ada.visitor, 'Pantry', 'Rice');
    await endSession();
    await signIn(ada.visitor.clone(), ada);
    const wrong = await fillDetails(details, { Rice: ['many'] }).submit();
    expect(wrong.status).toBe(422);
    expect(wrong.form(/\/details$/).value(`amount_${lineId(wrong, 'Rice')}`)).toBe('many');
  });

  it('puts away what the second tab had reviewed, once', async () => {
    const ada = await signUp(server.visitor());
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    await endSession();
    await signIn(ada.visitor.clone(), ada);
    await commit(review);
    await commit(review);
    expect(await itemsIn(ada.visitor, 'Fridge')).toEqual(['Milk']);
    expect(await openEntries(ada)).toEqual([]);
  });

  it('keeps what two tabs send before either has signed in again, and each shows its own', async () => {
    const ada = await signUp(server.visitor());
    const [rice, peas] = [await boxOfEntry(ada, 'Halva'), await boxOfEntry(ada, 'Tahini')];
    await endSession();
    const logins = [await listFoods(rice, 'Rice'), await listFoods(peas, 'Peas')];
    const pages = [];
    for (const login of logins) {
      const form = login.form('/login').fill({ username: ada.username, password: ada.password });
      pages.push(await form.submit());
    }
    expect(pages.map((page) => page.form(/\/foods$/).value('names'))).toEqual(['Rice', 'Peas']);
    for (const page of pages) expect((await page.form(/\/foods$/).submit()).path).toMatch(/\/details$/);
    expect((await openEntries(ada)).sort()).toEqual(['Peas', 'Rice']);
  });

  it('keeps what every one of many tabs sends, however often each is tapped', async () => {
    const ada = await signUp(server.visitor());
    const foods = ['Rice', 'Peas', 'Oats', 'Salt', 'Jam', 'Soup'];
    const boxes = await Promise.all(foods.map((food) => boxOfEntry(ada, `Old ${food}`)));
    await endSession();
    const logins = [];
    for (const [n, box] of boxes.entries()) {
      logins.push(await listFoods(box, foods[n] ?? ''));
      await listFoods(box, foods[n] ?? '');
    }
    await signIn(ada.visitor.clone(), ada);
    const pages = await Promise.all(logins.map((login) => ada.visitor.get(login.path)));
    expect(pages.map((page) => page.form(/\/foods$/).value('names'))).toEqual(foods);
  });

  it('brings back the entry with what was typed when its sign-in page is only loaded again', async () => {
    const ada = await signUp(server.visitor());
    const foods = await boxOfEntry(ada, 'Halva');
    await endSession();
    const login = await listFoods(foods, 'Rice');
    await signIn(ada.visitor.clone(), ada);
    const page = await ada.visitor.get(login.path);
    expect(page.path).toMatch(/\/foods\?kept=/);
    expect(page.form(/\/foods$/).value('names')).toBe('Rice');
    expect((await page.form(/\/foods$/).submit()).path).toMatch(/\/details$/);
  });

  it('is 404 when another user signed in, and tells them nothing', async () => {
    const ada = await signUp(server.visitor());
    const grace = await signUp(server.visitor());
    const details = await toLines(ada.visitor, 'Pantry', 'Secret cake');
    await endSession();
    await signIn(ada.visitor.clone(), grace);
    const answer = await details.form(/\/details$/).submit();
    expect(answer.text).not.toContain('Secret cake');
    expect(await openEntries({ ...grace, visitor: ada.visitor })).toEqual([]);
  });

  it('brings no entry back that was discarded', async () => {
    const ada = await signUp(server.visitor());
    const details = await toLines(ada.visitor, 'Pantry', 'Rice');
    await (await ada.visitor.get('/put-away')).form(/\/discard$/).submit();
    expect((await details.form(/\/details$/).submit()).status).toBe(404);
    expect(await openEntries(ada)).toEqual([]);
  });

  it('brings no entry back as open that was put away since, when its old sign-in page is sent again', async () => {
    const ada = await signUp(server.visitor());
    const review = await toLines(ada.visitor, 'Fridge', 'Milk');
    await endSession();
    const login = (await giveDetails(review, { Milk: [2, 'l'] })).form('/login');
    login.fill({ username: ada.username, password: ada.password });
    await login.submit();
    await commit(await ada.visitor.get(review.path));
    expect((await login.submit()).h1).toMatch(/put away already/i);
    expect(await openEntries(ada)).toEqual([]);
    expect(await itemsIn(ada.visitor, 'Fridge')).toEqual(['Milk']);
  });
});
