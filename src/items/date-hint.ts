import { addDays, type IsoDate, inWords } from '../calendar/day.js';
import type { Finishing } from '../foods/finished.repository.js';
import type { Habit } from '../foods/habits.repository.js';
import { findIn, type Keeping, shelfLife } from '../keeping/shelf-life/estimate.js';
import { type Item, untilText } from '../stock/stock.js';
import { counted } from '../text.js';

export interface OwnHistory {
  finishing?: Finishing | undefined;
  habit?: Habit | undefined;
}

export interface DateHint {
  /** Empty when nothing is known. */
  text: string;
  /** The page with the sources of the estimate. */
  source: string | undefined;
}

/**
 * The hint beside a date field: the estimate for an empty field, and the household's own history.
 * @param today the household's
 */
export function dateHint(name: string, keeping: Keeping, today: IsoDate, own: OwnHistory = {}): DateHint {
  const life = shelfLife(name, keeping);
  const sentences = [
    life && `We’d guess ${inWords(addDays(today, life.days), today).date}.`,
    !life && isOnPack(name, keeping) && 'The date is on the pack.',
    ownText(own),
  ];
  return {
    text: sentences.filter(Boolean).join(' '),
    source: life && `/shelf-life/${life.source.id}`,
  };
}

/** As `dateHint`, for a stored item: its estimate counts from the day it was made. */
export function editHint(item: Item, today: IsoDate, own: OwnHistory = {}): DateHint {
  const keeping = {
    placeKind: item.placeKind,
    opened: item.openedOn !== null,
    thawed: item.thawedOn !== null,
  };
  if (!item.estimateId) return dateHint(item.name, keeping, today, own);
  const sentences = [`Now: ${untilText(item, today)}.`, ownText(own)];
  return { text: sentences.filter(Boolean).join(' '), source: `/shelf-life/${item.estimateId}` };
}

/** What the household's own history says of a food. */
export function ownText({ finishing, habit }: OwnHistory): string {
  return [finishing && finishingText(finishing), habit && habitText(habit)].filter(Boolean).join(' ');
}

/** "You threw it away before its day 3 times." */
export function habitText({ thrownEarly, eatenLate }: Habit): string {
  return [
    thrownEarly > 0 && `You threw it away before its day ${counted(thrownEarly, 'time')}.`,
    eatenLate > 0 && `You ate it after its day ${counted(eatenLate, 'time')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** "You usually finish it in 4 days." */
export function finishingText({ days }: Finishing): string {
  if (days === 0) return 'You usually finish it the same day.';
  return `You usually finish it in ${counted(days, 'day')}.`;
}

function isOnPack(name: string, { placeKind }: Keeping): boolean {
  return placeKind !== 'other' && findIn(name, placeKind)?.food.keeps[placeKind] === 'label';
}
