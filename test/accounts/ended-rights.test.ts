import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqlite } from '../support/database.js';
import { invite, joinBy } from '../support/households.js';
import { type Person, signUp } from '../support/people.js';
import { usingServer } from '../support/using-server.js';

const server = usingServer();
const larder = () => openSqlite(path.join(server.dataDir, 'larder.sqlite'));
const idOf = ({ username }: Person) =>
  larder().prepare('select id from users where username = ?').pluck().get(username) as number;

/** Ada's household, in which Grace is an owner too. */
async function twoOwners(): Promise<{ ada: Person; grace: Person }> {
  const ada = await signUp(server.visitor(), { firstName: 'Ada', householdName: '14 Mill Lane' });
  const grace = await signUp(server.visitor(), { firstName: 'Grace' });
  await joinBy(grace, await invite(ada));
  await change(ada, `owner_${idOf(grace)}`);
  return { ada, grace };
}

const change = ({ visitor }: Person, act: string) => visitor.post('/household/members', { act });
const deleted = ({ visitor, password }: Person) => visitor.post('/account/delete', { password });

/** As the form kept for somebody whose session had ended. */
function park(owner: number, household: string): void {
  const form = JSON.stringify({ owner, page: '/places/new', values: { name: 'Shed' }, household });
  openSqlite(path.join(server.dataDir, 'sessions.sqlite'))
    .prepare('insert into kept_forms (id, owner, page, form, kept_at) values (?, ?, ?, ?, ?)')
    .run(`${owner} ${household}`, owner, '/places/new', form, Date.now());
}
const parkedOf = (owner: number) =>
  openSqlite(path.join(server.dataDir, 'sessions.sqlite'))
    .prepare('select id from kept_forms where owner = ? order by id')
    .pluck()
    .all(owner);

describe('With someone’s rights end the links that they have made', () => {
  test.each<[string, (who: { ada: Person; grace: Person }) => Promise<unknown>]>([
    ['when their account is deleted', ({ grace }) => deleted(grace)],
    ['when they leave', ({ grace }) => change(grace, 'leave')],
    ['when they are removed', ({ ada, grace }) => change(ada, `remove_${idOf(grace)}`)],
    ['when they are a member only', ({ ada, grace }) => change(ada, `member_${idOf(grace)}`)],
  ])('%s', async (_how, end) => {
    const who = await twoOwners();
    const [link, other] = [await invite(who.grace, { uses: '2' }), await invite(who.ada)];
    const waiting = server.visitor();
    await (await waiting.get(link)).form(link).submit();
    await end(who);
    expect((await server.visitor().get(link)).h1).toBe('This invitation is no longer good');
    const eve = await signUp(server.visitor(), { firstName: 'Eve' });
    await eve.visitor.post(link, { as: String(idOf(eve)) });
    expect((await eve.visitor.get('/household')).text).not.toContain('14 Mill Lane');
    const late = await signUp(waiting, { firstName: 'Late' });
    expect((await late.visitor.get('/household')).text).not.toContain('14 Mill Lane');
    // What the other owner made is good.
    await joinBy(eve, other);
    expect((await eve.visitor.get('/household')).text).toContain('14 Mill Lane');
  });

  test('those too that are left of an account which was deleted before', async () => {
    const { ada, grace } = await twoOwners();
    const link = await invite(grace);
    larder().prepare('update invitations set invited_by = null where invited_by = ?').run(idOf(grace));
    expect((await server.visitor().get(link)).status).toBe(404);
    expect((await ada.visitor.get('/household/invitations')).text).not.toContain('until');
  });
});

describe('Forms that were kept for someone go', () => {
  test('all of them with the account', async () => {
    const { grace } = await twoOwners();
    const id = idOf(grace);
    for (const household of ['1', '2']) park(id, household);
    await deleted(grace);
    expect(parkedOf(id)).toEqual([]);
  });

  test('those for a household with the membership', async () => {
    const { ada, grace } = await twoOwners();
    const [id, household] = [
      idOf(grace),
      String(larder().prepare('select current_household_id from users where id = ?').pluck().get(idOf(ada))),
    ];
    for (const one of [household, '999999']) park(id, one);
    await change(ada, `remove_${id}`);
    expect(parkedOf(id)).toEqual([`${id} 999999`]);
  });
});
