import type { Database } from '../../database/database.js';
import type { Member } from '../../members/member.js';
import {
  addPlace,
  findPlaceNamed,
  type PlaceContent,
  PlaceNameTaken,
} from '../../places/place.repository.js';

/** Makes a place, unless the household has one of that name: the form was sent twice. */
export async function placeNamed(
  db: Database,
  member: Member,
  content: PlaceContent,
  now: Date,
): Promise<void> {
  if (await findPlaceNamed(db, member, content.name)) return;
  try {
    await addPlace(db, member, content, now);
  } catch (error) {
    if (!(error instanceof PlaceNameTaken)) throw error;
  }
}
