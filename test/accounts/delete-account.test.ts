import path from 'node:path';
import type Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../support/database.js';
import { PASSWORD, type Person, signIn, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { expectRefused } from '../web/refusal.js';

const server = usingServer();
let file: Sqlite.Database;

beforeAll(() => {
  file = openSqlite(path.join(server.dataDir, 'larder.sqlite'));
  file.pragma('foreign_keys = ON');
});

const idOf = ({ username }: Person) =>
  file.prepare('select id from users where username = ?').pluck().get(username) as number;
const householdOf = (person: Person) =>
  file.prepare('select current_household_id from users where id = ?').pluck().get(idOf(person)) as number;

async function addMilk({ visitor }: Person): Promise<void> {
  const fridge = await (await visitor.get('/')).click(/^Fridge/);
  await fridge
    .form(/\/items$/)
    .fill({ name: 'Milk' })
    .submit();
}

/** Lets one more person into a household, and shows it to that person. */
function letIn(person: Person, host: Person): void {
  const household = householdOf(host);
  const join = "insert into memberships (household_id, user_id, role, created_at) values (?, ?, 'member', ?)";
  file.prepare(join).run(household, idOf(person), new Date().toISOString());
  file.prepare('update users set current_household_id = ? where id = ?').run(household, idOf(person));
}

describe('Deleting the account of the only member', () => {
  let ada: Person;
  let household: number;

  beforeAll(async () => {
    ada = await signUp(server.visitor(), { firstName: 'Ada', householdName: '14 Mill Lane' });
    household = householdOf(ada);
    await addMilk(ada);
  });

  test('says before that the household goes too, and how much is in it', async () => {
    const page = await ada.visitor.get('/account/delete');
    expect(page.text).toContain(
      'You are the only member of 14 Mill Lane, so it goes too: 3 places and 1 item.',
    );
    expect(page.text).not.toContain('Your household stays');
  });

  test('asks for the password, and says it all again when that is wrong', async () => {
    for (const [password, message] of [
      ['mistyped-it', /not your password/],
      ['', /Enter your password/],
    ] as const) {
      const form = (await ada.visitor.get('/account/delete')).form('/account/delete');
      const page = await form.fill({ password }).submit();
      expectRefused(page, { password: message });
      expect(page.text).toContain('3 places and 1 item');
    }
    expect((await ada.visitor.get('/account')).h1).toBe('Account');
  });

  test('ends every session and leaves nothing of the household', async () => {
    const phone = await signIn(server.visitor(), ada);
    const form = (await ada.visitor.get('/account/delete')).form('/account/delete');
    const page = await form.fill({ password: PASSWORD }).submit();
    expect([page.h1, page.flashes()]).toEqual(['Sign in', ['Your account is deleted.']]);
    for (const { visitor } of [ada, phone]) expect((await visitor.get('/account')).h1).toBe('Sign in');
    for (const table of ['places', 'foods', 'items', 'actions', 'memberships']) {
      const left = file
        .prepare(`select count(*) from ${table} where household_id = ?`)
        .pluck()
        .get(household);
      expect(left, table).toBe(0);
    }
    const login = (await server.visitor().get('/login')).form('/login');
    expect((await login.fill({ username: ada.username, password: PASSWORD }).submit()).status).toBe(422);
  });

  test('frees the username', async () => {
    const again = await signUp(server.visitor(), { username: ada.username });
    const home = await again.visitor.get('/');
    expect(home.texts('.place-count')).toEqual(['nothing yet', 'nothing yet', 'nothing yet']);
  });
});

describe('Deleting the account of one of two members', () => {
  test('says that the household stays, and leaves the other everything', async () => {
    const ben = await signUp(server.visitor(), { firstName: 'Ben', householdName: 'The mill' });
    const cleo = await signUp(server.visitor(), { firstName: 'Cleo', householdName: 'Cleo’s own' });
    await addMilk(ben);
    letIn(cleo, ben);
    const members = (await cleo.visitor.get('/household')).texts('[aria-labelledby="members"] .way-name');
    expect(members).toEqual(['Ben', 'Cleo']);

    const page = await ben.visitor.get('/account/delete');
    expect(page.text).toContain('Your household stays, with the others and all of its food.');
    expect(page.text).not.toContain('goes with you');
    await page.form('/account/delete').fill({ password: PASSWORD }).submit();

    expect((await cleo.visitor.get('/')).texts('.place-count')).toEqual([
      '1 item',
      'nothing yet',
      'nothing yet',
    ]);
    const left = (await cleo.visitor.get('/household')).texts('[aria-labelledby="members"] .way-name');
    expect(left).toEqual(['Cleo']);
    const roles = 'select role from memberships where user_id = ? and household_id = ?';
    expect(file.prepare(roles).pluck().get(idOf(cleo), householdOf(cleo))).toBe('owner');

    const last = await cleo.visitor.get('/account/delete');
    expect(last.text).toContain('You are the only member of The mill');
    expect(last.text).toContain('You are the only member of Cleo’s own');
  });
});
