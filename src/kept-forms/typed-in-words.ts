import { capitalized } from '../text.js';
import { CARRIED, CHOSEN, type Values } from '../web/form.js';

/** Fields that their pages call something else. */
const LABELS: Record<string, string> = {
  names: 'Foods',
  quantity: 'Amount',
  uses: 'For how many people',
  days: 'Good for, in days',
};

/** In a stock-take: what became of an item. */
const ITEM = /^item_(\d{1,15})$/;

/** Ids of items that a form names. */
export function itemsIn(values: Values): number[] {
  return Object.keys(values)
    .flatMap((name) => ITEM.exec(name)?.[1] ?? [])
    .map(Number);
}

/**
 * What a form said, for reading without the form.
 * @param items names of those that `itemsIn` found; others are left out
 * @returns a label and lines for each field that says something, without ids of rows
 */
export function typedInWords(
  values: Values,
  items: ReadonlyMap<number, string> = new Map(),
): { label: string; lines: string[] }[] {
  const lineIds: string[] = [];
  return Object.entries(values)
    .filter(([name]) => !CARRIED.has(name) && !CHOSEN.test(name))
    .map(([name, value]) => {
      const [, itemId] = ITEM.exec(name) ?? [];
      if (itemId === undefined) return { label: labelOf(name, lineIds), lines: linesIn(value) };
      const item = items.get(Number(itemId));
      return { label: item ?? '', lines: item ? linesIn(becameInWords(value)) : [] };
    })
    .filter(({ lines }) => lines.length > 0);
}

/** "best_before" is "Best before"; a table's fields end with the line's id, counted from 1 here. */
function labelOf(field: string, lineIds: string[]): string {
  const [, name = field, lineId] = /^(.+?)(?:_(\d+))?$/.exec(field) ?? [];
  const words = LABELS[name] ?? name.replaceAll('_', ' ');
  const label = capitalized(words);
  if (lineId === undefined) return label;
  if (!lineIds.includes(lineId)) lineIds.push(lineId);
  return `${label} (${lineIds.indexOf(lineId) + 1})`;
}

function becameInWords(value: string): string {
  return /^place_\d+$/.test(value) ? 'in another place' : value.replaceAll('_', ' ');
}

function linesIn(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
