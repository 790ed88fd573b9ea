import { beforeAll, describe, expect, test } from 'vitest';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { expectRefused } from '../web/refusal.js';

const server = usingServer();
let ada: Person;
let ben: Person;

beforeAll(async () => {
  ada = await signUp(server.visitor(), { firstName: 'Ada' });
  ben = await signUp(server.visitor(), { firstName: 'Ben' });
});

const newForm = async () => (await ada.visitor.get('/places/new')).form('/places');
const placeNames = async () => (await ada.visitor.get('/')).texts('.place-name');

/** Makes a place and goes to the form that edits it. */
async function editFormOf(name: string) {
  const place = await (await newForm()).fill({ name, kind: 'other' }).submit();
  const page = await place.click(`Edit ${name}`);
  return { page, id: Number(/\d+/.exec(page.path)?.[0]), form: page.form(/^\/places\/\d+$/) };
}

/** Of the same place, in two tabs. */
async function twoEditFormsOf(name: string) {
  const first = await editFormOf(name);
  const page = await ada.visitor.get(`/places/${first.id}/edit`);
  return [first, { ...first, page, form: page.form(/^\/places\/\d+$/) }] as const;
}

describe('Making a place', () => {
  test('leads to its own page, which says that it is ready and what to do', async () => {
    const page = await (await newForm()).fill({ name: '  Bread  bin ', kind: 'Pantry' }).submit();
    expect(page.path).toMatch(/^\/places\/\d+\?flash=/);
    expect(page.h1).toBe('Bread bin');
    expect(page.flashes()).toEqual(['Bread bin is ready.']);
    expect(page.text).toContain('Nothing here yet');
    expect(page.query('h1 .icon-pantry')).not.toBeNull();
    expect(await placeNames()).toContain('Bread bin');
    expect((await ada.visitor.get(page.path)).flashes()).toEqual([]);
  });

  test('twice by two taps on the button makes one', async () => {
    const form = (await newForm()).fill({ name: 'Cellar', kind: 'other' });
    const pages = await Promise.all([form.submit(), form.submit()]);
    expect(new Set(pages.map(({ path }) => path.split('?')[0])).size).toBe(1);
    for (const page of pages) expect([page.status, page.h1]).toEqual([200, 'Cellar']);
    expect((await placeNames()).filter((name) => name === 'Cellar')).toHaveLength(1);
  });

  test('again with the form that the back button shows, with another name, makes another', async () => {
    const form = await newForm();
    await form.fill({ name: 'Shelf one', kind: 'other' }).submit();
    const page = await form.fill({ name: 'Shelf two' }).submit();
    expect(page.h1).toBe('Shelf two');
    expect(await placeNames()).toEqual(expect.arrayContaining(['Shelf one', 'Shelf two']));
  });

  test('shows its name as text, whatever it looks like', async () => {
    const name = `<i>"Tom & Jerry's"</i>`;
    const page = await (await newForm()).fill({ name, kind: 'other' }).submit();
    expect([page.h1, page.flashes()]).toEqual([name, [`${name} is ready.`]]);
    expect(page.query('main i')).toBeNull();
    const edit = await page.click(`Edit ${name}`);
    expect(edit.form(/^\/places\/\d+$/).value('name')).toBe(name);
  });

  test.each<[string, RegExp]>([
    ['', /^Enter a name\.$/],
    ['   ', /^Enter a name\.$/],
    ['x'.repeat(61), /^Shorten the name to 60 characters at most\.$/],
    ['a\u202eb', /can’t be shown/],
    ['FRIDGE', /^You already have a place of that name/],
    [' fridge ', /^You already have a place of that name/],
  ])('is refused with the name %j, which is kept', async (name, message) => {
    const before = await placeNames();
    const page = await (await newForm()).fill({ name, kind: 'freezer' }).submit();
    expectRefused(page, { name: message });
    expect(page.h1).toBe('New place');
    expect(page.form('/places').values()).toMatchObject({ name, kind: 'freezer' });
    expect(await placeNames()).toEqual(before);
    const right = await page
      .form('/places')
      .fill({ name: `Right ${message.source.length}${name.length}` })
      .submit();
    expect(right.status).toBe(200);
  });

  test('is refused with a kind that there is not, and with a field of somebody else’s making', async () => {
    const wrong = await (await newForm()).fill({ name: 'Moon' }).tamper({ kind: 'crater' }).submit();
    expectRefused(wrong, { kind: 'Choose what kind of place it is.' });
    const added = await (await newForm()).fill({ name: 'Moon' }).tamper({ household_id: '1' }).submit();
    expect([added.status, await placeNames()]).toEqual([422, expect.not.arrayContaining(['Moon'])]);
    expect(added.text).toContain('This form does not take household_id.');
  });

  test('of a name that another household has is no matter', async () => {
    await (await newForm()).fill({ name: 'Garage', kind: 'other' }).submit();
    const form = (await ben.visitor.get('/places/new')).form('/places');
    expect((await form.fill({ name: 'Garage', kind: 'other' }).submit()).h1).toBe('Garage');
  });
});

describe('Editing a place', () => {
  test('changes its name and kind', async () => {
    const { form } = await editFormOf('Tool shed');
    expect(form.values()).toMatchObject({ name: 'Tool shed', kind: 'other' });
    const page = await form.fill({ name: 'Summer kitchen', kind: 'fridge' }).submit();
    expect([page.h1, page.flashes()]).toEqual(['Summer kitchen', ['Summer kitchen is changed.']]);
    expect(page.query('h1 .icon-fridge')).not.toBeNull();
    expect(await placeNames()).not.toContain('Tool shed');
  });

  test('can write its own name with other capitals', async () => {
    const { form } = await editFormOf('Attic');
    expect((await form.fill({ name: 'ATTIC' }).submit()).h1).toBe('ATTIC');
  });

  test('is refused with a name that is taken or missing; what was typed is kept', async () => {
    const { form, id } = await editFormOf('Loft');
    for (const [name, message] of [
      ['pantry', /already have/],
      ['', /Enter a name/],
    ] as const) {
      const page = await form.fill({ name, kind: 'pantry' }).submit();
      expectRefused(page, { name: message });
      expect(page.h1).toBe('Edit Loft');
      expect(page.form(`/places/${id}`).values()).toMatchObject({ name, kind: 'pantry' });
    }
    expect((await ada.visitor.get(`/places/${id}`)).h1).toBe('Loft');
  });

  test('by two people keeps what each changed', async () => {
    const [first, second] = await twoEditFormsOf('Nook');
    await first.form.fill({ name: 'Alcove' }).submit();
    const page = await second.form.fill({ kind: 'pantry' }).submit();
    expect([page.h1, page.flashes()]).toEqual(['Alcove', ['Alcove is changed.']]);
    expect(page.query('h1 .icon-pantry')).not.toBeNull();
  });

  test('by two people to different names asks which, and keeps what was typed', async () => {
    const [first, second] = await twoEditFormsOf('Sill');
    await first.form.fill({ name: 'Window' }).submit();
    const asks = await second.form.fill({ name: 'Ledge' }).submit();
    expect([asks.status, asks.h1]).toEqual([409, 'Window was changed meanwhile']);
    expect(asks.form(`/places/${second.id}`).values()).toMatchObject({ name: 'Ledge' });
    expect((await ada.visitor.get(`/places/${second.id}`)).h1).toBe('Window');
    expect((await asks.form(`/places/${second.id}`).submit()).h1).toBe('Ledge');
  });

  test('that was deleted meanwhile is a conflict', async () => {
    const { form, id } = await editFormOf('Tent');
    await ada.visitor.post(`/places/${id}/delete`);
    expect((await form.fill({ name: 'Caravan' }).submit()).status).toBe(409);
  });
});

describe('A place that is not there', () => {
  test.each(['999999', '0', '-1', '1.5', 'abc', '99999999999999999999', '1%27', '%00'])(
    'has no page: /places/%s',
    async (id) => {
      const page = await ada.visitor.get(`/places/${id}`);
      expect([page.status, page.h1]).toEqual([404, 'There is nothing here']);
      expect(page.link('Go home')).toBe(`${server.url}/`);
    },
  );
});
