import { capitalized } from '../text.js';
import { CARRIED, type Values } from '../web/form.js';

/** Fields that their pages call something else. */
const LABELS: Record<string, string> = {
  names: 'Foods',
  uses: 'For how many people',
  days: 'Good for, in days',
};

/** Fields in which something is chosen from a list, and whose values say nothing to anyone: ids of rows, mostly. */
const CHOSEN = /(?:^|_)(?:id|to)$|^place_\d+$|^from$|^there$|^listed$/;

/** Of a stock-take: what became of an item. */
const ITEM = /^item_(\d{1,15})$/;

/** Ids of the items that a form says something of by their ids. */
export function itemsIn(values: Values): number[] {
  return Object.keys(values)
    .flatMap((name) => ITEM.exec(name)?.[1] ?? [])
    .map(Number);
}

/**
 * What a form said, to be read where the form itself can't be shown.
 * @param items names of those that `itemsIn` found; what is said of another one is left out
 * @returns a label and the lines of each field that says something; what was chosen by the id of a row is left out
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

/** "best_before" is "Best before"; the fields of a table end with its line's id, which is counted from 1 here. */
function labelOf(field: string, lineIds: string[]): string {
  const [, name = field, lineId] = /^(.+?)(?:_(\d+))?$/.exec(field) ?? [];
  const words = LABELS[name] ?? name.replaceAll('_', ' ');
  const label = capitalized(words);
  if (lineId === undefined) return label;
  if (!lineIds.includes(lineId)) lineIds.push(lineId);
  return `${label} (${lineIds.indexOf(lineId) + 1})`;
}

/** "thrown_away" is "thrown away"; a place is an id. */
function becameInWords(value: string): string {
  return /^place_\d+$/.test(value) ? 'in another place' : value.replaceAll('_', ' ');
}

function linesIn(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
