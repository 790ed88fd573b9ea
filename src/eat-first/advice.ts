import type { IsoDate } from '../calendar/day.js';
import { nameAsKept } from '../keeping/eat-by.js';
import { type Keeping, shelfLife } from '../keeping/shelf-life/estimate.js';
import type { Item } from '../stock/stock.js';
import { counted } from '../text.js';
import { isFresh } from './group.js';

const IN_DOUBT = 'look at the pack, and when in doubt throw it away.';

export interface Advice {
  /** For a row of a list. */
  short: string;
  text: string;
}

/**
 * What to do with an item that is past its day; undefined before. Only a use-by date, and food open or thawed for
 * too long, say to throw it away.
 * Sources: Food Standards Agency (UK), "Best before and use-by dates"; FSIS, "Food Product Dating" and
 * "Refrigeration and Food Safety".
 * @param today in the household's time zone
 */
export function adviceOn(item: Item, today: IsoDate): Advice | undefined {
  if (item.level === 'out') return undefined;
  if (item.limitOn !== null && item.limitOn < today) return advice('throw it away', throwAway(item));
  if (item.bestBefore === null || item.bestBefore >= today) return undefined;
  if (item.placeKind === 'freezer') return frozenAdvice(item);
  if (!isFresh(item)) return advice('past its best', 'Past its best, fine while the pack is sound.');
  if (item.spoils === 'shows') return advice('smell it', 'Look and smell: it may still be good.');
  if (item.spoils === null) return advice('smell it', 'Look and smell, and when in doubt throw it away.');
  return item.lastOn !== null && item.lastOn >= today
    ? advice('use it today', useToday(item))
    : advice('look first', hiddenAdvice(item));
}

function advice(short: string, text: string): Advice {
  return { short, text };
}

function throwAway(item: Item): string {
  const { limitOn, printedOn, dateKind, placeKind, thawedOn, openedOn } = item;
  if (dateKind === 'use_by' && limitOn !== null && printedOn !== null) {
    if (placeKind === 'freezer' && limitOn === printedOn)
      return 'Frozen after its use-by date: throw it away.';
    if (limitOn === printedOn) return 'Past its use-by date: throw it away.';
  }
  const most = placeKind === 'freezer' ? undefined : shelfLife(nameAsKept(item), begunAs(item))?.most;
  const how = openedOn === null && thawedOn !== null ? 'thawed' : 'open';
  if (most === undefined)
    return `Throw it away: it was ${how} for too long${placeKind === 'freezer' ? ' before it was frozen' : ''}.`;
  return `Throw it away: ${counted(most, 'day')} is the most for this once ${how}.`;
}

function frozenAdvice({ spoils }: Item): Advice {
  if (spoils === 'frozen') return advice('still safe', 'Past its best, still safe.');
  return advice(
    'look first',
    'It was past its date when it was frozen: look at it well, and when in doubt throw it away.',
  );
}

function useToday(item: Item): string {
  if (item.estimateId === null) return 'Use it today: it is past its date.';
  const life = shelfLife(nameAsKept(item), begunAs(item));
  if (!life || life.days === life.most) return 'Use it today.';
  return `Use it today: it keeps ${life.days} to ${counted(life.most, 'day')}.`;
}

function hiddenAdvice(item: Item): string {
  const life = item.estimateId === null ? undefined : shelfLife(nameAsKept(item), begunAs(item));
  if (!life) return `Past its best-before date: ${IN_DOUBT}`;
  return `The guide allows ${counted(life.most, 'day')}: ${IN_DOUBT}`;
}

/** Where an item is and what was done to it; in the fridge, when its place has no figure. */
function begunAs(item: Item): Keeping {
  const { placeKind, openedOn, thawedOn } = item;
  const keeping = { placeKind, opened: openedOn !== null, thawed: openedOn === null && thawedOn !== null };
  return shelfLife(nameAsKept(item), keeping) ? keeping : { ...keeping, placeKind: 'fridge' };
}
