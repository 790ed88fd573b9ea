import { RECKONED } from '../stock/item-dates.repository.js';
import type { Change } from './journal.repository.js';
import { saysTheSame } from './snapshot.js';

/** A row of a household's stock, by what it is and its id. */
export type RowKey = `${Change['subject']} ${number}`;

/** What the journal says there is. */
export class Replay {
  /** Null for what was there and is gone. */
  readonly rows = new Map<RowKey, object | null>();
  /** Where an entry doesn't follow from those before it. */
  readonly breaks: string[] = [];

  /** Goes one entry on. Entries are given in the order in which they were written. */
  add(entryId: number, subjectId: number, { subject, before, after }: Change): void {
    const key: RowKey = `${subject} ${subjectId}`;
    const known = this.rows.get(key);
    if (known === undefined) {
      // Items come into being with an entry; a household's first places, and its foods, without one.
      if (subject === 'item' && before !== null)
        this.breaks.push(`entry ${entryId}: ${key} comes from nowhere`);
    } else if (!saysTheSame(known, before, RECKONED)) {
      this.breaks.push(`entry ${entryId}: ${key} is not what the entry before left`);
    }
    this.rows.set(key, after);
  }

  /** What is there and should be another, or should be and is not. @param rows as the tables have them */
  differences(rows: Map<RowKey, object>): string[] {
    const wrong: string[] = [];
    for (const [key, said] of this.rows) {
      const is = rows.get(key) ?? null;
      if (saysTheSame(is, said, RECKONED)) continue;
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
