import { eatBy } from '../../src/keeping/eat-by.js';
import type { Facts } from '../../src/keeping/facts.js';
import type { Item } from '../../src/stock/stock.js';

let count = 0;

/** What is known of one of a food in the fridge, closed, bought on 24 November 2026, with the date on its pack. */
export function factsOf(name: string, printedOn: string | null = null, more: Partial<Facts> = {}): Facts {
  return {
    name,
    unit: '',
    placeKind: 'fridge',
    printedOn,
    dateKind: 'best_before',
    ownDate: null,
    boughtOn: '2026-11-24',
    openedOn: null,
    frozenOn: null,
    frozenFrom: null,
    thawedOn: null,
    ...more,
  };
}

/** An item of those facts, with the dates that they come to; each has an id of its own. */
export function item(name: string, printedOn: string | null = null, more: Partial<Item> = {}): Item {
  count += 1;
  const facts = factsOf(name, printedOn, more);
  const { day, last, limit, estimateId, spoils } = eatBy(facts);
  return {
    ...facts,
    id: count,
    placeId: 1,
    placeName: 'Fridge',
    foodId: count,
    quantityMilli: 1000,
    level: null,
    bestBefore: day,
    lastOn: last,
    limitOn: limit,
    estimateId,
    spoils,
    revision: 1,
    ...more,
  };
}
