import { THOUSANDTHS } from '../amounts/quantity.js';
import type { IsoDate } from '../calendar/day.js';
import { unitNamed } from '../entry-line/amounts/units.js';
import { eatBy } from '../keeping/eat-by.js';
import { opened } from '../keeping/fact-changes.js';
import type { Item } from '../stock/stock.js';

/** The most likely button of an item in lists, besides those that make it go. */
export interface LikelyTap {
  label: string;
  action: 'eaten' | 'opened' | 'level';
  field?: { name: string; value: string };
}

/**
 * What most often happens to an item: one of several is eaten, what keeps shorter open is opened, what nobody
 * counts runs low.
 * @param today in the household's time zone
 */
export function likelyTap(item: Item, today: IsoDate): LikelyTap | undefined {
  if (item.level === 'have')
    return { label: 'Running low', action: 'level', field: { name: 'level', value: 'low' } };
  if (item.level !== null) return undefined;
  if (isSeveral(item)) return { label: 'Ate 1', action: 'eaten', field: { name: 'some', value: '1' } };
  if (item.openedOn !== null || item.placeKind === 'freezer') return undefined;
  const { day } = eatBy({ ...item, ...opened(item, today) });
  return isSooner(day, item.bestBefore) ? { label: 'Opened', action: 'opened' } : undefined;
}

function isSooner(day: IsoDate | null, than: IsoDate | null): boolean {
  return day !== null && (than === null || day < than);
}

/** True for six eggs and for two tins, not for 500 g. */
export function isSeveral({ quantityMilli, unit, level }: Item): boolean {
  return level === null && quantityMilli > THOUSANDTHS && !unitNamed(unit.toLowerCase())?.measure;
}
