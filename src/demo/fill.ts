import type { Database } from '../database/database.js';
import { addPutAway } from '../items/item-entry.repository.js';
import type { Member } from '../members/member.js';
import { addPlace, editPlace, listPlaces, type PlaceContent } from '../places/place.repository.js';
import type { ItemContent } from '../stock/stock.js';

/**
 * Gives a new household these places.
 * @param places at least as many as a new household starts with
 * @returns their ids, in the same order
 */
export async function namePlaces(
  db: Database,
  member: Member,
  places: readonly PlaceContent[],
  now: Date,
): Promise<number[]> {
  const first = await listPlaces(db, member);
  if (places.length < first.length) throw new Error(`A household starts with ${first.length} places`);
  const ids: number[] = [];
  for (const [n, { name, kind }] of places.entries()) {
    const known = first[n];
    if (!known) ids.push(await addPlace(db, member, { name, kind }, now));
    else {
      if (known.name !== name || known.kind !== kind)
        await editPlace(db, member, known.id, { name, kind }, now);
      ids.push(known.id);
    }
  }
  return ids;
}

/** Puts a bag of food away in a place, as one action. */
export async function fillPlace(
  db: Database,
  member: Member,
  placeId: number,
  contents: ItemContent[],
  now: Date,
): Promise<void> {
  await db.transaction().execute((trx) => addPutAway(trx, member, placeId, contents, now));
}
