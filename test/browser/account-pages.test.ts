import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWindows, newPage, sharedBrowser } from '../support/browser.js';
import { PASSWORD, type Person, signIn } from '../support/people.js';
import { usingServer } from '../support/using-server.js';
import { problemsOf } from './inspect.js';
import { newcomer, sharedWindow, tabIn } from './kitchen.js';
import { click, logIn, press } from './walk.js';

const server = usingServer();
const closed = usingServer({ env: { SIGNUPS: 'closed' } });
let browser: Browser;
let ada: Person;
let signedIn: BrowserContext;
let signedOut: BrowserContext;

beforeAll(async () => {
  browser = await sharedBrowser();
  const householdName = 'The long-named household of Ada, Grace and everybody else at 14 Mill Lane';
  ada = await newcomer(server, { householdName });
  const grace = await newcomer(server, { firstName: 'Grace', lastName: 'Hopper-with-a-rather-long-name' });
  const join = await grace.visitor.get(await invitation(ada));
  await join.form(/^\/join\//).submit();
  signedIn = await sharedWindow(browser, server, ada);
  signedOut = await sharedWindow(browser, server);
});
afterAll(() => closeWindows(browser));

const SIGNED_OUT: Record<string, (page: Page) => Promise<unknown>> = {
  'the welcome': (page) => page.goto('/'),
  'the sign-up': async (page) => {
    await page.goto('/signup');
    await page.getByText('More, which can wait').click();
  },
  'the sign-up with errors': async (page) => {
    await page.goto('/signup');
    await page.getByLabel('Password').fill('short');
    await press(page, 'Sign up');
  },
  'the sign-in': (page) => page.goto('/login'),
  'the sign-in with errors': async (page) => {
    await page.goto('/login');
    await press(page, 'Sign in');
  },
  'an invitation': async (page) => page.goto(await invitation(ada)),
  'an invitation, and the sign-up by it': async (page) => {
    await page.goto(await invitation(ada));
    await press(page, 'Sign up and join');
  },
  'an invitation, and the sign-in by it': async (page) => {
    await page.goto(await invitation(ada));
    await press(page, 'I have an account');
  },
  'an invitation that waits, in the list of them': async (page) => {
    await page.goto(await invitation(ada));
    await press(page, 'I have an account');
    await page.goto('/joining');
  },
  'the sign-in after signing out': async (page) => {
    await page.goto('/login');
    await logIn(page, ada.username, PASSWORD);
    await page.setViewportSize({ width: 1280, height: 844 });
    await press(page, 'Sign out');
  },
  // The last one: it leaves the window signed in.
  'an invitation, and the question whether to join by it': async (page) => {
    await page.goto(await invitation(ada));
    await press(page, 'I have an account');
    const guest = await newcomer(server);
    await logIn(page, guest.username, PASSWORD);
    await page.getByRole('button', { name: /^Join / }).waitFor();
    await page.getByText(`You are signed in as ${guest.username}`).waitFor();
  },
};

const SIGNED_IN: Record<string, (page: Page) => Promise<unknown>> = {
  more: (page) => page.goto('/more'),
  'the account': (page) => page.goto('/account'),
  'the profile': (page) => page.goto('/account/edit'),
  'the profile with errors': async (page) => {
    await page.goto('/account/edit');
    await page.getByLabel('Username').fill('');
    await press(page, 'Save');
  },
  'the change of the password': (page) => page.goto('/account/password'),
  'the change of the password with errors': async (page) => {
    await page.goto('/account/password');
    await press(page, 'Change the password');
  },
  'the sessions, with another one': async (page) => {
    await signIn(server.visitor(), ada);
    await page.goto('/account/sessions');
  },
  'the deletion of the account': (page) => page.goto('/account/delete'),
  'the deletion of the account with errors': async (page) => {
    await page.goto('/account/delete');
    await press(page, 'Delete the account');
  },
  'the household': (page) => page.goto('/household'),
  'the household, just changed': async (page) => {
    await page.goto('/household');
    await click(page, 'Rename or change');
    await press(page, 'Save');
  },
  'the form of the household': (page) => page.goto('/household/edit'),
  'the form of the household with errors': async (page) => {
    await page.goto('/household/edit');
    await page.getByLabel('Name').fill(' ');
    await press(page, 'Save');
  },
  'the form of the household, changed meanwhile': async (page) => {
    await page.goto('/household/edit');
    const theirs = (await ada.visitor.get('/household/edit')).form('/household/edit');
    await theirs.fill({ name: `${theirs.value('name')} again`.slice(0, 80) }).submit();
    await page.getByLabel('Name').fill('Mine');
    await press(page, 'Save');
    await page.getByRole('heading', { name: 'What is there now' }).waitFor();
  },
};

const SHARED: Record<string, (page: Page) => Promise<unknown>> = {
  'the household of several': (page) => page.goto('/household'),
  'another member': async (page) => {
    await page.goto('/household');
    await click(page, /^Grace/);
  },
  'the question whether to remove a member': async (page) => {
    await page.goto('/household');
    await click(page, /^Grace/);
    await click(page, 'Remove');
  },
  'the question whether to leave, which the only owner can’t': async (page) => {
    await page.goto('/household/leave');
    await page.getByText('make somebody else an owner first').waitFor();
  },
  'an invitation just made, among others': async (page) => {
    await page.goto('/household');
    await press(page, 'Invite someone');
    await page.getByRole('textbox', { name: 'Link' }).waitFor();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied.').waitFor();
  },
  'the links of a household, and another one': (page) => page.goto('/household/invitations'),
  'the invitations with errors': async (page) => {
    await page.goto('/household/invitations');
    await page.getByLabel('For how many people').fill('all');
    await press(page, 'Make a link');
  },
  'an invitation to where one is already': async (page) => page.goto(await invitation(ada)),
  'an invitation to another household': async (page) => page.goto(await invitation(await newcomer(server))),
  'an invitation that is no longer good': (page) => page.goto('/join/nothing'),
};

describe('somebody signed out can use, at any width, in light and in dark,', () => {
  it.each(Object.entries(SIGNED_OUT))('%s', async (_name, open) => {
    const page = await tabIn(signedOut, server);
    await open(page);
    expect(await problemsOf(page)).toEqual([]);
  });

  it.each([
    ['the welcome where sign-up is closed', '/'],
    ['the closed sign-up', '/signup'],
  ])('%s', async (_name, address) => {
    const page = await newPage(browser, { baseUrl: closed.url, reducedMotion: true });
    await page.goto(address);
    expect(await problemsOf(page)).toEqual([]);
  });
});

describe('a household of several can use, at any width, in light and in dark,', () => {
  it.each(Object.entries(SHARED))('%s', async (_name, open) => {
    const page = await tabIn(signedIn, server);
    await open(page);
    expect(await problemsOf(page)).toEqual([]);
  });
});

describe('somebody signed in can use, at any width, in light and in dark,', () => {
  it.each(Object.entries(SIGNED_IN))('%s', async (_name, open) => {
    const page = await tabIn(signedIn, server);
    await open(page);
    expect(await problemsOf(page)).toEqual([]);
  });
});

/** The path of a new link into the household of this person. */
async function invitation({ visitor }: Person): Promise<string> {
  const page = await visitor.get('/household/invitations');
  const made = await page.form('/household/invitations').fill({ uses: 5 }).submit();
  return new URL(made.query('#link')?.getAttribute('value') ?? '').pathname;
}
