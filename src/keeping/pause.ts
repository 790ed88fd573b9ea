import { addDays, daysAfter, type IsoDate } from '../calendar/day.js';
import type { DateKind } from '../database/tables.js';
import type { Facts } from './facts.js';

/** The days that food spent in a freezer. */
export interface Pause {
  from: IsoDate;
  until: IsoDate;
}

/** Food that was thawed is good for a day at the least: Food Standards Agency (UK), "Chilling", eat within 24 hours. */
const ONCE_THAWED = 1;

/** The time that an item spent frozen, when it is thawed now. What came frozen was so from the start. */
export function pauseOf({ thawedOn, frozenOn, boughtOn }: Facts): Pause | undefined {
  const from = frozenOn ?? boughtOn;
  return thawedOn !== null && from < thawedOn ? { from, until: thawedOn } : undefined;
}

/** A day as it is after a pause: later by as much, but for what was past already when it began. */
export function afterPause(day: IsoDate, pause: Pause | undefined): IsoDate {
  return pause && day >= pause.from ? addDays(day, daysAfter(pause.from, pause.until)) : day;
}

/** The same of the date on a pack, which never becomes a later one while it is still to come. */
export function printedAfterPause(day: IsoDate, kind: DateKind, pause: Pause | undefined): IsoDate {
  if (!pause || day < pause.from || day >= pause.until) return day;
  const later = afterPause(day, pause);
  const least = addDays(pause.until, ONCE_THAWED);
  return kind === 'use_by' && later < least ? least : later;
}
