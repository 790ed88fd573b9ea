import { addItem } from '../../src/items/item-entry.repository.js';
import { findCredentials, findMember } from '../../src/members/user.repository.js';
import { listPlaces } from '../../src/places/place.repository.js';
import { some } from '../stock/households.js';
import type { Person } from '../support/people.js';
import type { usingLocalApp } from '../web/local-app.js';

/** Puts food into somebody's place: names with their best-before dates. */
export async function stockUp(
  { db, clock }: ReturnType<typeof usingLocalApp>,
  { username }: Person,
  foods: [name: string, bestBefore: string | null][],
  place = 'Fridge',
): Promise<void> {
  const user = await findCredentials(db, username);
  const member = await findMember(db, user?.id ?? 0);
  if (!member) throw new Error(`${username} is not signed up`);
  const id = (await listPlaces(db, member)).find(({ name }) => name === place)?.id ?? 0;
  for (const [name, bestBefore] of foods)
    await addItem(db, member, id, some(name, { bestBefore }), clock.now());
}
