import { beforeAll, expect, test } from 'vitest';
import { PASSWORD, uniqueName } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();

beforeAll(async () => {
  while (await larder.rateLimits.takeSignUp('127.0.0.1'));
});

test('sign-ups beyond what one address may are refused, with what was typed kept, and make nobody', async () => {
  const visitor = larder.visitor();
  const form = (await visitor.get('/signup')).form('/signup');
  const username = uniqueName('late');
  const page = await form.fill({ username, password: PASSWORD, first_name: 'Late' }).submit();
  expect(page.status).toBe(422);
  expect(page.texts('.error-summary p')).toEqual([
    'Too many accounts were made from here within an hour. Wait a while, then try again.',
  ]);
  expect(page.form('/signup').values()).toMatchObject({ username, first_name: 'Late' });
  expect(visitor.cookies.all()).toEqual([]);
  const users = await larder.db.selectFrom('users').select('id').execute();
  expect(users).toEqual([]);
});

test('a form with a mistake in it is answered as ever: it costs nothing', async () => {
  const form = (await larder.visitor().get('/signup')).form('/signup');
  const page = await form.fill({ username: '', password: PASSWORD }).submit();
  expect(page.errors()).toEqual({ username: 'Enter a username.' });
});
