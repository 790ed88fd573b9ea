import { beforeEach, describe, expect, test } from 'vitest';
import { change, invite, joinBy } from '../support/households.js';
import type { Person } from '../support/people.js';
import { settled } from '../support/settled.js';
import { usingLocalApp } from '../web/local-app.js';
import { expectRefused } from '../web/refusal.js';

const larder = usingLocalApp({ start: '2026-03-01T12:00:00Z' });
let ada: Person;
let grace: Person;

beforeEach(async () => {
  larder.clock.set('2026-03-01T12:00:00Z');
  ada = await settled(larder, 'Ada', '14 Mill Lane');
  grace = await settled(larder, 'Grace', 'The Mill');
});

const page = ({ visitor }: Person = ada) => visitor.get('/household/invitations');
const form = async (person?: Person) => (await page(person)).form('/household/invitations');
const open = async (person?: Person) =>
  (await page(person)).texts('[aria-labelledby="open-links"] .way-name');

describe('A new link', () => {
  test('is shown once, with for how many people and until when', async () => {
    const made = await (await form()).fill({ uses: '3', days: '30' }).submit();
    expect(made.status).toBe(201);
    expect(made.query('#link')?.getAttribute('value')).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/join\/[\w-]{32}$/,
    );
    expect(made.texts('[aria-labelledby="open-links"] .way')[0]).toContain(
      'For 3 people until 31 Mar (in 4 weeks)',
    );
    expect((await page()).queryAll('#link')).toEqual([]);
  });

  test('is kept as a hash only', async () => {
    const token = (await invite(ada)).split('/').at(-1) ?? '';
    const rows = await larder.db.selectFrom('invitations').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('is listed as long as it can be used', async () => {
    const link = await invite(ada, { days: '1' });
    await invite(ada, { uses: '2', days: '7' });
    expect(await open()).toEqual(['For 2 people', 'For 1 person']);
    await joinBy(grace, link);
    expect(await open()).toEqual(['For 2 people']);
    larder.clock.advance({ days: 7 });
    expect(await open()).toEqual([]);
  });

  test.each<[Record<string, string>, Record<string, RegExp>]>([
    [{ uses: '0' }, { uses: /from 1 to 20/ }],
    [{ uses: '21' }, { uses: /from 1 to 20/ }],
    [{ uses: 'all' }, { uses: /from 1 to 20/ }],
    [{ days: '365' }, { days: /how long/ }],
  ])('is refused with %j', async (typed, messages) => {
    const answer = await (await form()).tamper(typed).submit();
    expectRefused(answer, messages);
    if (typed.uses) expect(answer.form('/household/invitations').value('uses')).toBe(typed.uses);
    expect(await open()).toEqual([]);
  });

  test('is made by owners only', async () => {
    await joinBy(grace, await invite(ada));
    expect([(await page(grace)).status, (await page(grace)).h1]).toEqual([403, 'Only an owner can do that']);
    const posted = await grace.visitor.post('/household/invitations', { uses: '1', days: '7' });
    expect(posted.status).toBe(403);
    expect(await open()).toEqual([]);
  });
});

describe('A link that is cancelled', () => {
  const cancel = async (person = ada) => (await page(person)).form(/revoke$/).submit(/^Cancel link/);

  test('is listed no longer, and lets nobody in', async () => {
    const link = await invite(ada);
    const done = await cancel();
    expect(done.flashes()).toEqual(['The link is cancelled.']);
    expect(await open()).toEqual([]);
    expect((await grace.visitor.get(link)).status).toBe(404);
  });

  test('is not cancelled by one who is no owner, or of another household', async () => {
    const link = await invite(ada, { uses: '2' });
    const invitation = (await page()).query('[name="invitation"]')?.getAttribute('value') ?? '';
    await grace.visitor.post('/household/invitations/revoke', { invitation });
    await joinBy(grace, link);
    const refused = await grace.visitor.post('/household/invitations/revoke', { invitation });
    expect(refused.status).toBe(403);
    expect(await open()).toEqual(['For 1 person']);
  });

  test('needs the password, like the making of one, when that was given more than 15 minutes ago', async () => {
    await invite(ada);
    larder.clock.advance({ minutes: 15 });
    expect((await page()).queryAll('input[type="password"]')).toEqual([]);
    larder.clock.advance({ seconds: 1 });
    expect((await (await form()).submit()).errors()).toEqual({
      password: 'That is not your password. Try again.',
    });
    const refused = await cancel();
    expect(refused.status).toBe(422);
    expect(refused.errors()).toEqual({ revoke_password: 'That is not your password. Try again.' });
    expect(await open()).toEqual(['For 1 person']);
    const done = await refused
      .form(/revoke$/)
      .fill({ revoke_password: ada.password })
      .submit(/^Cancel link/);
    expect(done.flashes()).toEqual(['The link is cancelled.']);
    expect(done.queryAll('input[type="password"]')).toEqual([]);
  });

  test('asks for the password too when its page was drawn before that', async () => {
    await invite(ada);
    const drawn = await page();
    larder.clock.advance({ minutes: 16 });
    const refused = await drawn.form(/revoke$/).submit(/^Cancel link/);
    expect(refused.errors().revoke_password).toMatch(/more than 15 minutes ago/);
    expect(await open()).toEqual(['For 1 person']);
  });
});

describe('The links that someone made', () => {
  let link: string;
  beforeEach(async () => {
    await joinBy(grace, await invite(ada));
    await change(ada, 'Make an owner');
    link = await invite(grace, { uses: '2' });
  });

  test('let people in while they are an owner', async () => {
    expect((await larder.visitor().get(link)).text).toContain('Grace invites you');
  });

  test.each<[string, () => Promise<unknown>]>([
    ['are removed', () => change(ada, 'Remove', 'Grace')],
    ['are an owner no longer', () => change(ada, 'Make a member')],
    ['leave', () => change(grace, 'Leave')],
  ])('let nobody in once they %s', async (_what, end) => {
    const own = await invite(ada);
    await end();
    expect((await larder.visitor().get(link)).status).toBe(404);
    expect((await larder.visitor().get(own)).status).toBe(200);
  });
});
