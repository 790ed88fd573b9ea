import { beforeAll, describe, expect, it } from 'vitest';
import { commit, itemsIn, toLines } from '../put-away/steps.js';
import { type Person, signIn, signUp } from '../support/people.js';
import type { LarderServer } from '../support/server.js';
import { usingProcess } from '../support/using-server.js';
import { placePage } from './messages.js';
import { expectNaiveToFail } from './naive/using-naive.js';

async function postsFromOldPage(server: LarderServer): Promise<void> {
  const ada = await signUp(server.visitor());
  const old = await placePage(ada.visitor, 'Fridge');
  const other = ada.visitor.clone();
  await (await other.get('/')).form('/logout').submit();
  await signIn(other, ada);
  const form = old.form(/\/items$/).fill({ name: 'Milk' });
  expect(await form.submit()).toMatchObject({ status: 200 });
  expect(await itemsIn(ada.visitor, 'Fridge')).toEqual(['Milk']);
}

it('the naive way refuses it, with the token of a session that is gone', async () => {
  await expectNaiveToFail(1, postsFromOldPage, 'token');
});

describe('Row 14: an old form that dies after signing in elsewhere', () => {
  const server = usingProcess();
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(server.visitor());
  });

  it('posts from a page that was drawn before signing out and in again in another tab', async () => {
    await postsFromOldPage(server);
  });

  it('posts a step of a draft from a page that was drawn before signing in once more', async () => {
    const lines = await toLines(ada.visitor, 'Freezer', 'Halva');
    const other = ada.visitor.clone();
    await other.post('/login', { username: ada.username, password: ada.password });
    expect((await commit(lines)).flashes()).toEqual(['1 item is put away in Freezer.']);
  });

  it('signs in from a login form that was drawn before the other tab signed in', async () => {
    const visitor = server.visitor();
    const forms = [await visitor.get('/login'), await visitor.clone().get('/login')];
    for (const page of forms) {
      const answer = await page
        .form('/login')
        .fill({ username: ada.username, password: ada.password })
        .submit();
      expect(answer.status).toBe(200);
      expect(answer.path).toBe('/');
    }
    expect((await visitor.getRaw('/account')).status).toBe(200);
  });

  it('posts after the server was started anew', async () => {
    const old = await placePage(ada.visitor, 'Pantry');
    await server.restart();
    await old
      .form(/\/items$/)
      .fill({ name: 'Rice' })
      .submit();
    expect(await itemsIn(ada.visitor, 'Pantry')).toContain('Rice');
  });
});
