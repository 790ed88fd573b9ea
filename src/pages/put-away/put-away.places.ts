import type { DraftContext } from '../../drafts/rows/draft-kind.js';
import { likelyPlaces } from '../../shopping/likely-places.js';
import type { Place } from '../../stock/stock.js';
import { detailsOf, type Line, linesOf, placeIdOf } from './put-away.lines.js';

/**
 * Where each line goes: as it was chosen or typed, else where such food usually goes.
 * @param places the household's
 * @returns ids of places by the line's id; empty for a household without places
 */
export async function placesOfLines(
  { deps, member, draft }: DraftContext,
  places: Place[],
): Promise<Map<string, number>> {
  const details = detailsOf(draft);
  const lines = linesOf(draft);
  const here = placeIdOf(draft);
  const foods = lines.map(({ name, known }) => ({ name, frozenOn: known?.frozenOn }));
  const likely = await likelyPlaces(deps.db, member, foods, places, here);
  return new Map(
    lines.flatMap((line, n) => {
      const placeId = said(line) ?? likely[n]?.id;
      return placeId === undefined ? [] : [[line.id, placeId]];
    }),
  );

  function said({ id, known }: Line): number | undefined {
    const wanted = details[id] ? (details[id].placeId ?? here) : known?.placeId;
    return places.find((place) => place.id === wanted)?.id;
  }
}
