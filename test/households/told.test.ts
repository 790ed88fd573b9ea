import { beforeEach, describe, expect, test } from 'vitest';
import { signUpOn, toSignUp } from '../joining/guests.js';
import { change, goOverTo, invite, joinBy, memberPage } from '../support/households.js';
import { type Person, signIn, uniqueName } from '../support/people.js';
import { adaAndGrace } from '../support/settled.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Person;
let grace: Person;

beforeEach(async () => {
  [ada, grace] = await adaAndGrace(larder);
});

const told = async ({ visitor }: Person, path = '/shopping') => (await visitor.get(path)).texts('.notices p');
const REMOVED = 'Ada removed you from 14 Mill Lane. You see The Mill now.';

describe('Removing a member', () => {
  test('asks on a page of its own first, which changes nothing', async () => {
    const page = await memberPage(ada, 'Remove', 'Grace');
    expect([page.h1, page.form('main form').buttons()]).toEqual(['Remove Grace?', ['Remove Grace']]);
    expect((await grace.visitor.get('/household')).h1).toBe('14 Mill Lane');
    expect((await page.click('Cancel')).h1).toBe('Grace');
  });

  test('is told to them on their next page, and on each until they have seen it', async () => {
    await change(ada, 'Remove', 'Grace');
    expect(await told(grace)).toEqual([REMOVED]);
    const page = await grace.visitor.get('/account');
    expect(page.texts('.notices p')).toEqual([REMOVED]);
    const after = await page.form('/account/notices').submit('OK');
    expect([after.h1, after.texts('.notices')]).toEqual(['Account', []]);
    expect(await told(grace)).toEqual([]);
    expect(await told(ada)).toEqual([]);
  });

  test('is told after signing in, to one who was signed out meanwhile', async () => {
    await grace.visitor.post('/logout');
    await change(ada, 'Remove', 'Grace');
    expect((await signIn(larder.visitor(), grace)).page.texts('.notices p')).toEqual([REMOVED]);
  });

  test('is told to one who had no other household, with the name of their new one', async () => {
    const linus = await signUpOn(
      await toSignUp(larder.visitor(), await invite(ada)),
      uniqueName('linus'),
      'Linus',
    );
    await change(ada, 'Remove', 'Linus');
    expect((await linus.visitor.get('/')).texts('.notices p')).toEqual([
      'Ada removed you from 14 Mill Lane. You see Linus’s household now.',
    ]);
  });

  test('is told to one who saw another household all the while', async () => {
    await goOverTo(grace.visitor, 'The Mill');
    await change(ada, 'Remove', 'Grace');
    expect(await told(grace)).toEqual([REMOVED]);
  });

  test('is not told to one who leaves by themselves', async () => {
    await change(grace, 'Leave');
    expect(await told(grace)).toEqual([]);
  });
});

describe('What one is told', () => {
  test('is forgotten only as far as it was seen, and by its reader alone', async () => {
    await change(ada, 'Remove', 'Grace');
    const seen = (await grace.visitor.get('/account')).form('/account/notices');
    await ada.visitor.post('/account/notices', { seen: seen.value('seen') });
    expect(await told(grace)).toEqual([REMOVED]);
    await joinBy(grace, await invite(ada));
    await change(ada, 'Remove', 'Grace');
    expect(await told(grace)).toEqual([REMOVED, REMOVED]);
    await seen.submit();
    expect(await told(grace)).toEqual([REMOVED]);
  });

  test('is ten things at the most, the newest', async () => {
    for (let n = 0; n < 11; n += 1) {
      await change(ada, 'Remove', 'Grace');
      await joinBy(grace, await invite(ada));
    }
    expect(await told(grace)).toHaveLength(10);
  });
});

test('A page that asks before one leaves says what comes after', async () => {
  const page = await memberPage(grace, 'Leave');
  expect([page.h1, page.text]).toEqual([
    'Leave 14 Mill Lane?',
    expect.stringContaining('You go on with The Mill.'),
  ]);
  expect((await page.form('main form').submit()).flashes()).toEqual(['You have left 14 Mill Lane.']);
  const alone = await grace.visitor.get('/household/leave');
  expect([alone.text, alone.queryAll('main form')]).toEqual([
    expect.stringContaining('Nobody else is in it.'),
    [],
  ]);
});

test('One press makes a link, for one person and a week', async () => {
  const household = await ada.visitor.get('/household');
  const made = await household.form('/household/invitations').submit('Invite someone');
  expect([made.status, made.h1, made.text]).toEqual([
    201,
    'Send this link',
    expect.stringContaining('It lets one person join 14 Mill Lane within 7 days.'),
  ]);
  expect(made.query('#link')?.getAttribute('value')).toMatch(/\/join\/[\w-]{32}$/);
  const again = await ada.visitor.get('/household');
  expect(again.texts('[aria-labelledby="open-links"] .way-name')).toEqual(['For 1 person']);
  const cancelled = await again.form(/revoke$/).submit(/^Cancel link/);
  expect([cancelled.h1, cancelled.texts('[aria-labelledby="open-links"]')]).toEqual(['14 Mill Lane', []]);
});
