import type { Page } from './page.js';
import { type Person, signUp } from './people.js';
import type { Visitor } from './visitor.js';

/**
 * Someone with two households, 14 Mill Lane and the Allotment, who sees 14 Mill Lane. All through the real forms.
 * @param newVisitor a browser of its own at each call
 * @returns them, and Olive, who owns the Allotment
 */
export async function inTwoHouseholds(newVisitor: () => Visitor): Promise<{ ada: Person; olive: Person }> {
  const olive = await signUp(newVisitor(), { firstName: 'Olive', householdName: 'Allotment' });
  const ada = await signUp(newVisitor(), { firstName: 'Ada', householdName: '14 Mill Lane' });
  const made = await (await olive.visitor.get('/household/invitations')).form(/invitations$/).submit();
  const link = new URL(made.query('#link')?.getAttribute('value') ?? '').pathname;
  await (await ada.visitor.get(link)).form(/^\/join\//).submit(/Join/);
  await goOverTo(ada.visitor, '14 Mill Lane');
  return { ada, olive };
}

/** Makes another of their households the one that someone sees. */
export async function goOverTo(visitor: Visitor, name: string): Promise<Page> {
  const households = await visitor.get('/household');
  const row = households
    .queryAll('.item')
    .find((item) => item.textContent?.includes(`See this one: ${name}`));
  const id = row?.querySelector('input[name="household_id"]')?.getAttribute('value');
  if (!id) throw new Error(`${name} is no other household of theirs`);
  return visitor.post('/household/current', { household_id: id });
}
