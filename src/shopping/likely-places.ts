import type { Database } from '../database/database.js';
import { usualPlace } from '../keeping/shelf-life/estimate.js';
import type { Member } from '../members/member.js';
import { oldestPlace, type Place } from '../stock/stock.js';
import { nameKey } from '../text.js';
import { guessPlaces } from './bought.repository.js';

/**
 * Where foods go: where the household last kept each, else its first place of the usual kind.
 * @param names of foods
 * @param places the household's
 * @returns ids of places, by the key of the name; without foods that nothing is known of
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
