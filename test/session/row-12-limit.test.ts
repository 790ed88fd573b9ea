import { describe, expect, it } from 'vitest';
import { listFoods, start, toLines } from '../put-away/steps.js';
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
  for (const name of names) await toLines(visitor, 'Fridge', name);
  return { visitor, names };
}

async function eleventhLosesNone(server: LarderServer): Promise<void> {
  const { visitor, names } = await withTenDrafts(server);
  const answer = await listFoods(await start(visitor), 'Halva', 'Tahini');
  const list = await visitor.get('/put-away');
  expect(listed(list)).toEqual(names);
  expect([answer.status, answer.errors().names]).toEqual([422, expect.stringMatching(/^Ten entries/)]);
  expect(answer.form('/put-away').value('names')).toBe('Halva\nTahini');
  const seventh = await list.click('Food 7');
  expect(seventh.texts('.put-name')).toEqual(['Food 7']);
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
    const lines = await listFoods(await start(visitor), 'Halva');
    expect(lines.path).toMatch(/\/details$/);
    const nine = names.filter((name) => name !== 'Food 3');
    expect(listed(await visitor.get('/put-away'))).toEqual([...nine, 'Halva']);
  });

  it('takes the eleventh for one of them that is discarded with it, and loses nothing typed', async () => {
    const { visitor, names } = await withTenDrafts(server);
    const full = await listFoods(await start(visitor), 'Halva', 'Tahini');
    const lines = await full.form('/put-away').submit(/^Food 3/);
    expect(lines.texts('.put-name')).toEqual(['Halva', 'Tahini']);
    const nine = names.filter((name) => name !== 'Food 3');
    expect(listed(await visitor.get('/put-away'))).toEqual([...nine, 'Halva, Tahini']);
  });

  it('does not let twenty starts at once go beyond ten', async () => {
    const { visitor } = await signUp(server.visitor());
    const pages = await Promise.all(Array.from({ length: 20 }, () => visitor.get('/put-away')));
    const started = await Promise.all(
      pages.map((page) => page.form('/put-away').fill({ names: 'Halva' }).submitRaw('Next')),
    );
    const addresses = started.map(({ location = '' }) => location.replace(/\?.*/, ''));
    expect(addresses.filter((address) => address.endsWith('/details'))).toHaveLength(10);
    expect(listed(await visitor.get('/put-away'))).toHaveLength(10);
  });
});
