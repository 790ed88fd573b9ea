import { beforeEach, describe, expect, test } from 'vitest';
import { signUpOn, toSignUp } from '../joining/guests.js';
import { change, goOverTo, inTwoHouseholds, invite, joinBy, memberPage } from '../support/households.js';
import { type Person, uniqueName } from '../support/people.js';
import { adaAndGrace, settled } from '../support/settled.js';
import { usingLocalApp } from '../web/local-app.js';

const larder = usingLocalApp();
let ada: Person;
let grace: Person;

beforeEach(async () => {
  [ada, grace] = await adaAndGrace(larder);
});

const household = ({ visitor }: Person) => visitor.get('/household');
const sees = async (person: Person) => (await household(person)).h1;
const roles = async (person: Person) =>
  (await household(person)).texts('[aria-labelledby="members"] .way-about');
const households = async (person: Person) =>
  (await household(person)).texts('[aria-labelledby="households"] .way-name');

describe('One who is removed', () => {
  test('from the household that they see sees another of theirs at the very next request', async () => {
    await change(ada, 'Remove', 'Grace');
    expect((await grace.visitor.get('/')).text).toContain('Household: The Mill');
    expect(await households(grace)).toEqual([]);
  });

  test('from a household that they do not see goes on seeing the one they see', async () => {
    await goOverTo(grace.visitor, 'The Mill');
    const page = await household(grace);
    await change(ada, 'Remove', 'Grace');
    expect(await sees(grace)).toBe('The Mill');
    const back = await page.form('/household/current').submit();
    expect(back.status).toBe(404);
  });

  test('finds none of its pages, forms and unfinished entries any more', async () => {
    const home = await grace.visitor.get('/');
    const fridge = await home.click(/^Fridge/);
    const entry = await grace.visitor.post('/put-away', { names: 'Halva' });
    await change(ada, 'Remove', 'Grace');
    for (const { path } of [fridge, entry]) expect((await grace.visitor.get(path)).status).toBe(404);
    const sent = [
      await fridge
        .form(/\/items$/)
        .fill({ name: 'Milk' })
        .submit(),
      await entry.form(/\/details$/).submit(),
      await (await household(grace)).visitor.post(entry.path.replace(/details$/, 'commit'), {
        revision: '0',
      }),
    ];
    for (const { status } of sent) expect([404, 409]).toContain(status);
    expect((await ada.visitor.get('/')).text).not.toContain('Milk');
    const left = (await grace.visitor.get('/put-away')).texts('.item-draft .item-name');
    expect(left).toEqual(['An entry of a household that you have left']);
  });

  test('finds the entry again that they began there, when they are let in again', async () => {
    const entry = await grace.visitor.post('/put-away', { names: 'Halva' });
    await change(ada, 'Remove', 'Grace');
    await joinBy(grace, await invite(ada));
    expect((await grace.visitor.get(entry.path)).status).toBe(200);
  });

  test('and has no other household gets a new one with its first places', async () => {
    const signup = await toSignUp(larder.visitor(), await invite(ada));
    const linus = await signUpOn(signup, uniqueName('linus'), 'Linus');
    await change(ada, 'Remove', 'Linus');
    const home = await linus.visitor.get('/');
    expect([home.text, home.texts('.place-name')]).toEqual([
      expect.stringContaining('Linus’s household'),
      ['Fridge', 'Freezer', 'Pantry'],
    ]);
  });

  test('gets a new one even when the household that they saw had gone before', async () => {
    await larder.db
      .deleteFrom('memberships')
      .where('household_id', '=', await idOf('The Mill'))
      .execute();
    await larder.db.updateTable('users').set({ current_household_id: null }).execute();
    expect(await sees(grace)).toBe('14 Mill Lane');
    await change(ada, 'Remove', 'Grace');
    expect(await sees(grace)).toBe('Grace’s household');
  });

  /** The newest household of that name. */
  const idOf = async (name: string) => {
    const named = larder.db.selectFrom('households').select('id').where('name', '=', name);
    return (await named.orderBy('id', 'desc').executeTakeFirstOrThrow()).id;
  };
});

describe('Handing over', () => {
  test('takes two taps, and leaves the other in charge', async () => {
    expect((await change(ada, 'Make an owner')).flashes()).toEqual(['Grace is now an owner.']);
    expect(await roles(ada)).toEqual(['you, owner', 'owner']);
    expect((await change(grace, 'Make a member')).flashes()).toEqual(['Ada is now a member.']);
    expect(await roles(grace)).toEqual(['member', 'you, owner']);
    expect((await ada.visitor.get('/household/invitations')).status).toBe(403);
    expect((await change(ada, 'Leave')).flashes()).toEqual(['You have left 14 Mill Lane.']);
    expect(await sees(grace)).toBe('14 Mill Lane');
  });

  test('leaves an owner when two owners make each other members at once', async () => {
    await change(ada, 'Make an owner');
    const [byAda, byGrace] = [
      await memberPage(ada, 'Make a member'),
      await memberPage(grace, 'Make a member'),
    ];
    const answers = await Promise.all(
      [byAda, byGrace].map((page) => page.form('main form').submit(/^Make a member/)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect((await roles(ada)).filter((role) => role.endsWith('owner'))).toHaveLength(1);
  });
});

describe('Leaving', () => {
  test('is refused to the last owner while others are there, and says what to do', async () => {
    expect((await memberPage(ada, 'Leave')).text).toContain('make somebody else an owner first');
    const refused = await ada.visitor.post('/household/members', { act: 'leave' });
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining('A household needs an owner. Make somebody else an owner first.'),
    ]);
    expect(await sees(ada)).toBe('14 Mill Lane');
  });

  test('is not offered to the only member, and refused when it is sent all the same', async () => {
    await change(grace, 'Leave');
    const page = await household(ada);
    expect(page.text).not.toContain('Leave');
    const sent = await ada.visitor.post('/household/members', { act: 'leave' });
    expect(sent.status).toBe(422);
    expect(await sees(ada)).toBe('14 Mill Lane');
  });

  test('twice by a double tap is done once', async () => {
    const form = (await memberPage(grace, 'Leave')).form('main form');
    const pages = await Promise.all([form.submit(), form.submit()]);
    for (const page of pages) expect([200, 409]).toContain(page.status);
    expect(await sees(grace)).toBe('The Mill');
    expect(await households(grace)).toEqual([]);
  });
});

describe('One who has several households', () => {
  test('goes from each to each, and sees that one’s food on every device', async () => {
    await joinBy(grace, await invite(await settled(larder, 'Olive', 'Allotment')));
    expect(await households(grace)).toEqual(['14 Mill Lane', 'Allotment', 'The Mill']);
    for (const name of ['The Mill', '14 Mill Lane', 'Allotment']) {
      expect((await goOverTo(grace.visitor, name)).flashes()).toEqual([`You now see ${name}.`]);
      expect(await sees(grace)).toBe(name);
      expect((await household(grace)).texts('[aria-labelledby="households"] div')).toEqual([
        `${name} what you see now`,
      ]);
    }
  });

  test('sees the next of them when they leave the one they see', async () => {
    const { ada: two } = await inTwoHouseholds(larder.visitor);
    await goOverTo(two.visitor, 'Allotment');
    expect((await change(two, 'Leave')).flashes()).toEqual(['You have left Allotment.']);
    expect(await sees(two)).toBe('14 Mill Lane');
  });

  test('finds the entries of each household, and is told of another one whose they are', async () => {
    const entry = await grace.visitor.post('/put-away', { names: 'Halva' });
    await goOverTo(grace.visitor, 'The Mill');
    const [other] = (await grace.visitor.get('/put-away')).texts('.item-draft');
    expect(other).toContain('14 Mill Lane');
    await goOverTo(grace.visitor, '14 Mill Lane');
    expect((await grace.visitor.get('/put-away')).link('Halva')).toMatch(entry.path);
  });
});
