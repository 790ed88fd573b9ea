import type { ItemAction } from '../stock/item-actions.repository.js';
import { amountText, type Item, type Place } from '../stock/stock.js';

/** What happened, for the banner. @param now the item as it is after it; undefined when it is gone */
export function happenedText(before: Item, now: Item | undefined, action: ItemAction, place?: Place): string {
  const { name } = before;
  const isPart = now !== undefined && now.level === null && now.quantityMilli < before.quantityMilli;
  const some = isPart
    ? `${amountText({ ...before, quantityMilli: before.quantityMilli - now.quantityMilli })} of the ${name}`
    : `The ${name}`;
  const rest = isPart ? ` ${amountText(now)} left.` : '';
  const all = isPart ? some : `All of the ${name}`;
  switch (action.kind) {
    case 'eaten':
      return `${all} is eaten.${rest}`;
    case 'thrown_away':
      return `${all} is thrown away.${rest}`;
    case 'opened':
      return `${some} is opened.`;
    case 'frozen':
      return `${some} is in ${place?.name ?? 'the freezer'} now, frozen.`;
    case 'thawed':
      return `${some} is in ${place?.name ?? 'its new place'} now, thawed.`;
    case 'item_moved':
      return `${some} is in ${place?.name ?? 'its new place'} now.`;
    case 'level_set':
      return `${name}: ${now ? amountText(now) : 'none left'}.`;
  }
}
