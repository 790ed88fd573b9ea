import type { ItemAction } from '../stock/item-actions.repository.js';
import { amountText, type Item, type Place } from '../stock/stock.js';

/** What happened, for the banner. @param now the item as it is after it; undefined when it is gone */
export function happenedText(before: Item, now: Item | undefined, action: ItemAction, place?: Place): string {
  const isPart = now !== undefined && now.level === null && now.quantityMilli < before.quantityMilli;
  const part = isPart
    ? amountText({ ...before, quantityMilli: before.quantityMilli - now.quantityMilli })
    : '';
  const what = `${before.name}: ${part ? `${part} ` : ''}`;
  const where = `in ${place?.name ?? 'its new place'} now`;
  switch (action.kind) {
    case 'eaten':
      return isPart ? `${what}eaten, ${amountText(now)} left.` : `${what}all eaten.`;
    case 'thrown_away':
      return isPart ? `${what}thrown away, ${amountText(now)} left.` : `${what}all thrown away.`;
    case 'opened':
      return `${what}opened.`;
    case 'frozen':
      return `${what}${where}, frozen.`;
    case 'thawed':
      return `${what}${where}, thawed.`;
    case 'item_moved':
      return `${what}${where}.`;
    case 'level_set':
      return `${what}${now ? amountText(now) : 'none left'}.`;
  }
}
