import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fillDetails, giveDetails, linesOn, toLines } from '../put-away/steps.js';
import type { Form } from '../support/form.js';
import { change, goOverTo, inTwoHouseholds } from '../support/households.js';
import type { Page } from '../support/page.js';
import { type Person, signIn, signUp } from '../support/people.js';
import type { Visitor } from '../support/visitor.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Person;
let olive: Person;
/** Two tabs of Ada's browser: what one goes over to, the other sees too. */
let tab: Visitor;
let otherTab: Visitor;

beforeAll(async () => {
  ({ ada, olive } = await inTwoHouseholds(larder.visitor));
  tab = ada.visitor;
  otherTab = tab.clone();
});
beforeEach(async () => {
  if ((await tab.get('/household')).h1 !== '14 Mill Lane') await goOverTo(tab, '14 Mill Lane');
});

async function fridge(visitor: Visitor): Promise<Page> {
  return (await visitor.get('/')).click(/^Fridge/);
}

/** All that a household shows of itself. */
async function stateOf(person: Person): Promise<string[][]> {
  const [home, household, invitations] = [
    await person.visitor.get('/'),
    await person.visitor.get('/household'),
    await person.visitor.get('/household/invitations'),
  ];
  return [home.texts('main a'), household.texts('dd, .way'), invitations.texts('.way')];
}

/** Sends a form of 14 Mill Lane after another tab has gone over to the Allotment. */
async function sendFromTheAllotment(form: Form): Promise<Page> {
  await goOverTo(otherTab, 'Allotment');
  return form.submit();
}

describe('A form that was drawn before another tab went over to another household', () => {
  const forms: Record<string, () => Promise<Form>> = {
    'a new place': async () => (await tab.get('/places/new')).form('/places').fill({ name: 'Shed' }),
    'a place’s name': async () =>
      (await (await fridge(tab)).click(/^Edit/)).form(/^\/places\/\d+$/).fill({ name: 'Cold shed' }),
    'the deletion of a place': async () =>
      (await (await fridge(tab)).click(/^Edit/)).form(/^\/places\/\d+\/delete$/),
    'a new item': async () => (await fridge(tab)).form(/items$/).fill({ name: 'Whole milk' }),
    'the household’s name': async () =>
      (await tab.get('/household/edit')).form('/household/edit').fill({ name: 'The Mill' }),
    'an invitation by one press': async () => (await tab.get('/household')).form('/household/invitations'),
    'a start of putting away': async () =>
      (await tab.get('/put-away')).form('/put-away').fill({ names: 'Rice' }),
    'a start of the welcome': async () => (await tab.get('/welcome')).form('/welcome'),
    'an invitation': async () => (await tab.get('/household/invitations')).form('/household/invitations'),
    'a step of putting away': async () =>
      (await (await toLines(tab, 'Fridge', 'Rice')).form(/details$/).submit('Add more'))
        .form(/foods$/)
        .fill({ names: 'Beans' }),
    'the lines of putting away': async () => (await toLines(tab, 'Fridge', 'Rice')).form(/details$/),
  };

  test.each(Object.entries(forms))('changes nothing there and says so: %s', async (_name, drawn) => {
    const form = await drawn();
    const before = await stateOf(olive);
    const page = await sendFromTheAllotment(form);
    expect([page.status, page.h1]).toEqual([409, 'That was for 14 Mill Lane']);
    expect(page.text).toContain('You see Allotment now');
    expect(await stateOf(olive)).toEqual(before);
  });

  test('shows what was typed, and goes back to its household filled, to be sent there', async () => {
    const form = (await fridge(tab)).form(/items$/).fill({
      name: 'Whole milk',
      unit: 'l',
      best_before: '2026-03-09',
    });
    const page = await sendFromTheAllotment(form);
    expect(page.texts('.summary-list > div')).toEqual([
      'Name Whole milk',
      'Amount 1',
      'Unit l',
      'Best before 2026-03-09',
    ]);
    const back = await page.form('/household/current').submit('Go back to 14 Mill Lane with it');
    expect([back.h1, back.query('.household-name')?.textContent]).toEqual([
      'Fridge',
      expect.stringContaining('14 Mill Lane'),
    ]);
    expect(back.flashes()).toEqual([
      'You now see 14 Mill Lane.',
      'This was not taken when you sent it. Look through it, and send it again if it has not been done.',
    ]);
    expect(back.form(/items$/).values()).toMatchObject({ name: 'Whole milk', unit: 'l' });
    const added = await back.form(/items$/).submit();
    expect(added.texts('.item-name')).toContain('Whole milk');
    expect((await olive.visitor.get('/')).text).not.toContain('Whole milk');
  });

  test('may be left where it is', async () => {
    const page = await sendFromTheAllotment((await tab.get('/places/new')).form('/places'));
    const home = await page.click('Stay in Allotment');
    expect(home.query('.household-name')?.textContent).toContain('Allotment');
  });

  test('goes back to the page that it stood on when nothing was typed in it', async () => {
    const edit = await (await fridge(tab)).click(/^Edit/);
    const form = edit.form(/^\/places\/\d+\/delete$/);
    await goOverTo(otherTab, 'Allotment');
    const refused = await tab.post(form.element.getAttribute('action') ?? '', form.entries(), {
      referer: edit.url,
    });
    expect(refused.text).not.toContain('What you typed');
    const back = await refused.form('/household/current').submit('Go back to 14 Mill Lane');
    expect(back.h1).toBe('Edit Fridge');
  });

  test('leads to where an action can still be undone, when it was an Undo', async () => {
    const added = await (await fridge(tab))
      .form(/items$/)
      .fill({ name: 'Plums' })
      .submit();
    const refused = await sendFromTheAllotment(added.form(/undo$/));
    const history = await refused.form('/household/current').submit('Go back to 14 Mill Lane');
    expect(history.h1).toBe((await tab.get('/journal')).h1);
    await history.form(added.form(/undo$/).element.getAttribute('action') ?? '').submit();
    expect((await fridge(tab)).texts('.item-name')).not.toContain('Plums');
  });

  test('names each food’s details apart', async () => {
    const details = await toLines(tab, 'Fridge', 'Rice', 'Beans');
    const form = fillDetails(details, { Rice: [2, 'kg'], Beans: [3, 'tins', '2027-01-31'] });
    const page = await sendFromTheAllotment(form);
    expect(page.texts('dt')).toEqual(['Amount (1)', 'Amount (2)', 'Best before (2)']);
    const back = await page.form('/household/current').submit();
    expect(back.h1).toBe('Put away');
    expect(linesOn(await giveDetails(back)).join()).toContain('Beans: 3 tins');
  });

  test('names the items of a stock-take, and what became of each', async () => {
    const added = (await fridge(tab)).form(/items$/).fill({ name: 'Rhubarb' });
    const shelf = await (await added.submit()).form('/stock-take').submit();
    const rest = (await shelf.form(/\/shelf$/).submit()).form(/\/missing$/);
    for (const field of Object.keys(rest.values()).filter((name) => name.startsWith('item_')))
      rest.fill({ [field]: 'thrown_away' });
    const page = await sendFromTheAllotment(rest);
    expect(page.texts('.summary-list > div')).toContain('Rhubarb thrown away');
    expect(page.text).not.toContain('Item (');
    const back = await page.form('/household/current').submit();
    expect((await back.form(/\/missing$/).submit()).h1).toBe('Is this right?');
  });

  test('never shows a password, nor keeps it', async () => {
    larder.clock.set('2026-03-01T13:00:00Z');
    const page = await tab.get('/household/invitations');
    const form = page.form('/household/invitations').fill({ uses: '3', password: 'plum-lantern-orbit-47' });
    const refused = await sendFromTheAllotment(form);
    expect(refused.html).not.toContain('plum-lantern');
    expect(refused.texts('.summary-list > div')).toEqual(['For how many people 3', 'Good for, in days 7']);
    const back = await refused.form('/household/current').submit();
    expect(back.form('/household/invitations').values()).toMatchObject({ uses: '3', password: '' });
  });

  test('waits through a lost sign-in for its own household', async () => {
    const form = (await tab.get('/places/new')).form('/places').fill({ name: 'Shed' });
    await tab.clone().post('/logout');
    const login = await form.submit();
    const elsewhere = larder.visitor();
    await signIn(elsewhere, ada);
    await goOverTo(elsewhere, 'Allotment');
    const page = await login.form('/login').fill({ username: ada.username, password: ada.password }).submit();
    expect([page.status, page.h1]).toEqual([409, 'That was for 14 Mill Lane']);
    const back = await page.form('/household/current').submit();
    expect(back.form('/places').value('name')).toBe('Shed');
    expect((await back.form('/places').submit()).h1).toBe('Shed');
  });
});

describe('A form of a household that its writer is no member of', () => {
  const household = () =>
    larder.db
      .selectFrom('households')
      .select('id')
      .where('name', '=', '14 Mill Lane')
      .executeTakeFirstOrThrow();

  test('tells nothing of it', async () => {
    const { visitor } = await signUp(larder.visitor());
    const { id } = await household();
    for (const guess of [String(id), '999999', 'x']) {
      const page = await visitor.post('/places', { name: 'Shed', kind: 'other', for_household: guess });
      expect([page.status, page.h1]).toEqual([409, 'That was for another household']);
      expect(page.text).not.toContain('Mill Lane');
      expect(page.texts('.summary-list > div')).toEqual(['Name Shed', 'Kind other']);
      expect(page.queryAll('main form')).toEqual([]);
    }
    expect((await visitor.get('/')).text).not.toContain('Shed');
  });

  test('since they left it: what was typed is shown, and nothing is done in the next one', async () => {
    const { visitor } = (await inTwoHouseholds(larder.visitor)).ada;
    await goOverTo(visitor, 'Allotment');
    const form = (await visitor.get('/household/edit')).form('/household/edit').fill({ name: 'The Plot' });
    await change({ visitor }, 'Leave');
    const page = await form.submit();
    expect([page.status, page.h1]).toEqual([409, 'That was for another household']);
    expect(page.texts('dd')).toContain('The Plot');
    expect((await visitor.get('/household')).h1).toBe('14 Mill Lane');
  });
});
