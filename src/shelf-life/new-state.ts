import type { IsoDate } from '../stock/best-before.js';
import type { NewState } from '../stock/item-changes.repository.js';
import type { Item, Place } from '../stock/stock.js';
import { estimateDate } from './estimate.js';

type Food = Pick<Item, 'name' | 'placeKind' | 'bestBefore' | 'estimateId'>;

/** What an item becomes when it is opened: an opened pack keeps as long as the table says, never longer than its date. */
export function opened(item: Food, today: IsoDate): NewState {
  const estimate = estimateDate(item.name, { placeKind: item.placeKind, opened: true, from: today });
  const isSooner = estimate && (item.bestBefore === null || estimate.bestBefore < item.bestBefore);
  return { opened_on: today, ...(isSooner && dated(estimate)) };
}

/**
 * What an item becomes when it is moved. Into a freezer it is frozen and out of one it is thawed, and its date is the
 * table's then; elsewhere a date that was read off the pack stays, and an estimate is made anew.
 */
export function movedTo(item: Food & Pick<Item, 'openedOn'>, place: Place, today: IsoDate): NewState {
  const isFrozen = item.placeKind === 'freezer';
  if (place.kind === 'freezer') return { place_id: place.id, ...(isFrozen ? {} : frozen(item, today)) };
  if (isFrozen) return { place_id: place.id, ...thawed(item, place, today) };
  if (item.estimateId === null || place.kind === item.placeKind) return { place_id: place.id };
  const keeping = { placeKind: place.kind, opened: item.openedOn !== null, from: today };
  const estimate = estimateDate(item.name, keeping);
  return { place_id: place.id, ...(estimate && dated(estimate)) };
}

/** While frozen, what the pack says no longer holds. */
function frozen(item: Food, today: IsoDate): NewState {
  const estimate = estimateDate(item.name, { placeKind: 'freezer', from: today });
  return { frozen_on: today, thawed_on: null, ...dated(estimate) };
}

function thawed(item: Food, place: Place, today: IsoDate): NewState {
  const estimate = estimateDate(item.name, { placeKind: place.kind, thawed: true, from: today });
  return { thawed_on: today, ...dated(estimate) };
}

function dated(estimate: ReturnType<typeof estimateDate>): NewState {
  return { best_before: estimate?.bestBefore ?? null, estimate_id: estimate?.source.id ?? null };
}
