import type { CannotUndo } from '../../history/put-back.repository.js';
import type { Undone } from '../../history/undo.repository.js';
import type { Change } from '../../journal/journal.repository.js';
import { amountText, type Item } from '../../stock/stock.js';
import { counted } from '../../text.js';

/**
 * What is there again, or no longer, in words.
 * @param item the first that was put back, if any
 * @param toPutAway how many items are on the shopping list again
 */
export function undoneText(undone: Undone, item: Item | undefined, toPutAway: number): string {
  const { kind, isDoneAgain, changes } = undone;
  if (isDoneAgain) return 'It is done again.';
  const items = changes.filter(({ subject }) => subject === 'item').length;
  const place = placeIn(changes);
  switch (kind) {
    case 'item_deleted':
      return item ? `${item.name} is back in ${item.placeName}.` : 'The item is back where it was.';
    case 'place_deleted':
      return `${place} is back${items > 0 ? ` with ${counted(items, 'item')}` : ''}.`;
    case 'place_added':
      return `${place} is gone again.`;
    case 'place_edited':
      return `${place} is as it was before.`;
    case 'places_arranged':
      return 'The places are as they were before. The household keeps its name and time zone.';
    case 'put_away':
      return `${counted(items, 'item is', 'items are')} taken out again.${listedText(toPutAway, items)}`;
    case 'item_added':
      return 'The item is taken out again.';
    case 'food_renamed':
      return `It is called ${foodIn(changes)} again.`;
    case 'food_merged':
      return `${foodIn(changes)} is a food of its own again${items > 0 ? `, with ${counted(items, 'item')}` : ''}.`;
    case 'food_removed':
      return `${foodIn(changes)} is one of your foods again.`;
    default:
      return item && isOnly(item, changes) ? againText(item, changes) : 'It is as it was before.';
  }
}

function placeIn(changes: Change[]): string {
  const change = changes.find(({ subject }) => subject === 'place');
  const row = change?.before ?? change?.after;
  return row && 'name' in row ? row.name : 'The place';
}

function foodIn(changes: Change[]): string {
  const row = changes.find(({ subject }) => subject === 'food')?.before;
  return row && 'name' in row ? row.name : 'The food';
}

function listedText(toPutAway: number, items: number): string {
  if (toPutAway === 0) return '';
  const all = items === 1 ? 'It is' : 'They are';
  const which = toPutAway < items ? counted(toPutAway, 'of them is', 'of them are') : all;
  return ` ${which} on the shopping list again, as bought.`;
}

function againText(item: Item, changes: Change[]): string {
  if (changes.some(({ after }) => after === null)) return `${item.name} is back in ${item.placeName}.`;
  return `${item.name} is as it was before: ${amountText(item)} in ${item.placeName}.`;
}

/** True when only this item, or what was split off it, was changed. */
function isOnly({ foodId }: Item, changes: Change[]): boolean {
  return changes.every(
    ({ subject, before, after }) =>
      subject === 'food' || (subject === 'item' && (before ?? after)?.food_id === foodId),
  );
}

/** Why something was not undone, and what to do. */
export function refusal({ reason }: CannotUndo): { type: 'info' | 'error'; text: string } {
  switch (reason) {
    case 'already undone':
      return { type: 'info', text: 'That was undone already.' };
    case 'changed since':
      return { type: 'error', text: 'Not undone: it was changed since, and that would be lost.' };
    case 'still used':
      return { type: 'error', text: 'Not undone: something has been put there since. Move it first.' };
    case 'food still used':
      return {
        type: 'error',
        text: 'Not undone: some of that food is here by now. Make it another food first.',
      };
    case 'food gone':
      return {
        type: 'error',
        text: 'Not undone: its food has been removed or merged. Bring the food back first.',
      };
    case 'food name taken':
      return { type: 'error', text: 'Not undone: another food has that name now. Rename it first.' };
    case 'place gone':
      return { type: 'error', text: 'Not undone: its place has been deleted. Bring the place back first.' };
    case 'name taken':
      return { type: 'error', text: 'Not undone: another place has that name now. Rename it first.' };
  }
}
