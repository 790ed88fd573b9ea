import { isDeepStrictEqual } from 'node:util';
import type { IsoDate } from '../../calendar/day.js';
import type { Draft } from '../../drafts/rows/draft.js';
import type { DraftContext } from '../../drafts/rows/draft-kind.js';
import type { TypedDate } from '../../items/item-date.js';
import { findPlace } from '../../places/place.repository.js';
import type { ItemContent, Place, SaidDate } from '../../stock/stock.js';
import { nameKey } from '../../text.js';

/** As many as a person has patience for, and as one draft has room for. */
export const LINES_AT_MOST = 60;

/** One thing to put away. */
export interface Line {
  /** Stays the same while the list is changed, so that what was typed for it stays with it. */
  id: string;
  /** The household's food that was picked; null when the name was typed. */
  foodId: number | null;
  name: string;
  /** What was known of it before anyone asked. */
  known?: Partial<LineDetails>;
  /** The line of the shopping list that it was filled in from. */
  listId?: number;
}

/**
 * How much of it, until when, and where: in a place of its own, or null for where the entry goes. And the date that was
 * estimated for it then: what is stored is what was seen.
 */
export interface LineDetails extends TypedDate {
  quantityMilli: number;
  unit: string;
  placeId: number | null;
  given?: SaidDate | undefined;
  /** As the line says, else the day on which its date was seen. */
  boughtOn?: IsoDate | undefined;
  openedOn?: IsoDate | undefined;
  frozenOn?: IsoDate | undefined;
  /** It stays in the list, and is not put away: a pasted receipt has more on it than food. */
  leftOut?: true | undefined;
}

/** An item to be, where it goes, and the date that it gets. */
export type LineContent = ItemContent & Pick<LineDetails, 'placeId' | 'given'>;

/** The pending key: the place that everything goes to, once it is chosen. */
export function placeIdOf(draft: Draft): number | undefined {
  return draft.keys.place_id;
}

/** The pending place, while it exists. */
export async function placeOf({ deps, member, draft }: DraftContext): Promise<Place | undefined> {
  const id = placeIdOf(draft);
  return id === undefined ? undefined : findPlace(deps.db, member, id);
}

export function linesOf(draft: Draft): Line[] {
  return (draft.fields.foods as Line[] | undefined) ?? [];
}

/** What was typed for each line, by line id. It may lack lines that were added later. */
export function detailsOf(draft: Draft): Record<string, LineDetails> {
  return (draft.fields.details as Record<string, LineDetails> | undefined) ?? {};
}

/** The lines that are put away: those that nobody left out. */
function linesIn(draft: Draft): Line[] {
  const details = detailsOf(draft);
  return linesOf(draft).filter(({ id }) => !details[id]?.leftOut);
}

/** The places of their own that lines go to. */
export function linePlacesOf(draft: Draft): number[] {
  const details = detailsOf(draft);
  return [...new Set(linesIn(draft).flatMap(({ id }) => details[id]?.placeId ?? []))];
}

/** The lines of the shopping list that the entry was filled in from, as far as they are in it still. */
export function listIdsOf(draft: Draft): number[] {
  return linesIn(draft).flatMap(({ listId }) => listId ?? []);
}

/** The lines as the items they will be, in order. Only for a draft whose steps are all done. */
export function contentsOf(draft: Draft): LineContent[] {
  const details = detailsOf(draft);
  return linesIn(draft).map((line) => {
    const detail = details[line.id];
    if (!detail) throw new Error(`Line ${line.id} of a finished draft has no details`);
    const { placeId, leftOut: _leftOut, ...content } = detail;
    const picked = line.foodId === null ? {} : { foodId: line.foodId };
    return { name: line.name, ...picked, ...content, placeId: placeId ?? null };
  });
}

/**
 * A new list of lines in which those that stood in the old one keep their ids. An id is never used again: what was
 * typed for a line that was taken out must not turn up beside another. A line that now says something else of the same
 * food is new, and begins with what was typed for it, as far as the line did not say it and does not now.
 * @param version of the draft that the list is changed in; no two changes of it have the same
 * @param details that were typed for the old lines
 */
export function relisted(
  old: Line[],
  wanted: Omit<Line, 'id'>[],
  version: number,
  details: Record<string, LineDetails> = {},
): Line[] {
  const free = [...old];
  const take = (fits: (line: Line) => boolean) => {
    const index = free.findIndex(fits);
    return index < 0 ? undefined : free.splice(index, 1)[0];
  };
  const same = wanted.map((line) => take((one) => isSameFood(one, line) && saysTheSame(one, line)));
  let last = (version - 1) * LINES_AT_MOST;
  return wanted.map((line, at) => {
    const unchanged = same[at];
    if (unchanged) return { ...unchanged, ...line };
    last += 1;
    const changed = take((one) => isSameFood(one, line));
    return { ...line, ...(changed && changedLine(changed, line, details)), id: String(last) };
  });
}

function isSameFood(one: Omit<Line, 'id'>, other: Omit<Line, 'id'>): boolean {
  return one.foodId === other.foodId && nameKey(one.name) === nameKey(other.name);
}

function saysTheSame(one: Omit<Line, 'id'>, other: Omit<Line, 'id'>): boolean {
  return isDeepStrictEqual(saidIn(one.known), saidIn(other.known));
}

/** What is said; an empty unit and the entry's own place say nothing. */
function saidIn(known: Partial<LineDetails> = {}) {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null && value !== ''));
}

function changedLine(before: Line, now: Omit<Line, 'id'>, details: Record<string, LineDetails>) {
  // An estimate is made anew.
  const unsaid = [...Object.keys(before.known ?? {}), 'given', 'boughtOn'];
  const typed = Object.entries(details[before.id] ?? {}).filter(([name]) => !unsaid.includes(name));
  const { listId } = before;
  return { known: { ...Object.fromEntries(typed), ...now.known }, ...(listId !== undefined && { listId }) };
}

/** What a commit keeps, to be compared with what a second one brings and to be shown beside it. */
export interface PutAwayContent {
  placeId: number;
  placeName: string;
  items: PlacedContent[];
}

/** With the name of its own place, if it has one. */
export type PlacedContent = LineContent & { placeName: string | null };

/** The names of the places that things went to, each with how many, in the order of the things. */
export function placesIn({ placeName, items }: PutAwayContent): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const item of items) {
    // What was committed before lines had places of their own has none.
    const name = item.placeName ?? placeName;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts];
}
