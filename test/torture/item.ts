import type { Id } from './state.js';

/** What is said of a new item. */
export interface Detail {
  name: string;
  /** Thousandths; no two entries of a family have the same, so that nothing can cross unseen. */
  quantity: number;
  unit: string;
  bestBefore: string | null;
}

/** An item as its row has it. Days are such as 2026-11-29. */
export interface Item extends Omit<Detail, 'bestBefore'> {
  place: Id;
  /** The date on the pack. */
  printed: string | null;
  /** The household’s own date: a day, or `none`. */
  own: string | null;
  /** How much there is of what is not counted. */
  level: string | null;
  opened: string | null;
  frozen: string | null;
  /** The kind of place that it was frozen out of. */
  frozenFrom: string | null;
  thawed: string | null;
  revision: number;
}

/** What is put somewhere for the first time: its date is of the pack, and too far off for it to be frozen by that. */
export function newItem({ bestBefore, ...detail }: Detail, place: Id): Item {
  const facts = { own: null, level: null, opened: null, frozen: null, frozenFrom: null, thawed: null };
  return { ...detail, ...facts, place, printed: bestBefore, revision: 1 };
}

/** The columns of an item's row that a state tells of, by what it calls them. */
export const COLUMNS = {
  unit: 'unit',
  printed: 'printed_on',
  own: 'own_date',
  level: 'level',
  opened: 'opened_on',
  frozen: 'frozen_on',
  frozenFrom: 'frozen_from',
  thawed: 'thawed_on',
  quantity: 'quantity_milli',
  revision: 'revision',
} as const satisfies Partial<Record<keyof Item, string>>;
