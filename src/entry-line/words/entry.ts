import type { IsoDate } from '../../calendar/day.js';
import type { DateKind, DateOrder } from '../../database/tables.js';
import type { Place } from '../../stock/stock.js';
import type { KnownFoods } from './known-foods.js';

export type { DateKind, DateOrder };

export interface DaysContext {
  /** In the household's time zone. */
  today: IsoDate;
  dateOrder: DateOrder;
  /** Names that are read whole. */
  foods?: KnownFoods;
}

export interface LineContext extends DaysContext {
  places: Place[];
}

export interface Entry {
  /** One line of text, perhaps longer than a name may be; empty only for an empty line. */
  name: string;
  /** Thousandths; null when the line says no quantity. */
  quantityMilli: number | null;
  /** Empty when there is none. */
  unit: string;
  placeId: number | null;
  bestBefore: IsoDate | null;
  /** `best_before` when there is no date. */
  dateKind: DateKind;
  /** The day, when the line says so; never after today. */
  openedOn: IsoDate | null;
  boughtOn: IsoDate | null;
  frozenOn: IsoDate | null;
  /** The end of the name, after something that was understood: its meaning is unclear. */
  leftOver?: string;
}

/** An entry without anything but a name. */
export const NOTHING_SAID: Omit<Entry, 'name' | 'leftOver'> = {
  quantityMilli: null,
  unit: '',
  placeId: null,
  bestBefore: null,
  dateKind: 'best_before',
  openedOn: null,
  boughtOn: null,
  frozenOn: null,
};
