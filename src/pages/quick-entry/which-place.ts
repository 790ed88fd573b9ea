import type { Database } from '../../database/database.js';
import type { Entry } from '../../entry-line/words/entry.js';
import type { Member } from '../../members/member.js';
import { USUAL_PLACES } from '../../places/first-places.repository.js';
import { addPlace, findPlaceNamed, PlaceNameTaken } from '../../places/place.repository.js';
import { likelyPlaces } from '../../shopping/likely-places.js';
import { oldestPlace, type Place } from '../../stock/stock.js';
import { nameKey } from '../../text.js';

/**
 * A guess where food goes: where it was last, else where it is usually kept, else the first place.
 * @param places the household's, at least one
 */
export async function guessPlace(
  db: Database,
  member: Member,
  { name }: Pick<Entry, 'name'>,
  places: Place[],
): Promise<Place | undefined> {
  const likely = (await likelyPlaces(db, member, [name], places)).get(nameKey(name));
  return places.find(({ id }) => id === likely) ?? oldestPlace(places);
}

/** The first place of a household without one, perhaps made meanwhile. @param name of a usual place */
export async function makeFirstPlace(
  db: Database,
  member: Member,
  name: string,
  now: Date,
): Promise<Place | undefined> {
  const content = USUAL_PLACES.find((usual) => usual.name === name);
  if (!content) return undefined;
  try {
    return { id: await addPlace(db, member, content, now), ...content };
  } catch (error) {
    if (!(error instanceof PlaceNameTaken)) throw error;
    return findPlaceNamed(db, member, name);
  }
}
