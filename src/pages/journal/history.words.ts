import { type IsoDate, inWords } from '../../calendar/day.js';
import type { ItemRow, PlaceRow } from '../../database/tables.js';
import type { History, PastAction } from '../../history/history.repository.js';
import { type ActionKind, rowOf } from '../../journal/journal.repository.js';
import { amountText } from '../../stock/stock.js';
import { whereText } from '../../stock/where-text.js';
import { capitalized, counted } from '../../text.js';

type Names = Pick<History, 'foods' | 'places'>;
type ItemChange = Extract<PastAction['changes'][number], { subject: 'item' }>;
type FoodChange = Extract<PastAction['changes'][number], { subject: 'food' }>;
type PlaceChange = Extract<PastAction['changes'][number], { subject: 'place' }>;

/** Nobody reads further down. */
const DETAILS_AT_MOST = 20;

export interface Told {
  /** After a name: "put 7 items away in Fridge". */
  what: string;
  /** Before and after, a line each. */
  details: string[];
  more: number;
}

/** @param today in the household's time zone */
export function tell(action: PastAction, names: Names, today: IsoDate): Told {
  const items = itemChanges(action);
  const what = phrase(action, items, names);
  const lines = linesOf(action, items, names);
  const edited =
    items.length === 1 && items[0] && action.kind !== 'stock_taken'
      ? differences(items[0], names, today)
      : [];
  const reason = action.reason ? [`Why: ${action.reason}`] : [];
  const when = action.happenedOn ? [`On ${inWords(action.happenedOn, today).date}`] : [];
  const details = [...lines, ...edited, ...when, ...reason];
  return {
    what,
    details: details.slice(0, DETAILS_AT_MOST),
    more: Math.max(0, details.length - DETAILS_AT_MOST),
  };
}

function phrase(action: PastAction, items: ItemChange[], names: Names): string {
  const [first] = items;
  const place = action.changes.find((change): change is PlaceChange => change.subject === 'place');
  switch (action.kind) {
    case 'place_added':
      return `added the place ${placeName(place)}`;
    case 'place_edited':
      return `changed the place ${placeName(place)}`;
    case 'place_deleted':
      return `deleted the place ${placeName(place)}${items.length > 0 ? ` with ${counted(items.length, 'item')}` : ''}`;
    case 'places_arranged':
      return 'set up the places';
    case 'stock_taken':
      return `took stock, and changed ${counted(items.length, 'item')}`;
    case 'put_away':
      return `put ${counted(items.length, 'item')} away${whereText(placesOf(items, names))}`;
    case 'food_renamed':
    case 'food_merged':
    case 'food_removed':
      return foodPhrase(action, items.length);
    default:
      if (action.kind === 'thrown_away' && items.length > 1) {
        return `threw ${counted(items.length, 'item')} away`;
      }
      return first ? itemPhrase(action.kind, first, names) : 'changed something';
  }
}

/** Foods have the names of that time here. */
function foodPhrase({ kind, changes }: PastAction, itemCount: number): string {
  const [food, into] = changes.filter((change): change is FoodChange => change.subject === 'food');
  const [was, is] = [food?.before?.name ?? 'a food', food?.after?.name ?? 'another'];
  if (kind === 'food_renamed') return `renamed ${was} to ${is}`;
  if (kind === 'food_removed') return `removed the food ${was}`;
  const items = itemCount > 0 ? `, with ${counted(itemCount, 'item')}` : '';
  return `merged ${was} into ${into?.after?.name ?? 'another food'}${items}`;
}

function itemPhrase(kind: ActionKind, change: ItemChange, names: Names): string {
  const food = foodName(change, names);
  const isGone = change.after === null;
  switch (kind) {
    case 'item_added':
      return `added ${amountOf(change.after)} ${food} to ${placeOf(change, names)}`;
    case 'item_moved':
      return `moved ${food} to ${placeOf(change, names)}`;
    case 'item_deleted':
      return `deleted ${food} from ${placeOf(change, names)}`;
    case 'eaten':
      return isGone ? `ate all of the ${food}` : `ate some of the ${food}`;
    case 'thrown_away':
      return isGone ? `threw all of the ${food} away` : `threw some of the ${food} away`;
    case 'opened':
      return `opened ${food}`;
    case 'frozen':
      return `froze ${food}`;
    case 'thawed':
      return `thawed ${food}`;
    case 'level_set':
      return `said of ${food}: ${amountOf(change.after)}`;
    default:
      return `edited ${food}`;
  }
}

function linesOf(action: PastAction, items: ItemChange[], names: Names): string[] {
  if (action.kind === 'stock_taken')
    return items.map((change) => `${listed(change, names)}: ${foundOut(change, names)}`);
  if (items.length === 1) return [];
  const isSpread = action.kind === 'put_away' && new Set(placesOf(items, names)).size > 1;
  return items.map((change) => `${listed(change, names)}${isSpread ? ` in ${placeOf(change, names)}` : ''}`);
}

function placesOf(items: ItemChange[], names: Names): string[] {
  return items.map((change) => placeOf(change, names));
}

function foundOut(change: ItemChange, names: Names): string {
  if (change.before === null) return `new in ${placeOf(change, names)}`;
  if (change.after !== null) return `now in ${placeOf(change, names)}`;
  return change.how === 'thrown_away' ? 'thrown away' : 'eaten';
}

/** One line of a list: "2 l Milk". */
function listed(change: ItemChange, names: Names): string {
  return `${amountOf(rowOf<ItemRow>(change))} ${foodName(change, names)}`;
}

/** What changed in an item. */
function differences({ before, after }: ItemChange, { foods, places }: Names, today: IsoDate): string[] {
  if (!before || !after) return [];
  const pairs: [string, string, string][] = [
    ['', foods.get(before.food_id) ?? 'a food', foods.get(after.food_id) ?? 'a food'],
    ['', amountOf(before), amountOf(after)],
    dateChange(dateOf(before, today), dateOf(after, today)),
    ['In ', places.get(before.place_id) ?? 'a place', places.get(after.place_id) ?? 'a place'],
  ];
  return pairs
    .filter(([, was, is]) => was !== is)
    .map(([label, was, is]) => `${label}${is}, before that ${was}`);
}

/** "use by 24 Nov", "best before about 20 Aug 2027", "no date" */
function dateOf(row: ItemRow, today: IsoDate): string {
  if (row.best_before === null) return 'no date';
  const { date } = inWords(row.best_before, today);
  if (row.estimate_id !== null) return `${BEST_BEFORE}about ${date}`;
  return `${row.date_kind === 'use_by' ? 'use by ' : BEST_BEFORE}${date}`;
}

const BEST_BEFORE = 'best before ';

/** "Best before 7 Mar, before that 5 Mar": the words that both begin with are said once. */
function dateChange(was: string, is: string): [string, string, string] {
  const label = was.startsWith(BEST_BEFORE) && is.startsWith(BEST_BEFORE) ? BEST_BEFORE : '';
  if (label === '') return ['', was, was === is ? is : capitalized(is)];
  return [capitalized(label), was.slice(label.length), is.slice(label.length)];
}

function itemChanges({ changes }: PastAction): ItemChange[] {
  return changes.filter((change): change is ItemChange => change.subject === 'item');
}

function amountOf(row: ItemRow | null): string {
  return row ? amountText({ quantityMilli: row.quantity_milli, unit: row.unit, level: row.level }) : 'some';
}

function foodName(change: ItemChange, { foods }: Names): string {
  return foods.get(rowOf<ItemRow>(change).food_id) ?? 'something';
}

function placeOf(change: ItemChange, { places }: Names): string {
  return places.get(rowOf<ItemRow>(change).place_id) ?? 'a place that is gone';
}

function placeName(change: PlaceChange | undefined): string {
  return change ? rowOf<PlaceRow>(change).name : 'that is gone';
}
