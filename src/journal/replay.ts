import { RECKONED } from '../stock/item-dates.repository.js';
import type { Change } from './journal.repository.js';
import { isSameState } from './snapshot.js';

export type RowKey = `${Change['subject']} ${number}`;

export class Replay {
  /** Null for a deleted row. */
  readonly rows = new Map<RowKey, object | null>();
  /** Entries that don't follow from those before. */
  readonly breaks: string[] = [];

  /** Adds the next entry, in the order of writing. */
  add(entryId: number, subjectId: number, { subject, before, after }: Change): void {
    const key: RowKey = `${subject} ${subjectId}`;
    const known = this.rows.get(key);
    if (known === undefined) {
      // A first place and a food may come without an entry; an item may not.
      if (subject === 'item' && before !== null)
        this.breaks.push(`entry ${entryId}: ${key} comes from nowhere`);
    } else if (!isSameState(known, before, RECKONED)) {
      this.breaks.push(`entry ${entryId}: ${key} is not what the entry before left`);
    }
    this.rows.set(key, after);
  }

  /** Rows that differ from the tables. @param rows as the tables have them */
  differences(rows: Map<RowKey, object>): string[] {
    const wrong: string[] = [];
    for (const [key, said] of this.rows) {
      const is = rows.get(key) ?? null;
      if (isSameState(is, said, RECKONED)) continue;
      if (is === null) wrong.push(`${key} is gone, and the journal has it`);
      else
        wrong.push(
          said === null ? `${key} is there, and the journal has it gone` : `${key} differs from the journal`,
        );
    }
    for (const key of rows.keys()) {
      if (key.startsWith('item ') && !this.rows.has(key))
        wrong.push(`${key} is there, and the journal never had it`);
    }
    return wrong;
  }
}
