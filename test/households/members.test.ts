import { describe, expect, it } from 'vitest';
import { openSqlite } from '../support/database.js';
import { change } from '../support/households.js';
import { type Person, signUp, uniqueName } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

describe('the members of a household', () => {
  const server = usingServer();

  /** Ada, who owns 14 Mill Lane, and Grace, who has joined it. */
  async function adaAndGrace(): Promise<{ ada: Person; grace: Person }> {
    const ada = await signUp(server.visitor(), {
      username: uniqueName('ada'),
      firstName: 'Ada',
      householdName: '14 Mill Lane',
    });
    const grace = await signUp(server.visitor(), {
      username: uniqueName('grace'),
      firstName: 'Grace',
      householdName: 'The Mill',
    });
    const made = await (await ada.visitor.get('/household/invitations')).form(/invitations$/).submit();
    const link = new URL(made.query('#link')?.getAttribute('value') ?? '').pathname;
    await (await grace.visitor.get(link)).form(/^\/join\//).submit(/Join/);
    return { ada, grace };
  }

  function members(person: Person) {
    return person.visitor.get('/household');
  }

  function idOf({ username }: Person): number {
    const file = openSqlite(`${server.dataDir}/larder.sqlite`);
    const row = file.prepare('select id from users where username = ?').get(username) as { id: number };
    file.close();
    return row.id;
  }

  it('see and change the same food', async () => {
    const { ada, grace } = await adaAndGrace();
    const fridge = await (await ada.visitor.get('/')).click(/^Fridge/);
    await fridge
      .form(/items$/)
      .fill({ name: 'Whole milk' })
      .submit();
    expect((await grace.visitor.get('/')).text).toContain('Whole milk');
  });

  it('are listed by name, whoever came first', async () => {
    const { ada, grace } = await adaAndGrace();
    const list = async () => (await members(grace)).texts('[aria-labelledby="members"] .way-name');
    expect(await list()).toEqual(['Ada', 'Grace']);
    const account = await ada.visitor.get('/account/edit');
    await account.form('/account/edit').fill({ first_name: 'Zoë' }).submit();
    expect(await list()).toEqual(['Grace', 'Zoë']);
  });

  it('can be removed by an owner, and lose sight of it at once', async () => {
    const { ada, grace } = await adaAndGrace();
    const place = (await grace.visitor.get('/')).link(/^Fridge/);
    const draft = await grace.visitor.post('/put-away', { names: 'Halva' });
    const done = await change(ada, 'Remove', 'Grace');
    expect(done.flashes()).toEqual(['Grace is no longer a member.']);
    expect((await grace.visitor.get(new URL(place).pathname)).status).toBe(404);
    expect((await grace.visitor.get(draft.path)).status).toBe(404);
    expect((await members(grace)).h1).toBe('The Mill');
  });

  it('can leave, and see their other household again', async () => {
    const { ada, grace } = await adaAndGrace();
    const home = await change(grace, 'Leave');
    expect(home.flashes()).toEqual(['You have left 14 Mill Lane.']);
    expect((await members(ada)).texts('[aria-labelledby="members"] .way-name')).toEqual(['Ada']);
  });

  it('always keep an owner: the only one can leave after handing over', async () => {
    const { ada, grace } = await adaAndGrace();
    const refused = await ada.visitor.post('/household/members', { act: 'leave' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Make somebody else an owner first');
    await change(ada, 'Make an owner');
    await change(ada, 'Leave');
    expect((await members(grace)).texts('[aria-labelledby="members"] .way-name')).toContain('Grace');
    expect((await members(grace)).texts('[aria-labelledby="members"] .way-name')).not.toContain('Ada');
    expect((await members(ada)).h1).toBe('Ada’s household');
  });

  it('who are no owners change nobody', async () => {
    const { ada, grace } = await adaAndGrace();
    const answer = await grace.visitor.post('/household/members', { act: `remove_${idOf(ada)}` });
    expect(answer.status).toBe(403);
    expect((await members(ada)).texts('[aria-labelledby="members"] .way-name')).toEqual(['Ada', 'Grace']);
  });

  it('of another household can’t be touched', async () => {
    const { ada } = await adaAndGrace();
    const edith = await signUp(server.visitor(), { username: uniqueName('edith') });
    const answer = await ada.visitor.post('/household/members', { act: `remove_${idOf(edith)}` });
    expect(answer.status).toBe(404);
    expect((await edith.visitor.get('/account')).status).toBe(200);
  });

  it('go from one of their households to another', async () => {
    const { grace } = await adaAndGrace();
    const home = await (await members(grace)).form('/household/current').submit();
    expect(home.flashes()).toEqual(['You now see The Mill.']);
    expect((await members(grace)).h1).toBe('The Mill');
  });

  it('can’t go to a household that is not theirs', async () => {
    const { grace } = await adaAndGrace();
    const edith = await signUp(server.visitor(), { username: uniqueName('edith') });
    const file = openSqlite(`${server.dataDir}/larder.sqlite`);
    const { id } = file
      .prepare('select current_household_id as id from users where id = ?')
      .get(idOf(edith)) as { id: number };
    file.close();
    expect((await grace.visitor.post('/household/current', { household_id: String(id) })).status).toBe(404);
  });

  it('are changed only with the password, once it was given more than a quarter of an hour ago', async () => {
    const { ada } = await adaAndGrace();
    const file = openSqlite(`${server.dataDir}/sessions.sqlite`);
    file.exec(`update sessions set sess = json_set(sess, '$.password_at', '2026-01-01T00:00:00.000Z')`);
    file.close();
    const refused = await change(ada, 'Remove', 'Grace');
    expect(refused.errors()).toEqual({ password: 'That is not your password. Try again.' });
    const done = await refused
      .form('main form')
      .fill({ password: ada.password })
      .submit(/^Remove Grace/);
    expect(done.flashes()).toEqual(['Grace is no longer a member.']);
  });
});
