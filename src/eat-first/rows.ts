import { amountText } from '../stock/stock.js';
import type { UrgentItem } from './urgency.js';

/** A row of a list: an item, or several of one food and day. */
export interface FoodRow {
  /** At least one, the most urgent first. */
  items: [UrgentItem, ...UrgentItem[]];
  /** Of all of them: "2 l", "2 l and 1 bottle". */
  amount: string;
  /** Where they are, each place once. */
  placeName: string;
}

/** Rows in the order of the items: foods of one name and day are one. */
export function rowsOf(items: readonly UrgentItem[]): FoodRow[] {
  const rows = new Map<string, UrgentItem[]>();
  for (const item of items) {
    const key = JSON.stringify([item.foodId, item.group, item.bestBefore, item.level, item.isUseBy]);
    const row = rows.get(key);
    if (row) row.push(item);
    else rows.set(key, [item]);
  }
  return [...rows.values()].map((of) => ({
    items: of as [UrgentItem, ...UrgentItem[]],
    amount: amountOf(of),
    placeName: [...new Set(of.map(({ placeName }) => placeName))].join(', '),
  }));
}

function amountOf(items: UrgentItem[]): string {
  const [only, ...others] = items;
  if (only && others.length === 0) return only.amount;
  const sums = new Map<string, Pick<UrgentItem, 'quantityMilli' | 'unit' | 'level'>>();
  for (const { quantityMilli, unit, level } of items) {
    const sum = level ? 0 : (sums.get(unit)?.quantityMilli ?? 0);
    sums.set(unit, { quantityMilli: sum + quantityMilli, unit, level });
  }
  return [...new Set([...sums.values()].map(amountText))].join(' and ');
}
