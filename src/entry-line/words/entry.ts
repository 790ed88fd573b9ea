import type { IsoDate } from '../../calendar/day.js';
import type { DateKind, DateOrder } from '../../database/tables.js';
import type { Place } from '../../stock/stock.js';
import type { KnownFoods } from './known-foods.js';

export type { DateKind, DateOrder };

/** What days are read by. */
export interface DaysContext {
  /** In the household's time zone. */
  today: IsoDate;
  dateOrder: DateOrder;
  /** Whose names are read whole, whatever words they have. */
  foods?: KnownFoods;
}

export interface LineContext extends DaysContext {
  places: Place[];
}

/** What a line says. */
export interface Entry {
  /** One line of text; empty only for an empty line. It may be longer than a name may be. */
  name: string;
  /** Thousandths; null when the line says no quantity. */
  quantityMilli: number | null;
  /** Empty when there is none. */
  unit: string;
  placeId: number | null;
  bestBefore: IsoDate | null;
  /** `best_before` when there is no date. */
  dateKind: DateKind;
  /** When the line says that it was opened, bought and frozen; never after today. */
  openedOn: IsoDate | null;
  boughtOn: IsoDate | null;
  frozenOn: IsoDate | null;
  /** The end of the name, when something that was understood stood before it: nobody said what it means. */
  leftOver?: string;
}

/** What a line says that is a name and no more. */
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
