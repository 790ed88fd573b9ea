import { beforeAll, describe, expect, it } from 'vitest';
import { choosePlace, itemsIn, start } from '../put-away/steps.js';
import { type Person, signIn, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { placePage } from './messages.js';

describe('Row 14: an old form that dies after signing in elsewhere', () => {
  const server = usingServer();
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(server.visitor());
  });

  it('posts from a page that was drawn before signing out and in again in another tab', async () => {
    const old = await placePage(ada.visitor, 'Fridge');
    const other = ada.visitor.clone();
    await (await other.get('/')).form('/logout').submit();
    await signIn(other, ada);
    const answer = await old
      .form(/\/items$/)
      .fill({ name: 'Milk' })
      .submit();
    expect(answer.flashes().join()).toContain('Milk');
    expect(await itemsIn(ada.visitor, 'Fridge')).toContain('Milk');
  });

  it('posts a step of a draft from a page that was drawn before signing in once more', async () => {
    const place = await start(ada.visitor);
    const other = ada.visitor.clone();
    await other.post('/login', { username: ada.username, password: ada.password });
    const foods = await choosePlace(place, 'Pantry');
    expect(foods.status).toBe(200);
    expect(foods.path).toMatch(/\/foods$/);
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
