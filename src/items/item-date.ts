import type { IsoDate } from '../calendar/day.js';
import type { ItemRow } from '../database/tables.js';
import { eatBy } from '../keeping/eat-by.js';
import { frozenOnArrival } from '../keeping/fact-changes.js';
import type { Facts } from '../keeping/facts.js';
import type { RECKONED } from '../stock/item-dates.repository.js';
import type { DateKind, Item, ItemContent, PlaceKind, SaidDate } from '../stock/stock.js';

/** What an edit or an event may change of an item's row. The day by which to eat it is reckoned from it. */
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

/** What a form said of a date. */
export interface TypedDate {
  /** As it stands on the pack; null when nothing was typed. */
  bestBefore: IsoDate | null;
  /** There is none, and none is to be estimated. A typed date wins over this. */
  noDate?: boolean | undefined;
  dateKind?: DateKind | undefined;
}

/** The facts of an item that is new. @param today the day it was bought, when nothing else is said */
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

/** The date that an item gets that is new: what was typed, else an estimate for such a food in such a place, else none. */
export function datedAs(
  content: Omit<ItemContent, 'quantityMilli'>,
  placeKind: PlaceKind,
  today: IsoDate,
): SaidDate {
  const { day, estimateId } = eatBy(newFacts(content, placeKind, today));
  return { bestBefore: day, estimateId, ...(content.dateKind && { dateKind: content.dateKind }) };
}

/** What the form of an item shows of its date: what the pack says, or what the household guessed. */
export function dateShown({ printedOn, ownDate, dateKind }: Item): Required<TypedDate> {
  const own = ownDate === 'none' ? null : ownDate;
  return { bestBefore: printedOn ?? own, noDate: printedOn === null && ownDate === 'none', dateKind };
}

/** What the form of an item makes of its date. A date that was left as it stood stays what it was, printed or guessed. */
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
