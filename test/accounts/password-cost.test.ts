import path from 'node:path';
import { expect, test } from 'vitest';
import { openSqlite } from '../support/database.js';
import { PASSWORD, signIn, signUp } from '../support/people.js';
import { REAL } from '../support/server.js';
import { usingProcess } from '../support/using-server.js';

const server = usingProcess({ entry: REAL });

/** How hashes that are kept begin: the kind of bcrypt and the cost. */
const kept = () =>
  openSqlite(path.join(server.dataDir, 'larder.sqlite'), { readonly: true })
    .prepare('select substr(password_hash, 1, 7) from users')
    .pluck()
    .all();

test('What npm start runs hashes passwords at the full cost, at sign-up and when they change', async () => {
  const ada = await signUp(server.visitor());
  expect(kept()).toEqual(['$2b$12$']);
  const form = (await ada.visitor.get('/account/password')).form('/account/password');
  const password = 'walnut-ferry-canyon-12';
  expect((await form.fill({ current_password: PASSWORD, password }).submit()).h1).toBe('Account');
  expect(kept()).toEqual(['$2b$12$']);
  expect((await signIn(server.visitor(), { ...ada, password })).page.h1).toBe('Eat first');
});
