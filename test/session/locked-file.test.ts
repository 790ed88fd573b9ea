import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commit, itemsIn, listFoods, start, toLines } from '../put-away/steps.js';
import { openSqlite } from '../support/database.js';
import { goOverTo, inTwoHouseholds } from '../support/households.js';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

const server = usingServer();
let ada: Person;
let locked: ReturnType<typeof openSqlite> | undefined;

beforeAll(async () => {
  ada = await signUp(server.visitor(), { firstName: 'Ada', householdName: '14 Mill Lane' });
});

/** As another program does that keeps a file's write lock. */
function lock(file: string): void {
  locked = openSqlite(`${server.dataDir}/${file}`);
  locked.exec('begin immediate');
}

function unlock(): void {
  if (locked?.inTransaction) locked.exec('rollback');
}
afterEach(unlock);

/** Every session was used last so long ago that the next page would write that down. */
function lastUsedLongAgo(): void {
  openSqlite(`${server.dataDir}/sessions.sqlite`).exec('update sessions set seen_at = seen_at - 7200000');
}

const isBusy = (page: Page) => {
  expect([page.status, page.h1]).toEqual([503, 'Larder is busy just now']);
  expect(page.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(page.query('main .number')?.textContent).toMatch(/^[0-9a-f]{8}$/);
};
const touchesLogged = () =>
  server.logs.filter(({ msg }) => msg === 'Something about sessions has to be done later').length;

describe('While another program keeps the session file locked', () => {
  test('pages are shown, whole, whoever is signed in; and it is logged once', async () => {
    lastUsedLongAgo();
    lock('sessions.sqlite');
    for (const address of ['/', '/account', '/places/new', '/journal', '/?flash=nothing', '/nowhere']) {
      const page = await ada.visitor.get(address);
      expect([address, page.status, page.text.includes('Household: 14 Mill Lane')]).toEqual([
        address,
        address === '/nowhere' ? 404 : 200,
        true,
      ]);
      expect(page.html.trimEnd()).toMatch(/<\/html>$/);
    }
    expect((await server.visitor().get('/')).status).toBe(200);
    expect(touchesLogged()).toBe(1);
    unlock();
    expect((await ada.visitor.get('/')).status).toBe(200);
  });

  test('a message waits for its page to be asked for again', async () => {
    const form = (await ada.visitor.get('/places/new'))
      .form('/places')
      .fill({ name: 'Attic', kind: 'other' });
    const sent = await ada.visitor.requestRaw(
      'POST',
      '/places',
      { 'content-type': 'application/x-www-form-urlencoded' },
      new URLSearchParams(form.entries()).toString(),
    );
    lock('sessions.sqlite');
    const without = await ada.visitor.get(sent.location ?? '');
    expect([without.status, without.h1, without.flashes()]).toEqual([200, 'Attic', []]);
    unlock();
    expect((await ada.visitor.get(sent.location ?? '')).flashes()).not.toEqual([]);
  });

  test('a change that only its message needs it for is done, and not told as refused', async () => {
    const form = (await ada.visitor.get('/places/new'))
      .form('/places')
      .fill({ name: 'Cellar', kind: 'other' });
    lock('sessions.sqlite');
    const made = await form.submit();
    expect([made.status, made.h1, made.flashes()]).toEqual([200, 'Cellar', []]);
    unlock();
    expect((await ada.visitor.get('/')).texts('.place-name')).toContain('Cellar');
  });

  test('an entry is begun and committed', async () => {
    const { visitor } = ada;
    const review = await toLines(visitor, 'Pantry', 'Rice');
    lock('sessions.sqlite');
    const done = await commit(review);
    expect([done.status, done.h1]).toEqual([200, 'Pantry']);
    expect((await listFoods(await start(visitor), 'Halva')).path).toMatch(/\/details$/);
    unlock();
    expect(await itemsIn(visitor, 'Pantry')).toEqual(['Rice']);
    expect((await visitor.get('/put-away')).texts('main .items .item-name')).toEqual(['Halva']);
  });

  test('a change that needs it is refused with a reference, is not done, and is sent again after', async () => {
    const visitor = server.visitor();
    const login = (await visitor.get('/login'))
      .form('/login')
      .fill({ username: ada.username, password: ada.password });
    const logout = (await ada.visitor.get('/')).form('/logout');
    lock('sessions.sqlite');
    const answers = Promise.all([login.submit(), logout.submit()]);
    // Nobody else waits meanwhile.
    expect((await ada.visitor.get('/account')).status).toBe(200);
    for (const page of await answers) isBusy(page);
    expect((await visitor.get('/account')).h1).toBe('Sign in');
    unlock();
    expect((await ada.visitor.get('/account')).h1).not.toBe('Sign in');
    expect((await login.submit()).status).toBe(200);
    expect((await visitor.get('/account')).h1).not.toBe('Sign in');
  });
});

describe('While another program keeps the session file locked for a moment', () => {
  const MOMENT = 300;

  async function meanwhile(send: () => Promise<Page>): Promise<Page> {
    lock('sessions.sqlite');
    const answer = send();
    await setTimeout(MOMENT);
    unlock();
    return answer;
  }

  test('what was typed when the session had ended is kept', async () => {
    const { visitor } = await signUp(server.visitor());
    const form = (await visitor.get('/places/new')).form('/places').fill({ name: 'Shed', kind: 'other' });
    openSqlite(`${server.dataDir}/sessions.sqlite`).exec(
      'delete from sessions where user_id = (select max(user_id) from sessions)',
    );
    const asked = await meanwhile(() => form.submitRaw());
    expect([asked.status, decodeURIComponent(asked.location ?? '')]).toEqual([
      303,
      expect.stringMatching(/^\/login\?return_to=\/places\/new\?kept=/),
    ]);
  });

  test('what was typed for another household is kept', async () => {
    const { visitor } = (await inTwoHouseholds(() => server.visitor())).ada;
    const form = (await visitor.get('/places/new')).form('/places').fill({ name: 'Shed', kind: 'other' });
    await goOverTo(visitor, 'Allotment');
    const answer = await meanwhile(() => form.submit());
    expect([answer.status, answer.h1]).toEqual([409, 'That was for 14 Mill Lane']);
  });
});

describe('While another program keeps the household’s file locked', () => {
  test('pages are shown, and a change is refused with a reference, not done, and sent again after', async () => {
    const form = (await ada.visitor.get('/places/new')).form('/places').fill({ name: 'Loft', kind: 'other' });
    const line = (await ada.visitor.get('/shopping')).form('form.add-lines').fill({ names: 'Milk' });
    lock('larder.sqlite');
    const answers = Promise.all([form.submit(), line.submit()]);
    for (const address of ['/', '/account', '/journal', '/shopping'])
      expect((await ada.visitor.get(address)).status).toBe(200);
    const [place, list] = await answers;
    isBusy(place);
    isBusy(list);
    unlock();
    expect((await ada.visitor.get('/')).texts('.place-name')).not.toContain('Loft');
    const again = await place.form('/places').submit();
    expect(again.h1).toBe('Loft');
  });
});

describe('While another program keeps the household’s file locked', () => {
  test('answers pages and session changes while a write to the household’s data waits for its lock', async () => {
    const { visitor } = await signUp(server.visitor());
    lock('larder.sqlite');
    expect((await visitor.getRaw('/')).status).toBe(200);
    expect((await visitor.postRaw('/logout')).location).toMatch(/^\/login\?flash=/);
  });
});
