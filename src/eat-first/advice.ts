import { type AfterDate, afterDate } from '../shelf-life/after-date.js';
import type { IsoDate } from '../stock/best-before.js';
import type { Item } from '../stock/stock.js';

const ADVICE: Record<AfterDate, string> = {
  'throw away': 'Throw it away: what is wrong with it may not show.',
  'look and smell': 'Look and smell: it may still be good.',
  'look at the pack': 'Still good if its tin or pack is sound: not swollen, leaking, rusty or dented.',
};

/** What to do with an item that is past its date; nothing while it is not. @param today in the household's time zone */
export function adviceOn(item: Item, today: IsoDate): string | undefined {
  if (item.level === 'out') return undefined;
  if (isPastUseBy(item, today)) {
    return `${item.frozenOn ? 'Frozen after' : 'Past'} its use-by date: throw it away.`;
  }
  if (!isPastDate(item, today)) return undefined;
  if (item.placeKind === 'freezer') return 'Still safe while frozen, but past its best.';
  const state = { placeKind: item.placeKind, opened: item.openedOn !== null, thawed: item.thawedOn !== null };
  const after = afterDate(item.name, state);
  return after ? ADVICE[after] : 'When in doubt, throw it away.';
}

/** True for what its date, or its pack, says to see to at once. In a freezer a date is only of quality. */
export function isPast(item: Item, today: IsoDate): boolean {
  return isPastUseBy(item, today) || (isPastDate(item, today) && item.placeKind !== 'freezer');
}

/**
 * A use-by date on the pack holds whatever opening made of the date. Freezing stops the clock: then it counts whether
 * it was past already (UK Food Standards Agency, "The effects of consumer freezing of food on its use-by date": food
 * can be frozen right up to its use-by date).
 */
function isPastUseBy({ dateKind, printedOn, frozenOn, thawedOn, placeKind }: Item, today: IsoDate): boolean {
  if (dateKind !== 'use_by' || printedOn === null) return false;
  if (frozenOn !== null) return printedOn < frozenOn;
  return printedOn < today && placeKind !== 'freezer' && thawedOn === null;
}

function isPastDate({ bestBefore }: Item, today: IsoDate): boolean {
  return bestBefore !== null && bestBefore < today;
}
