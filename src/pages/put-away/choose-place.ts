import type { Database } from '../../database/database.js';
import type { Member } from '../../members/member.js';
import { addPlace, findPlace, findPlaceNamed, PlaceNameTaken } from '../../places/place.repository.js';
import type { PlaceKind } from '../../stock/stock.js';

interface Choice {
  place_id: string;
  name: string;
  kind: PlaceKind;
}

export async function isNewPlace(db: Database, member: Member, choice: Choice): Promise<boolean> {
  return !/^\d/.test(choice.place_id) && !(await findPlaceNamed(db, member, choice.name));
}

/**
 * The place of the first step, made when it is new. A taken name means the place that has it: the form was sent
 * twice, or the household has one.
 * @returns its id; undefined when the place is gone or another household's
 */
export async function choosePlace(
  db: Database,
  member: Member,
  choice: Choice,
  now: Date,
): Promise<number | undefined> {
  if (/^\d/.test(choice.place_id)) return (await findPlace(db, member, Number(choice.place_id)))?.id;
  const known = await findPlaceNamed(db, member, choice.name);
  if (known) return known.id;
  try {
    return await addPlace(db, member, { name: choice.name, kind: choice.kind }, now);
  } catch (error) {
    if (!(error instanceof PlaceNameTaken)) throw error;
    return (await findPlaceNamed(db, member, choice.name))?.id;
  }
}
