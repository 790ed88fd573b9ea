import { isDeepStrictEqual } from 'node:util';
import type { IsoDate } from '../../calendar/day.js';
import type { Draft } from '../../drafts/rows/draft.js';
import type { TypedDate } from '../../items/item-date.js';
import type { ItemContent, SaidDate } from '../../stock/stock.js';
import { nameKey } from '../../text.js';

/** More than a week’s shop of a large household; a page of so many lines is still quick. */
export const LINES_AT_MOST = 250;

/** One thing to put away. */
export interface Line {
  /** Stays when the list changes: what was typed belongs to it. */
  id: string;
  /** Null when the name was typed. */
  foodId: number | null;
  name: string;
  /** Known before the details were asked. */
  known?: Partial<LineDetails>;
  /** Of the shopping list. */
  listId?: number;
}

export type NewLine = Omit<Line, 'id'>;

/**
 * How much, until when, where, and the estimate that was shown: that one is stored. Entries of an older Larder have
 * null for the one place of them all.
 */
export interface LineDetails extends TypedDate {
  quantityMilli: number;
  unit: string;
  placeId: number | null;
  given?: SaidDate | undefined;
  /** As the line says, else the day of the review. */
  boughtOn?: IsoDate | undefined;
  openedOn?: IsoDate | undefined;
  frozenOn?: IsoDate | undefined;
  /** Not put away: a pasted receipt has more than food. */
  leftOut?: true | undefined;
}

/** An item to be. */
export type LineContent = ItemContent & Pick<LineDetails, 'given'> & { placeId: number };

/** The pending key: the place that the entry was begun from, if any. */
export function placeIdOf(draft: Draft): number | undefined {
  return draft.keys.place_id;
}

export function linesOf(draft: Draft): Line[] {
  return (draft.fields.foods as Line[] | undefined) ?? [];
}

/** What was typed, by line id; may lack lines that came later. */
export function detailsOf(draft: Draft): Record<string, LineDetails> {
  return (draft.fields.details as Record<string, LineDetails> | undefined) ?? {};
}

function linesIn(draft: Draft): Line[] {
  const details = detailsOf(draft);
  return linesOf(draft).filter(({ id }) => !details[id]?.leftOut);
}

/** Where the lines go. */
export function linePlacesOf(draft: Draft): number[] {
  const details = detailsOf(draft);
  return [...new Set(linesIn(draft).flatMap(({ id }) => placeIn(draft, details[id]) ?? []))];
}

/** The shopping list's lines that are still in the entry. */
export function listIdsOf(draft: Draft): number[] {
  return linesIn(draft).flatMap(({ listId }) => listId ?? []);
}

/** The lines as items, in order. Only for a draft whose steps are done. */
export function contentsOf(draft: Draft): LineContent[] {
  const details = detailsOf(draft);
  return linesIn(draft).map((line) => {
    const detail = details[line.id];
    if (!detail) throw new Error(`Line ${line.id} of a finished draft has no details`);
    const { placeId: _own, leftOut: _leftOut, ...content } = detail;
    const picked = line.foodId === null ? {} : { foodId: line.foodId };
    const placeId = placeIn(draft, detail);
    if (placeId === undefined) throw new Error(`Line ${line.id} of a finished draft has no place`);
    return { name: line.name, ...picked, ...content, placeId };
  });
}

function placeIn(draft: Draft, detail: LineDetails | undefined): number | undefined {
  return detail && (detail.placeId ?? placeIdOf(draft));
}

/**
 * A new list of lines; those that were in the old one keep their ids, and no id is used again: what was typed
 * belongs to it. A line that says something else of the same food is new, and takes over what was typed beside it.
 * @param version of the draft, different at each change
 * @param details typed for the old lines
 */
export function relisted(
  old: Line[],
  wanted: NewLine[],
  version: number,
  details: Record<string, LineDetails> = {},
): Line[] {
  const free = new Map<string, Line[]>();
  for (const line of old) free.set(foodKey(line), [...(free.get(foodKey(line)) ?? []), line]);
  const take = (line: NewLine, fits: (one: Line) => boolean) => {
    const ofFood = free.get(foodKey(line)) ?? [];
    const index = ofFood.findIndex(fits);
    return index < 0 ? undefined : ofFood.splice(index, 1)[0];
  };
  const same = wanted.map((line) => take(line, (one) => hasSameKnown(one, line)));
  // Above those that stay, which an entry may have begun with.
  let last = Math.max((version - 1) * LINES_AT_MOST, ...old.map(({ id }) => Number(id)));
  return wanted.map((line, at) => {
    const unchanged = same[at];
    if (unchanged) return { ...unchanged, ...line };
    last += 1;
    const changed = take(line, () => true);
    return { ...line, ...(changed && changedLine(changed, line, details)), id: String(last) };
  });
}

function foodKey({ foodId, name }: NewLine): string {
  return `${foodId ?? ''} ${nameKey(name)}`;
}

function hasSameKnown(one: NewLine, other: NewLine): boolean {
  return isDeepStrictEqual(saidIn(one.known), saidIn(other.known));
}

/** An empty unit and the entry's own place say nothing. */
function saidIn(known: Partial<LineDetails> = {}) {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null && value !== ''));
}

function changedLine(before: Line, now: NewLine, details: Record<string, LineDetails>) {
  // An estimate is made anew.
  const unsaid = [...Object.keys(before.known ?? {}), 'given', 'boughtOn'];
  const typed = Object.entries(details[before.id] ?? {}).filter(([name]) => !unsaid.includes(name));
  const { listId } = before;
  return { known: { ...Object.fromEntries(typed), ...now.known }, ...(listId !== undefined && { listId }) };
}

/** What a commit stores, for comparing with a second one. */
export interface PutAwayContent {
  items: PlacedContent[];
  /** Of all, in what an older Larder stored. */
  placeName?: string;
}

/** With the name of its place. */
export type PlacedContent = LineContent & { placeName: string | null };

/** The place of each thing, by name. */
export function placesOfAll({ placeName = '', items }: PutAwayContent): string[] {
  return items.map((item) => item.placeName ?? placeName);
}
