import { beforeAll, describe, expect, test } from 'vitest';
import { OWN, PUBLIC, WITH_ID } from './support/addresses.js';
import { invite, joinBy } from './support/households.js';
import type { Page } from './support/page.js';
import { type Person, signUp } from './support/people.js';
import { routesOf } from './support/routes.js';
import { usingLocalApp } from './web/local-app.js';

const larder = usingLocalApp();
let ada: Person;
let ben: Person;
const ids: Record<string, string> = {};
let invitation: string;

/** Words of Ada's household that nobody else may ever read. */
const SECRETS = /Secret|14 Mill Lane|Zenobia/;

beforeAll(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Zenobia', householdName: '14 Mill Lane' });
  ben = await signUp(larder.visitor(), { firstName: 'Ben' });
  const form = (await ada.visitor.get('/places/new')).form('/places');
  const place = await form.fill({ name: 'Secret place', kind: 'other' }).submit();
  ids.places = idIn(place.path);
  const gone = await (
    await place
      .form(/\/items$/)
      .fill({ name: 'Secret cake' })
      .submit()
  ).click('Secret cake');
  const deleted = await gone.form(/\/delete$/).submit();
  ids.journal = idIn(deleted.form(/\/undo$/).element.getAttribute('action') ?? '');
  const milk = await (
    await place
      .form(/\/items$/)
      .fill({ name: 'Secret milk' })
      .submit()
  ).click('Secret milk');
  ids.items = idIn(milk.path);
  ids.foods = idIn(new URL(milk.link('All Secret milk')).pathname);
  const list = (await ada.visitor.get('/shopping')).form('form.add-lines');
  const listed = await list.fill({ names: 'Secret cheese' }).submit();
  ids.shopping = idIn(new URL(listed.link('Edit Secret cheese')).pathname);
  ids['shelf-life'] = 'yoghurt';
  const draft = await ada.visitor.post('/put-away', { names: 'Secret halva' });
  ids['put-away'] = draft.path.split('/')[2] ?? '';
  const stockTake = await (await ada.visitor.get('/stock-take')).form('main form').submit();
  ids['stock-take'] = stockTake.path.split('/')[2] ?? '';
  ids.joining = await waitingFor(ada);
  const invitations = await (await ada.visitor.get('/household/invitations'))
    .form('/household/invitations')
    .submit();
  invitation = invitations.query('[name="invitation"]')?.getAttribute('value') ?? '';
  // Dora shares Ada's household.
  const dora = await signUp(larder.visitor(), { firstName: 'Secret Dora' });
  await joinBy(dora, await invite(ada));
  ids.household = idIn(
    (await ada.visitor.get('/household'))
      .link(/^Secret Dora/)
      .split('/')
      .at(-1) ?? '',
  );
});

/** The id of an invitation that waits in another browser of someone's. */
async function waitingFor(person: Person): Promise<string> {
  const olive = await signUp(larder.visitor(), { firstName: 'Olive', householdName: 'Secret allotment' });
  const link = await invite(olive);
  const phone = larder.visitor();
  const login = await (await phone.get(link)).form(link).submit('I have an account');
  await login.form('/login').fill({ username: person.username, password: person.password }).submit();
  return (
    login
      .form(/\/discard$/)
      .element.getAttribute('action')
      ?.split('/')[2] ?? ''
  );
}

const idIn = (address: string) => /\d+/.exec(address)?.[0] ?? '';

/** An address of Ada's. */
function addressOf(route: string): string {
  const path = route.split(' ')[1] ?? '';
  const id = ids[path.split('/')[1] ?? ''] ?? '';
  return path.replace(':step', 'place').replace(':day', '2026-03-01').replace(/:\w+/, id);
}

function ask(person: { visitor: Person['visitor'] }, route: string): Promise<Page> {
  const address = addressOf(route);
  return route.startsWith('GET')
    ? person.visitor.getRaw(address)
    : person.visitor.postRaw(address, WITH_ID[route] ?? {});
}

describe('The table of addresses', () => {
  test('has every route of the app, and none that is gone', () => {
    const table = [...PUBLIC, ...OWN, ...Object.keys(WITH_ID)];
    const routes = routesOf(larder.app);
    const missing = routes.filter((route) => !table.includes(route));
    const stale = table.filter((route) => !routes.includes(route));
    expect(missing, 'Say in test/access.test.ts who may use these routes').toEqual([]);
    expect(stale, 'These routes are gone').toEqual([]);
    expect(new Set(table).size).toBe(table.length);
  });

  test('has an id of a real row for every route that takes one', () => {
    expect(Object.values(ids).filter((id) => id === '')).toEqual([]);
    for (const route of Object.keys(WITH_ID)) expect(addressOf(route)).not.toMatch(/:|undefined|\/\//);
  });
});

describe('A signed-out visitor gets the sign-in page and nothing else from', () => {
  test.each([...OWN, ...Object.keys(WITH_ID)])('%s', async (route) => {
    const page = await ask({ visitor: larder.visitor() }, route);
    expect([page.status, page.location?.split('?')[0]]).toEqual([303, '/login']);
    expect(page.html).not.toMatch(SECRETS);
    if (route.startsWith('GET'))
      expect(page.location).toBe(`/login?return_to=${encodeURIComponent(addressOf(route))}`);
  });

  test('an address that there is not: even that is not told', async () => {
    for (const address of ['/nowhere', '/places/999999', '/items/x/edit', '/put-away/none/place'])
      expect((await larder.visitor().getRaw(address)).location).toMatch(/^\/login/);
  });
});

describe('A member of another household finds nothing at', () => {
  // A draft that is not open is said to be so, whoever asks.
  const KINDER = /:draft\/discard$/;

  test.each(Object.keys(WITH_ID))('%s', async (route) => {
    const page = await ask(ben, route);
    expect(page.html).not.toMatch(SECRETS);
    if (!KINDER.test(route)) return expect([page.status, page.h1]).toEqual([404, 'There is nothing here']);
    expect([page.status, page.location?.split('?')[0]]).toEqual([
      303,
      addressOf(route).replace(/\/[^/]+\/[^/]+$/, ''),
    ]);
    expect((await ben.visitor.get(page.location ?? '')).html).not.toMatch(SECRETS);
  });

  const PAGES = OWN.filter((route) => route.startsWith('GET') && route !== 'GET /changes');

  test.each(PAGES)('%s but what is their own', async (route) => {
    const page = await ask(ben, route);
    expect([page.status, page.html]).toEqual([200, expect.not.stringMatching(SECRETS)]);
  });

  test('a form of their own that names the other household’s rows', async () => {
    const household = await larder.db
      .selectFrom('households')
      .select('id')
      .where('name', '=', '14 Mill Lane')
      .executeTakeFirstOrThrow();
    const other = await ben.visitor.post('/household/current', { household_id: String(household.id) });
    expect(other.status).toBe(404);
    const user = await larder.db
      .selectFrom('users')
      .select('id')
      .where('username', '=', ada.username)
      .executeTakeFirstOrThrow();
    for (const act of ['remove', 'member', 'owner']) {
      const page = await ben.visitor.post('/household/members', { act: `${act}_${user.id}` });
      expect([page.status, page.html], act).toEqual([404, expect.not.stringMatching(SECRETS)]);
    }
    await ben.visitor.post('/household/invitations/revoke', { invitation });
    const draft = await ben.visitor.post('/put-away', { place_id: ids.places ?? '', names: 'Halva' });
    expect(draft.html).not.toMatch(SECRETS);
  });
});

describe('After all these tries', () => {
  test('everything of the household is as it was', async () => {
    const home = await ada.visitor.get('/');
    expect(home.texts('.item-name')).toEqual(['Secret milk']);
    expect(home.texts('.place-name')).toEqual(['Fridge', 'Freezer', 'Pantry', 'Secret place']);
    expect(
      (await ada.visitor.get(addressOf('GET /items/:id/edit'))).form(/^\/items\/\d+$/).value('quantity'),
    ).toBe('1');
    expect((await ada.visitor.get('/put-away')).queryAll(`a[href*="${ids['put-away']}"]`)).not.toEqual([]);
    expect(
      (await ada.visitor.get('/household/invitations')).queryAll('button[name="invitation"]'),
    ).toHaveLength(1);
    expect((await ada.visitor.get('/household')).h1).toBe('14 Mill Lane');
    expect((await ada.visitor.get('/shopping')).texts('[data-live="list"] .tick-name')).toEqual([
      'Secret cheese',
    ]);
  });
});
