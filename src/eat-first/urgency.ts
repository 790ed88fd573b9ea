import { daysAfter, type IsoDate, weekdayText } from '../calendar/day.js';
import { type Item, isUseBy, type Place, type ShownItem, shown } from '../stock/stock.js';
import { type Advice, adviceOn } from './advice.js';
import { type Group, groupOf, type Sign, signOf, THIS_WEEK } from './group.js';
import { isSeveral, type Taps, tapsOf } from './taps.js';

export interface UrgentItem extends ShownItem {
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
  const shownItem = shown(item, today);
  return {
    ...shownItem,
    group,
    sign: signOf(item, today),
    isUseBy: isUseBy(item),
    isEstimate: item.estimateId !== null,
    day: dayInRow(shownItem, today),
    advice: adviceOn(item, today),
    isSeveral: isSeveral(item),
    taps: tapsOf(item, group, places),
  };
}

function dayInRow({ when }: ShownItem, today: IsoDate): string {
  if (!when) return 'no date';
  const days = daysAfter(today, when.iso);
  if (days <= 1) return when.words;
  return days <= THIS_WEEK ? weekdayText(when.iso, today) : when.date;
}
