import { THOUSANDTHS } from '../../amounts/quantity.js';
import { type IsoDate, weekdayText } from '../../calendar/day.js';
import type { DateOrder } from '../../database/tables.js';
import { amountText, type Item } from '../../stock/stock.js';

/**
 * What was understood: "Added 300 g Spinach to Fridge, best before Fri 27 Nov."
 * @param leftOver words at the end that may not belong to the name
 */
export function addedText(item: Item, today: IsoDate, leftOver?: string): string {
  const until = item.bestBefore ? `, ${untilText(item, item.bestBefore, today)}` : '';
  const one = item.quantityMilli === THOUSANDTHS && item.unit === '';
  const told = leftOver === undefined ? '' : ` “${leftOver}” was taken as part of the name.`;
  return `Added ${one ? '' : `${amountText(item)} `}${item.name} to ${item.placeName}${until}.${told}`;
}

export function examples(order: DateOrder): { line: string; means: string }[] {
  const date = order === 'day-month' ? '5/12' : '12/5';
  return [
    { line: '2 l milk fridge fri', means: '2 l of milk, in the fridge, best before Friday' },
    {
      line: 'spinach 300 g tomorrow',
      means: '300 g of spinach, where you last had it, best before tomorrow',
    },
    { line: `6 eggs exp ${date}`, means: '6 eggs, best before 5 December' },
    { line: 'use by 2w chicken', means: 'chicken, to be used within two weeks' },
    { line: '2 x 500g pasta pantry', means: '2 of 500 g each, in the pantry' },
    { line: '2 “7 up”', means: 'what stands in quotes is the name' },
  ];
}

function untilText(item: Item, day: IsoDate, today: IsoDate): string {
  const kind = item.dateKind === 'use_by' ? 'use by' : 'best before';
  const about = item.estimateId ? 'about ' : '';
  return `${kind} ${about}${weekdayText(day, today)}`;
}
