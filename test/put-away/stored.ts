import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { openSqlite } from '../support/database.js';

/** What stands in a server’s household tables, read behind its back. */
export class Stored {
  readonly #file: Database;

  constructor(dataDir: string) {
    this.#file = openSqlite(path.join(dataDir, 'larder.sqlite'), { readonly: true });
  }

  /** How many rows each table has. An unfinished entry is none that counts. */
  counts(): Record<string, number> {
    const tables = ['places', 'foods', 'items', 'actions', 'journal_entries'];
    return Object.fromEntries(
      tables.map((table) => [
        table,
        this.#file.prepare(`select count(*) from ${table}`).pluck().get() as number,
      ]),
    );
  }

  /** The items of a user’s household, a line each: `Milk: 1500 l in Fridge until 2030-01-31`. */
  itemsOf(username: string): string[] {
    const rows = this.#file
      .prepare(
        `select f.name || ': ' || i.quantity_milli || ' ' || i.unit || ' in ' || p.name || ' until '
                || coalesce(i.best_before, 'whenever')
         from items i join foods f on f.id = i.food_id join places p on p.id = i.place_id
         join users u on u.current_household_id = i.household_id where u.username = ? order by i.id`,
      )
      .pluck();
    return rows.all(username) as string[];
  }
}
