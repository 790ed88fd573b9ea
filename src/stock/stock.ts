import { quantityShown } from '../amounts/quantity.js';
import { unitText } from '../amounts/unit-text.js';
import { type DateInWords, type IsoDate, inWords } from '../calendar/day.js';
import type { DateKind, ItemRow, Level, PlaceKind } from '../database/tables.js';
import type { Facts } from '../keeping/facts.js';

export { PLACE_KINDS } from '../database/place-kinds.js';
export type { DateKind, Level, PlaceKind };

/** What a kind of place is called where one is chosen. */
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

/** The place that was made first: where things go when nothing else says where. */
export function oldestPlace<P extends Place>(places: P[]): P | undefined {
  return places.toSorted((one, other) => one.id - other.id)[0];
}

/** What a household calls a thing. */
export interface Food {
  id: number;
  name: string;
}

/** The parts of an item, each with the column that keeps it: what is read of items follows from this list. */
export const ITEM_COLUMNS = {
  id: 'id',
  placeId: 'place_id',
  foodId: 'food_id',
  // Thousandths. While there is a level, what was counted last.
  quantityMilli: 'quantity_milli',
  unit: 'unit',
  // Instead of a count; null when it is counted.
  level: 'level',
  // Of the shelf-life table's row that bestBefore comes from; null when it was typed.
  estimateId: 'estimate_id',
  // How it spoils; null when its food is not known.
  spoils: 'spoils',
  // Counts the changes: a form carries the revision it was drawn at.
  revision: 'revision',
  // The day by which to eat it; the last day on which it can be eaten; the day after which it is thrown away.
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

/** What a person says of an item that is new. */
export interface ItemContent {
  name: string;
  /** The food that was picked, by whatever name it goes by now. While there is none of that id, the name says which. */
  foodId?: number | null | undefined;
  /** Thousandths. */
  quantityMilli: number;
  unit: string;
  /** What its pack says. */
  bestBefore: IsoDate | null;
  /** Instead of a count. */
  level?: Level | null | undefined;
  /** What bestBefore is; left out, best before. */
  dateKind?: DateKind | undefined;
  /** There is no date, and none is to be estimated. */
  noDate?: boolean | undefined;
  /** Today, when nothing is said. */
  boughtOn?: IsoDate | null | undefined;
  openedOn?: IsoDate | null | undefined;
  frozenOn?: IsoDate | null | undefined;
}

/** A date and what it is, as far as a text tells it. */
export interface SaidDate {
  bestBefore: IsoDate | null;
  estimateId?: string | null | undefined;
  dateKind?: DateKind | undefined;
  /** The household's own guess, which may be what bestBefore is. */
  ownDate?: IsoDate | 'none' | null | undefined;
}

export interface ShownItem extends Item {
  /** "2 kg", "6" */
  amount: string;
  when: DateInWords | undefined;
  /** What the pack says. */
  printed: DateInWords | undefined;
  /** The page that says where an estimated date comes from. */
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
    // Mostly the same day, and words take longer than anything else in a long list.
    printed: printedOn === bestBefore ? when : printedOn ? inWords(printedOn, today) : undefined,
    estimate: item.estimateId ? `/shelf-life/${item.estimateId}` : undefined,
  };
}

/** True when the day is the one to use it by that was read off the pack: an estimate and a household's own guess are none. */
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
  return [quantityShown(item.quantityMilli), unitText(item.unit, item.quantityMilli)]
    .filter(Boolean)
    .join(' ');
}
