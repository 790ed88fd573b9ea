import { beforeAll, describe, expect, it } from 'vitest';
import { toLines } from '../put-away/steps.js';
import { type Person, signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { storedIn } from '../support/stored.js';
import { usingServer } from '../support/using-server.js';
import type { Visitor } from '../support/visitor.js';
import { expectNaiveToFail } from './naive/using-naive.js';

async function onlyUnderItsOwnAddress(server: LarderServer): Promise<void> {
  const { visitor } = await signUp(server.visitor());
  const review = await toLines(visitor, 'Fridge', 'Secret cake');
  const foreign = review.path.replace('/put-away/', '/stock-take/');
  const page = await visitor.get(foreign);
  expect(page.text).not.toContain('Secret cake');
  expect(page.status).toBe(404);
}

it('the naive way shows what the session holds under the address of another kind', async () => {
  await expectNaiveToFail(1, onlyUnderItsOwnAddress);
});

describe('Row 11: a draft under another kind’s address, or another user’s', () => {
  const server = usingServer();
  let ada: Person;
  let grace: Person;
  let address: string;
  beforeAll(async () => {
    ada = await signUp(server.visitor());
    grace = await signUp(server.visitor());
    const review = await toLines(ada.visitor, 'Fridge', 'Secret cake');
    address = review.path.replace(/\/details$/, '');
  });

  /** Asks for every page of the draft and posts every form of it. */
  async function statuses(visitor: Visitor): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const step of ['', '/place', '/foods', '/details', '/review']) {
      found[`GET ${step}`] = (await visitor.getRaw(address + step)).status;
    }
    const forms = {
      place: { new_name: 'Cellar', new_kind: 'other' },
      foods: { names: 'Cake' },
      details: {},
      commit: {},
      restore: {},
    };
    for (const [step, fields] of Object.entries(forms)) {
      found[`POST ${step}`] = (
        await visitor.postRaw(`${address}/${step}`, { ...fields, revision: '3' })
      ).status;
    }
    return found;
  }
  const all404 = (found: Record<string, number>) =>
    Object.fromEntries(Object.keys(found).map((key) => [key, 404]));

  it('is 404 to another user, by every address that it has', async () => {
    const found = await statuses(grace.visitor);
    expect(Object.keys(found)).toHaveLength(10);
    expect(found).toEqual(all404(found));
    expect((await grace.visitor.post(`${address}/discard`)).text).not.toContain('Secret cake');
    expect((await ada.visitor.get(`${address}/details`)).text).toContain('Secret cake');
  });

  it('is 404 to another user even when its id stands in that user’s own session', async () => {
    const stored = storedIn(server.dataDir, 'sessions');
    const sessions = await stored.rows<{ sid: string; sess: string }>(
      'select sid, sess from sessions where user_id is not null',
    );
    expect(sessions.length).toBeGreaterThan(1);
    for (const { sid, sess } of sessions) {
      const claiming = JSON.stringify({ ...JSON.parse(sess), drafts: [address.split('/').at(-1)] });
      await stored.write('update sessions set sess = ? where sid = ?', claiming, sid);
    }
    const found = await statuses(grace.visitor);
    expect(found).toEqual(all404(found));
    expect((await grace.visitor.get('/put-away')).text).not.toContain('Secret cake');
  });

  it.each([
    ['kind', `'count_stock'`],
    ['household_id', `(select max(id) from households)`],
    ['owner_id', `(select max(id) from users)`],
  ])('is 404 when its %s is another', async (column, value) => {
    const file = storedIn(server.dataDir, 'larder');
    const id = address.split('/').at(-1);
    const [before] = await file.read(`select ${column} from drafts where id = ?`, id);
    await file.write(`update drafts set ${column} = ${value} where id = ?`, id);
    const found = await statuses(ada.visitor);
    await file.write(`update drafts set ${column} = ? where id = ?`, before, id);
    // What its owner discarded comes back from the list of all households' entries; that shows nothing of it.
    const mayBring = column === 'household_id' ? { 'POST restore': 303 } : {};
    expect(found).toEqual({ ...all404(found), ...mayBring });
    expect((await ada.visitor.get(`${address}/details`)).text).toContain('Secret cake');
  });

  it('is 404 under the address of another kind, and shows nothing of itself', async () => {
    await onlyUnderItsOwnAddress(server);
  });

  it('is 404 under the address of another kind of entry, to the very user whose it is', async () => {
    const foreign = address.replace('/put-away/', '/stock-take/');
    for (const step of ['', '/household', '/places', '/place', '/foods', '/review', '/commit']) {
      const answers = [await ada.visitor.getRaw(foreign + step)];
      if (step) answers.push(await ada.visitor.postRaw(foreign + step, { revision: '3' }));
      expect([step, ...new Set(answers.map(({ status }) => status))]).toEqual([step, 404]);
    }
    const discarded = await ada.visitor.post(`${foreign}/discard`);
    expect(discarded.status).toBeLessThan(500);
    expect((await ada.visitor.get(`${address}/details`)).text).toContain('Secret cake');
  });

  it('is 404 for ids that no draft has, also for those that every object has', async () => {
    for (const id of ['AAAAAAAAAAAAAAAAAAAAAA', '__proto__', 'constructor', '0', '%00']) {
      const answers = [
        await ada.visitor.getRaw(`/put-away/${id}/place`),
        await ada.visitor.postRaw(`/put-away/${id}/commit`),
      ];
      expect([id, ...answers.map(({ status }) => status)]).toEqual([id, 404, 404]);
    }
    expect((await ada.visitor.getRaw(`${address}/no-such-step`)).status).toBe(404);
  });
});
