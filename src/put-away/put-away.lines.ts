import type { Draft } from '../drafts/draft.js';
import type { DraftContext } from '../drafts/draft-kind.js';
import { findPlace } from '../stock/place.repository.js';
import type { ItemContent, Place } from '../stock/stock.js';
import { nameKey } from '../text.js';

/** As many as a person has patience for, and as one draft has room for. */
export const LINES_AT_MOST = 60;

/** One thing to put away. */
export interface Line {
  /** Stays the same while the list is changed, so that what was typed for it stays with it. */
  id: string;
  /** The household's food that was picked; null when the name was typed. */
  foodId: number | null;
  name: string;
}

export type LineDetails = Omit<ItemContent, 'name'>;

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

/** The lines as the items they will be, in order. Only for a draft whose steps are all done. */
export function contentsOf(draft: Draft): ItemContent[] {
  const details = detailsOf(draft);
  return linesOf(draft).map((line) => {
    const detail = details[line.id];
    if (!detail) throw new Error(`Line ${line.id} of a finished draft has no details`);
    return { name: line.name, ...detail };
  });
}

/**
 * A new list of lines in which those that stood in the old one keep their ids. An id is never used again: what was
 * typed for a line that was taken out must not turn up beside another.
 * @param revision of the draft that the list is changed in; no two changes of it have the same
 */
export function relisted(old: Line[], wanted: Omit<Line, 'id'>[], revision: number): Line[] {
  const free = [...old];
  let last = (revision - 1) * LINES_AT_MOST;
  return wanted.map((line) => {
    const index = free.findIndex((known) => isSameLine(known, line));
    const [known] = index < 0 ? [] : free.splice(index, 1);
    if (known) return { ...line, id: known.id };
    last += 1;
    return { ...line, id: String(last) };
  });
}

function isSameLine(one: Omit<Line, 'id'>, other: Omit<Line, 'id'>): boolean {
  return one.foodId === other.foodId && nameKey(one.name) === nameKey(other.name);
}

/** What a commit keeps, to be compared with what a second one brings and to be shown beside it. */
export interface PutAwayContent {
  placeId: number;
  placeName: string;
  items: ItemContent[];
}
