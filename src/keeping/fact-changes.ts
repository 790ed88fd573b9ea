import { addDays, type IsoDate } from '../calendar/day.js';
import type { PlaceKind } from '../database/tables.js';
import type { Facts } from './facts.js';
import { shelfLife } from './shelf-life/estimate.js';
import { isSoldFrozen, spoilClass } from './shelf-life/spoil-class.js';

type FactChange = Partial<Omit<Facts, 'name' | 'unit' | 'placeKind'>>;

/** Days; a later date was meant for the freezer. */
const FRESH_PACK = 21;

/** The facts after a pack was opened; nothing when it was open. @param on the day */
export function opened({ openedOn }: Pick<Facts, 'openedOn'>, on: IsoDate): FactChange {
  return openedOn !== null && openedOn <= on ? {} : { openedOn: on, ownDate: null };
}

/**
 * The facts after a move: frozen into a freezer, thawed out of one. In and out on one day is neither.
 * @param on the day
 */
export function movedTo(
  { placeKind, frozenOn }: Pick<Facts, 'placeKind' | 'frozenOn'>,
  to: PlaceKind,
  on: IsoDate,
): FactChange {
  if ((placeKind === 'freezer') === (to === 'freezer')) return {};
  if (to === 'freezer') return { frozenOn: on, frozenFrom: placeKind, ownDate: null };
  return frozenOn === on ? { frozenOn: null, frozenFrom: null } : { thawedOn: on, ownDate: null };
}

/**
 * Whether food put straight into a freezer is frozen by that, which stops a fresh pack's date; frozen goods, and
 * dates too late for a fresh pack, were frozen before.
 * @returns the day it is frozen on, or null
 */
export function frozenOnArrival({
  name,
  placeKind,
  printedOn,
  dateKind,
  boughtOn,
}: Omit<Facts, 'frozenOn' | 'frozenFrom'>): IsoDate | null {
  if (placeKind !== 'freezer' || printedOn === null || isSoldFrozen(name)) return null;
  if (dateKind === 'use_by') return boughtOn;
  const isKnown =
    spoilClass(name, 'fridge') === 'does not show' && shelfLife(name, { placeKind }) !== undefined;
  return isKnown && !isForFreezer(printedOn, boughtOn) ? boughtOn : null;
}

/** True for a date too late for a fresh pack: how long the food may stay frozen. */
export function isForFreezer(day: IsoDate, frozenOn: IsoDate): boolean {
  return day > addDays(frozenOn, FRESH_PACK);
}
