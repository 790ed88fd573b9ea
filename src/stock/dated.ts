import { estimateDate, type Keeping, shelfLife } from '../shelf-life/estimate.js';
import { movedTo } from '../shelf-life/new-state.js';
import type { IsoDate } from './best-before.js';
import type { NewState } from './item-changes.repository.js';
import type { Item, ItemContent, Place, PlaceKind } from './stock.js';

/** What a form said of a date. */
export interface TypedDate {
  /** As it stands on the pack; null when nothing was typed. */
  bestBefore: IsoDate | null;
  /** There is none, and none is to be estimated. A typed date wins over this. */
  noDate?: boolean | undefined;
}

/** The date that an item gets, and the row of the shelf-life table that it comes from, if it does. */
export type GivenDate = Required<Pick<ItemContent, 'bestBefore' | 'estimateId'>>;

/**
 * The date of an item: what was typed, else an estimate for such a food in such a place, else none.
 * @param today the household's: an estimate counts from it
 */
export function datedAs(name: string, typed: TypedDate, keeping: Keeping, today: IsoDate): GivenDate {
  if (typed.bestBefore || typed.noDate) return { bestBefore: typed.bestBefore, estimateId: null };
  const estimate = estimateDate(name, { ...keeping, from: today });
  return { bestBefore: estimate?.bestBefore ?? null, estimateId: estimate?.source.id ?? null };
}

/** What the form of an item shows of its date. */
export function dateShown(item: Item): TypedDate {
  return {
    bestBefore: item.estimateId ? item.printedOn : item.bestBefore,
    noDate: item.bestBefore === null && shelfLife(item.name, keepingOf(item)) !== undefined,
  };
}

/**
 * The date of an item that is edited. A date that was left as it stood stays, an estimate too, since it counts from
 * the day on which it was made; only without a date on the pack another food or another kind of place has another.
 * @param typed the date in its form, to be held against `dateShown`
 * @param is what the item is and where, from now on
 */
export function redatedAs(
  item: Item,
  typed: TypedDate,
  is: { name: string; placeKind: PlaceKind },
  today: IsoDate,
): GivenDate {
  const shown = dateShown(item);
  const isOther = is.name !== item.name || is.placeKind !== item.placeKind;
  if (isLeft(typed, shown) && (shown.bestBefore || !isOther)) {
    return { bestBefore: item.bestBefore, estimateId: item.estimateId };
  }
  return datedAs(is.name, typed, { ...keepingOf(item), placeKind: is.placeKind }, today);
}

/**
 * What an item that is edited becomes by going into a freezer or out of one: the same as by a button, but for a date
 * that was typed just now, which stays.
 * @returns nothing when it does neither
 */
export function frozenOrThawed(
  item: Item,
  typed: TypedDate,
  is: { name: string; place: Place },
  today: IsoDate,
): NewState {
  const becomes = movedTo({ ...item, name: is.name }, is.place, today);
  if (!becomes.frozen_on && !becomes.thawed_on) return {};
  if (isLeft(typed, dateShown(item)) && !typed.noDate) return becomes;
  const { best_before: _date, estimate_id: _estimate, ...rest } = becomes;
  return rest;
}

function isLeft(typed: TypedDate, shown: TypedDate): boolean {
  return typed.bestBefore === shown.bestBefore && (typed.noDate ?? false) === shown.noDate;
}

function keepingOf({ placeKind, openedOn, thawedOn }: Item): Keeping {
  return { placeKind, opened: openedOn !== null, thawed: thawedOn !== null };
}
