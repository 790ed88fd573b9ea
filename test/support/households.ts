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

/** Makes another household the current one. */
export async function goOverTo(visitor: Visitor, name: string): Promise<Page> {
  const households = await visitor.get('/household');
  const row = households
    .queryAll('.item')
    .find((item) => item.textContent?.includes(`See this one: ${name}`));
  const id = row?.querySelector('input[name="household_id"]')?.getAttribute('value');
  if (!id) throw new Error(`${name} is no other household of theirs`);
  return visitor.post('/household/current', { household_id: id });
}
