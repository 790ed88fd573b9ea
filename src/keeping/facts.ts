import type { IsoDate } from '../calendar/day.js';
import type { DateKind, PlaceKind, Spoils } from '../database/tables.js';

/** All that an item's dates are computed from. */
export interface Facts {
  name: string;
  /** A tin of peaches is not fresh fruit. */
  unit: string;
  placeKind: PlaceKind;
  /** Null: nothing. */
  printedOn: IsoDate | null;
  dateKind: DateKind;
  /** The household's guess; `none`: no date wanted. */
  ownDate: IsoDate | 'none' | null;
  boughtOn: IsoDate;
  openedOn: IsoDate | null;
  /** The last time; kept after thawing. Null for what came frozen. */
  frozenOn: IsoDate | null;
  /** The kind of place before that. */
  frozenFrom: PlaceKind | null;
  /** The last time; kept after freezing again. */
  thawedOn: IsoDate | null;
}

export interface EatBy {
  /** On the pack or estimated; null when nobody knows. */
  day: IsoDate | null;
  /** By the larger figure: `day` or later. */
  last: IsoDate | null;
  /** Thrown away after this: past a use-by date, or open or thawed for too long. */
  limit: IsoDate | null;
  /** The shelf-life row that `day` comes from; null when it was read or typed. */
  estimateId: string | null;
  /** Null for an unknown food. */
  spoils: Spoils | null;
}
