import { beforeAll, describe, expect, test } from 'vitest';
import { commit, toLines } from '../put-away/steps.js';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

const server = usingServer();
let ada: Person;
let ben: Person;

beforeAll(async () => {
  ada = await signUp(server.visitor(), { firstName: 'Ada' });
  ben = await signUp(server.visitor(), { firstName: 'Ben' });
});

const open = async (name: string): Promise<Page> =>
  (await ada.visitor.get('/')).click(new RegExp(`^${name}`));
const namesIn = async (place: string) => (await open(place)).texts('.item-name');

/** Adds an item and deletes it: the page with the banner that can undo it. */
async function deleted(name: string, place = 'Fridge'): Promise<Page> {
  const added = await (await open(place))
    .form(/\/items$/)
    .fill({ name })
    .submit();
  return (await added.click(name)).form(/\/delete$/).submit();
}

describe('The Undo of a banner', () => {
  test('is shown once, with the banner, and leads back to the page it stands on', async () => {
    const page = await deleted('Milk');
    const [path] = page.path.split('?');
    expect(page.form(/\/undo$/).values()).toMatchObject({ return_to: path });
    const after = await page.form(/\/undo$/).submit('Undo');
    expect(after.redirects.map(({ status }) => status)).toEqual([303]);
    expect(after.path.split('?')[0]).toBe(path);
    expect(after.flashes()).toEqual(['Milk is back in Fridge.']);
    expect(await namesIn('Fridge')).toContain('Milk');
  });

  test('pressed twice undoes once, and says so', async () => {
    const form = (await deleted('Eggs')).form(/\/undo$/);
    const pages = await Promise.all([form.submit(), form.submit()]);
    const said = pages.flatMap((page) => page.flashes()).sort();
    expect(said).toEqual(['Eggs is back in Fridge.', 'That was undone already.']);
    expect((await namesIn('Fridge')).filter((name) => name === 'Eggs')).toHaveLength(1);
  });

  test('lets the same form be sent again, which adds one more, however often it is tapped then', async () => {
    const form = (await open('Fridge')).form(/\/items$/).fill({ name: 'Cream' });
    const creams = async () => (await namesIn('Fridge')).filter((name) => name === 'Cream');
    for (const _round of [1, 2, 3]) {
      const [added] = await Promise.all([form.submit(), form.submit(), form.submit()]);
      expect(await creams()).toHaveLength(1);
      await added?.form(/\/undo$/).submit('Undo');
      expect(await creams()).toEqual([]);
    }
  });

  test('is refused while the place is gone, and works once that is back', async () => {
    const made = (await ada.visitor.get('/places/new')).form('/places');
    const cellar = await made.fill({ name: 'Cellar', kind: 'other' }).submit();
    const itemGone = await deleted('Wine', 'Cellar');
    const placeGone = await (await cellar.click('Edit Cellar')).form(/\/delete$/).submit();
    const refused = await itemGone
      .form(/\/undo$/)
      .tamper({ return_to: '/' })
      .submit();
    expect(refused.flashes()).toEqual([
      'Not undone: its place has been deleted. Bring the place back first.',
    ]);
    expect(refused.query('.flash-error')).not.toBeNull();
    await placeGone.form(/\/undo$/).submit();
    await itemGone.form(/\/undo$/).submit();
    expect(await namesIn('Cellar')).toEqual(['Wine']);
  });

  test('of a whole bag takes all of it out again', async () => {
    const page = await commit(await toLines(ada.visitor, 'Pantry', 'Rice', 'Pasta', 'Salt'));
    expect(page.flashes()[0]).toContain('3 items are put away in Pantry.');
    const undone = await page.form(/\/undo$/).submit('Undo');
    expect(undone.flashes()).toEqual(['3 items are taken out again.']);
    expect(await namesIn('Pantry')).toEqual([]);
  });

  test('of a bag is refused when one thing of it was changed since', async () => {
    const done = await commit(await toLines(ada.visitor, 'Freezer', 'Peas', 'Beans'));
    await (await done.click('Peas'))
      .form(/^\/items\/\d+$/)
      .fill({ quantity: '2' })
      .submit();
    const refused = await done.form(/\/undo$/).submit();
    expect(refused.flashes()).toEqual(['Not undone: it was changed since, and that would be lost.']);
    expect(await namesIn('Freezer')).toEqual(['Peas', 'Beans']);
  });

  test.each(['//evil.example', '/..//evil.example', 'https://evil.example', '/logout'])(
    'never leads to %s',
    async (return_to) => {
      const form = (await deleted(`Jam for ${return_to}`)).form(/\/undo$/).tamper({ return_to });
      expect((await form.submitRaw()).location).toMatch(/^\/\?flash=/);
    },
  );

  test('is not another household’s: that one finds nothing there', async () => {
    const page = await deleted('Secret cake');
    const address = page.form(/\/undo$/).element.getAttribute('action') ?? '';
    const answer = await ben.visitor.post(address, { return_to: '/' });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('Secret cake');
    expect(await namesIn('Fridge')).not.toContain('Secret cake');
  });

  test.each(['999999', '0', 'x'])('of an action that never was is not found: %s', async (id) => {
    expect((await ada.visitor.post(`/journal/${id}/undo`)).status).toBe(404);
  });
});
