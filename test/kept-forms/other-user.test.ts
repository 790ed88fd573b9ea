import { beforeEach, describe, expect, test } from 'vitest';
import { fillDetails, toLines } from '../put-away/steps.js';
import type { Form } from '../support/form.js';
import { invite, joinBy } from '../support/households.js';
import { type Person, signIn, signUp } from '../support/people.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
/** Both of 14 Mill Lane. */
let ada: Person;
let bea: Person;
/** Two tabs of the browser that they share. */
let tab: Visitor;
let otherTab: Visitor;

beforeEach(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', householdName: '14 Mill Lane' });
  bea = await signUp(larder.visitor(), { firstName: 'Bea' });
  await joinBy(bea, await invite(ada));
  tab = ada.visitor;
  otherTab = tab.clone();
});

async function signOut(): Promise<void> {
  await (await otherTab.get('/')).form('/logout').submit();
}

async function handOver(to: Person): Promise<void> {
  await signOut();
  await signIn(otherTab, to);
}

const newPlace = async () =>
  (await tab.get('/places/new')).form('/places').fill({ name: 'Attic', kind: 'other' });
const profile = async () =>
  (await tab.get('/account/edit')).form('/account/edit').fill({ username: `${ada.username}2` });
const details = async () => {
  const page = await toLines(tab, 'Fridge', 'Milk');
  return fillDetails(page, { Milk: ['3', 'l'] });
};

describe('A form that was drawn for a user before another signed in in another tab', () => {
  const forms: Record<string, [() => Promise<Form>, string]> = {
    'of a household that both are in': [newPlace, 'Attic'],
    'of the account': [profile, 'ada'],
    'of an entry': [details, '3 l'],
  };
  test.each(Object.entries(forms))(
    '%s acts for neither, and shows what was typed',
    async (_of, [draw, typed]) => {
      const form = await draw();
      await handOver(bea);
      const page = await form.submit();
      expect([page.status, page.h1]).toEqual([409, 'That page was somebody else’s']);
      expect(page.texts('main dd').join()).toContain(typed);
      expect((await otherTab.get('/')).texts('.place-name')).not.toContain('Attic');
      expect((await otherTab.get('/account')).text).toContain(bea.username);
      await handOver(ada);
      expect((await form.submit()).status).toBe(200);
    },
  );

  test('shows no password, and takes none for the other’s', async () => {
    const form = (await tab.get('/account/password')).form('/account/password');
    await handOver(bea);
    const page = await form
      .fill({ current_password: bea.password, password: 'walnut-harbour-tiger-9' })
      .submit();
    expect(page.status).toBe(409);
    expect(page.html).not.toContain('walnut');
    await signOut();
    await signIn(otherTab, bea);
  });
});

describe('A form whose user has signed out, as has another who signed in after', () => {
  test('is kept for neither: it shows what was typed, and the other never sees it again', async () => {
    const form = await newPlace();
    await handOver(bea);
    await signOut();
    const page = await form.submit();
    expect([page.status, page.h1]).toEqual([409, 'That page was somebody else’s']);
    expect(page.texts('main dd')).toContain('Attic');
    const { page: back } = await signIn(otherTab, bea);
    expect(back.text).not.toContain('Attic');
    expect((await tab.get('/places/new')).form('/places').value('name')).toBe('');
  });

  test('waits for its user where nobody else signed in after', async () => {
    const form = await newPlace();
    await signOut();
    const login = await form.submit();
    const back = await login.form('/login').fill({ username: ada.username, password: ada.password }).submit();
    expect(back.form('/places').value('name')).toBe('Attic');
  });
});
