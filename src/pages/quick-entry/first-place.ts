import type { Database } from '../../database/database.js';
import type { Member } from '../../members/member.js';
import { USUAL_PLACES } from '../../places/first-places.repository.js';
import { addPlace, findPlaceNamed, PlaceNameTaken } from '../../places/place.repository.js';
import type { Place } from '../../stock/stock.js';

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
