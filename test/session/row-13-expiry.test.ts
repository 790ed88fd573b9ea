import { describe, expect, it } from 'vitest';
import { commit, start, toLines } from '../put-away/steps.js';
import type { Page } from '../support/page.js';
import { type Person, signUp, uniqueName } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { storedIn } from '../support/stored.js';
import { usingServer } from '../support/using-server.js';
import type { Visitor } from '../support/visitor.js';
import { expectNaiveToFail, withServers } from './naive/using-naive.js';

async function keepsWhatWasTyped(server: LarderServer): Promise<void> {
  const { visitor, username, password } = await signUp(server.visitor());
  const form = (await (await visitor.get('/')).click(/^Fridge/)).form(/items$/).fill({ name: 'Whole milk' });
  await storedIn(server.dataDir, 'sessions').write('delete from sessions');
  const login = (await form.submit()).form('/login');
  const page = await login.fill({ username, password }).submit();
  const shown = page.queryAll('input[name="name"]').map((field) => field.getAttribute('value'));
  expect(shown).toEqual(['Whole milk']);
}

it('shows it in its form again once its writer has signed in', async () => {
  await withServers({}, keepsWhatWasTyped);
});

it('the naive way asks for the sign-in, and has forgotten what was typed', async () => {
  await expectNaiveToFail(1, keepsWhatWasTyped);
});

describe('row 13: a session that ended loses nothing that was typed', () => {
  const server = usingServer();

  const ways: [string, (person: Person) => unknown][] = [
    ['its row is deleted', () => inSessions('delete from sessions')],
    ['it went unused for too long', () => inSessions('update sessions set expired = 1')],
    ['it was signed out from another device', signOutElsewhere],
    ['another tab signed out', ({ visitor }) => visitor.clone().post('/logout', {})],
  ];

  function ada(): Promise<Person> {
    return signUp(server.visitor(), { username: uniqueName('ada') });
  }

  function inSessions(sql: string): Promise<void> {
    return storedIn(server.dataDir, 'sessions').write(sql);
  }

  async function signOutElsewhere({ username, password }: Person): Promise<void> {
    const phone = server.visitor();
    const login = await phone.get('/login');
    await login.form('/login').fill({ username, password }).submit();
    await (await phone.get('/account/sessions')).form(/sessions$/).submit('Sign out everywhere else');
  }

  /** Signs in through the page that the visitor was sent to. */
  function signInAgain(login: Page, { username, password }: Person): Promise<Page> {
    expect(login.h1).toBe('Sign in');
    return login.form('/login').fill({ username, password }).submit();
  }

  async function fridge(visitor: Visitor): Promise<Page> {
    return (await visitor.get('/')).click(/^Fridge/);
  }

  describe.each(ways)('when %s', (_way, end) => {
    it('shows the form again, filled, and one more press stores it', async () => {
      const person = await ada();
      const form = (await fridge(person.visitor)).form(/items$/).fill({ name: 'Whole milk', unit: 'l' });
      await end(person);
      const login = await form.submit();
      expect(login.text).toContain('we’ll put what you typed back');
      const page = await signInAgain(login, person);
      expect(page.h1).toBe('Fridge');
      expect(page.form(/items$/).values()).toMatchObject({ name: 'Whole milk', unit: 'l', quantity: '1' });
      expect(page.flashes()[0]).toContain('You were signed out before this was sent');
      expect(page.texts('.item-name')).toEqual([]);
      const stored = await page.form(/items$/).submit();
      expect(stored.texts('.item-name')).toEqual(['Whole milk']);
    });
  });

  it('shows it to nobody else who signs in there', async () => {
    const person = await ada();
    const grace = await signUp(server.visitor(), { username: uniqueName('grace') });
    const form = (await fridge(person.visitor)).form(/items$/).fill({ name: 'Ada’s secret cake' });
    await inSessions('delete from sessions');
    const page = await signInAgain(await form.submit(), grace);
    expect(page.html).not.toContain('secret cake');
    const rows = await storedIn(server.dataDir, 'sessions').read(
      'select sess from sessions where user_id is not null',
    );
    expect(rows).not.toEqual([]);
    expect(JSON.stringify(rows)).not.toContain('secret cake');
  });

  it('keeps an edit of a place apart from the forms of the place’s page', async () => {
    const person = await ada();
    const edit = await (await fridge(person.visitor)).click(/^Edit/);
    const form = edit.form(/^\/places\/\d+$/).fill({ name: 'Garage fridge' });
    await inSessions('delete from sessions');
    const page = await signInAgain(await form.submit(), person);
    expect(page.h1).toBe('Edit Fridge');
    expect(page.form(/^\/places\/\d+$/).value('name')).toBe('Garage fridge');
  });

  it('keeps the version that an edited item was drawn from, so that a change meanwhile still shows', async () => {
    const person = await ada();
    const added = await (await fridge(person.visitor))
      .form(/items$/)
      .fill({ name: 'Eggs' })
      .submit();
    const mine = (await added.click('Eggs')).form(/^\/items\/\d+$/).fill({ quantity: '6' });
    await (await added.click('Eggs'))
      .form(/^\/items\/\d+$/)
      .fill({ quantity: '12' })
      .submit();
    await inSessions('delete from sessions');
    const page = await signInAgain(await mine.submit(), person);
    expect(page.form(/^\/items\/\d+$/).value('quantity')).toBe('6');
    expect((await page.form(/^\/items\/\d+$/).submit()).status).toBe(409);
  });

  it('keeps what was chosen in lists and boxes', async () => {
    const person = await ada();
    const form = (await person.visitor.get('/places/new')).form('/places');
    form.fill({ name: 'Chest freezer', kind: 'freezer' });
    await inSessions('delete from sessions');
    const page = await signInAgain(await form.submit(), person);
    expect(page.form('/places').values()).toMatchObject({ name: 'Chest freezer', kind: 'freezer' });
  });

  describe('in the middle of putting groceries away', () => {
    const atDetails = (person: Person) => toLines(person.visitor, 'Pantry', 'Rice', 'Beans');

    it('keeps the step that was sent, and the steps before it', async () => {
      const person = await ada();
      const form = (await atDetails(person)).form(/details$/).fill({ amount_1: '2 kg' });
      await inSessions('delete from sessions');
      const page = await signInAgain(await form.submit(), person);
      expect(page.h1).toBe('Put away');
      expect(page.form(/details$/).values()).toMatchObject({
        amount_1: '2 kg',
        amount_2: '1',
      });
      const done = await commit(page);
      expect(done.flashes()[0]).toContain('2 items are put away in Pantry');
    });

    it('shows the lines again that were to be discarded, with what was typed', async () => {
      const person = await ada();
      const form = (await atDetails(person)).form(/details$/).fill({ amount_1: 'lots' });
      await inSessions('delete from sessions');
      const page = await signInAgain(await form.submit('Discard'), person);
      expect([page.status, page.form(/details$/).value('amount_1')]).toEqual([200, 'lots']);
    });

    it('keeps a list that was sent', async () => {
      const person = await ada();
      const form = (await start(person.visitor)).form('/put-away').fill({ names: 'Rice\nBeans' });
      await inSessions('delete from sessions');
      const page = await signInAgain(await form.submit(), person);
      expect(page.form('/put-away').value('names')).toBe('Rice\nBeans');
      expect((await page.form('/put-away').submit('Next')).texts('.put-name').sort()).toEqual([
        'Beans',
        'Rice',
      ]);
    });

    it('keeps a list as long as a form may be', async () => {
      const person = await ada();
      const names = 'Rice, from the shop at the corner\n'.repeat(2_200);
      const form = (await start(person.visitor)).form('/put-away').fill({ names });
      await inSessions('delete from sessions');
      const page = await signInAgain(await form.submit(), person);
      expect(page.form('/put-away').value('names')).toBe(names);
    });

    it('asks again before anything is put away', async () => {
      const person = await ada();
      const lines = await atDetails(person);
      lines.form(/details$/).fill({ amount_1: '2 kg' });
      await inSessions('delete from sessions');
      const page = await signInAgain(await commit(lines), person);
      expect([page.h1, page.form(/details$/).value('amount_1')]).toEqual(['Put away', '2 kg']);
      expect((await commit(page)).flashes()[0]).toContain('2 items are put away');
    });

    it('puts nothing away twice when the first press had gone through', async () => {
      const person = await ada();
      const lines = await atDetails(person);
      await commit(lines);
      await inSessions('delete from sessions');
      const page = await signInAgain(await commit(lines), person);
      expect([page.h1, page.flashes()]).toEqual(['These were put away already', []]);
      expect((await page.click(/Pantry/)).texts('.item-name')).toEqual(['Rice', 'Beans']);
    });
  });

  it('says nothing untrue, and adds nothing twice, when the first tap on a form had gone through', async () => {
    const person = await ada();
    const form = (await fridge(person.visitor)).form(/items$/).fill({ name: 'Whole milk', unit: 'l' });
    await form.submit();
    await inSessions('delete from sessions');
    const page = await signInAgain(await form.submit(), person);
    expect(page.texts('.item-name')).toEqual(['Whole milk']);
    expect(page.flashes()).toEqual([
      'You were signed out before this was sent. Look through it, and send it again if it has not been done.',
    ]);
    const again = await page.form(/items$/).submit();
    expect(again.texts('.item-name')).toEqual(['Whole milk']);
  });

  it('never keeps a password', async () => {
    const person = await ada();
    const form = (await person.visitor.get('/account/password')).form(/password$/);
    form.fill({ current_password: person.password, password: 'another-lantern-52' });
    await inSessions('delete from sessions');
    await form.submit();
    const rows = JSON.stringify(await storedIn(server.dataDir, 'sessions').read('select sess from sessions'));
    expect(rows).not.toContain('lantern');
  });

  it('keeps nothing for a visitor whose cookie it did not sign', async () => {
    const stranger = server.visitor();
    const answer = await stranger.postRaw('/places', { name: 'Cellar', kind: 'other' });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.location).toBe('/login?unsent');
  });
});
