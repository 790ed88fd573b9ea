import { beforeEach, describe, expect, it } from 'vitest';
import { goOverTo, inTwoHouseholds } from '../support/households.js';
import type { Page } from '../support/page.js';
import { type Person, signIn, signUp, uniqueName } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { expectRefused } from '../web/refusal.js';

const larder = usingLocalApp();
let ada: Person;

beforeEach(async () => {
  ada = await signUp(larder.visitor(), { firstName: 'Ada', householdName: 'Ada’s kitchen' });
});

const welcome = async () => (await ada.visitor.get('/welcome')).form('/welcome');
const CHOSEN = ['Fridge', 'Pantry', 'Cellar'];
const fill = async (name = '14 Mill Lane', place = CHOSEN) => (await welcome()).fill({ name, place });
const places = async () => (await ada.visitor.get('/')).texts('.place-name');
const called = async () => (await ada.visitor.get('/household')).h1;
const chosenOn = (page: Page) =>
  page.queryAll('input[name=place][checked]').map((box) => box.getAttribute('value'));

describe('the first-run welcome', () => {
  it('is where a sign-up leads: one page, with what the household has', () => {
    expect([ada.page.h1, ada.page.flashes()]).toEqual(['Your household', ['Welcome, Ada.']]);
    expect(ada.page.form('/welcome').value('name')).toBe('Ada’s kitchen');
    expect(chosenOn(ada.page)).toEqual(['Fridge', 'Freezer', 'Pantry']);
  });

  it('names the household, makes its places, and leads on to putting groceries away', async () => {
    const next = await (await fill()).submit();
    expect([next.path.split('?')[0], next.flashes()]).toEqual(['/put-away', ['14 Mill Lane is ready.']]);
    expect([await called(), await places()]).toEqual(['14 Mill Lane', CHOSEN]);
  });

  it('changes nothing when it is sent as it is', async () => {
    const next = await (await welcome()).submit();
    expect([next.flashes(), next.queryAll('form[action$="/undo"]')]).toEqual([
      ['Ada’s kitchen is ready.'],
      [],
    ]);
    expect(await places()).toEqual(['Fridge', 'Freezer', 'Pantry']);
  });

  it('is done once by a double tap', async () => {
    const form = await fill();
    const pages = await Promise.all([form.submit(), form.submit()]);
    expect(pages.map(({ path }) => path.split('?')[0])).toEqual(['/put-away', '/put-away']);
    expect(await places()).toEqual(CHOSEN);
  });

  it('can be gone back to and sent with something else', async () => {
    const form = await fill();
    await form.submit();
    await form.fill({ place: ['Fridge'] }).submit();
    expect(await places()).toEqual(['Fridge']);
  });

  it('brings the places back when they are undone, and says that the name stays', async () => {
    const next = await (await fill()).submit();
    const undone = await next.form(/undo$/).submit('Undo the places');
    expect(undone.flashes()[0]).toContain('The household keeps its name and time zone.');
    expect([await called(), await places()]).toEqual(['14 Mill Lane', ['Fridge', 'Freezer', 'Pantry']]);
  });

  it('leaves a place alone that has food in it', async () => {
    const freezer = await (await ada.visitor.get('/')).click(/^Freezer/);
    await freezer
      .form(/items$/)
      .fill({ name: 'Peas' })
      .submit();
    await (await fill()).submit();
    expect(await places()).toContain('Freezer');
    expect((await ada.visitor.get('/')).text).toContain('Peas');
  });

  it('asks for a name and one place at least, and keeps what was typed', async () => {
    const wrong = await (await fill('', [])).submit();
    expectRefused(wrong, { name: /^Enter a household name/, place: 'Choose one place at least.' });
    const other = await (await fill('', ['Cellar'])).submit();
    expect(chosenOn(other)).toEqual(['Cellar']);
    expect(await called()).toBe('Ada’s kitchen');
  });

  it('asks before it overwrites a name that somebody gave meanwhile', async () => {
    const form = await fill('The mill');
    const edit = (await ada.visitor.get('/household/edit')).form('/household/edit');
    await edit.fill({ name: '14 Mill Lane' }).submit();
    const asked = await form.submit();
    expectRefused(asked, { name: /^It is called 14 Mill Lane by now/ });
    expect([await called(), await places()]).toEqual(['14 Mill Lane', ['Fridge', 'Freezer', 'Pantry']]);
    await asked.form('/welcome').submit();
    expect([await called(), await places()]).toEqual(['The mill', CHOSEN]);
  });

  it('leaves such a name alone when it was not typed over', async () => {
    const form = await fill('Ada’s kitchen');
    const edit = (await ada.visitor.get('/household/edit')).form('/household/edit');
    await edit.fill({ name: '14 Mill Lane' }).submit();
    await form.submit();
    expect([await called(), await places()]).toEqual(['14 Mill Lane', CHOSEN]);
  });

  it('shows again what was typed when the session had ended', async () => {
    const form = await fill();
    await ada.visitor.clone().post('/logout');
    const login = await form.submit();
    expect(login.text).toContain('Sign in, and we’ll put what you typed back.');
    const back = await login.form('/login').fill({ username: ada.username, password: ada.password }).submit();
    expect([back.form('/welcome').value('name'), chosenOn(back)]).toEqual(['14 Mill Lane', CHOSEN]);
  });

  it('acts on the household that it was drawn for only', async () => {
    ({ ada } = await inTwoHouseholds(larder.visitor));
    const form = await fill('The mill');
    await goOverTo(ada.visitor, 'Allotment');
    expect((await form.submit()).status).toBe(409);
    expect(await called()).toBe('Allotment');
  });

  it('is offered on the start page no longer than there is no place', async () => {
    expect((await ada.visitor.get('/')).text).not.toMatch(/Set up your household|Choose your places/);
  });

  it('is left out by who signs up to go on to another page', async () => {
    const asked = (await larder.visitor().get('/signup?return_to=%2Fshopping')).form('/signup');
    const page = await asked.fill({ username: uniqueName('ben'), password: ada.password }).submit();
    expect(page.path.split('?')[0]).toBe('/shopping');
    expect((await signIn(larder.visitor(), ada)).page.path).toBe('/');
  });
});
