import { addDays, type IsoDate } from '../calendar/day.js';
import type { PlaceKind } from '../database/tables.js';
import type { Facts } from './facts.js';
import { shelfLife } from './shelf-life/estimate.js';
import { isSoldFrozen, spoilClass } from './shelf-life/spoil-class.js';

type FactChange = Partial<Omit<Facts, 'name' | 'unit' | 'placeKind'>>;

/** A date on a fresh pack is not further off than this; a later one was meant for the freezer. */
const FRESH_PACK = 21;

/** What becomes of the facts when a pack is opened: what is open already was opened first. @param on the day */
export function opened({ openedOn }: Pick<Facts, 'openedOn'>, on: IsoDate): FactChange {
  return openedOn !== null && openedOn <= on ? {} : { openedOn: on, ownDate: null };
}

/**
 * What becomes of the facts when an item goes to a place: into a freezer it is frozen, out of one it is thawed.
 * What comes out on the day on which it went in never froze.
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
 * Whether food that is put straight into a freezer is frozen by that: a fresh pack's date then no longer runs. What is
 * sold frozen, and what has a date that no fresh pack has, came frozen.
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

/** True for a date that no fresh pack has that was frozen on the day: it says how long the food is to stay frozen. */
export function isForFreezer(day: IsoDate, frozenOn: IsoDate): boolean {
  return day > addDays(frozenOn, FRESH_PACK);
}
