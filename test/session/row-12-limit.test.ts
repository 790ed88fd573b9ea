import { describe, expect, it } from 'vitest';
import { choosePlace, listFoods, start } from '../put-away/steps.js';
import type { Page } from '../support/page.js';
import { signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { usingServer } from '../support/using-server.js';
import type { Visitor } from '../support/visitor.js';
import { expectNaiveToFail } from './naive/using-naive.js';

const listed = (page: Page) => page.texts('main .items .item-name').sort();

async function withTenDrafts(server: LarderServer): Promise<{ visitor: Visitor; names: string[] }> {
  const { visitor } = await signUp(server.visitor());
  const names = Array.from({ length: 10 }, (_, n) => `Food ${n}`);
  for (const name of names) await listFoods(await choosePlace(await start(visitor), 'Fridge'), name);
  return { visitor, names };
}

async function eleventhLosesNone(server: LarderServer): Promise<void> {
  const { visitor, names } = await withTenDrafts(server);
  const answer = await start(visitor);
  expect(listed(await visitor.get('/put-away'))).toEqual(names);
  expect(answer.path).toMatch(/^\/put-away\?flash=/);
  expect(answer.flashes().join()).toMatch(/ten/i);
  expect(listed(answer)).toEqual(names);
  const seventh = await answer.click('Food 7');
  expect(seventh.texts('tbody th')).toEqual(['Food 7']);
}

it('the naive way has the last one only, and says nothing', async () => {
  await expectNaiveToFail(1, eleventhLosesNone);
});

describe('Row 12: a limit that drops work silently', () => {
  const server = usingServer();

  it('says so at the eleventh draft, lists the ten, and loses none of them', async () => {
    await eleventhLosesNone(server);
  });

  it('takes the eleventh once one of them is discarded, and still has the other nine', async () => {
    const { visitor, names } = await withTenDrafts(server);
    const list = await visitor.get('/put-away');
    const discard = list
      .queryAll('form[action$="/discard"]')
      .find((form) => form.textContent?.includes('Food 3'));
    await visitor.post(discard?.getAttribute('action') ?? '');
    const place = await start(visitor);
    expect(place.path).toMatch(/\/place$/);
    const nine = names.filter((name) => name !== 'Food 3');
    expect(listed(await visitor.get('/put-away'))).toEqual([...nine, 'Nothing listed yet']);
  });

  it('does not let twenty starts at once go beyond ten', async () => {
    const { visitor } = await signUp(server.visitor());
    const pages = await Promise.all(Array.from({ length: 20 }, () => visitor.get('/put-away')));
    const started = await Promise.all(pages.map((page) => page.form('main .page-header form').submitRaw()));
    const addresses = started.map(({ location = '' }) => location.replace(/\?.*/, ''));
    expect(addresses.filter((address) => address.endsWith('/place'))).toHaveLength(10);
    expect(listed(await visitor.get('/put-away'))).toHaveLength(10);
  });
});
