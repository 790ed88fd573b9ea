import { amountText } from '../stock/stock.js';

/** What a person says of something to buy. */
export interface Wanted {
  name: string;
  /** Thousandths; null when nobody said how much. */
  quantityMilli: number | null;
  unit: string;
  /** Which one, or for whom: it stays with the line, and goes with it. */
  note: string;
}

/** Where a line stands: still to buy, bought, taken off by hand, or put away as an item. */
export type LineState = 'open' | 'ticked' | 'removed' | 'put away';

/** One line of a household's shopping list. */
export interface ShoppingLine extends Wanted {
  id: number;
  state: LineState;
  /** Who added it, as others call them; null when that account is gone. */
  addedBy: { id: number; name: string } | null;
  tickedBy: { id: number; name: string } | null;
  /** Counts the edits: a form carries the revision it was drawn at. */
  revision: number;
}

/** Something to buy of which no more is known than its name. */
export function wanted(name: string): Wanted {
  return { name, quantityMilli: null, unit: '', note: '' };
}

/** What a banner needs to offer a food for the shopping list. */
export function listLink(name: string): { action: string; label: string; fields: { food: string } } {
  return { action: '/shopping', label: 'Add to the list', fields: { food: name } };
}

/** "2 kg", "6", or nothing when nobody said how much. */
export function wantedAmount({ quantityMilli, unit }: Wanted): string {
  return quantityMilli === null ? '' : amountText({ quantityMilli, unit });
}
