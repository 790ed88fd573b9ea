import { amountText } from '../stock/stock.js';

export interface Wanted {
  name: string;
  /** Thousandths; null when none is named. */
  quantityMilli: number | null;
  unit: string;
  /** Which one, or for whom. */
  note: string;
}

/** To buy, bought, taken off by hand, or put away as an item. */
export type LineState = 'open' | 'ticked' | 'removed' | 'put away';

export interface ShoppingLine extends Wanted {
  id: number;
  state: LineState;
  /** Null when that account is gone. */
  addedBy: { id: number; name: string } | null;
  tickedBy: { id: number; name: string } | null;
  /** Goes up with each edit; a form has the one it was drawn at. */
  revision: number;
}

/** A thing of which only the name is known. */
export function wanted(name: string): Wanted {
  return { name, quantityMilli: null, unit: '', note: '' };
}

/** The button of a message that puts a food on the list. */
export function listLink(name: string): { action: string; label: string; fields: { food: string } } {
  return { action: '/shopping', label: 'Add to the list', fields: { food: name } };
}

/** "2 kg", "6", or nothing. */
export function wantedAmount({ quantityMilli, unit }: Wanted): string {
  return quantityMilli === null ? '' : amountText({ quantityMilli, unit });
}
