import { minus } from '../../amounts/fractions.js';
import type { IsoDate } from '../../calendar/day.js';
import { factsIn } from '../../items/item-date.js';
import type { ItemAction } from '../../items/item-events.repository.js';
import { eatBy } from '../../keeping/eat-by.js';
import { amountText, type Item, type Place, untilText } from '../../stock/stock.js';

/**
 * What happened, for the message, with the new date.
 * @param now the item after it; undefined when it is gone
 * @param today the household's
 */
export function happenedText(
  before: Item,
  now: Item | undefined,
  action: ItemAction,
  { place, today }: { place?: Place | undefined; today: IsoDate },
): string {
  const isPart = now !== undefined && now.level === null && now.quantityMilli < before.quantityMilli;
  const part = isPart
    ? amountText({ ...before, quantityMilli: minus(before.quantityMilli, now.quantityMilli) })
    : '';
  const what = `${before.name}: ${part ? `${part} ` : ''}`;
  const where = `in ${place?.name ?? 'its new place'} now`;
  const until = newDateText(before, action, { place, today });
  switch (action.kind) {
    case 'eaten':
      return isPart ? `${what}eaten, ${amountText(now)} left.` : `${what}all eaten.`;
    case 'thrown_away':
      return isPart ? `${what}thrown away, ${amountText(now)} left.` : `${what}all thrown away.`;
    case 'opened':
      return `${what}opened${until}.`;
    case 'frozen':
      return `${what}${where}, frozen${until}.`;
    case 'thawed':
      return `${what}${where}, thawed${until}.`;
    case 'item_moved':
      return `${what}${where}${until}.`;
    case 'item_edited':
      return `${what}${now ? untilText(now, today) : 'gone'}.`;
    case 'level_set':
      return `${what}${now ? amountText(now) : 'none left'}.`;
  }
}

/** The new date, if it changed. */
function newDateText(
  before: Item,
  { becomes }: ItemAction,
  { place, today }: { place?: Place | undefined; today: IsoDate },
): string {
  const facts = { ...before, ...factsIn(becomes ?? {}), placeKind: place?.kind ?? before.placeKind };
  const { day: bestBefore, estimateId } = eatBy(facts);
  const isOther = bestBefore !== before.bestBefore || estimateId !== before.estimateId;
  return bestBefore && isOther ? `, ${untilText({ ...before, bestBefore, estimateId }, today)}` : '';
}
