import type Database from 'better-sqlite3';
import { COLUMNS, type Item } from './item.js';
import type { Change, Id } from './state.js';

/** An item as the journal has it: of what food it is, it says by a number alone. */
export type Journalled = Omit<Item, 'name'>;

/** What the journal says of items, by their ids, in the order of writing. */
export type Journal = Record<Id, Change<Journalled>[]>;

interface Entry {
  entry: number;
  id: number;
  before: string | null;
  after: string | null;
}

const ENTRIES = `
  select e.id as entry, e.subject_id as id, e.before, e.after
  from journal_entries e join actions a on a.id = e.action_id where e.subject = 'item'`;

/** Reads the journal behind the program as it grows. */
export class JournalReader {
  readonly #newest: Database.Statement;
  readonly #ofAction: Database.Statement;
  readonly #read = new Map<Id, number>();

  constructor(file: Database.Database) {
    this.#newest = file.prepare(`${ENTRIES} and a.household_id = ? and e.id > ? order by e.id`);
    this.#ofAction = file.prepare(`${ENTRIES} and a.id = ? order by e.id`);
  }

  /** What was written of a household's items since this was asked last. */
  news(household: Id): Journal {
    const entries = this.#newest.all(household, this.#read.get(household) ?? 0) as Entry[];
    const last = entries.at(-1);
    if (last) this.#read.set(household, last.entry);
    return told(entries);
  }

  /** What an action did, by its number in the journal. */
  action(number: string): Journal {
    return told(this.#ofAction.all(number) as Entry[]);
  }
}

function told(entries: Entry[]): Journal {
  const journal: Journal = {};
  for (const { id, before, after } of entries) {
    journal[id] = [...(journal[id] ?? []), { before: itemIn(before), after: itemIn(after) }];
  }
  return journal;
}

function itemIn(text: string | null): Journalled | null {
  if (text === null) return null;
  const row = JSON.parse(text) as Record<string, string | number | null>;
  const parts = Object.entries(COLUMNS).map(([part, column]) => [part, row[column] ?? null]);
  return { ...Object.fromEntries(parts), place: String(row.place_id) } as Journalled;
}

/** The same of an item that is known with its name. */
export function journalled({ before, after }: Change<Item>): Change<Journalled> {
  return { before: nameless(before), after: nameless(after) };
}

function nameless(item: Item | null): Journalled | null {
  if (!item) return null;
  const { name: _name, ...others } = item;
  return others;
}
