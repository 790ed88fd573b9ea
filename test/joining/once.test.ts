import { beforeEach, describe, expect, test } from 'vitest';
import { change, invite, joinBy } from '../support/households.js';
import type { Page } from '../support/page.js';
import type { Person } from '../support/people.js';
import { settled } from '../support/settled.js';
import { usingLocalApp } from '../web/local-app.js';
import { type Host, host, join, logInOn, members, toLogIn, toSignUp, usesLeft } from './guests.js';

const larder = usingLocalApp();
let mill: Host;
let grace: Person;

beforeEach(async () => {
  mill = await host(larder);
  grace = await settled(larder, 'Grace', 'The Mill');
});

const JOINED = ['You have joined 14 Mill Lane.'];
const flashesOf = (pages: Page[]) => pages.map((page) => page.flashes());

describe('An invitation for one person that is accepted by a double tap', () => {
  test('on the link makes one member, and both answers say so', async () => {
    const form = (await grace.visitor.get(mill.link)).form(mill.link);
    expect(flashesOf(await Promise.all([form.submit(), form.submit()]))).toEqual([JOINED, JOINED]);
    expect((await form.submit()).flashes()).toEqual(JOINED);
    expect(await members(mill.owner)).toEqual(['Ada', 'Grace']);
  });

  test('after signing in makes one member, and both answers say so', async () => {
    const review = await logInOn(await toLogIn(larder.visitor(), mill.link), grace);
    expect(flashesOf(await Promise.all([join(review), join(review)]))).toEqual([JOINED, JOINED]);
    expect((await join(review)).flashes()).toEqual(JOINED);
    expect(await members(mill.owner)).toEqual(['Ada', 'Grace']);
  });

  test('by signing up makes one account and one member, and both end signed in there', async () => {
    const page = await toSignUp(larder.visitor(), mill.link);
    const form = page.form('/signup').fill({ username: `${grace.username}-2`, password: grace.password });
    const pages = await Promise.all([form.submit(), form.submit()]);
    for (const one of pages) expect([one.status, one.text]).toEqual([200, expect.stringContaining('joined')]);
    expect(await members(mill.owner)).toHaveLength(2);
    expect((await form.submit()).text).toContain('14 Mill Lane');
    expect(await members(mill.owner)).toHaveLength(2);
  });
});

describe('An invitation for two', () => {
  test('has one use left after a double tap', async () => {
    const link = await invite(mill.owner, { uses: '2' });
    const form = (await grace.visitor.get(link)).form(link);
    await Promise.all([form.submit(), form.submit()]);
    expect(await usesLeft(mill.owner)).toEqual(['For 1 person', 'For 1 person']);
  });

  test('lets two in and no third, however close together they come', async () => {
    const link = await invite(mill.owner, { uses: '2' });
    const guests = [grace, await settled(larder, 'Edith', 'Hut'), await settled(larder, 'Mary', 'Barn')];
    const forms = await Promise.all(guests.map(async ({ visitor }) => (await visitor.get(link)).form(link)));
    const pages = await Promise.all(forms.map((form) => form.submit()));
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 200, 404]);
    expect(await members(mill.owner)).toHaveLength(3);
  });
});

describe('One who joined and was removed since', () => {
  const removeGrace = async () => change(mill.owner, 'Remove', 'Grace');

  test('is not told that they have joined when the form is sent again', async () => {
    const phone = larder.visitor();
    const review = await logInOn(await toLogIn(phone, mill.link), grace);
    await join(review);
    await removeGrace();
    const again = await join(review);
    expect([again.status, again.h1]).toEqual([409, 'You have left 14 Mill Lane']);
    expect(await members(mill.owner)).toEqual(['Ada']);
  });

  test('joins again from the very page of a link that is still good', async () => {
    const link = await invite(mill.owner, { uses: '2' });
    const form = (await grace.visitor.get(link)).form(link);
    await form.submit();
    await removeGrace();
    expect((await form.submit()).flashes()).toEqual(JOINED);
    expect(await members(mill.owner)).toEqual(['Ada', 'Grace']);
  });

  test('is not let in again by a link that is used up', async () => {
    await joinBy(grace, mill.link);
    await removeGrace();
    const page = await grace.visitor.get(mill.link);
    expect([page.status, page.h1]).toEqual([404, 'This invitation is no longer good']);
  });
});
