import type { IsoDate } from '../calendar/day.js';
import { type Item, isUseBy, type ShownItem, shown } from '../stock/stock.js';
import { adviceOn } from './advice.js';
import { type Group, groupOf, type Sign, signOf } from './group.js';
import { isSeveral, type LikelyTap, likelyTap } from './likely-tap.js';

export interface UrgentItem extends ShownItem {
  group: Group;
  sign: Sign | undefined;
  /** Its day is the use-by date that was read off the pack: of safety, not of quality. */
  isUseBy: boolean;
  isEstimate: boolean;
  /** What to do with what is past its date. */
  advice: string | undefined;
  /** More than one of it, counted in ones. */
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
