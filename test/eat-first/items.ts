import type { Item } from '../../src/stock/stock.js';

let count = 0;

/** One of a food in the fridge, closed, with the date on its pack, unless said otherwise; each has an id of its own. */
export function item(name: string, bestBefore: string | null, more: Partial<Item> = {}): Item {
  count += 1;
  return {
    id: count,
    placeId: 1,
    placeName: 'Fridge',
    placeKind: 'fridge',
    foodId: count,
    name,
    quantityMilli: 1000,
    unit: '',
    level: null,
    bestBefore,
    dateKind: 'best_before',
    printedOn: bestBefore,
    estimateId: null,
    openedOn: null,
    frozenOn: null,
    thawedOn: null,
    revision: 1,
    ...more,
  };
}
