import { describe, expect, it } from 'vitest';
import { commit, giveDetails, itemsIn, listFoods, start, toLines } from '../put-away/steps.js';
import { Form } from '../support/form.js';
import { PASSWORD, type Person, signIn, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

const NEW_PASSWORD = 'walnut-harbour-tiger-9';

describe('Rows 19 to 21: an unfinished entry is its owner’s, wherever they are signed in', () => {
  const server = usingServer();

  /** An entry that waits for its amounts, begun by somebody on a device of theirs. */
  async function begun(...foods: string[]): Promise<Person & { address: string }> {
    const person = await signUp(server.visitor());
    const details = await toLines(person.visitor, 'Pantry', ...foods);
    return { ...person, address: details.path };
  }
  async function onAnother(person: Person, password = person.password): Promise<Person> {
    const visitor = server.visitor();
    await signIn(visitor, { ...person, password });
    return { ...person, visitor };
  }
  const openEntries = async ({ visitor }: Person) =>
    (await visitor.get('/put-away')).texts('main .items .item-name');

  it('is begun on a phone and finished on a laptop, after signing out of the phone', async () => {
    const phone = await begun('Rice', 'Beans');
    await (await phone.visitor.get('/')).form('/logout').submit();
    const laptop = await onAnother(phone);
    expect(await openEntries(laptop)).toEqual(['Rice, Beans']);
    await commit(await giveDetails(await laptop.visitor.get(phone.address)));
    expect(await itemsIn(laptop.visitor, 'Pantry')).toEqual(['Beans', 'Rice']);
    expect(await openEntries(laptop)).toEqual([]);
  });

  it('is asked about when two devices say different things, and what each said is shown', async () => {
    const phone = await begun('Rice');
    const laptop = await onAnother(phone);
    const there = await laptop.visitor.get(phone.address);
    await giveDetails(await phone.visitor.get(phone.address), { Rice: [2, 'kg'] });
    const asked = await giveDetails(there, { Rice: [5, 'kg'] });
    expect(asked.status).toBe(409);
    expect(asked.text).toMatch(/2 kg/);
    await commit(await asked.form(/\/details$/).submit());
    expect(await openEntries(phone)).toEqual([]);
  });

  it('outlives a change of the password, which signs the other device out', async () => {
    const phone = await begun('Rice');
    const laptop = await onAnother(phone);
    const form = (await laptop.visitor.get('/account/password')).form('/account/password');
    await form.fill({ current_password: PASSWORD, password: NEW_PASSWORD }).submit();
    expect((await phone.visitor.getRaw('/account')).status).toBe(303);
    expect(await openEntries(laptop)).toEqual(['Rice']);
    const again = await onAnother(phone, NEW_PASSWORD);
    await commit(await giveDetails(await again.visitor.get(phone.address)));
    expect(await itemsIn(again.visitor, 'Pantry')).toEqual(['Rice']);
  });

  it('is never seen by the next person on the same browser, who has entries of their own', async () => {
    const ada = await begun('Secret cake');
    const grace = await signUp(server.visitor());
    await (await ada.visitor.get('/')).form('/logout').submit();
    const signedOut = await ada.visitor.get('/login');
    expect(signedOut.text).not.toMatch(/Secret cake/);
    await signIn(ada.visitor, grace);
    const shared = { ...grace, visitor: ada.visitor };
    expect((await shared.visitor.get('/')).text).not.toMatch(/Secret cake/);
    expect(await openEntries(shared)).toEqual([]);
    expect((await shared.visitor.getRaw(ada.address)).status).toBe(404);
    await toLines(shared.visitor, 'Pantry', 'Peas');
    await (await shared.visitor.get('/')).form('/logout').submit();
    await signIn(shared.visitor, ada);
    expect(await openEntries({ ...ada, visitor: shared.visitor })).toEqual(['Secret cake']);
  });

  it('shows what was begun in this browser first', async () => {
    const phone = await begun('Rice');
    const laptop = await onAnother(phone);
    await toLines(laptop.visitor, 'Fridge', 'Peas');
    expect(await openEntries(phone)).toEqual(['Rice', 'Peas']);
    expect(await openEntries(laptop)).toEqual(['Peas', 'Rice']);
  });

  it('counts ten a person, not a browser, and each device can discard one', async () => {
    const phone = await begun('Food 0');
    for (let n = 1; n < 10; n += 1) await toLines(phone.visitor, 'Fridge', `Food ${n}`);
    const laptop = await onAnother(phone);
    const full = await listFoods(await start(laptop.visitor), 'Halva');
    expect(full.errors().names).toMatch(/^Ten entries are open/);
    const list = await laptop.visitor.get('/put-away');
    const [first] = list.queryAll('main form[action$="/discard"]');
    const discarded = await new Form(list, first as HTMLElement).submit();
    expect((await listFoods(await start(laptop.visitor), 'Halva')).path).toMatch(/\/details$/);
    // There is no room for it any more, and it is not lost without a word.
    const back = await discarded.form(/\/restore$/).submit();
    expect(back.flashes().join()).toMatch(/Ten others are open/);
    expect(await openEntries(phone)).toHaveLength(10);
  });
});
