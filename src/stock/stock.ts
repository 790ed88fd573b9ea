import { quantityShown } from '../amounts/quantity.js';
import { unitText } from '../amounts/unit-text.js';
import { type DateInWords, type IsoDate, inWords } from '../calendar/day.js';
import type { DateKind, ItemRow, Level, PlaceKind } from '../database/tables.js';
import type { Facts } from '../keeping/facts.js';

export { PLACE_KINDS } from '../database/place-kinds.js';
export type { DateKind, Level, PlaceKind };

export const PLACE_KIND_NAMES: Record<PlaceKind, string> = {
  fridge: 'Fridge',
  freezer: 'Freezer',
  pantry: 'Pantry',
  other: 'Other',
};

export interface Place {
  id: number;
  name: string;
  kind: PlaceKind;
}

export interface CountedPlace extends Place {
  itemCount: number;
}

/** The place made first, which takes what nothing else decides. */
export function oldestPlace<P extends Place>(places: P[]): P | undefined {
  return places.toSorted((one, other) => one.id - other.id)[0];
}

export interface Food {
  id: number;
  name: string;
}

/** The parts of an item and their columns; the queries follow from this list. */
export const ITEM_COLUMNS = {
  id: 'id',
  placeId: 'place_id',
  foodId: 'food_id',
  // Thousandths; with a level, the last count.
  quantityMilli: 'quantity_milli',
  unit: 'unit',
  // Null when it is counted.
  level: 'level',
  // The shelf-life row of bestBefore; null when typed.
  estimateId: 'estimate_id',
  // Null for an unknown food.
  spoils: 'spoils',
  // Goes up with each change; a form has the one it was drawn at.
  revision: 'revision',
  // To eat it by; the last day it can be eaten; thrown away after.
  bestBefore: 'best_before',
  lastOn: 'last_on',
  limitOn: 'limit_on',
  // See Facts.
  printedOn: 'printed_on',
  dateKind: 'date_kind',
  ownDate: 'own_date',
  boughtOn: 'bought_on',
  openedOn: 'opened_on',
  frozenOn: 'frozen_on',
  frozenFrom: 'frozen_from',
  thawedOn: 'thawed_on',
} as const satisfies Record<string, keyof ItemRow>;

type Kept = typeof ITEM_COLUMNS;

/** Some of a food in a place; its dates follow from its facts. */
export interface Item
  extends Facts,
    Pick<
      { [Part in Exclude<keyof Kept, keyof Facts>]: ItemRow[Kept[Part]] },
      Exclude<keyof Kept, keyof Facts>
    > {
  placeName: string;
}

export interface ItemContent {
  name: string;
  /** The food that was picked; when it is gone, the name counts. */
  foodId?: number | null | undefined;
  /** Thousandths. */
  quantityMilli: number;
  unit: string;
  /** From the pack. */
  bestBefore: IsoDate | null;
  level?: Level | null | undefined;
  /** Best before, when left out. */
  dateKind?: DateKind | undefined;
  /** No date, and no estimate. */
  noDate?: boolean | undefined;
  /** Today, when left out. */
  boughtOn?: IsoDate | null | undefined;
  openedOn?: IsoDate | null | undefined;
  frozenOn?: IsoDate | null | undefined;
}

/** A date and its kind. */
export interface SaidDate {
  bestBefore: IsoDate | null;
  estimateId?: string | null | undefined;
  dateKind?: DateKind | undefined;
  /** The household's guess, perhaps the same as bestBefore. */
  ownDate?: IsoDate | 'none' | null | undefined;
}

export interface ShownItem extends Item {
  amount: string;
  when: DateInWords | undefined;
  /** From the pack. */
  printed: DateInWords | undefined;
  /** The page with an estimate's sources. */
  estimate: string | undefined;
}

/** An item as a page shows it. @param today in the household's time zone */
export function shown(item: Item, today: IsoDate): ShownItem {
  const { bestBefore, printedOn } = item;
  const when = bestBefore ? inWords(bestBefore, today) : undefined;
  return {
    ...item,
    amount: amountText(item),
    when,
    // Mostly the same day, and making words is slow in a long list.
    printed: printedOn === bestBefore ? when : printedOn ? inWords(printedOn, today) : undefined,
    estimate: estimatePage(item),
  };
}

/** The address of the page with an estimate's sources. */
export function estimatePage({ estimateId }: Pick<Item, 'estimateId'>): string | undefined {
  return estimateId ? `/shelf-life/${estimateId}` : undefined;
}

/** True for a use-by date from the pack. */
export function isUseBy({ bestBefore, estimateId, dateKind, ownDate }: SaidDate): boolean {
  return dateKind === 'use_by' && !estimateId && bestBefore !== null && bestBefore !== ownDate;
}

/** "best before 29 Nov (in 7 days)", "use by …"; an estimate says that it is one. */
export function untilText(said: SaidDate, today: IsoDate): string {
  const { bestBefore, estimateId } = said;
  if (!bestBefore) return 'no date';
  const { date, words } = inWords(bestBefore, today);
  if (estimateId) return `best before about ${date} (${words}, estimated)`;
  return `${isUseBy(said) ? 'use by' : 'best before'} ${date} (${words})`;
}

const LEVELS: Record<Level, string> = { have: 'some', low: 'running low', out: 'none left' };

/** "2 kg", or "6" without a unit; "running low" for what is not counted. */
export function amountText(item: {
  quantityMilli: number;
  unit: string;
  level?: Level | null | undefined;
}): string {
  if (item.level) return LEVELS[item.level];
  return [quantityShown(item.quantityMilli, item.unit), unitText(item.unit, item.quantityMilli)]
    .filter(Boolean)
    .join(' ');
}
