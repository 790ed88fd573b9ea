import type { DatabaseTransaction } from '../database/database.js';
import { type Change, record } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import type { ItemContent } from '../stock/stock.js';
import { findRows, removeItem, writeItem } from './item-changes.repository.js';
import type { NewState } from './item-date.js';
import { insertItem, requirePlace } from './item-entry.repository.js';

/** An item that a stock-take did not find. */
export type Missing = { itemId: number } & (
  | { how: 'eaten' | 'thrown_away' }
  | { how: 'moved'; becomes: NewState & { place_id: number } }
);

/**
 * Writes what a stock-take found, as one action; what is gone meanwhile is skipped.
 * @param trx the transaction that commits the draft
 * @param result.found what was there and not written down
 * @returns the action's id; null when nothing changed
 * @throws PlaceGone
 */
export async function takeStock(
  trx: DatabaseTransaction,
  member: Member,
  placeId: number,
  { missing, found }: { missing: Missing[]; found: ItemContent[] },
  now: Date,
): Promise<number | null> {
  const changes: Change[] = [];
  const rows = await findRows(
    trx,
    member,
    missing.map(({ itemId }) => itemId),
  );
  for (const one of missing) {
    const row = rows.get(one.itemId);
    if (row?.place_id !== placeId) continue;
    if (one.how === 'moved') {
      await requirePlace(trx, member, one.becomes.place_id);
      changes.push(await writeItem(trx, row, one.becomes));
    } else {
      changes.push({ subject: 'item', before: row, after: null, how: one.how });
      await removeItem(trx, row);
    }
  }
  for (const content of found) {
    const after = await insertItem(trx, member, placeId, content, now);
    changes.push({ subject: 'item', before: null, after });
  }
  return changes.length === 0 ? null : record(trx, member, 'stock_taken', changes, now);
}
