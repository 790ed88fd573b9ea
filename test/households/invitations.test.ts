import { describe, expect, it } from 'vitest';
import { openSqlite } from '../support/database.js';
import type { Page } from '../support/page.js';
import { type Person, signIn, signUp, uniqueName } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

describe('an invitation', () => {
  const server = usingServer();

  async function ada(): Promise<Person> {
    return signUp(server.visitor(), { username: uniqueName('ada'), householdName: '14 Mill Lane' });
  }

  /** The path of a new link. */
  async function invite(owner: Person, uses = '1'): Promise<string> {
    const form = (await owner.visitor.get('/household/invitations')).form(/invitations$/);
    const made = await form.fill({ uses, days: '7' }).submit();
    expect(made.status).toBe(201);
    return new URL(made.query('#link')?.getAttribute('value') ?? '').pathname;
  }

  function join(page: Page): Promise<Page> {
    return page.form(/^\/join\//).submit(/Join|See/);
  }

  it('lets a newcomer sign up straight into the household', async () => {
    const link = await invite(await ada());
    const visitor = server.visitor();
    const opened = await visitor.get(link);
    expect(opened.h1).toBe('Join 14 Mill Lane');
    const signUpPage = await opened.form(/^\/join\//).submit('Sign up and join');
    expect(signUpPage.text).toContain('you join 14 Mill Lane');
    const home = await signUpPage
      .form('/signup')
      .fill({ username: uniqueName('grace'), password: 'plum-lantern-orbit-47', first_name: 'Grace' })
      .submit();
    expect(home.flashes()).toEqual(['Welcome, Grace. You have joined 14 Mill Lane.']);
    expect((await visitor.get('/household')).texts('.item-name')).toEqual(['Ada', 'Grace']);
  });

  it('waits while its holder signs in, and adds the household to the ones they have', async () => {
    const link = await invite(await ada());
    const grace = await signUp(server.visitor(), {
      username: uniqueName('grace'),
      householdName: 'The Mill',
    });
    const phone = server.visitor();
    const login = await (await phone.get(link)).form(/^\/join\//).submit('I have an account');
    const back = await login
      .form('/login')
      .fill({ username: grace.username, password: grace.password })
      .submit();
    expect(back.path).toBe(link);
    const home = await join(back);
    expect(home.flashes()).toEqual(['You see 14 Mill Lane now.']);
    expect((await phone.get('/household')).text).toContain('The Mill');
  });

  it('is good for as many people as it says, and no more', async () => {
    const link = await invite(await ada(), '2');
    for (const name of ['grace', 'edith']) {
      const guest = await signUp(server.visitor(), { username: uniqueName(name) });
      expect((await join(await guest.visitor.get(link))).status).toBe(200);
    }
    const late = await signUp(server.visitor(), { username: uniqueName('mary') });
    const page = await late.visitor.get(link);
    expect([page.status, page.h1]).toEqual([404, 'This invitation is no longer good']);
  });

  it('tells a member that they are one already, and is not used up by them', async () => {
    const owner = await ada();
    const link = await invite(owner);
    const page = await owner.visitor.get(link);
    expect(page.text).toContain('You are a member of 14 Mill Lane already');
    await join(page);
    const grace = await signUp(server.visitor(), { username: uniqueName('grace') });
    expect((await join(await grace.visitor.get(link))).flashes()).toEqual(['You see 14 Mill Lane now.']);
  });

  it('is used once by a double tap', async () => {
    const link = await invite(await ada(), '2');
    const grace = await signUp(server.visitor(), { username: uniqueName('grace') });
    const form = (await grace.visitor.get(link)).form(/^\/join\//);
    await Promise.all([form.submit(/Join/), form.submit(/Join/)]);
    const edith = await signUp(server.visitor(), { username: uniqueName('edith') });
    expect((await edith.visitor.get(link)).h1).toBe('Join 14 Mill Lane');
  });

  it('can be taken back', async () => {
    const owner = await ada();
    const link = await invite(owner);
    await (await owner.visitor.get('/household/invitations')).form(/revoke$/).submit();
    expect((await server.visitor().get(link)).status).toBe(404);
  });

  it('runs out', async () => {
    const link = await invite(await ada());
    const file = openSqlite(`${server.dataDir}/larder.sqlite`);
    file.exec(`update invitations set expires_at = '2026-01-01T00:00:00.000Z'`);
    file.close();
    expect((await server.visitor().get(link)).h1).toBe('This invitation is no longer good');
  });

  it('is kept only as a hash', async () => {
    const link = await invite(await ada());
    const file = openSqlite(`${server.dataDir}/larder.sqlite`);
    const rows = JSON.stringify(file.prepare('select * from invitations').all());
    file.close();
    expect(rows).not.toContain(link.split('/').at(-1));
  });

  it('is made by owners only', async () => {
    const owner = await ada();
    const grace = await signUp(server.visitor(), { username: uniqueName('grace') });
    await join(await grace.visitor.get(await invite(owner)));
    const refused = await grace.visitor.get('/household/invitations');
    expect([refused.status, refused.h1]).toEqual([403, 'Only an owner can do that']);
    const posted = await grace.visitor.post('/household/invitations', { uses: '1', days: '7' });
    expect(posted.status).toBe(403);
  });

  it('makes nobody a member by being opened', async () => {
    const owner = await ada();
    const grace = await signUp(server.visitor(), { username: uniqueName('grace') });
    await grace.visitor.get(await invite(owner));
    expect((await owner.visitor.get('/household')).texts('.item-name')).toEqual(['Ada']);
  });

  it('that waits in a browser is dropped when someone signs out there', async () => {
    const link = await invite(await ada());
    const phone = server.visitor();
    await (await phone.get(link)).form(/^\/join\//).submit('I have an account');
    const grace = await signUp(server.visitor(), { username: uniqueName('grace') });
    const { page } = await signIn(phone, grace);
    await page.form('/logout').submit();
    expect((await phone.get('/signup')).text).not.toContain('you join');
  });
});
