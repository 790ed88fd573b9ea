import { beforeAll, describe, expect, it } from 'vitest';
import { choosePlace, listFoods, start } from '../put-away/steps.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { Visitor } from '../support/visitor.js';

describe('Row 7: fixation, and a sign-in that drops the draft', () => {
  const server = usingServer();
  const address = () => new URL(server.url);
  let ada: Person;
  let grace: Person;
  beforeAll(async () => {
    ada = await signUp(server.visitor(), { firstName: 'Ada' });
    grace = await signUp(server.visitor(), { firstName: 'Grace' });
  });

  /** The session cookie of a stranger, made without an account. */
  async function plantedCookie(): Promise<string> {
    const mallory = server.visitor();
    await signUp(mallory);
    await mallory.post('/logout');
    return mallory.cookies.header(address()) ?? '';
  }

  it('gives a planted session id to nobody: who planted it stays outside', async () => {
    const planted = await plantedCookie();
    expect(planted).toMatch(/^larder=s%3A/);
    const victim = server.visitor();
    victim.cookies.keep([`${planted}; Path=/`], address());
    const login = await victim.get('/login');
    await login.form('/login').fill({ username: ada.username, password: ada.password }).submit();
    expect((await victim.getRaw('/account')).status).toBe(200);
    expect(victim.cookies.header(address())).not.toBe(planted);
    expect((await server.visitor().getRaw('/account', { cookie: planted })).status).toBe(303);
  });

  it('gives a new id at sign-up too', async () => {
    const planted = await plantedCookie();
    const victim = server.visitor();
    victim.cookies.keep([`${planted}; Path=/`], address());
    await signUp(victim);
    expect((await server.visitor().getRaw('/account', { cookie: planted })).status).toBe(303);
  });

  it('keeps the draft when the same user signs in once more, from a form in an old tab', async () => {
    const [tabA, tabB] = twoTabs();
    const oldLogin = (await tabB.get('/login')).form('/login');
    await signInAs(tabA, ada);
    const foods = await choosePlace(await start(tabA), 'Freezer');
    const details = await listFoods(foods, 'Peas');
    const before = tabA.cookies.header(address());
    await oldLogin.fill({ username: ada.username, password: ada.password }).submit();
    expect(tabA.cookies.header(address())).not.toBe(before);
    expect((await server.visitor().getRaw('/account', { cookie: before })).status).toBe(303);
    const again = await tabA.get(details.path);
    expect(again.status).toBe(200);
    expect(again.texts('tbody th')).toEqual(['Peas']);
    // And the page that was open before goes on as if nothing had happened.
    expect((await details.form(/\/details$/).submit()).path).toMatch(/\/review$/);
  });

  it('keeps the draft when four forms sign in at once from a browser that is signed in', async () => {
    const { visitor, username, password } = await signUp(server.visitor());
    const details = await listFoods(await choosePlace(await start(visitor), 'Freezer'), 'Peas');
    const tabs = Array.from({ length: 4 }, () => visitor.clone());
    const answers = await Promise.all(tabs.map((tab) => tab.postRaw('/login', { username, password })));
    // Whichever answer comes last, the browser has its cookie.
    for (const answer of answers) {
      visitor.cookies.keep(answer.headers.getSetCookie(), address());
      const again = await visitor.get(details.path);
      expect([again.status, again.texts('tbody th')]).toEqual([200, ['Peas']]);
    }
  });

  it('never shows the draft to another user who signs in in the same browser', async () => {
    const [tabA, tabB] = twoTabs();
    const oldLogin = (await tabB.get('/login')).form('/login');
    await signInAs(tabA, ada);
    const details = await listFoods(await choosePlace(await start(tabA), 'Fridge'), 'Secret cake');
    await oldLogin.fill({ username: grace.username, password: grace.password }).submit();
    expect((await tabA.get('/account')).text).toContain(grace.username);
    expect((await tabA.get(details.path)).status).toBe(404);
    const list = await tabA.get('/put-away');
    expect(list.queryAll('main .items .item')).toEqual([]);
    expect(list.text).not.toContain('Secret cake');
  });

  it('leads back to the page that was asked for, and makes no session for that', async () => {
    const visitor = server.visitor();
    const login = await visitor.get('/account/edit');
    expect(login.path).toBe('/login?return_to=%2Faccount%2Fedit');
    expect(visitor.cookies.all()).toEqual([]);
    const page = await login.form('/login').fill({ username: ada.username, password: ada.password }).submit();
    expect(page.path).toBe('/account/edit');
  });

  function twoTabs(): [Visitor, Visitor] {
    const visitor = new Visitor(server.url);
    return [visitor, visitor.clone()];
  }
  async function signInAs(tab: Visitor, person: Person): Promise<void> {
    const form = (await tab.get('/login')).form('/login');
    await form.fill({ username: person.username, password: person.password }).submit();
  }
});
