import type { Database } from '../database/database.js';
import { usualPlace } from '../keeping/shelf-life/estimate.js';
import type { Member } from '../members/member.js';
import { oldestPlace, type Place } from '../stock/stock.js';
import { nameKey } from '../text.js';
import { guessPlaces } from './bought.repository.js';

/**
 * Where foods go of which nobody said it: where the household last kept each, else in its first place of the kind in
 * which such food is usually kept.
 * @param names of foods; those of which neither is known get no place
 * @param places the household's own
 * @returns ids of places, by the key of the name
 */
export async function likelyPlaces(
  db: Database,
  member: Member,
  names: string[],
  places: Place[],
): Promise<Map<string, number>> {
  const last = await guessPlaces(db, member, names);
  const likely = names.map((name): [string, number | undefined] => {
    const usual = usualPlace(name);
    const first = oldestPlace(places.filter(({ kind }) => kind === usual));
    return [nameKey(name), last.get(nameKey(name)) ?? first?.id];
  });
  return new Map(likely.flatMap(([key, id]) => (id === undefined ? [] : [[key, id]])));
}
