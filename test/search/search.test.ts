import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { type Person, signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';
import { expectRefused } from '../web/refusal.js';

const larder = usingLocalApp({ start: '2026-03-01T12:00:00Z' });
let ada: Person;

beforeAll(async () => {
  ada = await signUp(larder.visitor(), { timeZone: 'UTC' });
  await put('Fridge', { name: 'Crème fraîche', quantity: '2', unit: 'pots', best_before: '2026-03-04' });
  await put('Pantry', { name: 'Crème brûlée' });
  await put('Pantry', { name: 'Cream crackers', best_before: '2026-02-27' });
  await put('Freezer', { name: 'Ice cream', best_before: '2026-06-01' });
});

async function put(place: string, fields: Record<string, string>) {
  const page = await (await ada.visitor.get('/')).click(new RegExp(`^${place}`));
  await page
    .form(/\/items$/)
    .fill(fields)
    .submit();
}

const find = async (q: string) => {
  const form = (await ada.visitor.get('/search')).form('main form[role="search"]');
  return form.fill({ q }).submit();
};

/** What the rows say, but for their buttons. */
const rows = (page: Page) =>
  page.texts('.item').map((row) => row.replace(/ (Ate|Finished|Threw away).*$/, ''));

describe('The page to find things on', () => {
  test('asks what is looked for, and says what will do', async () => {
    const page = await (await ada.visitor.get('/')).click('Find');
    expect([page.status, page.h1, page.title]).toEqual([200, 'Find', 'Find · Larder']);
    expect(page.text).toContain('A few letters are enough.');
    expect(page.queryAll('.item, .found-none, .empty')).toEqual([]);
  });

  test('says what was looked for in its title, its field and its address', async () => {
    const page = await find('  crème  FR ');
    expect(page.path).toBe('/search?q=++cr%C3%A8me++FR+');
    expect(page.title).toBe('Find “crème FR” · Larder');
    expect(page.form('main form[role="search"]').value('q')).toBe('crème FR');
    expect(page.texts('.item-name')).toEqual(['Crème fraîche']);
  });

  test('shows how much of it is where, until when, and leads to the item and the place', async () => {
    const page = await find('creme fraiche');
    expect(rows(page)).toEqual(['Crème fraîche 2 pots in Fridge Wed 4 Mar']);
    const item = await page.click('Crème fraîche');
    expect(item.h1).toBe('Crème fraîche');
    expect((await item.click('Fridge')).h1).toBe('Fridge');
    const eaten = await page.press('Ate 1: Crème fraîche');
    expect([eaten.path, rows(eaten)]).toEqual([
      expect.stringMatching(/^\/search\?q=/),
      ['Crème fraîche 1 pot in Fridge Wed 4 Mar'],
    ]);
    await eaten.form(/\/undo$/).submit('Undo');
  });

  test('says what is past, what is later and what has no date', async () => {
    const items = rows(await find('cre'));
    expect(items).toEqual([
      'Cream crackers 1 in Pantry 2 days ago 27 Feb, past its best',
      'Crème brûlée 1 in Pantry no date',
      'Crème fraîche 2 pots in Fridge Wed 4 Mar',
      'Ice cream 1 in Freezer 1 Jun',
    ]);
  });

  test('says that a date is a guess, and where it comes from', async () => {
    await put('Fridge', { name: 'Spinach' });
    await put('Fridge', { name: 'Spinach soup', best_before: '2026-03-04' });
    const page = await find('spinach');
    expect(rows(page)).toEqual([
      expect.stringMatching(/^Spinach 1 in Fridge about \w+ \d+ Mar, an estimate for Spinach$/),
      'Spinach soup 1 in Fridge Wed 4 Mar',
    ]);
    expect((await page.click(/an estimate for Spinach/)).path).toMatch(/^\/shelf-life\//);
  });

  test('sets apart what is spelled nearly like that', async () => {
    await put('Pantry', { name: 'Cream' });
    const page = await find('cram');
    expect(page.texts('h2')).toEqual(['Spelled nearly like that']);
    await put('Pantry', { name: 'Cram cakes' });
    expect((await find('cram')).texts('h2')).toEqual(['Found', 'Spelled nearly like that']);
  });

  test('knows foods that there is nothing of now', async () => {
    await put('Pantry', { name: 'Saffron' });
    const found = await find('safron');
    const edit = await found.click('Saffron');
    await edit.form(/\/delete$/).submit();
    const page = await find('safron');
    expect(page.texts('.found-none li')).toEqual([
      'Saffron none here now Put it on the shopping list: Saffron',
    ]);
    const listed = await page.form('main form[action="/shopping"]').submit();
    expect([listed.path, listed.flashes()[0]]).toEqual([
      expect.stringMatching(/^\/search\?q=safron&flash=/),
      expect.stringContaining('Saffron'),
    ]);
    expect((await ada.visitor.get('/shopping')).text).toContain('Saffron');
  });

  test('finds places, and says how much is in them', async () => {
    const page = await find('frezer');
    expect(page.texts('.found-place')).toEqual(['Freezer 1 item']);
    expect((await page.click('Freezer 1 item')).h1).toBe('Freezer');
  });

  test('says that nothing was found, and offers to put it away', async () => {
    const page = await find('dragon fruit');
    expect(page.text).toContain('Nothing is called “dragon fruit”');
    const box = await page.click('Put groceries away');
    expect([box.status, box.path]).toEqual([200, '/put-away']);
  });

  test('shows what was typed as text, whatever it looks like', async () => {
    const page = await find('<b>"bold"</b> & ‘more’');
    expect([page.status, page.query('main b')]).toEqual([200, null]);
    expect(page.form('main form[role="search"]').value('q')).toBe('<b>"bold"</b> & ‘more’');
  });

  test('refuses more than a name can have, and keeps it', async () => {
    const page = await find('x'.repeat(500));
    expectRefused(page, { q: 'Shorten the name to 80 characters at most.' });
    expect(page.form('main form[role="search"]').value('q')).toBe('x'.repeat(500));
    expectRefused(await ada.visitor.get('/search?q=milk&q=bread'), { q: 'Enter the name once.' });
  });

  test('minds nothing else in its address', async () => {
    const page = await ada.visitor.get('/search?q=ice+cream&from=mail&flash=gone');
    expect(page.texts('.item-name')).toEqual(['Ice cream']);
  });

  test('shows no more than fifty foods, and a few of each, and says so', async () => {
    const eve = await signUp(larder.visitor(), { timeZone: 'UTC', householdName: 'Eve’s jars' });
    const household = larder.db.selectFrom('households').where('name', '=', 'Eve’s jars');
    const { id } = await household.select('id').executeTakeFirstOrThrow();
    const made = { household_id: id, created_at: '2026-03-01T12:00:00Z' };
    const jars = Array.from({ length: 53 }, (_, n) => ({ ...made, name: `Jar ${n}`, name_key: `jar ${n}` }));
    await larder.db.insertInto('foods').values(jars).execute();
    const pantry = await (await eve.visitor.get('/')).click(/^Pantry/);
    for (let n = 1; n <= 9; n += 1) {
      await pantry
        .form(/\/items$/)
        .fill({ name: 'Jar', quantity: n })
        .submit();
    }
    const page = await eve.visitor.get('/search?q=jar');
    expect(page.queryAll('.item, .found-none li')).toHaveLength(50);
    expect(page.texts('.item-parts li')).toHaveLength(8);
    expect(page.text).toContain('And 1 more of Jar.');
    expect(page.text).toContain('These are the nearest 50 of 54 foods. Type more to find fewer.');
  });
});

describe('From every page', () => {
  test('a link leads there, for whoever is signed in', async () => {
    for (const address of ['/', '/places/new', '/put-away', '/account']) {
      expect(new URL((await ada.visitor.get(address)).link('Find')).pathname).toBe('/search');
    }
    expect((await larder.visitor().get('/')).queryAll('a[href="/search"]')).toEqual([]);
  });
});
