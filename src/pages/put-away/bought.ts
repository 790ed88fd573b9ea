import type { Deps } from '../../deps.js';
import type { StepChange } from '../../drafts/rows/draft.js';
import type { DraftContext } from '../../drafts/rows/draft-kind.js';
import type { Member } from '../../members/member.js';
import { listPlaces } from '../../places/place.repository.js';
import { findPutAway } from '../../shopping/bought.repository.js';
import { likelyPlaces } from '../../shopping/likely-places.js';
import type { ShoppingLine } from '../../shopping/shopping.js';
import { listShopping } from '../../shopping/shopping.repository.js';
import { nameKey } from '../../text.js';
import { LINES_AT_MOST, type Line, linesOf, listIdsOf, relisted } from './put-away.lines.js';

/**
 * The steps that are known for what is ticked on the shopping list: foods, amounts, likely places; where nothing is
 * known, the place of most others.
 * @returns undefined when nothing is ticked
 */
export async function boughtSteps(
  { db }: Deps,
  member: Member,
): Promise<Omit<StepChange, 'drawnFrom'>[] | undefined> {
  const ticked = (await listShopping(db, member)).ticked.slice(0, LINES_AT_MOST);
  if (ticked.length === 0) return undefined;
  const names = ticked.map(({ name }) => name);
  const guesses = await likelyPlaces(db, member, names, await listPlaces(db, member));
  const entryPlace = mostOften(ticked.flatMap(({ name }) => guesses.get(nameKey(name)) ?? []));
  const lines = ticked.map((line) => boughtLine(line, guesses.get(nameKey(line.name)), entryPlace));
  const foods = { step: 'foods', fields: relisted([], lines, 1) };
  if (entryPlace === undefined) return [foods];
  return [{ step: 'place', fields: entryPlace, keys: { place_id: entryPlace } }, foods];
}

/** An entry's lines, without those put away meanwhile. */
export async function linesToPutAway({ deps, member, draft }: DraftContext): Promise<Line[]> {
  const putAway = await findPutAway(deps.db, member, listIdsOf(draft));
  return linesOf(draft).filter(({ listId }) => listId === undefined || !putAway.includes(listId));
}

function boughtLine(
  line: ShoppingLine,
  guess: number | undefined,
  entryPlace: number | undefined,
): Omit<Line, 'id'> {
  const amount = line.quantityMilli === null ? {} : { quantityMilli: line.quantityMilli, unit: line.unit };
  const placeId = guess === undefined || guess === entryPlace ? null : guess;
  return { foodId: null, name: line.name, known: { ...amount, placeId }, listId: line.id };
}

/** The most frequent id, the first of several. */
function mostOften(ids: number[]): number | undefined {
  const count = (id: number) => ids.filter((one) => one === id).length;
  return ids.toSorted((a, b) => count(b) - count(a))[0];
}
