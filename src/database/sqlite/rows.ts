import type Sqlite from 'better-sqlite3';

interface Columns {
  names: string[];
  /** A row of nulls. */
  empty: Record<string, unknown>;
}

/** Of statements that name their columns. */
const columns = new WeakMap<Sqlite.Statement, Columns>();
/** “select *”, “returning *”: another process may give the table other columns at any time. */
const ALL_COLUMNS = /[\s.]\*/;

/**
 * The rows of a statement as objects of one shape: better-sqlite3's own take twice as long to make, and are slow to read
 * and to copy.
 * @param statement that gives rows
 */
export function rowsOf<Row>(statement: Sqlite.Statement, parameters: readonly unknown[]): Row[] {
  const rows = statement.raw(true).all(...parameters) as unknown[][];
  if (rows.length === 0) return [];
  const { names, empty } = columns.get(statement) ?? columnsOf(statement);
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
  const found = { names, empty: { ...empty } };
  if (!ALL_COLUMNS.test(statement.source)) columns.set(statement, found);
  return found;
}
