import type Sqlite from 'better-sqlite3';

interface Columns {
  names: string[];
  /** A row of nulls. */
  empty: Record<string, unknown>;
}

/** Of each statement that was asked. */
const columns = new WeakMap<Sqlite.Statement, Columns>();

/**
 * The rows of a statement as objects of one shape: better-sqlite3's own take twice as long to make, and are slow to read
 * and to copy.
 * @param statement that gives rows
 */
export function rowsOf<Row>(statement: Sqlite.Statement, parameters: readonly unknown[]): Row[] {
  const rows = statement.raw(true).all(...parameters) as unknown[][];
  const [first] = rows;
  if (!first) return [];
  let known = columns.get(statement);
  // Another process may have given the table a column.
  if (known?.names.length !== first.length) {
    known = columnsOf(statement);
    columns.set(statement, known);
  }
  const { names, empty } = known;
  return rows.map((values) => {
    const row = { ...empty };
    names.forEach((name, n) => {
      row[name] = values[n];
    });
    return row as Row;
  });
}

function columnsOf(statement: Sqlite.Statement): Columns {
  const names = statement.columns().map(({ name }) => name);
  const empty = Object.fromEntries(names.map((name) => [name, null]));
  return { names, empty: { ...empty } };
}
