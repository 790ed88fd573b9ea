import { quantityText, THOUSANDTHS } from '../amounts/quantity.js';
import { unitNamed } from '../entry-line/amounts/units.js';
import type { Item, Place } from '../stock/stock.js';
import type { Group } from './group.js';

/** A button of a row, which says what happened to its item. */
export interface Tap {
  label: string;
  action: 'eaten' | 'thrown-away' | 'opened' | 'moved' | 'level';
  field?: { name: string; value: string };
}

export interface Taps {
  /** The most likely one. */
  main: Tap;
  others: Tap[];
}

/** Freezers, or fridges, that are offered. */
const OFFERED = 2;

const ATE: Tap = { label: 'Ate', action: 'eaten' };
const ATE_ALL: Tap = { label: 'Ate all', action: 'eaten' };
const ATE_ONE: Tap = { label: 'Ate 1', action: 'eaten', field: { name: 'some', value: '1' } };
const FINISHED: Tap = { label: 'Finished', action: 'eaten' };
const OPENED: Tap = { label: 'Opened', action: 'opened' };
const RUNNING_LOW: Tap = { label: 'Running low', action: 'level', field: { name: 'level', value: 'low' } };
const THREW_AWAY: Tap = { label: 'Threw away', action: 'thrown-away' };

/**
 * What may happen to an item, the most likely first.
 * @param places of the household, for where it may be frozen or thawed
 */
export function tapsOf(item: Item, group: Group, places: readonly Place[]): Taps {
  if (group === 'throw away') return { main: THREW_AWAY, others: [ATE] };
  if (item.level !== null) {
    const low = item.level === 'have' ? [RUNNING_LOW] : [];
    return { main: FINISHED, others: [...low, ...movesOf(item, places), THREW_AWAY] };
  }
  const eaten = isSeveral(item) ? [ATE_ONE, ATE_ALL] : [ATE, half(item)];
  const opened = item.openedOn === null && item.placeKind !== 'freezer' ? [OPENED] : [];
  const [main = ATE, ...others] = eaten;
  return { main, others: [...others, ...opened, ...movesOf(item, places), THREW_AWAY] };
}

function half({ quantityMilli, unit }: Item): Tap {
  const value = quantityText(Math.ceil(quantityMilli / 2), unit);
  return { label: 'Ate half', action: 'eaten', field: { name: 'some', value } };
}

/** Into a freezer, or out of one. */
function movesOf({ placeKind, placeId }: Item, places: readonly Place[]): Tap[] {
  const [kind, did] = placeKind === 'freezer' ? ['fridge', 'Thawed'] : ['freezer', 'Froze'];
  const there = places.filter((place) => place.kind === kind && place.id !== placeId).slice(0, OFFERED);
  return there.map(({ id, name }) => ({
    label: there.length > 1 ? `${did} in ${name}` : did,
    action: 'moved',
    field: { name: 'to', value: String(id) },
  }));
}

/** True for six eggs and for two tins, not for 500 g. */
export function isSeveral({ quantityMilli, unit, level }: Item): boolean {
  return level === null && quantityMilli > THOUSANDTHS && !unitNamed(unit.toLowerCase())?.measure;
}
