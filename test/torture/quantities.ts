import type { Item } from './item.js';

const LEVELS: Record<string, string> = { have: 'some', low: 'running low', out: 'none left' };
const THIRDS: Record<number, string> = { 333: '⅓', 667: '⅔' };

/** A quantity of thousandths and its unit as pages have them: what a third is said to be, but for what a scale weighs. */
export function amountShown({
  quantity,
  unit,
  level = null,
}: Pick<Item, 'quantity' | 'unit'> & { level?: string | null }): string {
  if (level !== null) return LEVELS[level] ?? level;
  const third = unit === 'g' || unit === 'kg' ? undefined : THIRDS[quantity % 1000];
  const shown = third ? `${Math.floor(quantity / 1000) || ''}${third}` : `${quantity / 1000}`;
  return `${shown} ${quantity > 1000 ? unit : unit.replace(/^tins$/, 'tin')}`.trim();
}

/** What somebody types for so many thousandths. */
export function quantityTyped(milli: number): string {
  return String(milli / 1000);
}

/** The thousandths that a field says as it was typed or drawn: 1.667, 1 2/3; undefined for no number. */
export function quantityIn(field: string): number | undefined {
  const [, whole = '0', above, below] = /^(?:(\d+) )?(\d)\/(\d)$/.exec(field) ?? [];
  if (above && below) return Math.round((Number(whole) + Number(above) / Number(below)) * 1000);
  return /^[\d.]+$/.test(field) ? Math.round(Number(field) * 1000) : undefined;
}

/** What a field for an amount says: “1.667 kg”, “1 2/3 l”, “2”; undefined for no amount. */
export function amountIn(field: string): { quantity: number; unit: string } | undefined {
  const [, number = '', unit = ''] = /^(\S+(?: \d\/\d)?)(?: (\D.*))?$/.exec(field) ?? [];
  const quantity = quantityIn(number);
  return quantity === undefined ? undefined : { quantity, unit };
}
