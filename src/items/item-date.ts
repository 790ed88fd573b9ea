import type { IsoDate } from '../calendar/day.js';
import type { ItemRow } from '../database/tables.js';
import { eatBy } from '../keeping/eat-by.js';
import { frozenOnArrival } from '../keeping/fact-changes.js';
import type { Facts } from '../keeping/facts.js';
import type { RECKONED } from '../stock/item-dates.repository.js';
import type { DateKind, Item, ItemContent, PlaceKind, SaidDate } from '../stock/stock.js';

/** What may change in an item's row; its dates are computed from it. */
export type NewState = Partial<
  Omit<
    ItemRow,
    | 'id'
    | 'household_id'
    | 'food_id'
    | 'quantity_milli'
    | 'unit'
    | 'revision'
    | 'created_at'
    | (typeof RECKONED)[number]
  >
>;

export interface TypedDate {
  /** Null when nothing was typed. */
  bestBefore: IsoDate | null;
  /** No date, and no estimate. A typed date wins. */
  noDate?: boolean | undefined;
  dateKind?: DateKind | undefined;
}

/** The facts of a new item. @param today when it was bought, if nothing else is said */
export function newFacts(
  content: Omit<ItemContent, 'quantityMilli'>,
  placeKind: PlaceKind,
  today: IsoDate,
): Facts {
  const { name, unit, bestBefore: printedOn, dateKind = 'best_before', openedOn = null } = content;
  const arrived = {
    name,
    unit,
    placeKind,
    printedOn,
    dateKind,
    ownDate: printedOn === null && content.noDate ? ('none' as const) : null,
    boughtOn: earliest(content.boughtOn ?? today, openedOn, content.frozenOn),
    openedOn,
    thawedOn: null,
  };
  return { ...arrived, frozenOn: content.frozenOn ?? frozenOnArrival(arrived), frozenFrom: null };
}

/** The date of a new item: typed, else estimated, else none. */
export function datedAs(
  content: Omit<ItemContent, 'quantityMilli'>,
  placeKind: PlaceKind,
  today: IsoDate,
): SaidDate {
  const { day, estimateId } = eatBy(newFacts(content, placeKind, today));
  return { bestBefore: day, estimateId, ...(content.dateKind && { dateKind: content.dateKind }) };
}

/** The date in an item's form: from the pack, or the household's guess. */
export function dateShown({ printedOn, ownDate, dateKind }: Item): Required<TypedDate> {
  const own = ownDate === 'none' ? null : ownDate;
  return { bestBefore: printedOn ?? own, noDate: printedOn === null && ownDate === 'none', dateKind };
}

/** The date from an item's form; one that was not changed stays printed, or a guess. */
export function redated(
  item: Item,
  { bestBefore, noDate = false, dateKind = 'best_before' }: TypedDate,
): NewState {
  const shown = dateShown(item);
  if (shown.bestBefore === bestBefore && shown.noDate === noDate && shown.dateKind === dateKind) return {};
  const own = bestBefore === null && noDate ? 'none' : null;
  return { printed_on: bestBefore, date_kind: bestBefore === null ? 'best_before' : dateKind, own_date: own };
}

const COLUMNS = {
  printedOn: 'printed_on',
  dateKind: 'date_kind',
  ownDate: 'own_date',
  boughtOn: 'bought_on',
  openedOn: 'opened_on',
  frozenOn: 'frozen_on',
  frozenFrom: 'frozen_from',
  thawedOn: 'thawed_on',
} as const satisfies Partial<Record<keyof Facts, keyof ItemRow>>;

/** Facts as the columns of an item's row. */
export function factColumns(facts: Facts): Pick<ItemRow, (typeof COLUMNS)[keyof typeof COLUMNS]>;
export function factColumns(facts: Partial<Facts>): NewState;
export function factColumns(facts: Partial<Facts>): NewState {
  const known = Object.entries(COLUMNS).filter(([fact]) => fact in facts);
  return Object.fromEntries(known.map(([fact, column]) => [column, facts[fact as keyof Facts]]));
}

/** The facts in columns of an item's row. */
export function factsIn(columns: NewState): Partial<Facts> {
  const known = Object.entries(COLUMNS).filter(([, column]) => column in columns);
  return Object.fromEntries(known.map(([fact, column]) => [fact, columns[column]]));
}

function earliest(day: IsoDate, ...others: (IsoDate | null | undefined)[]): IsoDate {
  return others.reduce<IsoDate>((first, other) => (other && other < first ? other : first), day);
}
