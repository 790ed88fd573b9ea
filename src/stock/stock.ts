import type { PlaceKind } from '../database/tables.js';
import { type DateInWords, type IsoDate, inWords } from './best-before.js';
import { quantityText } from './quantity.js';

export type { PlaceKind };

export const PLACE_KINDS = ['fridge', 'freezer', 'pantry', 'other'] as const satisfies readonly PlaceKind[];

export interface Place {
  id: number;
  name: string;
  kind: PlaceKind;
}

export interface CountedPlace extends Place {
  itemCount: number;
}

/** What a household calls a thing. */
export interface Food {
  id: number;
  name: string;
}

/** Some of a food in a place. */
export interface Item {
  id: number;
  placeId: number;
  placeName: string;
  placeKind: PlaceKind;
  foodId: number;
  /** The food's name. */
  name: string;
  /** Thousandths. */
  quantityMilli: number;
  unit: string;
  bestBefore: IsoDate | null;
  /** Counts the changes: a form carries the revision it was drawn at. */
  revision: number;
}

/** What a person says of an item. */
export interface ItemContent {
  name: string;
  quantityMilli: number;
  unit: string;
  bestBefore: IsoDate | null;
}

export interface ShownItem extends Item {
  /** "2 kg", "6" */
  amount: string;
  when: DateInWords | undefined;
}

/** An item as a page shows it. @param today in the household's time zone */
export function shown(item: Item, today: IsoDate): ShownItem {
  return {
    ...item,
    amount: amountText(item),
    when: item.bestBefore ? inWords(item.bestBefore, today) : undefined,
  };
}

/** "2 kg", or "6" without a unit. */
export function amountText(item: { quantityMilli: number; unit: string }): string {
  return [quantityText(item.quantityMilli), item.unit].filter(Boolean).join(' ');
}
