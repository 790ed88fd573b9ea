import { invite } from '../support/households.js';
import type { Page } from '../support/page.js';
import { PASSWORD, type Person, uniqueName } from '../support/people.js';
import { settled } from '../support/settled.js';
import type { Visitor } from '../support/visitor.js';

/** Somebody who owns a household, and a link into it. */
export interface Host {
  owner: Person;
  link: string;
}

/** @param terms for how many people the link is, and for how many days */
export async function host(
  larder: Parameters<typeof settled>[0],
  household = '14 Mill Lane',
  terms: { uses?: string; days?: string } = {},
): Promise<Host> {
  const owner = await settled(larder, 'Ada', household);
  return { owner, link: await invite(owner, terms) };
}

/** Opens a link where nobody is signed in, and goes on to sign up. */
export async function toSignUp(visitor: Visitor, link: string): Promise<Page> {
  return (await visitor.get(link)).form(link).submit('Sign up and join');
}

/** Opens a link where nobody is signed in, and goes on to sign in. */
export async function toLogIn(visitor: Visitor, link: string): Promise<Page> {
  return (await visitor.get(link)).form(link).submit('I have an account');
}

/** Sends the sign-up form of a page as a new person. */
export function signUpOn(page: Page, username = uniqueName('grace'), firstName = 'Grace'): Promise<Page> {
  return page.form('/signup').fill({ username, password: PASSWORD, first_name: firstName }).submit();
}

/** Sends the sign-in form of a page. */
export function logInOn(page: Page, { username, password }: { username: string; password: string }) {
  return page.form('/login').fill({ username, password }).submit();
}

/** Presses Join on the page that asks whether to. */
export function join(page: Page): Promise<Page> {
  return page.form(/^\/joining\/[\w-]+\/commit$/).submit(/^Join/);
}

/** Who shares the household that somebody sees. */
export async function members({ visitor }: { visitor: Visitor }): Promise<string[]> {
  return (await visitor.get('/household')).texts('[aria-labelledby="members"] .way-name');
}

/** How many people the owner's open links are for. */
export async function usesLeft({ visitor }: Person): Promise<string[]> {
  return (await visitor.get('/household/invitations')).texts('[aria-labelledby="open-links"] .way-name');
}
