import type { Page } from './page.js';
import type { Visitor } from './visitor.js';

/** Fits every password rule. */
export const PASSWORD = 'plum-lantern-orbit-47';

export interface Credentials {
  username: string;
  password: string;
}

export interface Newcomer extends Partial<Credentials> {
  firstName?: string;
  lastName?: string;
  householdName?: string;
  timeZone?: string;
}

/** Somebody signed in, with their first page. */
export interface Person extends Credentials {
  visitor: Visitor;
  page: Page;
}

let count = 0;

/** A username that nobody else in the tests has. */
export function uniqueName(name = 'ada'): string {
  count += 1;
  return `${name}${process.pid.toString(36)}${count.toString(36)}`;
}

/**
 * Signs up through the form.
 * @throws with the form's messages when it is refused
 */
export async function signUp(visitor: Visitor, newcomer: Newcomer = {}): Promise<Person> {
  const { username = uniqueName(), password = PASSWORD, firstName = 'Ada', lastName = 'Lovelace' } = newcomer;
  const form = (await visitor.get('/signup')).form('/signup');
  form.fill({ username, password, first_name: firstName, last_name: lastName });
  form.fill({ household_name: newcomer.householdName ?? `${firstName}'s kitchen` });
  if (newcomer.timeZone !== undefined) form.fill({ time_zone: newcomer.timeZone });
  const page = accepted(await form.submit());
  return { visitor, username, password, page };
}

/**
 * Signs in through the form.
 * @throws with the form's messages when it is refused
 */
export async function signIn(visitor: Visitor, { username, password }: Credentials): Promise<Person> {
  const form = (await visitor.get('/login')).form('/login');
  const page = accepted(await form.fill({ username, password }).submit());
  return { visitor, username, password, page };
}

function accepted(page: Page): Page {
  if (page.status === 200 && page.redirects.length > 0) return page;
  throw new Error(`Refused: ${page}\n${JSON.stringify(page.errors())}\n${page.text.slice(0, 500)}`);
}
