import type { IsoDate } from '../calendar/day.js';
import { type Item, isUseBy, type ShownItem, shown } from '../stock/stock.js';
import { adviceOn } from './advice.js';
import { type Group, groupOf, type Sign, signOf } from './group.js';
import { isSeveral, type LikelyTap, likelyTap } from './likely-tap.js';

export interface UrgentItem extends ShownItem {
  group: Group;
  sign: Sign | undefined;
  /** Its day is a use-by date from the pack. */
  isUseBy: boolean;
  isEstimate: boolean;
  advice: string | undefined;
  /** Counted in pieces, and more than one. */
  isSeveral: boolean;
  tap: LikelyTap | undefined;
}

/** An item with what its date means. @param today in the household's time zone */
export function judged(item: Item, today: IsoDate): UrgentItem {
  return {
    ...shown(item, today),
    group: groupOf(item, today),
    sign: signOf(item, today),
    isUseBy: isUseBy(item),
    isEstimate: item.estimateId !== null,
    advice: adviceOn(item, today),
    isSeveral: isSeveral(item),
    tap: likelyTap(item, today),
  };
}
