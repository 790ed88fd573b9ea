import type { Draft } from '../../drafts/rows/draft.js';
import type { DraftContext } from '../../drafts/rows/draft-kind.js';
import { listItemsIn } from '../../items/item.repository.js';
import { factColumns } from '../../items/item-date.js';
import type { Missing } from '../../items/stock-take.repository.js';
import { movedTo } from '../../keeping/fact-changes.js';
import { todayOf } from '../../members/member.js';
import { findPlace, listPlaces } from '../../places/place.repository.js';
import { amountText, type Item, type Place, untilText } from '../../stock/stock.js';
import { type FoundToo, foundDates } from './found-too.js';
import { idsFromShort, idsInShort } from './ids-in-short.js';
import { type Became, type MissingForm, placeIn } from './stock-take.form.js';

/** An item as its page showed it. */
export interface Listed {
  id: number;
  name: string;
  amount: string;
}

/** What a draft keeps of a shelf: short, for thousands of items. */
export interface Shelf {
  /** Ids, as `idsInShort` writes them. */
  there: string;
  unticked: Listed[];
  /** What was typed of unlisted things, and what was read. */
  also: string;
  found: FoundToo[];
}

/** What older drafts have, which may still be open. */
interface FormerShelf {
  there: number[];
  listed: Listed[];
  also?: string;
  found?: FoundToo[];
}

/** What a stock-take stores, for comparing with a second commit. */
export interface StockTakeContent {
  placeId: number;
  thereCount: number;
  missing: (Listed & { became: Becoming; placeId?: number })[];
  found?: FoundToo[];
}
type Becoming = 'eaten' | 'thrown_away' | 'moved';

/** The pending key: the place. */
export function placeIdOf(draft: Draft): number | undefined {
  return draft.keys.place_id;
}

export async function placeOf({ deps, member, draft }: DraftContext): Promise<Place | undefined> {
  const id = placeIdOf(draft);
  return id === undefined ? undefined : findPlace(deps.db, member, id);
}

export async function itemsOf({ deps, member, draft }: DraftContext): Promise<Item[]> {
  const id = placeIdOf(draft);
  return id === undefined ? [] : listItemsIn(deps.db, member, id);
}

export function listed(item: Item): Listed {
  return { id: item.id, name: item.name, amount: amountText(item) };
}

export function shelfOf(draft: Draft): Shelf {
  const kept = draft.fields.shelf as Partial<Shelf> | FormerShelf | undefined;
  const empty: Shelf = { there: '', unticked: [], also: '', found: [] };
  if (!kept || !('listed' in kept)) return { ...empty, ...kept };
  const { there, listed: all, also = '', found = [] } = kept;
  return { there: idsInShort(there), unticked: all.filter(({ id }) => !there.includes(id)), also, found };
}

/** What was chosen for each item, and in `all` for the rest. */
export function saidOf(draft: Draft): MissingForm {
  return (draft.fields.missing as MissingForm | undefined) ?? {};
}

/** What was chosen for one item. */
export function saidOn(said: MissingForm, { id }: Listed): Became | undefined {
  return said[`item_${id}`] ?? said.all;
}

/** Ids of places where something was found instead. */
export function foundInOf(draft: Draft): number[] {
  return [...new Set(Object.values(saidOf(draft)).flatMap((said) => placeIn(said) ?? []))];
}

/** Only for a draft whose steps are done. */
export function stockTakeContent(draft: Draft): StockTakeContent {
  const { there, unticked, found } = shelfOf(draft);
  const missing = unticked.flatMap((item) => {
    const said = saidOn(saidOf(draft), item);
    if (!said || said === 'there') return [];
    const placeId = placeIn(said);
    return [{ ...item, became: becomingOf(said), ...(placeId !== undefined && { placeId }) }];
  });
  const thereCount = idsFromShort(there).length + unticked.length - missing.length;
  return { placeId: placeIdOf(draft) ?? 0, thereCount, missing, found };
}

/** A stock-take with the names of its places. */
export async function shownContent({ deps, member }: Omit<DraftContext, 'draft'>, content: StockTakeContent) {
  const places = await listPlaces(deps.db, member);
  const nameOf = (id?: number) => places.find((place) => place.id === id)?.name ?? 'a place that is gone';
  const kind = places.find(({ id }) => id === content.placeId)?.kind ?? 'other';
  const today = todayOf(member, deps.clock);
  const missing = content.missing.map(
    ({ name, amount, became, placeId }) =>
      `${name}, ${amount}: ${became === 'moved' ? `in ${nameOf(placeId)}` : BECAME[became]}`,
  );
  const found = foundDates({ deps, member }, content.found ?? [], kind).map(
    (one) => `${one.name}, ${amountText(one)}: new here, ${untilText(one.date, today)}`,
  );
  const place = nameOf(content.placeId);
  return {
    place,
    thereCount: content.thereCount,
    lines: [...missing, ...found],
    none: `Everything in ${place} is where it should be.`,
  };
}

const BECAME = { eaten: 'eaten', thrown_away: 'thrown away' };

/** What to store, of the items that are still in the place. */
export async function missingOf(context: DraftContext): Promise<Missing[]> {
  const { deps, member, draft } = context;
  const today = todayOf(member, deps.clock);
  const items = new Map((await itemsOf(context)).map((item) => [item.id, item]));
  const places = await listPlaces(deps.db, member);
  return stockTakeContent(draft).missing.flatMap(({ id, became, placeId }): Missing[] => {
    if (became !== 'moved') return [{ itemId: id, how: became }];
    const item = items.get(id);
    const place = places.find((one) => one.id === placeId);
    if (!item || !place) return [];
    const becomes = { ...factColumns(movedTo(item, place.kind, today)), place_id: place.id };
    return [{ itemId: id, how: 'moved', becomes }];
  });
}

function becomingOf(said: Exclude<Became, 'there'>): Becoming {
  return said === 'eaten' || said === 'thrown_away' ? said : 'moved';
}
