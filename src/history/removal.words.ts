import { momentInWords } from '../calendar/time-ago.js';
import type { ActionKind } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import type { Removal } from './removal.repository.js';

const DID: Partial<Record<ActionKind, string>> = {
  eaten: 'ate it all',
  thrown_away: 'threw it away',
  item_deleted: 'deleted it',
  stock_taken: 'did not find it when taking stock',
  food_merged: 'merged it into another food',
  food_removed: 'removed it',
  undone: 'undid what had brought it',
};

/** Who removed something, and when: "Ben ate it all, 5 minutes ago". */
export function removedBy(
  subject: 'place' | 'item' | 'food',
  removal: Removal,
  { household }: Member,
  now: Date,
): string {
  const who = removal.isOwn ? 'You' : (removal.who ?? 'Someone');
  const withPlace = subject === 'item' && removal.kind === 'place_deleted';
  const did = withPlace ? 'deleted the place that it was in' : (DID[removal.kind] ?? 'deleted it');
  return `${who} ${did}, ${momentInWords(removal.at.getTime(), now, household.timeZone)}`;
}
