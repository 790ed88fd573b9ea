import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../support/page.js';
import { PASSWORD, type Person, signUp, uniqueName } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { expectRefused } from '../web/refusal.js';

const server = usingServer();
let ada: Person;

beforeAll(async () => {
  ada = await signUp(server.visitor(), {
    firstName: 'Ada',
    householdName: '14 Mill Lane',
    timeZone: 'Europe/Dublin',
  });
});

const form = async () => (await server.visitor().get('/signup')).form('/signup');

describe('Signing up', () => {
  test('asks for three things at the most, before anything more is opened', async () => {
    const fields = (await form()).element.querySelectorAll('.form > .field');
    expect([...fields].map((field) => field.querySelector('input')?.getAttribute('name'))).toEqual([
      'username',
      'password',
      'first_name',
    ]);
  });

  test('greets the new user, with fridge, freezer and pantry there', async () => {
    expect(ada.page.redirects.map(({ status }) => status)).toEqual([303]);
    expect([ada.page.path.split('?')[0], ada.page.flashes()]).toEqual(['/welcome', ['Welcome, Ada.']]);
    expect((await ada.visitor.get('/')).texts('.place-name')).toEqual(['Fridge', 'Freezer', 'Pantry']);
    expect(ada.page.text).toContain('14 Mill Lane');
  });

  test('greets the user also where the address to go on to has keys of other messages', async () => {
    const asked = `/signup?return_to=${encodeURIComponent('/?flash=AAAA&flash=BBBB')}`;
    const other = (await server.visitor().get(asked)).form('/signup');
    const page = await other.fill({ username: uniqueName('cleo'), password: PASSWORD }).submit();
    expect(page.flashes()[0]).toContain('Welcome');
  });

  test('greets once: the page loaded again has no banner', async () => {
    const again = await ada.visitor.get(ada.page.path);
    expect(again.flashes()).toEqual([]);
  });

  test('keeps the household’s name and time zone', async () => {
    const household = await ada.visitor.get('/household');
    expect(household.text).toContain('14 Mill Lane');
    expect(household.text).toContain('Dublin');
    expect(household.texts('[aria-labelledby="members"] .way')).toEqual(['Ada you, owner']);
  });

  test('needs a username and a password only: the household is named after its maker', async () => {
    const username = uniqueName('ben');
    const home = await (await form()).fill({ username, password: PASSWORD }).submit();
    expect(home.text).toContain(`${username}’s household`);
    expect(home.flashes()[0]).toContain(`Welcome, ${username}.`);
  });

  test('makes a new session: the id that the visitor came with is worthless', async () => {
    const visitor = server.visitor();
    const planted = 's%3Aplanted-by-somebody.AAAA';
    const page = await visitor.get('/signup', { cookie: `larder=${planted}` });
    const fields = { ...page.form('/signup').values(), username: uniqueName('cleo'), password: PASSWORD };
    const answer = await visitor.postRaw('/signup', fields, { cookie: `larder=${planted}` });
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie().join()).not.toContain('planted');
    expect((await server.visitor().get('/account', { cookie: `larder=${planted}` })).path).toMatch(
      /^\/login/,
    );
  });

  test('goes on to where the visitor wanted to be, on this site only', async () => {
    for (const [asked, there] of [
      ['/household/edit', '/household/edit'],
      ['//evil.example', '/welcome'],
      ['/..//evil.example', '/welcome'],
    ]) {
      const page = await server.visitor().get(`/signup?return_to=${encodeURIComponent(asked ?? '')}`);
      const answer = await page
        .form('/signup')
        .fill({ username: uniqueName(), password: PASSWORD })
        .submitRaw();
      expect(answer.location?.split('?')[0]).toBe(there);
    }
  });

  test('is not offered to somebody signed in', async () => {
    expect((await ada.visitor.getRaw('/signup')).location).toBe('/');
  });
});

describe('Two taps on the button', () => {
  test('make one account, and both end signed in', async () => {
    const username = uniqueName('dora');
    const filled = (await form()).fill({ username, password: PASSWORD });
    const pages = await Promise.all([filled.submit(), filled.submit()]);
    // The second one finds the account, and signs in to it.
    expect(pages.map(({ status, path }) => [status, path.split('?')[0]]).sort()).toEqual([
      [200, '/'],
      [200, '/welcome'],
    ]);
    for (const { visitor } of [...pages, await filled.submit()])
      expect((await visitor.get('/')).texts('.place-name')).toEqual(['Fridge', 'Freezer', 'Pantry']);
  });
});

describe('A sign-up is refused', () => {
  const USERNAME = 'eve';
  async function refused(fields: Record<string, string>): Promise<Page> {
    const typed = {
      username: `${USERNAME}-never-made`,
      password: PASSWORD,
      first_name: 'Eve',
      household_name: 'Shed',
    };
    const page = await (await form()).fill({ ...typed, time_zone: 'Asia/Tokyo', ...fields }).submit();
    const again = page.form('/signup').values();
    expect(again).toMatchObject({ ...typed, time_zone: 'Asia/Tokyo', ...fields, password: '' });
    return page;
  }

  test('for a username that is taken, whatever its case', async () => {
    for (const username of [ada.username, ada.username.toUpperCase()]) {
      const page = await refused({ username, password: `another-${PASSWORD}` });
      expectRefused(page, { username: 'That username is taken. Choose another.' });
    }
  });

  test.each<[string, RegExp]>([
    ['', /^Enter a username\.$/],
    ['   ', /^Enter a username\.$/],
    ['two words', /^Leave the spaces out/],
    ['x'.repeat(61), /60 characters at most/],
    ['a\u200bb', /can’t be shown/],
    ['a\u202eb', /can’t be shown/],
  ])('for the username %j', async (username, message) => {
    expectRefused(await refused({ username }), { username: message });
  });

  test.each<[string, RegExp]>([
    ['', /8 characters at least/],
    ['7 chars', /8 characters at least/],
    ['💚💚💚💚💚💚💚', /8 characters at least/],
    ['x'.repeat(201), /200 characters at most/],
    ['password1', /Too many people use/],
    ['PassWord1', /Too many people use/],
    ['qwertyuiop', /Too many people use/],
    [`${USERNAME}-never-made`, /not your username/],
    [`${USERNAME}-NEVER-made`, /not your username/],
  ])('for the password %j', async (password, message) => {
    const page = await refused({ password });
    expectRefused(page, { password: message });
    if (password.length > 8 && !password.toLowerCase().startsWith(USERNAME))
      expect(page.html).not.toContain(password);
  });

  test('for everything that is wrong at once', async () => {
    const page = await refused({
      username: '',
      password: 'short',
      first_name: 'x'.repeat(61),
      household_name: 'y'.repeat(81),
    });
    expectRefused(page, { username: /Enter/, password: /8/, first_name: /60/, household_name: /80/ });
  });

  test('for a time zone that is none', async () => {
    const page = await (await form())
      .fill({ username: uniqueName(), password: PASSWORD })
      .tamper({ time_zone: 'Mars/Olympus' })
      .submit();
    expectRefused(page, { time_zone: /from the list/ });
  });

  test('with a field that the form does not have', async () => {
    const page = await (await form())
      .fill({ username: uniqueName(), password: PASSWORD })
      .tamper({ role: 'owner', id: '1' })
      .submit();
    expect(page.status).toBe(422);
    expect(page.text).toContain('This form does not take role, id.');
  });
});

describe('A password', () => {
  test.each(['12345-7!', 'x'.repeat(200), '💚'.repeat(100)])(
    'of 8 to 200 characters is taken: %s',
    async (password) => {
      const { username } = await signUp(server.visitor(), { password });
      const login = (await server.visitor().get('/login')).form('/login');
      expect((await login.fill({ username, password }).submit()).path).toBe('/');
    },
  );
});
