import { type DateInWords, daysAfter, type IsoDate, inWords, weekdayText } from '../calendar/day.js';
import { amountText, estimatePage, type Item, isUseBy, type Place, type ShownItem } from '../stock/stock.js';
import { type Advice, adviceOn } from './advice.js';
import { type Group, groupOf, type Sign, signOf, THIS_WEEK } from './group.js';
import { isSeveral, type Taps, tapsOf } from './taps.js';

/** What a row of a list shows of an item. */
export interface UrgentItem
  extends Pick<
    ShownItem,
    | 'id'
    | 'name'
    | 'foodId'
    | 'placeName'
    | 'quantityMilli'
    | 'unit'
    | 'level'
    | 'amount'
    | 'bestBefore'
    | 'when'
    | 'estimate'
    | 'openedOn'
  > {
  group: Group;
  sign: Sign | undefined;
  /** Its day is a use-by date from the pack. */
  isUseBy: boolean;
  isEstimate: boolean;
  /** Its day for a row: "tomorrow", "Tue 1 Dec", "5 Jan 2027", "no date". */
  day: string;
  advice: Advice | undefined;
  /** Counted in pieces, and more than one. */
  isSeveral: boolean;
  taps: Taps;
}

/**
 * An item with what its date means.
 * @param today in the household's time zone
 * @param places of the household
 */
export function judged(item: Item, today: IsoDate, places: readonly Place[]): UrgentItem {
  const group = groupOf(item, today);
  const when = item.bestBefore ? inWords(item.bestBefore, today) : undefined;
  // One by one: copying an object of so many parts takes ten times as long as all the rest.
  return {
    id: item.id,
    name: item.name,
    foodId: item.foodId,
    placeName: item.placeName,
    quantityMilli: item.quantityMilli,
    unit: item.unit,
    level: item.level,
    amount: amountText(item),
    bestBefore: item.bestBefore,
    when,
    estimate: estimatePage(item),
    openedOn: item.openedOn,
    group,
    sign: signOf(item, today),
    isUseBy: isUseBy(item),
    isEstimate: item.estimateId !== null,
    day: dayInRow(when, today),
    advice: adviceOn(item, today),
    isSeveral: isSeveral(item),
    taps: tapsOf(item, group, places),
  };
}

function dayInRow(when: DateInWords | undefined, today: IsoDate): string {
  if (!when) return 'no date';
  const days = daysAfter(today, when.iso);
  if (days <= 1) return when.words;
  return days <= THIS_WEEK ? weekdayText(when.iso, today) : when.date;
}
