import type { IsoDate } from '../../calendar/day.js';
import { isDone } from '../../drafts/rows/draft.js';
import type { DraftContext, DraftKind } from '../../drafts/rows/draft-kind.js';
import { todayOf } from '../../members/member.js';
import { listPlaces, PLACE_GONE } from '../../places/place.repository.js';
import { amountText, type Place, type SaidDate, untilText } from '../../stock/stock.js';
import { whereText } from '../../stock/where-text.js';
import { counted } from '../../text.js';
import { found } from '../../web/errors.js';
import type { Errors } from '../../web/form.js';
import {
  contentsOf,
  type LineContent,
  type LineDetails,
  linesOf,
  type PlacedContent,
  type PutAwayContent,
  placesOfAll,
} from './put-away.lines.js';

/** What a finished entry stores. Only for a draft whose steps are done. @throws NotFound when a place is gone */
export async function putAwayContent({ deps, member, draft }: DraftContext): Promise<PutAwayContent> {
  const places = await listPlaces(deps.db, member);
  const nameOf = (id: number) => places.find((place) => place.id === id)?.name;
  return {
    items: contentsOf(draft).map((content) => ({ ...content, placeName: found(nameOf(content.placeId)) })),
  };
}

/** What the last step now says, a line each. */
export async function saidOf({ deps, member, draft }: DraftContext): Promise<string[]> {
  if (!isDone(draft, 'details')) return linesOf(draft).map(({ name }) => name);
  const places = await listPlaces(deps.db, member);
  return contentsOf(draft).map((content) => {
    const { bestBefore, estimateId, dateKind } = dateOf(content);
    const about = estimateId ? 'about ' : '';
    const word = dateKind === 'use_by' ? 'use by' : 'best before';
    const until = bestBefore ? `, ${word} ${about}${bestBefore}` : '';
    const place = places.find(({ id }) => id === content.placeId);
    return `${content.name}: ${amountText(content)}${until}${place ? `, in ${place.name}` : ''}`;
  });
}

/** A message when every line is left out. */
export function emptyErrors(details: Record<string, LineDetails>): Errors {
  const [first] = Object.keys(details);
  if (!first || Object.values(details).some(({ leftOut }) => !leftOut)) return {};
  return { [`leave_out_${first}`]: 'Keep one thing at least, or discard this entry.' };
}

/** A message for each line whose place is gone. */
export function goneErrors(details: Record<string, LineDetails>, places: Place[]): Errors {
  const gone = Object.entries(details).filter(([, { placeId }]) => !places.some(({ id }) => id === placeId));
  return Object.fromEntries(gone.map(([id]) => [`place_${id}`, PLACE_GONE]));
}

/** Lines as a page shows them; with their places when there are several. */
export function shownContents(content: PutAwayContent, today: IsoDate) {
  const several = new Set(placesOfAll(content)).size > 1;
  return content.items.map((item: PlacedContent) => ({
    name: item.name,
    amount: amountText(item),
    until: untilText(dateOf(item), today),
    placeName: several ? (item.placeName ?? content.placeName ?? '') : '',
  }));
}

/** Older commits have the date in the line. */
function dateOf(content: PlacedContent | LineContent): SaidDate {
  return { dateKind: content.dateKind, ...(content.given ?? content) };
}

/** What was stored, in words: "3 items are put away: 2 in Fridge and 1 in Pantry." */
export function putAwayText(content: PutAwayContent): string {
  const places = placesOfAll(content);
  return `${counted(places.length, 'item is', 'items are')} put away${whereText(places)}.`;
}

function placeNames(content: PutAwayContent): string {
  return and.format(new Set(placesOfAll(content)));
}

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export const alreadyLocals: DraftKind['already']['page'] = async ({ context, commit }) => {
  const { deps, member } = context;
  const today = todayOf(member, deps.clock);
  const content = commit.content as PutAwayContent;
  return {
    placeName: placeNames(content),
    stored: shownContents(content, today),
  };
};
