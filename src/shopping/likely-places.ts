import type { Database } from '../database/database.js';
import { usualPlace, WARM } from '../keeping/shelf-life/estimate.js';
import type { Member } from '../members/member.js';
import { oldestPlace, type Place, type PlaceKind } from '../stock/stock.js';
import { nameKey } from '../text.js';
import { guessPlaces } from './bought.repository.js';

/** A food that is to be put somewhere. */
export interface ToPlace {
  name: string;
  /** The day it was frozen, if it is. */
  frozenOn?: string | null | undefined;
}

/**
 * Where foods go: what is frozen into a freezer; else where the household last kept each; else a place of the kind
 * that suits it; else where somebody stands; else the oldest place.
 * @param places the household's
 * @param here id of the place that somebody stands before
 * @returns a place for each food, in order; undefined only for a household without places
 */
export async function likelyPlaces(
  db: Database,
  member: Member,
  foods: ToPlace[],
  places: Place[],
  here?: number,
): Promise<(Place | undefined)[]> {
  const last = await guessPlaces(
    db,
    member,
    foods.map(({ name }) => name),
  );
  const standing = places.find(({ id }) => id === here);
  return foods.map(({ name, frozenOn }) => {
    const freezer = frozenOn ? suiting(['freezer'], places, standing) : undefined;
    const before = places.find(({ id }) => id === last.get(nameKey(name)));
    return freezer ?? before ?? suiting(kindsFor(name), places, standing) ?? standing ?? oldestPlace(places);
  });
}

/** The kinds of place that suit a closed pack, the usual one first; none for a food that is not known. */
function kindsFor(name: string): readonly PlaceKind[] {
  const usual = usualPlace(name);
  if (usual === undefined) return [];
  return usual === 'pantry' ? WARM : [usual];
}

/** Where somebody stands, when that suits, else the oldest place of the first kind that there is. */
function suiting(kinds: readonly PlaceKind[], places: Place[], standing: Place | undefined) {
  if (standing && kinds.includes(standing.kind)) return standing;
  const [found] = kinds.flatMap((kind) => oldestPlace(places.filter((place) => place.kind === kind)) ?? []);
  return found;
}
