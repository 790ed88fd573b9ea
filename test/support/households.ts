import type { Page } from './page.js';
import { type Person, signUp } from './people.js';
import type { Visitor } from './visitor.js';

/**
 * Someone in two households, 14 Mill Lane (current) and the Allotment, through the real forms.
 * @param newVisitor a new browser at each call
 * @returns Ada, and Olive, who owns the Allotment
 */
export async function inTwoHouseholds(newVisitor: () => Visitor): Promise<{ ada: Person; olive: Person }> {
  const olive = await signUp(newVisitor(), { firstName: 'Olive', householdName: 'Allotment' });
  const ada = await signUp(newVisitor(), { firstName: 'Ada', householdName: '14 Mill Lane' });
  await joinBy(ada, await invite(olive));
  await goOverTo(ada.visitor, '14 Mill Lane');
  return { ada, olive };
}

/**
 * Makes a link into the owner's current household.
 * @param terms.uses for how many people, terms.days until when
 * @returns its path
 */
export async function invite(
  { visitor }: Person,
  terms: { uses?: string; days?: string } = {},
): Promise<string> {
  const form = (await visitor.get('/household/invitations')).form('/household/invitations');
  const made = await form.fill({ uses: '1', days: '7', ...terms }).submit();
  return new URL(made.query('#link')?.getAttribute('value') ?? '').pathname;
}

/** Joins by a link, signed in. @returns the page after it */
export async function joinBy({ visitor }: Person, link: string): Promise<Page> {
  return (await visitor.get(link)).form(link).submit(/^Join/);
}

/** What may be done about who is a member. */
export type MemberAct = 'Leave' | 'Remove' | 'Make an owner' | 'Make a member' | 'Make a sign-in link';

/**
 * The page from which one leaves, or on which something is done about another member.
 * @param name of that other; the first one when left out
 */
export async function memberPage(
  { visitor }: { visitor: Visitor },
  act: MemberAct,
  name = '',
): Promise<Page> {
  const household = await visitor.get('/household');
  if (act === 'Leave') return household.click('Leave');
  const [other] = household
    .queryAll('a[href^="/household/members/"]')
    .filter((link) => link.textContent?.includes(name));
  if (!other) throw new Error(`${household} has no member ${name} to change`);
  const page = await visitor.get(other.getAttribute('href') ?? '');
  return act === 'Remove' ? page.click('Remove') : page;
}

/** Does it, by the button on that page. */
export async function change(person: { visitor: Visitor }, act: MemberAct, name = ''): Promise<Page> {
  const page = await memberPage(person, act, name);
  return page.form('/household/members').submit(new RegExp(`^${act}`));
}

/** Makes another household the current one. */
export async function goOverTo(visitor: Visitor, name: string): Promise<Page> {
  const households = await visitor.get('/household');
  const row = households
    .queryAll('form[action="/household/current"]')
    .find((form) => form.textContent?.includes(name));
  const id = row?.querySelector('input[name="household_id"]')?.getAttribute('value');
  if (!id) throw new Error(`${name} is no other household of theirs`);
  return visitor.post('/household/current', { household_id: id });
}
