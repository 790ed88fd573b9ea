import type { IsoDate } from '../calendar/day.js';
import type { DateKind, PlaceKind, Spoils } from '../database/tables.js';

/** All that the day by which to eat an item depends on: what the pack says, what was done on which day, where it is. */
export interface Facts {
  /** What the household calls the food. */
  name: string;
  /** What it is counted in: a tin of peaches is no fresh fruit. */
  unit: string;
  placeKind: PlaceKind;
  /** What the pack says; null when it says nothing. */
  printedOn: IsoDate | null;
  /** What the day on the pack is. */
  dateKind: DateKind;
  /** The household's own guess in place of an estimate; `none`: it wants no date at all. */
  ownDate: IsoDate | 'none' | null;
  boughtOn: IsoDate;
  openedOn: IsoDate | null;
  /** The last time; it stays when the item is thawed. Null for what came frozen. */
  frozenOn: IsoDate | null;
  /** The kind of place in which it was before that. */
  frozenFrom: PlaceKind | null;
  /** The last time; it stays when the item is frozen again. */
  thawedOn: IsoDate | null;
}

/** What the facts come to. */
export interface EatBy {
  /** The day by which to eat it, on the pack or estimated; null when nobody knows. */
  day: IsoDate | null;
  /** The last day on which it can be eaten, by the larger figure: `day` or later. */
  last: IsoDate | null;
  /** After this day it is to be thrown away: past a use-by date, or open or thawed for longer than is safe. */
  limit: IsoDate | null;
  /** The row of the shelf-life table that `day` comes from; null when it was read off the pack, or said. */
  estimateId: string | null;
  /** How it spoils, in a freezer not at all if it was good when it went in; null for a food that the table does not know. */
  spoils: Spoils | null;
}
