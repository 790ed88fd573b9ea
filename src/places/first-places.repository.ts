import type { DatabaseTransaction } from '../database/database.js';
import type { PlaceRow } from '../database/tables.js';
import { type Change, record } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import type { CountedPlace } from '../stock/stock.js';
import { nameKey } from '../text.js';
import { insertPlace, listPlaces, type PlaceContent } from './place.repository.js';

/** The most usual first. */
export const USUAL_PLACES: readonly PlaceContent[] = [
  { name: 'Fridge', kind: 'fridge' },
  { name: 'Freezer', kind: 'freezer' },
  { name: 'Pantry', kind: 'pantry' },
  { name: 'Bread bin', kind: 'other' },
  { name: 'Fruit bowl', kind: 'other' },
  { name: 'Spice rack', kind: 'pantry' },
  { name: 'Cellar', kind: 'other' },
];

/** Makes the first three usual places. */
export async function addFirstPlaces(trx: DatabaseTransaction, member: Member, now: Date): Promise<void> {
  for (const content of USUAL_PLACES.slice(0, 3)) await insertPlace(trx, member, content, now);
}

/**
 * Makes the wanted usual places, and removes empty ones that are not wanted.
 * @param wanted names from USUAL_PLACES
 * @returns the action's id; null when nothing changed
 */
export async function arrangePlaces(
  trx: DatabaseTransaction,
  member: Member,
  wanted: string[],
  now: Date,
): Promise<number | null> {
  const there = await listPlaces(trx, member);
  const changes: Change[] = [];
  for (const content of USUAL_PLACES) {
    if (!wanted.includes(content.name) || there.some((place) => isSamePlace(place, content))) continue;
    changes.push({ subject: 'place', before: null, after: await insertPlace(trx, member, content, now) });
  }
  for (const place of unwanted(there, wanted)) {
    changes.push({ subject: 'place', before: await removeEmpty(trx, member, place.id), after: null });
  }
  return changes.length === 0 ? null : record(trx, member, 'places_arranged', changes, now);
}

/** Empty usual places that nobody wants. */
export function unwanted(there: CountedPlace[], wanted: string[]): CountedPlace[] {
  return there.filter((place) => {
    const usual = USUAL_PLACES.find((one) => isSamePlace(one, place));
    return usual !== undefined && place.itemCount === 0 && !wanted.includes(usual.name);
  });
}

/** True when two places have the same name, whatever its case. */
export function isSamePlace(one: { name: string }, other: { name: string }): boolean {
  return nameKey(one.name) === nameKey(other.name);
}

function removeEmpty(trx: DatabaseTransaction, { household }: Member, id: number): Promise<PlaceRow> {
  return trx
    .deleteFrom('places')
    .where('id', '=', id)
    .where('household_id', '=', household.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
