import { addDays, daysAfter, type IsoDate } from '../calendar/day.js';
import type { DateKind } from '../database/tables.js';
import type { Facts } from './facts.js';

export interface Pause {
  from: IsoDate;
  until: IsoDate;
}

/** Days. Source: Food Standards Agency (UK), "Chilling": eat within 24 hours. */
const ONCE_THAWED = 1;

/** The time that an item spent frozen, if it is thawed now. */
export function pauseOf({ thawedOn, frozenOn, boughtOn }: Facts): Pause | undefined {
  const from = frozenOn ?? boughtOn;
  return thawedOn !== null && from < thawedOn ? { from, until: thawedOn } : undefined;
}

/** A day moved by the pause, unless it was past when the pause began. */
export function afterPause(day: IsoDate, pause: Pause | undefined): IsoDate {
  return pause && day >= pause.from ? addDays(day, daysAfter(pause.from, pause.until)) : day;
}

/** As `afterPause`, for the date on a pack: never made later while it is still to come. */
export function printedAfterPause(day: IsoDate, kind: DateKind, pause: Pause | undefined): IsoDate {
  if (!pause || day < pause.from || day >= pause.until) return day;
  const later = afterPause(day, pause);
  const least = addDays(pause.until, ONCE_THAWED);
  return kind === 'use_by' && later < least ? least : later;
}
