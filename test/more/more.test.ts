import { expect, test } from 'vitest';
import { signUp } from '../support/people.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();

test('“More” leads to everything that has no tab, and says whose it is', async () => {
  const { visitor } = await signUp(larder.visitor(), { firstName: 'Ada', householdName: '14 Mill Lane' });
  const more = await visitor.get('/more');
  expect([more.h1, more.texts('.ways .way')]).toEqual([
    'More',
    [
      'Household 14 Mill Lane',
      'Account Ada',
      expect.stringMatching(/^Foods /),
      expect.stringMatching(/^History /),
      expect.stringMatching(/^Take stock /),
      expect.stringMatching(/^Add with one line /),
      'Sign out',
    ],
  ]);
  const ways = more.queryAll('a.way').map((way) => way.getAttribute('href') ?? '');
  for (const way of ways) expect([way, (await visitor.get(way)).status]).toEqual([way, 200]);
});

test('“More” signs out by a button, since a link never changes anything', async () => {
  const { visitor } = await signUp(larder.visitor());
  const more = await visitor.get('/more');
  const out = await more.form('main form').submit('Sign out');
  expect([out.h1, out.flashes()]).toEqual(['Sign in', ['You are signed out.']]);
  expect((await visitor.get('/more')).h1).toBe('Sign in');
});
